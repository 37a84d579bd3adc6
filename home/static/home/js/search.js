// The search page made smoother: near me on tap, filters without a reload, the map on tap.
"use strict";

const form = document.getElementById("search");
const answer = document.getElementById("answer");
const fields = form.elements;

// -- Near me: the browser's position, rounded to about a kilometre before it leaves the phone, and never kept.
const nearButton = form.querySelector("[data-near]");
const nearError = document.getElementById("near-error");

if (navigator.geolocation && window.isSecureContext) nearButton.hidden = false;

nearButton.addEventListener("click", () => {
  nearError.hidden = true;
  nearButton.setAttribute("aria-busy", "true");
  navigator.geolocation.getCurrentPosition(
    ({ coords }) => {
      nearButton.removeAttribute("aria-busy");
      set("near", `${coords.latitude.toFixed(2)},${coords.longitude.toFixed(2)}`);
      set("place", "");
      fields.zip.value = "";
      form.requestSubmit();
    },
    () => {
      nearButton.removeAttribute("aria-busy");
      nearError.textContent = nearButton.dataset.failed;
      nearError.hidden = false;
    },
    { timeout: 10000, maximumAge: 300000 },
  );
});

fields.zip.addEventListener("input", () => {
  set("near", "");
  set("place", "");
});

// A place chosen by its name takes the place of both.
answer.addEventListener("change", ({ target }) => {
  if (target.name !== "place" || !target.value) return;
  set("near", "");
  fields.zip.value = "";
});

function set(name, value) {
  const field = fields[name];
  if (!field) return;
  field.value = value;
  if (field.type === "hidden") field.disabled = !value;
}

// -- The answer is exchanged: what stood open stays open, the fields say what the address says.
let opened = new Map();
let fromDrawer = false;
let focused = "";

form.addEventListener("submit", (event) => {
  fromDrawer = Boolean(event.submitter?.closest(".filters"));
});

document.body.addEventListener("htmx:beforeSwap", (event) => {
  if (event.detail.target !== answer) return;
  // htmx copies what it replaces, and the policy forbids copies of the map's inline styles.
  document.getElementById("map")?.remove();
  focused = document.activeElement.id;
  opened = new Map([...answer.querySelectorAll("details[id]")].map((each) => [each.id, each.open]));
});

document.body.addEventListener("htmx:afterSettle", (event) => {
  if (event.detail.target !== answer) return;
  for (const [id, open] of opened) {
    const details = document.getElementById(id);
    if (details) details.open = open && !(fromDrawer && id === "filters");
  }
  const asked = new URLSearchParams(location.search);
  for (const name of ["q", "zip", "near"]) {
    if (document.activeElement !== fields[name]) set(name, asked.get(name) ?? "");
  }
  fields.zip.toggleAttribute("aria-invalid", Boolean(document.getElementById("zip-error")));
  for (const link of document.querySelectorAll("a.top__language")) link.search = location.search;
  // What had the focus may have come back inside a drawer that was still shut.
  const before = !fromDrawer && focused && document.getElementById(focused);
  if (fromDrawer || document.activeElement === document.body) (before || document.getElementById("found")).focus();
  fromDrawer = false;
  prepareMap();
});

// A filter that could not be fetched is asked for the plain way.
document.body.addEventListener("htmx:sendError", () => form.submit());
document.body.addEventListener("htmx:responseError", () => form.submit());

// -- The map: nothing of it is loaded, and no other host asked, until somebody wants to see it.
let mapWanted = false;

function prepareMap() {
  const button = answer.querySelector("[data-map]");
  if (!button || !answer.querySelector(".card[data-points]")) return;
  button.hidden = false;
  button.dataset.show = button.textContent;
  button.addEventListener("click", () => {
    mapWanted = button.getAttribute("aria-expanded") === "false";
    drawMap(button);
  });
  if (mapWanted) drawMap(button);
}

async function drawMap(button) {
  const place = document.getElementById("map");
  button.setAttribute("aria-expanded", String(mapWanted));
  button.lastElementChild.textContent = mapWanted ? button.dataset.hide : button.dataset.show.trim();
  place.hidden = !mapWanted;
  answer.classList.toggle("answer--map", mapWanted);
  if (!mapWanted || place.childElementCount) return;
  const { draw } = await import(place.dataset.script);
  await draw(place, answer.querySelectorAll(".card"), place.dataset);
}

prepareMap();
