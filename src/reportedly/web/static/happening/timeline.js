// When it happened, when that was said, when it was published: three rows, kept apart. The table below has the same.

import { element, styled } from "./parts.js";

const GROUPS = [
  ["happened", "happened"],
  ["other", "not said to have happened"],
  ["dated", "other dates"],
  ["said", "said"],
  ["published", "published"],
];
const DAY = 86_400_000;

function script(src) {
  return new Promise((done, failed) => {
    const made = element("script", { src });
    made.addEventListener("load", done);
    made.addEventListener("error", () => failed(new Error(src)));
    document.head.append(made);
  });
}

const start = (day) => new Date(`${day}T00:00:00`);

// The content of an item is an element, so that no words are ever taken for HTML.
function item(moment, id, happened) {
  const other = moment.kind === "other" || (moment.kind === "happened" && !happened);
  const name = other ? "is-happened not" : `is-${moment.kind}`;
  const days = moment.first === moment.last ? { type: "point" } : { type: "range", end: new Date(start(moment.last).getTime() + DAY) };
  return {
    id,
    group: moment.kind,
    className: name,
    start: start(moment.first),
    ...days,
    content: element("span", {}, moment.words),
  };
}

export async function draw(place, { moments, happened = true }) {
  await Promise.all([styled(place.dataset.style), window.vis?.Timeline ? null : script(place.dataset.script)]);
  const canvas = element("div", { role: "region", "aria-label": "Timeline; the table below has the same" });
  place.append(canvas);
  const used = GROUPS.filter(([kind]) => moments.some((m) => m.kind === kind));
  const groups = used.map(([id, words], order) => ({ id, order, content: element("span", {}, words) }));
  const days = moments.flatMap((m) => [start(m.first), start(m.last)]).map(Number);
  const first = Math.min(...days);
  const last = Math.max(...days) + DAY;
  const room = Math.max((last - first) * 0.15, 2 * DAY);
  new window.vis.Timeline(canvas, moments.map((m, id) => item(m, id, happened)), groups, {
    start: new Date(first - room),
    end: new Date(last + room),
    min: new Date(first - 20 * room),
    max: new Date(last + 20 * room),
    zoomMin: DAY,
    zoomKey: "ctrlKey",
    maxHeight: 420,
    selectable: false,
    showCurrentTime: false,
    showTooltips: false,
    orientation: "top",
    margin: { item: { horizontal: 2, vertical: 4 }, axis: 6 },
  });
}
