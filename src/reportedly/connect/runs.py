"""Runs of words that two texts share: what shows that one was made from the other."""

from __future__ import annotations

from collections.abc import Collection

from reportedly.connect.brief.shingles import SAMPLE

CONTAINED = 0.5
"""Share of the shorter text's runs of words that the longer one must hold to be a copy."""
ENOUGH = 8
"""Runs that the shorter text must have for a share to mean anything."""


def comparable(x: Collection[int], y: Collection[int]) -> tuple[set[int], set[int]]:
    """The runs of two texts by one measure: where either keeps only a sample, the sample of both."""
    a, b = set(x), set(y)
    if all(r % SAMPLE == 0 for r in a) or all(r % SAMPLE == 0 for r in b):
        return {r for r in a if r % SAMPLE == 0}, {r for r in b if r % SAMPLE == 0}
    return a, b


def contained(x: Collection[int], y: Collection[int]) -> float:
    """The share of the shorter text's runs that the longer one has, 0 where there are too few to tell (containment:
    Broder 1997, "On the resemblance and containment of documents")."""
    a, b = comparable(x, y)
    least = min(len(a), len(b))
    return len(a & b) / least if least >= ENOUGH else 0.0
