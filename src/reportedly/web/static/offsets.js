// From the record's offsets, which count code points, to the page's text, which counts units of UTF-16.
//
// A paragraph says where it begins (data-from) and which of its characters are shown as none or several (data-odd): those
// that would not be seen are shown by their number. Every other character is shown as itself.

/** "12:8 40:0" as a map from a code point's place in its paragraph to the units that it is shown as. */
export function oddOf(words) {
  return new Map((words || "").split(" ").filter(Boolean).map((pair) => pair.split(":").map(Number)));
}

/** Where the code point `at` of a paragraph begins in its shown text, in units of UTF-16. */
export function unitsOf(shown, odd, at) {
  let unit = 0;
  for (let i = 0; i < at && unit < shown.length; i += 1) {
    unit += odd.get(i) ?? (shown.codePointAt(unit) > 0xffff ? 2 : 1);
  }
  return unit;
}

/** Spans as the page writes them, "10-20 31-40", as pairs of numbers. */
export function spansOf(words) {
  return (words || "").split(" ").filter(Boolean).map((pair) => pair.split("-").map(Number));
}

/** The ranges of the text that spans cover: one for each paragraph that a span reaches into. */
export function rangesOf(text, spans) {
  const paragraphs = [...text.querySelectorAll("[data-from]")];
  const from = paragraphs.map((p) => Number(p.dataset.from));
  const found = [];
  for (const [start, end] of spans) {
    paragraphs.forEach((paragraph, i) => {
      if (from[i] >= end || (from[i + 1] ?? Infinity) <= start) return;
      const range = rangeIn(paragraph, Math.max(0, start - from[i]), end - from[i]);
      if (!range.collapsed) found.push(range);
    });
  }
  return found;
}

function rangeIn(paragraph, start, end) {
  const shown = paragraph.textContent;
  const odd = oddOf(paragraph.dataset.odd);
  const range = document.createRange();
  range.setStart(...pointAt(paragraph, unitsOf(shown, odd, start)));
  range.setEnd(...pointAt(paragraph, unitsOf(shown, odd, end)));
  return range;
}

/** The text node that holds a unit of an element's text, and where in it. */
function pointAt(element, unit) {
  const nodes = document.createTreeWalker(element, NodeFilter.SHOW_TEXT);
  let last = null;
  let left = unit;
  for (let node = nodes.nextNode(); node; node = nodes.nextNode()) {
    if (left <= node.length) return [node, left];
    left -= node.length;
    last = node;
  }
  return last ? [last, last.length] : [element, 0];
}
