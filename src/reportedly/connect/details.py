"""Details: whether two like texts tell of other people, places and numbers, as two items off one template do."""

from __future__ import annotations

from typing import Protocol

FEW = 3
"""Details of its own that either text must have: an updated edition changes a number, or two."""
OTHERS = 0.35
"""Share of either text's details that the other lacks from which one wording tells two matters. Measured on invented
police, election, sports and weather items, and on the copies of incidents/dev and of lineage."""


class Detailed(Protocol):
    """What a brief and a profile both know."""

    @property
    def proper(self) -> tuple[str, ...]:
        """Stems of proper names."""

    @property
    def numerals(self) -> tuple[str, ...]:
        """Numbers in figures."""


def others(a: Detailed, b: Detailed) -> float:
    """The share of names and numbers that the other text lacks, of the text that has the smaller such share; 0 where
    either has less than FEW: an abridgement lacks much and has next to nothing of its own."""
    x, y = {*a.proper, *a.numerals}, {*b.proper, *b.numerals}
    mine, theirs = x - y, y - x
    if min(len(mine), len(theirs)) < FEW:
        return 0.0
    return min(len(mine) / len(x), len(theirs) / len(y))
