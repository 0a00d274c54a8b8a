"""Where the tellings of a happening differ: both sides of each dispute, with their words; nobody says who is right."""

from __future__ import annotations

from collections.abc import Iterator, Sequence
from typing import TYPE_CHECKING

from rich.text import Text

from reportedly.cli.escape import visible_line
from reportedly.cli.linked import known, lines_of, more, outlets_words, published_words
from reportedly.connect.wording import dispute_words, subject_words

if TYPE_CHECKING:
    from reportedly.cli.happening_screen import Screen
    from reportedly.connect.nouns import Dispute

SHOWN = 6
"""Disputes shown with both sides, the sharpest first."""

RANKS = ("denial", "conflict", "superseded", "different_scope", "different_attribution")
STYLES = {"denial": "red", "conflict": "red"}

SIDES: dict[tuple[str, str], tuple[str, str]] = {
    ("denial", "occurrence"): ("says so", "denies it"),
    ("superseded", "occurrence"): ("reported it", "withdrew it"),
    ("superseded", "status"): ("said so first", "later"),
}
"""What the sides are called that have no words of their own."""


def disputes(screen: Screen) -> Iterator[Text]:
    """The sharpest first. Figures that others took the place of are one line for each kind."""
    every = screen.found.happening.disputes
    replaced = [d for d in every if d.kind == "superseded" and d.values]
    rest = sorted((d for d in every if d not in replaced), key=lambda d: RANKS.index(d.kind))
    for d in rest[:SHOWN]:
        yield from _dispute(d, screen)
    if len(rest) > SHOWN:
        yield more(len(rest) - SHOWN, "difference")
    for what in dict.fromkeys(d.what for d in replaced):
        yield from _replaced(what, [d for d in replaced if d.what == what], screen)


def _dispute(d: Dispute, screen: Screen) -> Iterator[Text]:
    """What it is about, of which kind, then each side: its words, who carries it, one sentence."""
    kind = d.kind.replace("_", " ")
    head = Text.assemble(
        (f"{kind}, {visible_line(subject_words(d.what))}", STYLES.get(d.kind, "bold")), f": {dispute_words(d)}"
    )
    if d.note:
        head.append(f" ({visible_line(d.note)})", style="dim")
    yield from lines_of(head, screen.paper)
    names = d.values if len(d.values) == len(d.sides) else SIDES.get((d.kind, d.what), ())
    for n, side in enumerate(d.sides):
        told = known(side, screen.clippings)
        name = visible_line(names[n]) if n < len(names) else f"side {n + 1}"
        line = Text.assemble((f"{name}: ", "bold"), f"{outlets_words(told)}, {published_words(told)}")
        yield from lines_of(line, screen.paper, 4)
        first = next((e for e in d.evidence if e.article in side and e in screen.words), None)
        yield from screen.quote([first] if first else [], 8)


def _replaced(what: str, pairs: Sequence[Dispute], screen: Screen) -> Iterator[Text]:
    steps = list(dict.fromkeys(f"{visible_line(d.values[0])} → {visible_line(d.values[-1])}" for d in pairs))
    shown = "; ".join(steps[:SHOWN]) + (f" and {len(steps) - SHOWN:,} more" if len(steps) > SHOWN else "")
    words = f": {dispute_words(pairs[0])}: {shown}"
    yield from lines_of(Text.assemble((f"superseded, {visible_line(what)}", "bold"), words), screen.paper)
