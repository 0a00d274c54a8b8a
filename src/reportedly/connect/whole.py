"""Disjoint sets: what is tied together, however indirectly."""

from __future__ import annotations


class Whole:
    """Disjoint sets of numbers, each known by its least."""

    def __init__(self, size: int) -> None:
        self._up = list(range(size))

    def of(self, i: int) -> int:
        """The least of the set that holds this."""
        while self._up[i] != i:
            self._up[i] = self._up[self._up[i]]
            i = self._up[i]
        return i

    def join(self, i: int, j: int) -> None:
        """Make one set of two."""
        i, j = self.of(i), self.of(j)
        self._up[max(i, j)] = min(i, j)
