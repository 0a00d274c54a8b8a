// The timeline: a block for each day, month or year with entries, in two lanes: what is said to have happened is filled,
// the rest hollow and dashed. The more entries, the taller the block.
import { choose } from "./views.js";

const LENGTHS = { 4: "year", 7: "month", 10: "day" };
const LANES = { happened: "said to have happened", others: "planned, denied or other" };
const LANES_OF = { statements: { happened: "statements, by the day of their article" } };
const DAY = 86_400_000; // milliseconds
const LEVELS = 4; // heights of a block

const dayOf = (time) => new Date(time).toISOString().slice(0, 10);

// Where a bar begins and ends, UTC.
function spanOf({ start }) {
  const [year, month, day] = start.split("-").map(Number);
  const after = day ? [year, month - 1, day + 1] : month ? [year, month, 1] : [year + 1, 0, 1];
  return [Date.UTC(year, (month ?? 1) - 1, day ?? 1), Date.UTC(...after)];
}

function itemsOf(bars) {
  const most = Math.max(1, ...bars.flatMap((bar) => [bar.happened, bar.others]));
  const level = (count) => Math.ceil((LEVELS * Math.log1p(count)) / Math.log1p(most));
  return bars.flatMap((bar) => {
    const [start, end] = spanOf(bar);
    return Object.keys(LANES).filter((lane) => bar[lane]).map((lane) => ({
      id: `${bar.start} ${lane}`, group: lane, start, end, content: String(bar[lane]),
      className: `bar ${lane} level-${level(bar[lane])}`,
    }));
  });
}

const lanesOf = (list) => new vis.DataSet(Object.entries(LANES_OF[list] ?? LANES).map(([id, content]) => ({ id, content })));

function told(found, of) {
  const undated = found.undated ? `; ${found.undated.toLocaleString("en")} ${found.undated === 1 ? of.slice(0, -1) : of} without so exact a date` : "";
  if (!found.bars.length) return `Nothing here has a date${undated}.`;
  return `One block a ${LENGTHS[found.bars[0].start.length]}${undated}. Drag to move, Ctrl and wheel to zoom.`;
}

function load(address) {
  return new Promise((resolve, reject) => {
    document.head.append(Object.assign(document.createElement("script"), { src: address, onload: resolve, onerror: reject }));
  });
}

export async function drawTimeline(figure) {
  await load(new URL("../vendor/vis-timeline.js", import.meta.url).href);
  const tell = figure.querySelector(".tell");
  const items = new vis.DataSet();
  const chart = new vis.Timeline(figure.querySelector(".canvas"), items, lanesOf("events"), {
    stack: false, height: "100%", zoomKey: "ctrlKey", zoomMin: 3 * DAY, showCurrentTime: false, selectable: true,
    showTooltips: false, moment: (date) => vis.moment(date).utc(), margin: { item: { horizontal: 0, vertical: 4 } }, orientation: "bottom",
  });
  let fields = [];
  let lanes = LANES;
  const brush = (start, end) => choose({ [fields[0]]: dayOf(start), [fields[1]]: dayOf(end) });
  figure.querySelector("[data-deed=brush]").addEventListener("click", () => {
    const { start, end } = chart.getWindow();
    brush(start, end);
  });
  chart.on("select", ({ items: [id] }) => {
    const item = id && items.get(id);
    if (item) brush(item.start, item.end - DAY);
  });
  chart.on("itemover", ({ item: id }) => { tell.textContent = `${id.replace(/ \w+$/, "")}: ${items.get(id).content} ${lanes[items.get(id).group]}`; });
  return {
    show({ found, of }) {
      fields = of === "statements" ? ["since", "until"] : ["happened_since", "happened_until"];
      lanes = LANES_OF[of] ?? LANES;
      figure.dataset.of = of;
      tell.textContent = told(found, of);
      chart.setGroups(lanesOf(of));
      items.clear();
      items.add(itemsOf(found.bars));
      if (found.bars.length) {
        const [first, last] = [spanOf(found.bars[0])[0], spanOf(found.bars.at(-1))[1]];
        const room = Math.max(2 * DAY, 0.03 * (last - first));
        chart.setWindow(first - room, last + room, { animation: false });
      }
      figure.dataset.drawn = String(found.bars.length);
    },
    mark: (day) => setLine(chart, day),
  };
}

const LINE = "row";

// A line at the day of the row that has the focus.
function setLine(chart, day) {
  try {
    chart.removeCustomTime(LINE);
  } catch {
    // there was none
  }
  if (day) chart.addCustomTime(new Date(`${day}T12:00:00Z`), LINE);
}
