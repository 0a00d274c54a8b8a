"use strict";
(() => {
  const card = document.getElementById("card");
  const marks = [...document.querySelectorAll("[data-s]")];
  const stops = [...document.querySelectorAll("a[data-s]")].flatMap((mark) =>   // a word can open several
    (mark.dataset.o || mark.id).split(" ").map((key) => ({ mark, key })));
  const narrow = window.matchMedia("(max-width: 36rem)");
  let shown = null;   // the statement or event on the card
  let pinned = false;

  const marksOf = new Map();
  for (const mark of marks) {
    if (mark.title) mark.removeAttribute("title");   // the card says it
    for (const key of mark.dataset.s.split(" ")) {
      if (!marksOf.has(key)) marksOf.set(key, []);
      marksOf.get(key).push(mark);
    }
  }
  const entryOf = (key) => document.getElementById(key + "-l")?.closest(".entry");   // a later mention's is the first's
  const innermost = (mark) => mark.dataset.s.split(" ").pop();
  const keyOf = (mark) => (mark.dataset.o || "").split(" ").includes(shown) ? shown : mark.id || innermost(mark);

  const light = (key, on) => {
    const entry = entryOf(key);
    for (const same of entry?.dataset.k.split(" ") || [key]) {   // all mentions of an event
      for (const mark of marksOf.get(same) || []) mark.classList.toggle("on", on);
    }
    entry?.classList.toggle("on", on);
  };

  const fill = (key) => {
    const entry = entryOf(key);
    const copy = entry.cloneNode(true);
    copy.querySelectorAll("[id]").forEach((x) => x.removeAttribute("id"));
    copy.querySelectorAll("details").forEach((x) => { x.open = true; });
    copy.querySelectorAll("a").forEach((x) => x.replaceWith(...x.childNodes.length ? [Object.assign(document.createElement("span"), { className: x.className, textContent: x.textContent })] : []));
    card.replaceChildren(...copy.childNodes);
    for (const name of ["named", "unnamed", "none", "happened", "other"]) card.classList.toggle(name, entry.classList.contains(name));
  };

  const place = (mark, x) => {
    if (narrow.matches) return;
    const lines = [...mark.getClientRects()];
    const line = lines.find((r) => x !== undefined && x >= r.left && x <= r.right) || lines[0];
    const column = mark.closest(".text").getBoundingClientRect();
    const left = Math.max(12, Math.min(x !== undefined ? x - 60 : line.left, column.right - card.offsetWidth));
    const below = line.bottom + 14 + card.offsetHeight < window.innerHeight;
    const top = below || line.top < card.offsetHeight + 70 ? line.bottom + 14 : line.top - card.offsetHeight - 10;
    card.style.left = left + window.scrollX + "px";
    card.style.top = top + window.scrollY + "px";
  };

  const reveal = (key) => {      // scroll the list, never the page
    const entry = entryOf(key), list = entry.closest(".list");
    if (list.scrollHeight <= list.clientHeight + 1) return;
    const there = entry.getBoundingClientRect(), frame = list.getBoundingClientRect();
    if (there.top < frame.top || there.bottom > frame.bottom) list.scrollTop += there.top - frame.top - 40;
  };

  const show = (key, mark, x) => {
    if (!entryOf(key)) return;
    if (shown && shown !== key) light(shown, false);
    shown = key;
    light(key, true);
    fill(key);
    card.hidden = false;
    place(mark, x);
    reveal(key);
  };
  const hide = () => {
    if (shown) light(shown, false);
    shown = null;
    pinned = false;
    card.hidden = true;
    card.classList.remove("pinned");
  };
  const pin = (key, mark, x) => {
    if (pinned && shown === key) { hide(); return; }
    pinned = true;
    card.classList.add("pinned");
    show(key, mark, x);
  };

  for (const mark of marks) {
    mark.addEventListener("mouseenter", (e) => { if (!pinned) show(innermost(mark), mark, e.clientX); });
    mark.addEventListener("mouseleave", () => { if (!pinned) hide(); });
    mark.addEventListener("click", (e) => {
      e.preventDefault();
      e.stopPropagation();
      pin(e.detail === 0 ? keyOf(mark) : innermost(mark), mark, e.detail === 0 ? undefined : e.clientX);
    });
    mark.addEventListener("focus", () => { if (mark.matches(":focus-visible") && !pinned) show(keyOf(mark), mark); });
    mark.addEventListener("blur", () => { if (!pinned) hide(); });
  }
  for (const entry of document.querySelectorAll(".entry")) {
    const key = entry.dataset.k.split(" ")[0];
    entry.addEventListener("mouseenter", () => { if (!pinned) { light(key, true); } });
    entry.addEventListener("mouseleave", () => { if (!pinned) { light(key, false); } });
  }
  card.addEventListener("click", (e) => e.stopPropagation());
  document.addEventListener("click", () => { if (pinned) hide(); });

  const step = (by) => {
    const here = (stop) => stop.mark === document.activeElement;
    const at = Math.max(stops.findIndex((s) => here(s) && s.key === shown), stops.findIndex(here));
    const from = at >= 0 ? at : stops.findIndex((s) => s.mark.getBoundingClientRect().top > 60) - (by > 0 ? 1 : 0);
    const next = stops[Math.min(Math.max(from + by, 0), stops.length - 1)];
    if (!next) return;
    if (pinned) hide();
    next.mark.focus({ preventScroll: true, focusVisible: true });
    next.mark.scrollIntoView({ block: "center" });
    show(next.key, next.mark);
  };
  document.addEventListener("keydown", (e) => {
    if (e.ctrlKey || e.metaKey || e.altKey) return;
    const onMark = stops.some((s) => s.mark === document.activeElement);
    if (e.key === "Escape") { hide(); document.activeElement?.blur?.(); }
    else if (e.key === "j" || (onMark && (e.key === "ArrowDown" || e.key === "ArrowRight"))) { e.preventDefault(); step(1); }
    else if (e.key === "k" || (onMark && (e.key === "ArrowUp" || e.key === "ArrowLeft"))) { e.preventDefault(); step(-1); }
    else if (e.key === " " && onMark) { e.preventDefault(); pin(keyOf(document.activeElement), document.activeElement); }
  });
})();
