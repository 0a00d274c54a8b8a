"""People and bodies in the terminal: who is named or has a part, what they are, how often they are mentioned."""

from __future__ import annotations

from rich.text import Text

from reportedly.cli.paper import Paper, section, wrap
from reportedly.web.reading.view import ArticleView

LISTED = 12
"""Entities shown of one article; the others are in --json."""


def entity_parts(view: ArticleView, paper: Paper) -> list[Text]:
    """A heading and a line for each entity; nothing where there is none."""
    if not view.entities:
        return []
    lines: list[Text] = []
    for e in view.entities[:LISTED]:
        line = Text.assemble((f"{e.id:<4}", "dim"), (e.name, "bold"), f"  [{e.about}]", (f"  ×{e.mentions}", "dim"))
        lines += wrap(line, paper.measure, hang=4)
    if more := len(view.entities) - LISTED:
        lines += [Text(f"    and {more} more", style="dim")] if more > 0 else []
    return [section("People and bodies", paper), Text("\n").join(lines)]
