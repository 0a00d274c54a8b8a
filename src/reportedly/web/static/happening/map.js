// The places that articles name, on outlines of countries. Labels are elements: no glyphs are fetched.

import { Map, Marker, NavigationControl, LngLatBounds } from "../vendor/maplibre-gl.mjs";
import { colour, element, onTheme, styled } from "./parts.js";

const NEAREST = 3.5; // zoom at which one place is shown: its country and those around it

function style(outlines) {
  return {
    version: 8,
    sources: { countries: { type: "geojson", data: outlines } },
    layers: [
      { id: "sea", type: "background", paint: { "background-color": colour("paper") } },
      { id: "land", type: "fill", source: "countries", paint: { "fill-color": colour("line"), "fill-opacity": 0.45 } },
      { id: "borders", type: "line", source: "countries", paint: { "line-color": colour("faint"), "line-width": 0.6 } },
    ],
  };
}

function spot(place, happened) {
  const words = element("span", {}, place.where.name);
  return element(
    "div",
    { class: "spot", "data-happened": happened ? "yes" : "no", "data-main": place.main ? "yes" : "no" },
    words,
  );
}

export async function draw(place, { places, happened }) {
  const known = places.filter((p) => p.where.lat !== null && p.where.lon !== null);
  if (!known.length) throw new Error("no coordinates");
  await styled(place.dataset.style);
  const canvas = element("div", { class: "canvas", role: "region", "aria-label": "Map of the places; the table below has the same" });
  place.append(canvas);
  const bounds = new LngLatBounds();
  for (const p of known) bounds.extend([p.where.lon, p.where.lat]);
  const outlines = new URL(place.dataset.outlines, location.href).href;
  const map = new Map({
    container: canvas,
    style: style(outlines),
    bounds,
    fitBoundsOptions: { maxZoom: NEAREST, padding: 60 },
    attributionControl: false,
    cooperativeGestures: true,
    dragRotate: false,
    fadeDuration: 0,
  });
  map.addControl(new NavigationControl({ showCompass: false }));
  for (const p of known) new Marker({ element: spot(p, happened) }).setLngLat([p.where.lon, p.where.lat]).addTo(map);
  onTheme(() => map.setStyle(style(outlines)));
}
