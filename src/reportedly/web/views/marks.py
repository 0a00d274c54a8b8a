"""Marks of dispute on single claims: of which kind, and in words what it stands against."""

from __future__ import annotations

from collections.abc import Iterable, Iterator, Sequence

from reportedly.connect.figures import shown
from reportedly.connect.nouns import Dispute, DisputeKind, Figure
from reportedly.record.span import Noun

AGAINST: dict[DisputeKind, tuple[str, str]] = {
    "superseded": ("superseded by {}", "supersedes {}"),
    "different_scope": ("counts other things than {}", "counts other things than {}"),
    "different_attribution": ("given beside {}", "given beside {}"),
    "conflict": ("conflicts with {}", "conflicts with {}"),
    "denial": ("denied by others", "denies it"),
}
"""What the first and the other sides of a dispute are told of the opposite value."""

SAID = {
    ("superseded", "occurrence"): ("withdrawn later", "withdraws it"),
    ("superseded", "status"): ("later told otherwise", "told otherwise before"),
}
"""The same where the sides have no values."""


class Mark(Noun):
    """That a claim is disputed: how, and against what, in words."""

    kind: DisputeKind
    words: str


def of_figure(f: Figure, disputes: Iterable[Dispute]) -> tuple[Mark, ...]:
    """The marks of a figure."""
    own = shown(f.low, f.high)
    found = [m for d in disputes if d.what == f.what and own in d.values for m in _against(d, own)]
    return tuple(dict.fromkeys(found))


def _against(d: Dispute, own: str) -> Iterator[Mark]:
    before, after = AGAINST[d.kind]
    place = d.values.index(own)
    for n, other in enumerate(d.values):
        if other != own:
            yield Mark(kind=d.kind, words=(before if place < n else after).format(other))


def of_side(what: Sequence[str], article: str, answers: bool, disputes: Iterable[Dispute]) -> tuple[Mark, ...]:
    """The marks of what an article says of one of these subjects; `answers`: it denies, withdraws or calls it off."""
    found = []
    for d in disputes:
        sides = [n for n, side in enumerate(d.sides) if article in side]
        if d.what not in what or not sides:
            continue
        n = sides[-1] if answers else sides[0]
        if answers != (n > 0) and len(d.sides) > 1 and not d.values:
            continue
        words = SAID.get((d.kind, d.what), AGAINST[d.kind])[min(n, 1)]
        others = " or ".join(v for k, v in enumerate(d.values) if k != n) or "others"
        found.append(Mark(kind=d.kind, words=words.format(others)))
    return tuple(dict.fromkeys(found))
