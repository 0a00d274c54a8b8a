// The desk's page: what is new since the last visit, keys, and the map and timeline of what is listed.
import { keep } from "./keys.js";
import { showNews } from "./news.js";
import { follow } from "./views.js";

// On a narrow screen the facets are folded away; on a wide one they stand open, also after they were swapped.
const wide = matchMedia("(min-width: 48rem)");
function unfold() {
  for (const fold of document.querySelectorAll("[data-fold]")) fold.open = wide.matches;
}

unfold();
wide.addEventListener("change", unfold);
document.addEventListener("htmx:afterSettle", unfold);

keep();
showNews();
follow();
