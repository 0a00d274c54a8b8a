"""An index: what is known of the articles linked so far, as far as finding kin needs it."""

from __future__ import annotations

from collections import Counter
from collections.abc import Collection, Mapping, Sequence
from typing import Protocol

from reportedly.connect.profile import Profile

FULL = 64
"""How many holders of a key an index remembers, the first ones: so work and memory only grow with the articles. In a
story with more, every article still meets the first ones."""


class Index(Protocol):
    """What is known of the articles linked so far. To read it changes nothing."""

    @property
    def size(self) -> int:
        """How many articles it holds."""

    def spread(self, terms: Collection[str]) -> Mapping[str, int]:
        """In how many of them each term of a vocabulary stands; one that stands in none may be left out."""

    def holders(self, keys: Collection[str]) -> Mapping[str, Sequence[str]]:
        """Ids of the first FULL articles put under each key, in the order of putting; unknown keys are left out."""

    def profiles(self, ids: Collection[str]) -> Mapping[str, Profile]:
        """The profiles of articles; unknown ids are left out."""


class Shelf:
    """An index in memory. Count all articles, then put them."""

    def __init__(self) -> None:
        self._spread: Counter[str] = Counter()
        self._holders: dict[str, list[str]] = {}
        self._profiles: dict[str, Profile] = {}
        self._size = 0

    @property
    def size(self) -> int:
        """How many articles were counted."""
        return self._size

    def count(self, p: Profile) -> None:
        """Note its words."""
        self._size += 1
        self._spread.update(p.vocabulary)

    def put(self, p: Profile, keys: Collection[str]) -> None:
        """Note it under its keys."""
        self._profiles[p.id] = p
        for k in keys:
            held = self._holders.setdefault(k, [])
            if len(held) < FULL:
                held.append(p.id)

    def spread(self, terms: Collection[str]) -> Mapping[str, int]:
        """As the protocol says."""
        return {t: self._spread[t] for t in terms if t in self._spread}

    def holders(self, keys: Collection[str]) -> Mapping[str, Sequence[str]]:
        """As the protocol says."""
        return {k: self._holders[k] for k in keys if k in self._holders}

    def profiles(self, ids: Collection[str]) -> Mapping[str, Profile]:
        """As the protocol says."""
        return {i: self._profiles[i] for i in ids if i in self._profiles}
