// Text and cards, linked both ways: what the pointer rests on, or the focus, is lit on the other side.
//
// It only adds to what the page holds: marks are links to their cards, and cards link back. data-s names the cards of a
// mark, innermost last; data-o those that open there; data-k the marks of a card; data-at spans of the text.
import { rangesOf, spansOf } from "./offsets.js";

const text = document.querySelector("[data-text]");
const list = document.querySelector(".list");

const marksOf = new Map();
for (const mark of text?.querySelectorAll("[data-s]") ?? []) {
  for (const key of mark.dataset.s.split(" ")) {
    if (!marksOf.has(key)) marksOf.set(key, []);
    marksOf.get(key).push(mark);
  }
}

const entryOf = (key) => document.getElementById(`${key}-l`)?.closest(".entry");   // a later mention's is the first's
const keysOf = (entry) => entry.dataset.k.split(" ");
const innermost = (mark) => mark.dataset.s.split(" ").pop();
const opening = (mark) => mark.dataset.o?.split(" ").pop() || mark.id || innermost(mark);

let lit = null;   // the entry that is lit, with its marks

function light(entry) {
  if (entry === lit) return;
  for (const [one, on] of [[lit, false], [entry, true]]) {
    one?.classList.toggle("on", on);
    for (const mark of one ? keysOf(one).flatMap((key) => marksOf.get(key) ?? []) : []) mark.classList.toggle("on", on);
  }
  lit = entry;
}

/** Words of the text under no mark of their own: those of an entity, or of evidence. */
function lightWords(spans) {
  if (!("highlights" in CSS) || !text) return;
  CSS.highlights.delete("words");
  const ranges = rangesOf(text, spans);
  if (ranges.length) CSS.highlights.set("words", new Highlight(...ranges));
}

/** Scroll the list, never the page. */
function reveal(entry) {
  if (!entry || list.scrollHeight <= list.clientHeight + 1) return;
  const there = entry.getBoundingClientRect();
  const frame = list.getBoundingClientRect();
  if (there.top < frame.top || there.bottom > frame.bottom) list.scrollTop += there.top - frame.top - 40;
}

/** What is under the pointer or has the focus. */
function attend(target) {
  const mark = target.closest("[data-text] [data-s]");
  const entry = mark ? entryOf(target === document.activeElement ? opening(mark) : innermost(mark)) : target.closest(".entry");
  light(entry ?? null);
  if (mark) reveal(entry);
  lightWords(spansOf(target.closest("[data-at]")?.dataset.at));
}

function letGo() {
  const focus = document.activeElement;
  if (focus && focus !== document.body && focus.closest(".sheet")) attend(focus);
  else {
    light(null);
    lightWords([]);
  }
}

/** The next or the previous stop on the side where the focus is: a mark of the text, or the name on a card. */
function step(by) {
  const here = document.activeElement;
  const onList = here?.closest(".list");
  const stops = [...(onList ? list.querySelectorAll(".entry .name[href]") : text.querySelectorAll("a.m[href]"))];
  const current = onList ? here.closest(".entry")?.querySelector(".name[href]") : here;
  const at = stops.indexOf(current);
  const from = at >= 0 ? at : stops.findIndex((s) => s.getBoundingClientRect().top > 60) - (by > 0 ? 1 : 0);
  const next = stops[Math.min(Math.max(from + by, 0), stops.length - 1)];
  if (!next) return;
  next.focus({ preventScroll: true, focusVisible: true });
  if (!onList) next.scrollIntoView({ block: "center" });
  else reveal(next.closest(".entry"));
}

/** A link from a mark to its card or back: the focus goes along, so that the keyboard goes on from there. */
function follow(event) {
  const link = event.target.closest("a[href^='#']");
  if (!link || event.ctrlKey || event.metaKey || event.shiftKey) return;
  event.preventDefault();
  window.location.hash = link.hash;
  const target = document.getElementById(decodeURIComponent(link.hash.slice(1)));
  if (!target) return;
  const entry = target.closest(".entry");
  const place = entry ? entry.querySelector(".name[href]") ?? entry : target.closest("a.m") ?? nextMark(target);
  place?.focus({ preventScroll: true, focusVisible: true });
}

/** The mark that an empty anchor stands before: several can open with the same words. */
function nextMark(anchor) {
  const [mark] = marksOf.get(anchor.id) ?? [];
  return mark?.closest("a") ?? anchor;
}

/** An address may name an event without a type, which the page leaves out unless it is asked for. */
function showNamedEvent() {
  const name = window.location.hash.slice(1);
  const more = document.querySelector(".more-events a[href*='all_events']");
  if (/^e\d+(-l)?$/.test(name) && !document.getElementById(name) && more) window.location.replace(more.href + window.location.hash);
}

showNamedEvent();
if (text && list) {
  const sheet = text.closest(".sheet");
  sheet.addEventListener("pointerover", (event) => attend(event.target));
  sheet.addEventListener("pointerleave", letGo);
  sheet.addEventListener("focusin", (event) => attend(event.target));
  sheet.addEventListener("focusout", () => queueMicrotask(letGo));
  sheet.addEventListener("click", follow);
  document.addEventListener("keydown", (event) => {
    if (event.ctrlKey || event.metaKey || event.altKey || event.target.closest("input, textarea, select, dialog")) return;
    if (event.key === "Escape") document.activeElement?.blur?.();
    else if (event.key === "j" || event.key === "k") {
      event.preventDefault();
      step(event.key === "j" ? 1 : -1);
    }
  });
}
