// The timeline: a bar for each day, month or year, what is said to have happened below, the rest hollow on top of it.
import { choose } from "./views.js";

const LENGTHS = { 4: "year", 7: "month", 10: "day" };
const DAY = 86_400_000;

const dayOf = (date) => date.toISOString().slice(0, 10);
const startOf = (bar) => new Date(`${bar.start}${"-01-01".slice(bar.start.length - 4)}T12:00:00Z`);

function load(address) {
  return new Promise((resolve, reject) => {
    const script = Object.assign(document.createElement("script"), { src: address, onload: resolve, onerror: reject });
    document.head.append(script);
  });
}

function itemsOf(bars) {
  return bars.flatMap((bar) => [
    { x: startOf(bar), y: bar.happened, group: 0 },
    { x: startOf(bar), y: bar.others, group: 1 },
  ]);
}

function rangeOf(bars) {
  const [first, last] = [startOf(bars[0]).getTime(), startOf(bars[bars.length - 1]).getTime()];
  const room = Math.max(2 * DAY, 0.05 * (last - first));
  return { start: new Date(first - room), end: new Date(last + room) };
}

function told(found, of) {
  const length = found.bars.length ? LENGTHS[found.bars[0].start.length] : "day";
  const undated = found.undated ? `; ${found.undated} ${of} without so exact a date` : "";
  return found.bars.length ? `One bar a ${length}${undated}. Drag to move, Ctrl and wheel to zoom.` : `Nothing here has a date${undated}.`;
}

export async function drawTimeline(figure) {
  await load(new URL("../vendor/vis-timeline.js", import.meta.url).href);
  const box = figure.querySelector(".canvas");
  const items = new vis.DataSet();
  const groups = new vis.DataSet([
    { id: 0, content: "said to have happened", className: "bar-yes" },
    { id: 1, content: "planned, denied or other", className: "bar-no" },
  ]);
  const chart = new vis.Graph2d(box, items, groups, {
    style: "bar", stack: true, barChart: { width: 14, align: "center" }, drawPoints: false, legend: false, height: "100%",
    dataAxis: { showMinorLabels: true, left: { range: { min: 0 } } }, zoomKey: "ctrlKey", zoomMin: 3 * DAY, showCurrentTime: false,
  });
  let fields = ["happened_since", "happened_until"];
  figure.querySelector("[data-deed=brush]").addEventListener("click", () => {
    const { start, end } = chart.getWindow();
    choose({ [fields[0]]: dayOf(start), [fields[1]]: dayOf(end) });
  });
  return {
    show({ found, of }) {
      fields = of === "statements" ? ["since", "until"] : ["happened_since", "happened_until"];
      figure.querySelector(".tell").textContent = told(found, of);
      items.clear();
      items.add(itemsOf(found.bars));
      if (found.bars.length) chart.setOptions(rangeOf(found.bars));
      figure.dataset.drawn = String(found.bars.length);
    },
    mark(day) {
      figure.querySelector(".tell").dataset.day = day ?? "";
    },
  };
}
