"""Where the tellings of a happening differ: both sides of each dispute, with their words; nobody says who is right."""

from __future__ import annotations

from collections.abc import Iterator, Sequence
from typing import TYPE_CHECKING

from rich.text import Text

from reportedly.cli.escape import visible_line
from reportedly.cli.linked import known, lines_of, more, outlets_words, published_words
from reportedly.connect.wording import WITHDRAWN, dispute_words, subject_words
from reportedly.web.words import plural

if TYPE_CHECKING:
    from reportedly.cli.happening_screen import Screen
    from reportedly.connect.nouns import Dispute, Evidence

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
    """The sharpest first; those of one kind over one thing together. Figures that were superseded are one line."""
    every = screen.found.happening.disputes
    replaced = [d for d in every if d.kind == "superseded" and d.values]
    groups: dict[tuple[str, str], list[Dispute]] = {}
    for d in sorted((d for d in every if d not in replaced), key=lambda d: RANKS.index(d.kind)):
        groups.setdefault((d.kind, d.what), []).append(d)
    for among in list(groups.values())[:SHOWN]:
        yield from _group(among, screen)
    if len(groups) > SHOWN:
        yield from more(f"{plural(len(groups) - SHOWN, 'difference')} more", screen.paper)
    for what in dict.fromkeys(d.what for d in replaced):
        yield from _replaced(what, [d for d in replaced if d.what == what], screen)


def _group(among: Sequence[Dispute], screen: Screen) -> Iterator[Text]:
    """What they are about, of which kind, then each side once: its words, who carries it, one sentence."""
    d = among[0]
    subject = f"{visible_line(subject_words(d.what))}: {d.kind.replace('_', ' ')}"
    notes = [] if dispute_words(d) == WITHDRAWN else list(dict.fromkeys(visible_line(x.note) for x in among if x.note))
    head = Text.assemble((subject, STYLES.get(d.kind, "bold")), f" – {dispute_words(d)}")
    if notes:
        head.append(f" ({'; '.join(notes[:SHOWN])})", style="dim")
    yield from lines_of(head, screen.paper)
    sides = _sides(among)
    for name, (articles, evidence) in list(sides.items())[:SHOWN]:
        told = known(list(articles), screen.clippings)
        line = Text.assemble((f"{visible_line(name)}: ", "bold"), f"{outlets_words(told)}, {published_words(told)}")
        yield from lines_of(line, screen.paper, 4)
        yield from screen.quote(evidence[:1], 8)
    if len(sides) > SHOWN:
        yield from more(f"{plural(len(sides) - SHOWN, 'side')} more", screen.paper)


def _sides(among: Sequence[Dispute]) -> dict[str, tuple[dict[str, None], list[Evidence]]]:
    """The sides of some disputes by what they say: the articles that carry it, and their evidence, the best first.

    Best is that of an article on no other side. Of figures in an article that gives both, the last is the other side's.
    """
    found: dict[str, tuple[dict[str, None], list[Evidence]]] = {}
    for d in among:
        names = d.values if len(d.values) == len(d.sides) else SIDES.get((d.kind, d.what), ())
        for n, side in enumerate(d.sides):
            name = names[n] if n < len(names) else f"side {n + 1}"
            articles, evidence = found.setdefault(name, ({}, []))
            articles.update(dict.fromkeys(side))
            others = {a for k, other in enumerate(d.sides) if k != n for a in other}
            mine = [e for e in d.evidence if e.article in side]
            evidence += sorted(reversed(mine) if n and d.values else mine, key=lambda e: e.article in others)
    return found


def _replaced(what: str, pairs: Sequence[Dispute], screen: Screen) -> Iterator[Text]:
    steps = list(dict.fromkeys(f"{visible_line(d.values[0])} → {visible_line(d.values[-1])}" for d in pairs))
    shown = "; ".join(steps[:SHOWN]) + (f" and {len(steps) - SHOWN:,} more" if len(steps) > SHOWN else "")
    words = f" – {dispute_words(pairs[0])}: {shown}"
    yield from lines_of(
        Text.assemble((f"{visible_line(subject_words(what))}: superseded", "bold"), words), screen.paper
    )
