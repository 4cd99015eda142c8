// Nothing on the pages needs this: it only spares a reader some steps.
"use strict";

// Point at any part of a quote (its cue, its source, its other pieces): the whole of it shows.
let shown = [];
function show(id) {
  for (const part of shown) part.classList.remove("on");
  shown = id ? document.querySelectorAll(`[data-quote="${id}"]`) : [];
  for (const part of shown) part.classList.add("on");
}
const quoteAt = (event) => event.target.closest?.("[data-quote]")?.dataset.quote;
document.addEventListener("pointerover", (event) => show(quoteAt(event)));
document.addEventListener("focusin", (event) => show(quoteAt(event)));

// Escape puts a note away without moving on.
document.addEventListener("keydown", (event) => {
  if (event.key !== "Escape") return;
  show(null);
  if (document.activeElement?.matches(".by")) document.activeElement.blur();
});

// Choose a voice without leaving the place in the text.
document.addEventListener("click", async (event) => {
  const link = event.target.closest?.("a[data-filter]");
  if (!link || event.ctrlKey || event.metaKey || event.shiftKey) return;
  event.preventDefault();
  await fill(link.href);
  history.pushState(null, "", link.href);
});
addEventListener("popstate", () => document.querySelector("#text") && fill(location.href));
async function fill(address) {
  const chosen = document.activeElement?.getAttribute("href");
  const answer = await fetch(address, { headers: { Accept: "text/html" } });
  const page = new DOMParser().parseFromString(await answer.text(), "text/html");
  document.querySelector("main").replaceWith(page.querySelector("main"));
  if (!chosen) return;
  // The link that was used is another element now, or gone: the keyboard goes on from there.
  const links = [...document.querySelectorAll(".voice a[data-filter]")];
  const same = links.find((link) => link.getAttribute("href") === chosen);
  (same ?? links[0])?.focus({ preventScroll: true });
}

// What has an address can have it copied; so can a citation.
const make = (tag, properties) => Object.assign(document.createElement(tag), properties);
function button(textContent, words) {
  const onclick = async ({ target }) => {
    await navigator.clipboard.writeText(words());
    target.textContent = "Copied";
  };
  return make("button", { textContent, onclick });
}
function offerAddress() {
  document.querySelector(".address")?.remove();
  if (!document.getElementById(location.hash.slice(1))?.closest("article")) return;
  const bar = make("div", { className: "address" });
  const close = make("button", { textContent: "Close", onclick: () => bar.remove() });
  const told = make("code", { textContent: location.hash });
  bar.append(told, button("Copy address", () => location.href), close);
  document.body.append(bar);
}
addEventListener("hashchange", offerAddress);
offerAddress();
for (const cited of document.querySelectorAll(".citation")) {
  const words = cited.textContent;
  cited.after(button("Copy citation", () => words));
}
