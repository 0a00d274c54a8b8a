"""How rare a word, person, street or place is: what weight it has where two articles share it."""

from __future__ import annotations

import math
from collections.abc import Mapping
from dataclasses import dataclass
from functools import cache, cached_property

from reportedly.connect.brief.words import stem
from reportedly.connect.profile import Profile
from reportedly.lexicons import common_words

BACKGROUND = 300
"""Articles that the common words of news at large count as: enough to weigh the first articles of an empty ledger, few
enough that a ledger of one matter soon knows better (100 to 1,000 changed the pairs' F1 on incidents/dev by under 1)."""
UNLISTED = 0.002
"""Share of articles at large that hold a word which is not among the common ones."""


@dataclass(frozen=True)
class Rarity:
    """Weights by how many articles hold a term (Spärck Jones 1972), between 0 and 1."""

    articles: int
    spread: Mapping[str, int]

    def of(self, term: str) -> float:
        """The weight of a term of a vocabulary."""
        if ":" in term:
            return self._weight(self.spread.get(term, 0))
        return self._weight(self.spread.get(term, 0) + BACKGROUND * _shares().get(term, UNLISTED))

    def _weight(self, holders: float) -> float:
        return max(0.0, math.log(self._all / max(holders, 1.0)) / self._scale)

    @cached_property
    def _all(self) -> float:
        return float(1 + self.articles + BACKGROUND)

    @cached_property
    def _scale(self) -> float:
        return math.log(self._all)


@dataclass(frozen=True)
class Weighed:
    """A profile with its words weighed: count and rarity, as a vector of length one; and the same of its proper names."""

    profile: Profile
    words: Mapping[str, float]
    proper: Mapping[str, float]

    @cached_property
    def rarest(self) -> tuple[str, ...]:
        """Its words by weight, the heaviest first."""
        return tuple(sorted(self.words, key=lambda t: (-self.words[t], t)))


def weighed(p: Profile, rarity: Rarity) -> Weighed:
    """The vectors of a profile."""
    words = {t: (1 + math.log(n)) * rarity.of(t) for t, n in p.terms}
    return Weighed(p, _unit(words), _unit({t: words[t] for t in p.proper if t in words}))


def cosine(a: Mapping[str, float], b: Mapping[str, float]) -> float:
    """The cosine of two vectors of length one."""
    small, large = (a, b) if len(a) <= len(b) else (b, a)
    return sum(x * large[t] for t, x in small.items() if t in large)


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
