"""Where the tellings of a happening differ: both sides of each dispute, with their words; nobody says who is right."""

from __future__ import annotations

from collections.abc import Iterator
from typing import TYPE_CHECKING

from rich.text import Text

from reportedly.cli.escape import visible_line
from reportedly.cli.linked import known, lines_of, more, outlets_words
from reportedly.connect.wording import published_words
from reportedly.web.views.differ import differences
from reportedly.web.words import plural

if TYPE_CHECKING:
    from reportedly.cli.happening_screen import Screen
    from reportedly.web.views.differ import Difference

SHOWN = 6
"""Disputes shown with both sides, the sharpest first."""

STYLES = {"denial": "red", "conflict": "red"}


def disputes(screen: Screen) -> Iterator[Text]:
    """The sharpest first; those of one kind over one thing together. Figures that were superseded are one line."""
    every = differences(screen.found.happening)
    sided = [d for d in every if not d.steps]
    for d in sided[:SHOWN]:
        yield from _sided(d, screen)
    if len(sided) > SHOWN:
        yield from more(f"{plural(len(sided) - SHOWN, 'difference')} more", screen.paper)
    for d in every:
        if d.steps:
            yield from _replaced(d, screen)


def _sided(d: Difference, screen: Screen) -> Iterator[Text]:
    """What it is about, of which kind, then each side once: its words, who carries it, one sentence."""
    subject = f"{visible_line(d.subject)}: {d.kind.replace('_', ' ')}"
    head = Text.assemble((subject, STYLES.get(d.kind, "bold")), f" – {d.meaning}")
    if d.notes:
        head.append(f" ({'; '.join(visible_line(x) for x in d.notes[:SHOWN])})", style="dim")
    yield from lines_of(head, screen.paper)
    for side in d.sides[:SHOWN]:
        told = known(side.articles, screen.clippings)
        line = Text.assemble(
            (f"{visible_line(side.name)}: ", "bold"), f"{outlets_words(told)}, {published_words(told)}"
        )
        yield from lines_of(line, screen.paper, 4)
        yield from screen.quote(side.evidence[:1], 8)
    if len(d.sides) > SHOWN:
        yield from more(f"{plural(len(d.sides) - SHOWN, 'side')} more", screen.paper)


def _replaced(d: Difference, screen: Screen) -> Iterator[Text]:
    more_steps = f" and {len(d.steps) - SHOWN:,} more" if len(d.steps) > SHOWN else ""
    words = f" – {d.meaning}: {visible_line('; '.join(d.steps[:SHOWN]))}{more_steps}"
    yield from lines_of(Text.assemble((f"{visible_line(d.subject)}: superseded", "bold"), words), screen.paper)
