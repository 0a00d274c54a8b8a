"""Where the tellings of a happening differ: both sides of each dispute, with their words; nobody says who is right."""

from __future__ import annotations

from collections.abc import Sequence

from reportedly.connect.nouns import Dispute, DisputeKind, Evidence, Happening
from reportedly.connect.wording import WITHDRAWN, dispute_words, subject_words
from reportedly.record.span import Noun

RANKS: tuple[DisputeKind, ...] = (
    "denial", "conflict", "superseded", "different_scope", "different_attribution",
)  # fmt: skip
"""Kinds of dispute, the sharpest first."""

SIDES: dict[tuple[str, str], tuple[str, str]] = {
    ("denial", "occurrence"): ("says so", "denies it"),
    ("superseded", "occurrence"): ("reported it", "withdrew it"),
    ("superseded", "status"): ("said so first", "later"),
}
"""What the sides are called that have no words of their own."""


class Side(Noun):
    """One side of a difference: its words, the articles that carry it, its evidence, the best first."""

    name: str
    articles: tuple[str, ...]
    evidence: tuple[Evidence, ...] = ()


class Difference(Noun):
    """Disputes of one kind over one thing. `subject` and `meaning` are what they are about and what their kind means,
    in words; `notes` is what was noted of them. `steps` are figures that took the place of one another, "5 → 9"."""

    kind: DisputeKind
    what: str
    subject: str
    meaning: str
    notes: tuple[str, ...] = ()
    sides: tuple[Side, ...] = ()
    steps: tuple[str, ...] = ()


def differences(h: Happening) -> tuple[Difference, ...]:
    """The sharpest first; those of one kind over one thing together. Figures that were superseded come last."""
    replaced = [d for d in h.disputes if d.kind == "superseded" and d.values]
    groups: dict[tuple[str, str], list[Dispute]] = {}
    for d in sorted((d for d in h.disputes if d not in replaced), key=lambda d: RANKS.index(d.kind)):
        groups.setdefault((d.kind, d.what), []).append(d)
    for d in replaced:
        groups.setdefault((d.kind, d.what), []).append(d)
    return tuple(_difference(among) for among in groups.values())


def _difference(among: Sequence[Dispute]) -> Difference:
    d = among[0]
    steps = dict.fromkeys(f"{x.values[0]} → {x.values[-1]}" for x in among if x.kind == "superseded" and x.values)
    notes = [] if dispute_words(d) == WITHDRAWN else dict.fromkeys(x.note for x in among if x.note)
    return Difference(
        kind=d.kind, what=d.what, subject=subject_words(d.what), meaning=dispute_words(d), notes=tuple(notes),
        sides=_sides(among), steps=tuple(steps),
    )  # fmt: skip


def _sides(among: Sequence[Dispute]) -> tuple[Side, ...]:
    """The sides by what they say. Best is the evidence of an article on no other side; of figures in an article that
    gives both, the last is the other side's."""
    found: dict[str, tuple[dict[str, None], dict[Evidence, None]]] = {}
    for d in among:
        names = d.values if len(d.values) == len(d.sides) else SIDES.get((d.kind, d.what), ())
        for n, side in enumerate(d.sides):
            name = names[n] if n < len(names) else f"side {n + 1}"
            articles, evidence = found.setdefault(name, ({}, {}))
            articles.update(dict.fromkeys(side))
            others = {a for k, other in enumerate(d.sides) if k != n for a in other}
            mine = [e for e in d.evidence if e.article in side]
            ranked = sorted(reversed(mine) if n and d.values else mine, key=lambda e: e.article in others)
            evidence.update(dict.fromkeys(ranked))
    return tuple(
        Side(name=name, articles=tuple(articles), evidence=tuple(evidence))
        for name, (articles, evidence) in found.items()
    )
