// Says what went wrong with a request that a page made for itself: the content on the page stays as it was.

const notice = document.getElementById("notice");

export function show(words) {
  notice.textContent = words;
  notice.hidden = false;
}

export function hide() {
  notice.hidden = true;
}

function wordsOf(answer) {
  const told = new DOMParser().parseFromString(answer, "text/html").querySelector(".fault");
  return told?.innerText?.trim() || "The desk could not answer; try again.";
}

document.addEventListener("htmx:beforeRequest", hide);
document.addEventListener("htmx:responseError", (event) => show(wordsOf(event.detail.xhr.responseText)));
document.addEventListener("htmx:sendError", () => show("The desk cannot be reached; is it still running? Then try again."));
document.addEventListener("htmx:timeout", () => show("The desk did not answer in time; try again."));
