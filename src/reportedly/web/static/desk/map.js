// The map: outlines of countries, a circle for what is said to have happened at a place, a hollow square for the rest.
import { asTable, choose } from "./views.js";

const WIDEST = 60; // pixels that a circle may be wide
const SIDE = 64; // pixels of the square's image, which is drawn at half of them

const colour = (element, name) => getComputedStyle(element).getPropertyValue(name).trim();
const width = (count) => Math.min(WIDEST, 6 + 4 * Math.sqrt(count));

function canDraw() {
  const canvas = document.createElement("canvas");
  return Boolean(canvas.getContext("webgl2"));
}

// A dashed square as pixels: no image is asked for.
function square(element) {
  const canvas = document.createElement("canvas");
  canvas.width = canvas.height = SIDE;
  const pen = canvas.getContext("2d");
  pen.strokeStyle = colour(element, "--other");
  pen.lineWidth = 8;
  pen.setLineDash([14, 6]);
  pen.strokeRect(6, 6, SIDE - 12, SIDE - 12);
  return pen.getImageData(0, 0, SIDE, SIDE);
}

function styleOf(box, outlines) {
  const paint = { land: { "fill-color": colour(box, "--map-land") }, edge: { "line-color": colour(box, "--map-edge"), "line-width": 0.6 } };
  return {
    version: 8,
    sources: { outlines: { type: "geojson", data: outlines }, spots: { type: "geojson", data: pointsOf([]) } },
    layers: [
      { id: "sea", type: "background", paint: { "background-color": colour(box, "--map-sea") } },
      { id: "land", type: "fill", source: "outlines", paint: paint.land },
      { id: "edge", type: "line", source: "outlines", paint: paint.edge },
      {
        id: "others", type: "symbol", source: "spots", filter: [">", ["get", "others"], 0],
        layout: { "icon-image": "square", "icon-size": ["/", ["get", "square"], SIDE], "icon-allow-overlap": true, "icon-ignore-placement": true },
      },
      {
        id: "happened", type: "circle", source: "spots", filter: [">", ["get", "happened"], 0],
        paint: {
          "circle-radius": ["/", ["get", "circle"], 2], "circle-color": colour(box, "--happened"), "circle-opacity": 0.65,
          "circle-stroke-color": colour(box, "--happened"), "circle-stroke-width": 1,
        },
      },
    ],
  };
}

// Where both stand at one place, the square frames the circle.
function pointsOf(spots) {
  const features = spots.map((s) => ({
    type: "Feature",
    geometry: { type: "Point", coordinates: [s.lon, s.lat] },
    properties: { ...s, circle: width(s.happened), square: Math.max(width(s.others), s.happened ? width(s.happened) + 6 : 0) },
  }));
  return { type: "FeatureCollection", features };
}

const number = (n) => n.toLocaleString("en");
const words = (s) => `${s.name || "A place"}${s.country ? ` (${s.country})` : ""}: ${number(s.happened)} said to have happened, ${number(s.others)} planned, denied or other`;

const AROUND = 0.001; // degrees: 100 m
const boxOf = (west, south, east, north) => [west, south, east, north].map((x) => x.toFixed(4)).join(",");
const turned = (degrees) => ((degrees + 540) % 360) - 180;

function brushed(bounds) {
  const whole = bounds.getEast() - bounds.getWest() >= 360;
  const [west, east] = whole ? [-180, 180] : [turned(bounds.getWest()), turned(bounds.getEast())];
  choose({ bbox: boxOf(west, Math.max(-90, bounds.getSouth()), east, Math.min(90, bounds.getNorth())) });
}

function listen(map, figure) {
  const tell = figure.querySelector(".tell");
  for (const layer of ["happened", "others"]) {
    map.on("mousemove", layer, (event) => { tell.textContent = words(event.features[0].properties); });
    map.on("click", layer, ({ features: [{ properties: s }] }) => {
      choose({ bbox: boxOf(s.lon - AROUND, s.lat - AROUND, s.lon + AROUND, s.lat + AROUND) });
    });
  }
  map.on("boxzoomend", () => map.once("moveend", () => brushed(map.getBounds())));
  figure.querySelector("[data-deed=brush]").addEventListener("click", () => brushed(map.getBounds()));
}

function fit(map, spots) {
  if (!spots.length) return;
  const [lons, lats] = [spots.map((s) => s.lon), spots.map((s) => s.lat)];
  const bounds = [[Math.min(...lons), Math.min(...lats)], [Math.max(...lons), Math.max(...lats)]];
  map.fitBounds(bounds, { padding: 40, maxZoom: 5, animate: false });
}

export async function drawMap(figure) {
  if (!canDraw()) return asTable(figure, "No map can be drawn in this browser (WebGL is missing).");
  const library = await import("../vendor/maplibre-gl.mjs");
  const box = figure.querySelector(".canvas");
  const map = new library.Map({
    container: box, style: styleOf(box, figure.dataset.outlines), center: [10, 20], zoom: 0.4, attributionControl: false,
    maxZoom: 9, dragRotate: false, pitchWithRotate: false, fadeDuration: 0,
  });
  map.addControl(new library.NavigationControl({ showCompass: false }));
  await new Promise((ready) => map.once("load", ready));
  map.addImage("square", square(box), { pixelRatio: 1 });
  listen(map, figure);
  const pin = document.createElement("div");
  pin.className = "pin";
  const marker = new library.Marker({ element: pin });
  return {
    show({ found }) {
      const { spots, left_out: beyond, nowhere } = found;
      const most = beyond ? `, those with the most of ${number(spots.length + beyond)}` : "";
      const places = spots.length === 1 ? "1 place" : `${number(spots.length)} places`;
      figure.querySelector(".tell").textContent = `${places}${most}; ${number(nowhere)} without a known place`;
      map.getSource("spots").setData(pointsOf(found.spots));
      marker.remove();
      fit(map, found.spots);
      figure.dataset.drawn = String(found.spots.length);
    },
    mark(lon, lat) {
      if (lon === undefined || lat === undefined) marker.remove();
      else marker.setLngLat([Number(lon), Number(lat)]).addTo(map);
    },
  };
}
