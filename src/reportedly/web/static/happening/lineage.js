// The graph of who carries whom. Where each point stands was decided at the server: nothing moves by itself.

import cytoscape from "../vendor/cytoscape.mjs";
import { look, KINDS } from "./look.js";
import { walk } from "./walk.js";
import { button, element, onTheme } from "./parts.js";

const [ACROSS, DOWN] = [230, 74]; // pixels between columns and rows
const TALL = 14; // unfolded copies in one column, as in the server's columns
const UNFOLDED = 200; // more are a wall; the table has all of them
const LABELLED = 24; // connections up to which each has its word beside it

const at = (point) => ({ x: point.column * ACROSS, y: point.row * DOWN });

function pointOf(point) {
  const day = point.day ? `\n${point.day.slice(0, 10)}` : "";
  const folded = point.kind === "copies" ? " ⊞" : "";
  return {
    data: { id: point.id, kind: point.kind, label: point.name + folded + day, name: point.name, articles: point.articles },
    position: at(point),
  };
}

function edgeOf(edge, id, directed, labelled) {
  return {
    data: {
      id: `edge ${id}`,
      source: edge.start,
      target: edge.end,
      kind: edge.kind,
      directed: directed.includes(edge.kind) ? "yes" : "no",
      label: labelled ? KINDS[edge.kind] : "",
      words: edge.words ?? "",
      note: edge.note ?? "",
    },
  };
}

/** Put the copies of one text beside the graph, or take them away again. */
function fold(graph, node, columns) {
  const shown = graph.nodes("[kind = 'copy']").filter((n) => n.data("parentText") === node.id());
  if (shown.length) {
    shown.remove();
    node.data("label", node.data("name") + " ⊞");
    return `${node.data("name")} folded`;
  }
  const articles = node.data("articles").slice(0, UNFOLDED);
  const tall = Math.min(TALL, articles.length);
  const nodes = articles.map((id, n) => ({
    data: { id: `copy ${id}`, kind: "copy", label: id, name: `copy ${id}`, articles: [id], parentText: node.id() },
    position: {
      x: (columns + Math.floor(n / tall)) * ACROSS,
      y: node.position("y") + ((n % tall) - (tall - 1) / 2) * DOWN * 0.7,
    },
  }));
  const edges = articles.map((id) => ({
    data: { id: `of ${id}`, source: node.id(), target: `copy ${id}`, kind: "copies", directed: "yes", label: "", words: "", note: "" },
  }));
  graph.add([...nodes, ...edges]);
  node.data("label", node.data("name") + " ⊟");
  const left = node.data("articles").length - articles.length;
  return `${articles.length === 1 ? "1 copy" : `${articles.length} copies`} unfolded${left ? `; ${left} more are in the table` : ""}`;
}

function tools(graph, place) {
  const zoom = (by) => () => graph.zoom({ level: graph.zoom() * by, renderedPosition: { x: graph.width() / 2, y: graph.height() / 2 } });
  place.append(
    element(
      "div",
      { class: "tools" },
      button("+", "Nearer", zoom(1.3)),
      button("−", "Farther", zoom(1 / 1.3)),
      button("Fit all", "Fit all of it", () => graph.fit(undefined, 24)),
      element("span", { class: "help" }, "Arrow keys move, Enter opens an article or unfolds copies."),
    ),
  );
}

/** As large as can be read: all of it where that is large enough, else its beginning. */
function settle(graph) {
  graph.fit(undefined, 24);
  if (graph.zoom() > 1.1) graph.zoom(1.1);
  graph.center();
  if (graph.zoom() < 0.55) {
    graph.zoom(0.55);
    const box = graph.elements().boundingBox();
    graph.pan({ x: 24 - box.x1 * 0.55, y: graph.height() / 2 - ((box.y1 + box.y2) / 2) * 0.55 });
  }
}

export function draw(place, { lineage, meant, directed }) {
  const labelled = lineage.edges.length <= LABELLED;
  const columns = 1 + Math.max(...lineage.points.map((p) => p.column));
  const canvas = element("div", {
    class: "canvas",
    tabindex: "0",
    role: "application",
    "aria-label": "Graph of who carries whom; the table below has the same. Arrow keys move, Enter opens.",
  });
  const said = element("p", { class: "said", role: "status" }, "Point at something: its words are told here.");
  const rows = 1 + 2 * Math.max(...lineage.points.map((p) => Math.abs(p.row)));
  canvas.style.height = `${Math.min(560, Math.max(190, 90 + rows * DOWN))}px`;
  place.replaceChildren(canvas, said);
  const graph = cytoscape({
    container: canvas,
    elements: [...lineage.points.map(pointOf), ...lineage.edges.map((e, n) => edgeOf(e, n, directed, labelled))],
    style: look(),
    layout: { name: "preset", fit: false },
    userZoomingEnabled: false, // the wheel scrolls the page
    boxSelectionEnabled: false,
    autoungrabify: true,
  });
  const names = Object.fromEntries(lineage.points.map((p) => [p.id, p.name]));
  const open = (node) => {
    const [kind, articles] = [node.data("kind"), node.data("articles")];
    if (kind === "copies") said.textContent = fold(graph, node, columns);
    else if (articles.length) location.assign(`/articles/${encodeURIComponent(articles[0])}`);
  };
  const tell = (words) => (said.textContent = words);
  walk({ graph, canvas, tell, open, names, meant });
  place.prepend(element("div"));
  tools(graph, place);
  place.firstChild.replaceWith(place.lastChild);
  settle(graph);
  new ResizeObserver(() => graph.resize()).observe(canvas);
  onTheme(() => graph.style(look()));
  place.graph = graph; // for whoever looks at it from the console, and for tests
}
