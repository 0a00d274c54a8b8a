"""Places in the terminal: what each is and where, how it is used, how often it is named."""

from __future__ import annotations

from rich.text import Text

from reportedly.cli.paper import Paper, section, wrap
from reportedly.web.reading.place_view import CREDIT, PLACES_TITLE
from reportedly.web.reading.view import ArticleView

LISTED = 40
"""Places shown of one article; the others are in --json."""


def place_parts(view: ArticleView, paper: Paper) -> list[Text]:
    """The article's places, each once, and whose data they are."""
    if not view.places:
        return []
    lines: list[Text] = []
    for v in view.places[:LISTED]:
        times = f" ×{v.times}" if v.times > 1 else ""
        use = f"  [{v.use}]" if v.use else ""
        words = Text.assemble((v.id.ljust(4) + " ", "dim"), (v.words, "bold"), times, "  ", v.where, (use, "dim"))
        lines += wrap(words, paper.measure, hang=7)
    if len(view.places) > LISTED:
        lines.append(Text(f"     … and {len(view.places) - LISTED} more", style="dim"))
    if any(v.known for v in view.places):
        lines += wrap(Text("     " + CREDIT, style="dim"), paper.measure, hang=5)
    return [section(PLACES_TITLE, paper), Text("\n").join(lines)]
