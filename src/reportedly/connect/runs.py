"""Runs of words that two texts share: what shows that one was made from the other."""

from __future__ import annotations

from dataclasses import dataclass
from functools import cached_property

from reportedly.connect.brief.shingles import SAMPLE

CONTAINED = 0.6
"""Share of the shorter text's runs that the longer one must hold to be a copy. In incidents/dev and lineage no two
articles of different outlets lie between 0.4 and 0.8."""
ENOUGH = 8
"""Runs that the shorter text must have for a share to mean anything."""


@dataclass(frozen=True)
class Runs:
    """The runs that a brief keeps of one text: all, or of a long text a sample."""

    kept: tuple[int, ...]

    @cached_property
    def all(self) -> frozenset[int]:
        """Those that were kept."""
        return frozenset(self.kept)

    @cached_property
    def sample(self) -> frozenset[int]:
        """Those that would be kept of a long text."""
        return frozenset(r for r in self.kept if r % SAMPLE == 0)

    @cached_property
    def whole(self) -> bool:
        """Were all kept?"""
        return any(r % SAMPLE for r in self.kept)

    def shared(self, other: Runs) -> tuple[int, int, int]:
        """How many runs both have, the shorter one and the longer one, by one measure: of two whole texts all, else the
        sample of both."""
        a, b = (self.all, other.all) if self.whole and other.whole else (self.sample, other.sample)
        return len(a & b), min(len(a), len(b)), max(len(a), len(b))

    def contained(self, other: Runs) -> float:
        """The share of the shorter text's runs that the longer one has, 0 where there are too few to tell (containment:
        Broder 1997, "On the resemblance and containment of documents")."""
        both, least, _ = self.shared(other)
        return both / least if least >= ENOUGH else 0.0
