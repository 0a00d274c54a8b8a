// Draws the lineage, the timeline and the map of a happening, each when it comes into view. The tables stay as they are.

const sections = document.querySelector("[data-pictures]");
let asked;

function pictures() {
  asked ??= fetch(sections.dataset.pictures).then((answer) => {
    if (!answer.ok) throw new Error(`pictures: ${answer.status}`);
    return answer.json();
  });
  return asked;
}

const DRAW = {
  lineage: () => import("./lineage.js"),
  timeline: () => import("./timeline.js"),
  map: () => import("./map.js"),
};

async function draw(place) {
  place.hidden = false;
  try {
    const [module, told] = await Promise.all([DRAW[place.dataset.picture](), pictures()]);
    await module.draw(place, told);
    place.dataset.drawn = "yes";
  } catch (error) {
    place.hidden = true; // the table tells the same
    place.dataset.drawn = "no";
    console.warn(`${place.dataset.picture} cannot be drawn`, error);
  }
}

const seen = new IntersectionObserver(
  (entries) => {
    for (const entry of entries.filter((e) => e.isIntersecting)) {
      seen.unobserve(entry.target);
      draw(entry.target.querySelector("[data-picture]"));
    }
  },
  { rootMargin: "400px" },
);

for (const place of document.querySelectorAll("[data-picture]")) seen.observe(place.closest("section"));
