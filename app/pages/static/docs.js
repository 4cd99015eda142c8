// Starts Swagger UI. A file of its own, because the page's policy lets no inline script run.
SwaggerUIBundle({
  url: document.currentScript.dataset.openapi,
  dom_id: "#docs",
  deepLinking: true,
  displayRequestDuration: true,
  defaultModelsExpandDepth: 0,
  tryItOutEnabled: true,
  validatorUrl: null, // it would ask a server elsewhere
});
