// Keys: / search, j and k rows, Enter opens (a link has the focus), x takes a choice back, n the next page, g and a letter
// another list, ? what keys there are.

const PLACES = { d: "/", h: "/?show=happenings", e: "/?show=events", s: "/?show=statements", o: "/sources" };
const PAUSE = 1500; // milliseconds in which the letter after g has to come

let after = 0;

const typing = (target) => target.closest?.("input, textarea, select, [contenteditable]");
const links = () => [...document.querySelectorAll("[data-row] .what > a")];

function step(by) {
  const rows = links();
  const at = rows.indexOf(document.activeElement?.closest("[data-row]")?.querySelector(".what > a"));
  const next = rows[at < 0 ? (by > 0 ? 0 : rows.length - 1) : Math.min(rows.length - 1, Math.max(0, at + by))];
  next?.focus();
  next?.closest("tr").scrollIntoView({ block: "nearest" });
}

function last(selector) {
  const found = document.querySelectorAll(selector);
  found[found.length - 1]?.click();
}

function toSearch() {
  const box = document.getElementById("q");
  box.focus();
  box.select();
}

const DEEDS = {
  "/": toSearch,
  j: () => step(1),
  k: () => step(-1),
  x: () => last("[data-back]"),
  n: () => last(".pages [rel=next]"),
  g: () => { after = Date.now(); },
  "?": () => document.getElementById("keys").showModal(),
};

function pressed(event) {
  if (event.ctrlKey || event.metaKey || event.altKey || document.querySelector("dialog[open]")) return;
  if (typing(event.target)) {
    if (event.key === "Escape") event.target.blur();
    return;
  }
  const place = Date.now() - after < PAUSE ? PLACES[event.key] : undefined;
  after = 0;
  const deed = place ? () => location.assign(place) : Object.hasOwn(DEEDS, event.key) ? DEEDS[event.key] : undefined;
  if (deed) {
    event.preventDefault();
    deed();
  }
}

function offer() {
  for (const button of document.querySelectorAll("[data-deed=keys]")) button.hidden = false;
}

export function keep() {
  document.addEventListener("keydown", pressed);
  document.addEventListener("click", (event) => {
    if (event.target.closest?.("[data-deed=keys]")) DEEDS["?"]();
  });
  document.addEventListener("htmx:afterSettle", offer);
  offer();
}
