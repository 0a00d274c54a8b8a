// Small things that the pictures share.

export function element(name, attributes = {}, ...inside) {
  const made = document.createElement(name);
  for (const [key, value] of Object.entries(attributes)) made.setAttribute(key, value);
  made.append(...inside);
  return made;
}

export function button(words, label, press) {
  const made = element("button", { type: "button", "aria-label": label, title: label }, words);
  made.addEventListener("click", press);
  return made;
}

/** A colour of the page's theme, by the name of its custom property. */
export function colour(name) {
  return getComputedStyle(document.documentElement).getPropertyValue(`--${name}`).trim();
}

/** Call when the theme changes from light to dark or back. */
export function onTheme(change) {
  matchMedia("(prefers-color-scheme: dark)").addEventListener("change", change);
}

export function styled(href) {
  if (document.querySelector(`link[href="${CSS.escape(href)}"]`)) return Promise.resolve();
  const link = element("link", { rel: "stylesheet", href });
  const ready = new Promise((done, failed) => {
    link.addEventListener("load", done);
    link.addEventListener("error", failed);
  });
  document.head.prepend(link); // before ours, which has the last word
  return ready;
}
