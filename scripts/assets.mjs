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
  for (const { geometry } of countries.features) {
    const polygons = geometry.type === "Polygon" ? [geometry.coordinates] : geometry.coordinates;
    for (const polygon of polygons) polygon.forEach((ring, i) => (polygon[i] = unrolled(ring)));
  }
  return JSON.stringify(countries, (key, value) => (typeof value === "number" ? Math.round(value * 100) / 100 : value));
}

// The atlas is of a globe: a ring steps from 180° to -180°, which on a flat map is a line across the world. Here it goes
// on beyond 180° instead, and one that goes around the pole (Antarctica) is closed along it.
function unrolled(ring) {
  let turn = 0;
  const flat = ring.map(([longitude, latitude], i) => {
    const step = i ? longitude - ring[i - 1][0] : 0;
    if (Math.abs(step) > 180) turn -= 360 * Math.sign(step);
    return [longitude + turn, latitude];
  });
  const [first, last] = [flat[0], flat[flat.length - 1]];
  return Math.abs(first[0] - last[0]) > 180 ? [...flat, [last[0], -90], [first[0], -90], first] : flat;
}

rmSync(TO, { recursive: true, force: true });
copy(SERVED, TO);
copy(LICENCES, join(TO, "licences"));
withoutMaps(TO, Object.keys(SERVED));
writeFileSync(join(TO, "countries.json"), outlines());
