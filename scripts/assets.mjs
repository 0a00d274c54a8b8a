// Copies what the desk serves of other projects from node_modules into the package, and nothing else of them.
// `make assets` runs it; package-lock.json says which versions.

import { copyFileSync, mkdirSync, readFileSync, rmSync, writeFileSync } from "node:fs";
import { join } from "node:path";
import { feature } from "topojson-client";

const FROM = "node_modules";
const TO = "src/reportedly/web/static/vendor";

// MapLibre looks for its worker beside itself, by this very name. Of vis-timeline the build that adds no style element of
// its own, which the pages' policy would refuse; it makes one global name, `vis`.
const SERVED = {
  "pico.min.css": "@picocss/pico/css/pico.min.css",
  "htmx.min.js": "htmx.org/dist/htmx.min.js",
  "cytoscape.mjs": "cytoscape/dist/cytoscape.esm.min.mjs",
  "vis-timeline.js": "vis-timeline/dist/vis-timeline-graph2d.min.js",
  "vis-timeline.css": "vis-timeline/dist/vis-timeline-graph2d.min.css",
  "maplibre-gl.mjs": "maplibre-gl/dist/maplibre-gl.mjs",
  "maplibre-gl-worker.mjs": "maplibre-gl/dist/maplibre-gl-worker.mjs",
  "maplibre-gl.css": "maplibre-gl/dist/maplibre-gl.css",
};

const LICENCES = {
  "pico.txt": "@picocss/pico/LICENSE.md",
  "htmx.txt": "htmx.org/LICENSE",
  "cytoscape.txt": "cytoscape/LICENSE",
  "vis-timeline.txt": "vis-timeline/LICENSE.MIT.txt",
  "maplibre-gl.txt": "maplibre-gl/LICENSE.txt",
  "world-atlas.txt": "world-atlas/LICENSE",
};

// A browser asks for a source map that a script names; there is none here, so the scripts name none.
const MAP = /\n\/[/*]# sourceMappingURL=.*/g;

function copy(files, folder) {
  mkdirSync(folder, { recursive: true });
  for (const [name, source] of Object.entries(files)) copyFileSync(join(FROM, source), join(folder, name));
}

function withoutMaps(folder, names) {
  for (const name of names) {
    const path = join(folder, name);
    writeFileSync(path, readFileSync(path, "utf8").replace(MAP, ""));
  }
}

// The outlines of countries (Natural Earth, 1:110 million) as GeoJSON, with two decimals of a degree: about 1 km.
function outlines() {
  const atlas = JSON.parse(readFileSync(join(FROM, "world-atlas/countries-110m.json"), "utf8"));
  const countries = feature(atlas, atlas.objects.countries);
  return JSON.stringify(countries, (key, value) => (typeof value === "number" ? Math.round(value * 100) / 100 : value));
}

rmSync(TO, { recursive: true, force: true });
copy(SERVED, TO);
copy(LICENCES, join(TO, "licences"));
withoutMaps(TO, Object.keys(SERVED));
writeFileSync(join(TO, "countries.json"), outlines());
