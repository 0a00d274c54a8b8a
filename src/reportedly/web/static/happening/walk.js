// Pointing at the graph, by mouse, touch or keys: what is pointed at is told in words.

const WAYS = { ArrowLeft: [-1, 0], ArrowRight: [1, 0], ArrowUp: [0, -1], ArrowDown: [0, 1] };
const SHOWN = 6; // connections of a point that are told

function edgeWords(edge, names, meant) {
  const name = (id) => names[id] ?? id;
  const quote = edge.data("words") ? `: “${edge.data("words")}”` : "";
  const note = edge.data("note") && !quote ? ` (${edge.data("note")})` : "";
  return `${name(edge.data("source"))} ${meant[edge.data("kind")]} ${name(edge.data("target"))}${quote}${note}`;
}

function nodeWords(node, names, meant) {
  const edges = node.connectedEdges().toArray();
  const told = edges.slice(0, SHOWN).map((e) => edgeWords(e, names, meant));
  const more = edges.length > SHOWN ? [`and ${edges.length - SHOWN} more`] : [];
  return [`${node.data("name")} (${node.data("kind")})`, ...told, ...more].join(" · ");
}

/** The nearest point in a direction: what lies aside counts three times. */
function nearest(graph, from, [x, y]) {
  const here = from.position();
  let [best, least] = [null, Infinity];
  graph.nodes().forEach((node) => {
    const [dx, dy] = [node.position("x") - here.x, node.position("y") - here.y];
    const [ahead, aside] = x ? [dx * x, Math.abs(dy)] : [dy * y, Math.abs(dx)];
    const far = ahead + 3 * aside;
    if (ahead > 1 && far < least) [best, least] = [node, far];
  });
  return best;
}

function show(graph, node) {
  const { x, y } = node.renderedPosition();
  const outside = x < 90 || y < 30 || x > graph.width() - 90 || y > graph.height() - 30;
  if (outside) graph.center(node);
}

export function walk({ graph, canvas, tell, open, names, meant }) {
  let at = null;
  const go = (it) => {
    graph.elements(".at").removeClass("at");
    at = it;
    it?.addClass("at");
    tell(it === null ? "" : it.isNode() ? nodeWords(it, names, meant) : edgeWords(it, names, meant));
  };
  graph.on("mouseover", "node, edge", (event) => go(event.target));
  graph.on("tap", "edge", (event) => go(event.target));
  graph.on("tap", "node", (event) => {
    go(event.target);
    open(event.target);
  });
  canvas.addEventListener("focus", () => {
    if (at === null && canvas.matches(":focus-visible")) go(graph.nodes().first());
  });
  canvas.addEventListener("keydown", (event) => {
    const node = at?.isNode() && at.inside() ? at : graph.nodes().first();
    if (event.key in WAYS && !event.ctrlKey && !event.metaKey && !event.altKey) {
      const next = nearest(graph, node, WAYS[event.key]);
      if (next) {
        go(next);
        show(graph, next);
      }
      event.preventDefault();
    } else if (event.key === "Enter") {
      open(node);
      event.preventDefault();
    } else if (event.key === "Escape") {
      go(null);
      canvas.blur();
    }
  });
}
