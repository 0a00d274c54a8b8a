// The map and the timeline of what is listed. They follow the address; a brush on one of them changes it, and the list
// with it.
import { drawMap } from "./map.js";
import { drawTimeline } from "./timeline.js";

const DRAWN = { map: drawMap, timeline: drawTimeline };
const shown = {};

// Ask for another list: a choice is put into the address, from its first page.
export function choose(choices) {
  const query = new URLSearchParams(location.search);
  query.delete("after");
  for (const [name, value] of Object.entries(choices)) query.set(name, value);
  const link = Object.assign(document.createElement("a"), { href: `/?${query}`, hidden: true });
  link.setAttribute("hx-get", link.getAttribute("href"));
  document.getElementById("result").append(link); // what it swaps and that the address follows, it takes from there
  htmx.process(link);
  link.click();
}

// What cannot be drawn is told, and the same is there as a table.
export function asTable(figure, words) {
  figure.querySelector(".canvas").hidden = true;
  figure.querySelector("[data-deed=brush]").hidden = true;
  figure.querySelector(".tell").textContent = words;
}

async function draw(name) {
  const figure = document.getElementById(name);
  const query = location.search;
  const link = figure.querySelector("[data-table]");
  link.href = link.pathname + query;
  const answer = await fetch(`/desk/${name}.json${query}`, { headers: { Accept: "application/json" } });
  if (!answer.ok || query !== location.search) return;
  const told = await answer.json();
  figure.hidden = told.found === null;
  if (told.found === null) return;
  shown[name] ??= DRAWN[name](figure);
  (await shown[name])?.show(told);
}

let drawn;

function refresh() {
  if (drawn === location.search) return;
  drawn = location.search;
  for (const name of Object.keys(DRAWN)) {
    draw(name).catch((error) => {
      console.warn(error);
      asTable(document.getElementById(name), "This cannot be drawn here.");
    });
  }
}

// The row with the focus is marked where it is.
function mark(event) {
  const row = event.target.closest?.("[data-row]");
  if (!row) return;
  shown.map?.then((map) => map?.mark(row.dataset.lon, row.dataset.lat));
  shown.timeline?.then((timeline) => timeline?.mark(row.dataset.day));
}

export function follow() {
  document.querySelector("[data-plain]").hidden = true;
  document.addEventListener("focusin", mark);
  document.addEventListener("mouseover", mark);
  document.addEventListener("htmx:pushedIntoHistory", () => { setTimeout(refresh); });
  document.addEventListener("htmx:historyRestore", refresh);
  document.addEventListener("htmx:afterSettle", refresh);
  refresh();
}
