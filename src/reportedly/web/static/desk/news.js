// What changed since the last visit. A visit ends after half an hour without a page of the desk.

const GAP = 30 * 60 * 1000;
const [LAST, NOW] = ["reportedly-last-visit", "reportedly-this-visit"];

const moment = (time) => new Date(time).toISOString().slice(0, 19) + "Z";

// When the visit before this one ended; null on the first. Where nothing may be stored, every visit is the first.
function lastVisit() {
  try {
    const seen = Number(localStorage.getItem(NOW));
    if (seen && Date.now() - seen > GAP) localStorage.setItem(LAST, String(seen));
    localStorage.setItem(NOW, String(Date.now()));
    return Number(localStorage.getItem(LAST)) || null;
  } catch {
    return null;
  }
}

export function showNews() {
  const before = lastVisit();
  if (!before || new URLSearchParams(location.search).has("news")) return;
  const address = `/desk/news?since=${encodeURIComponent(moment(before))}`;
  htmx.ajax("GET", address, { target: "#news", select: "#news > *", swap: "innerHTML" });
}
