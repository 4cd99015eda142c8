// Starts Swagger UI. A file of its own, because the page's policy lets no inline script run.
// A link in a button is nothing a keyboard can reach: of the one in each summary its words stay.
const plainNames = ({ React }) => ({
  wrapComponents: { DeepLink: () => ({ text }) => React.createElement("span", null, text) },
});
SwaggerUIBundle({
  url: document.currentScript.dataset.openapi,
  dom_id: "#main",
  deepLinking: true,
  displayRequestDuration: true,
  defaultModelsExpandDepth: 0,
  tryItOutEnabled: true,
  validatorUrl: null, // it would ask a server elsewhere
  plugins: [plainNames],
  onComplete: () => document.querySelector("#servers")?.setAttribute("aria-label", "Server"),
});

// Swagger UI has a dark dress, and wears it where this class says so.
const dark = matchMedia("(prefers-color-scheme: dark)");
const dress = () => document.documentElement.classList.toggle("dark-mode", dark.matches);
dark.addEventListener("change", dress);
dress();
