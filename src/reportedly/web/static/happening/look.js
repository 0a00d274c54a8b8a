// How points and connections of the graph look. Kinds differ by shape and line, not by colour alone.

import { colour } from "./parts.js";

export const KINDS = {
  quotes: "quoted",
  relays: "carried",
  copies: "copied",
  shares_text: "shares words",
  same_named_origin: "same source",
  same_publisher: "one publisher",
  maybe_same_origin: "maybe one",
};

const SHAPES = {
  source: "ellipse",
  anonymous: "ellipse",
  document: "cut-rectangle",
  outlet: "hexagon",
  agency: "hexagon",
  article: "round-rectangle",
  copies: "round-rectangle",
  copy: "rectangle",
};

const LINES = {
  relays: { width: 3 },
  copies: { width: 2, "line-style": "dashed", "line-dash-pattern": [10, 4] },
  shares_text: { "line-style": "dotted", width: 2 },
  maybe_same_origin: { "line-style": "dotted", width: 3 },
  same_named_origin: { "line-style": "dashed", "line-dash-pattern": [3, 5] },
  same_publisher: { "line-style": "dashed", "line-dash-pattern": [12, 3, 3, 3] },
};

export function look() {
  const [ink, faint, sheet, accent] = ["ink", "faint", "sheet", "accent"].map(colour);
  return [
    {
      selector: "node",
      style: {
        label: "data(label)", "text-wrap": "ellipsis", "text-max-width": 150, "text-valign": "center", "font-size": 12,
        "font-family": "system-ui, sans-serif", "line-height": 1.15, color: ink, width: 168, height: 40,
        "background-color": sheet, "border-width": 1.5, "border-color": faint,
      },
    },
    { selector: "node[kind = 'article'], node[kind = 'copies']", style: { "text-wrap": "wrap" } },
    ...Object.entries(SHAPES).map(([kind, shape]) => ({ selector: `node[kind = '${kind}']`, style: { shape } })),
    { selector: "node[kind = 'anonymous']", style: { "border-style": "dashed" } },
    { selector: "node[kind = 'article']", style: { "border-color": accent } },
    { selector: "node[kind = 'copies']", style: { "border-style": "double", "border-width": 5 } },
    { selector: "node[kind = 'copy']", style: { height: 26, "font-size": 10 } },
    {
      selector: "edge",
      style: {
        width: 1.5, "line-color": faint, "curve-style": "bezier", "control-point-step-size": 110, label: "data(label)", "font-size": 10, color: ink,
        "text-background-color": sheet, "text-background-opacity": 1, "text-background-padding": 2,
      },
    },
    {
      selector: "edge[directed = 'yes']",
      style: { "target-arrow-shape": "triangle", "target-arrow-color": faint },
    },
    ...Object.entries(LINES).map(([kind, style]) => ({ selector: `edge[kind = '${kind}']`, style })),
    {
      selector: ".at",
      style: { "border-color": accent, "border-width": 4, "line-color": accent, "target-arrow-color": accent, "z-index": 9 },
    },
  ];
}
