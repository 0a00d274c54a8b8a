"""How rare a word, person, street or place is: what weight it has where two articles share it."""

from __future__ import annotations

import math
from collections.abc import Collection, Mapping, Sequence
from dataclasses import dataclass
from functools import cache, cached_property

from reportedly.connect.brief.words import stem
from reportedly.connect.index import Index
from reportedly.connect.nouns import Node
from reportedly.connect.profile import Profile
from reportedly.connect.runs import Runs
from reportedly.lexicons import common_words

BACKGROUND = 300
"""Articles that the common words of news at large count as: enough to weigh the first articles of an empty ledger, few
enough that a ledger of one matter soon knows better."""
KEPT = 4096
"""Vectors that a scale keeps, about 20 KB each."""
NAMED = 1.5
"""How much heavier a name is than another word among those by which an article is found: what one article names, others
name too, while its rarest words are often its own."""
RARE = 0.45
"""Rarity from which a word counts as rare: it stands in fewer than one in about forty articles."""
UNLISTED = 0.002
"""Share of articles at large that hold a word which is not among the common ones."""


@dataclass(frozen=True)
class Weighed:
    """A profile with its words weighed: count and rarity, as a vector of length one, and of these its proper names; and
    the rarity of its rare words."""

    profile: Profile
    words: Mapping[str, float]
    proper: Mapping[str, float]
    rare: Mapping[str, float]

    @cached_property
    def node(self) -> Node:
        """The article as an end of its links."""
        return Node(kind="article", id=self.profile.id, name=self.profile.outlet or self.profile.id)

    @cached_property
    def runs(self) -> Runs:
        """Its runs of words."""
        return Runs(self.profile.runs)

    @cached_property
    def rarest(self) -> tuple[str, ...]:
        """Its words by weight, the heaviest first, names before others."""
        return tuple(sorted(self.words, key=lambda t: (-self.words[t] * (NAMED if t in self.proper else 1.0), t)))


class Scale:
    """Weights by how many articles of an index hold a term (Spärck Jones 1972), between 0 and 1.

    It asks the index for each count and each key once and keeps them: make a new scale where the index has grown.
    """

    def __init__(self, index: Index) -> None:
        self.index = index
        self._all = float(1 + index.size + BACKGROUND)
        self._most = math.log(self._all)
        self._rarity: dict[str, float] = {}
        self._weighed: dict[str, Weighed] = {}
        self._holders: dict[str, Sequence[str]] = {}

    def of(self, term: str) -> float:
        """How rare a term of a vocabulary is."""
        if term not in self._rarity:
            self._learn([term])
        return self._rarity[term]

    def holders(self, keys: Collection[str]) -> dict[str, Sequence[str]]:
        """Who stands under each key; those under which nobody does are left out."""
        if new := set(keys).difference(self._holders):
            self._holders |= {**dict.fromkeys(new, ()), **self.index.holders(new)}
        return {k: held for k in keys if (held := self._holders[k])}

    def weighed(self, p: Profile) -> Weighed:
        """The vectors of a profile."""
        if p.id not in self._weighed:
            self._weigh([p])
        return self._weighed[p.id]

    def among(self, ids: Sequence[str]) -> list[Weighed]:
        """The vectors of those of these articles that the index knows, which cost it one question."""
        there = {i: w for i in ids if (w := self._weighed.get(i))}
        there |= self._weigh(self.index.profiles([i for i in ids if i not in there]).values())
        return [there[i] for i in ids if i in there]

    def _weigh(self, profiles: Collection[Profile]) -> dict[str, Weighed]:
        if len(self._weighed) > KEPT:
            self._weighed.clear()
        self._learn({t for p in profiles for t in p.vocabulary if t not in self._rarity})
        made = {p.id: self._vectors(p) for p in profiles}
        self._weighed |= made
        return made

    def _vectors(self, p: Profile) -> Weighed:
        words = {t: (1 + math.log(n)) * self._rarity[t] for t, n in p.terms}
        proper = {t: words[t] for t in p.proper if t in words}
        rare = {t: r for t in words if (r := self._rarity[t]) >= RARE}
        return Weighed(p, _unit(words), _unit(proper), rare)

    def _learn(self, terms: Collection[str]) -> None:
        spread, shares = (self.index.spread(terms) if terms else {}), _shares()
        for t in terms:
            at_large = 0.0 if ":" in t else BACKGROUND * shares.get(t, UNLISTED)
            holders = max(1.0, spread.get(t, 0) + at_large)
            self._rarity[t] = max(0.0, math.log(self._all / holders) / self._most)


def _unit(vector: dict[str, float]) -> dict[str, float]:
    norm = math.sqrt(sum(x * x for x in vector.values())) or 1.0
    return {t: x / norm for t, x in vector.items()}


@cache
def _shares() -> dict[str, float]:
    """The common words by stem; forms of one word add up."""
    shares: dict[str, float] = {}
    for word, share in common_words().items():
        shares[stem(word)] = min(1.0, shares.get(stem(word), 0.0) + share)
    return shares
