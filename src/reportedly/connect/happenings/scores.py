"""What pairs of mentions score: the logistic of what their features say, added up.

Nearly all features look at one thing about the two: what they are called, who is named with them, where, when and how
many, or in which articles they stand. Of each a story has few and of pairs thousands, so that what these features say
is added up once for each two of them.
"""

from __future__ import annotations

import math
from collections.abc import Collection, Hashable, Iterable, Sequence
from dataclasses import dataclass
from functools import lru_cache

from reportedly.connect.happenings.pairs import (
    BIAS,
    OF_ARTICLES,
    OF_CIRCUMSTANCES,
    OF_PARTIES,
    OF_WORDS,
    WEIGHTS,
    Feature,
    Pair,
    far_apart,
    near,
)
from reportedly.connect.happenings.seen import EITHER, Seen, Weights
from reportedly.connect.nouns import Reason

_NEAR, _FAR_APART = (next(w for f, w, _ in WEIGHTS if f is feature) for feature in (near, far_apart))

Said = tuple[float, int, Reason]
"""What a feature says, after what comes before: how much, the most first, and its place among all features."""


class Aspect:
    """Features that look at one thing, and which of them can say anything of a pair, by what its mentions have."""

    def __init__(self, features: Collection[Feature]) -> None:
        self._features = [(n, f, w, needed.value) for n, (f, w, needed) in enumerate(WEIGHTS) if f in features]
        self._that_can: dict[int, list[tuple[int, Feature, float]]] = {}

    def sum(self, p: Pair) -> float:
        """How much they say."""
        total = 0.0
        for _, feature, weight in self._of(p):
            total += weight * feature(p)
        return total

    def said(self, p: Pair) -> list[Said]:
        """What each says, if anything."""
        return [_said(n, f.__name__, round(v, 3), w) for n, f, w in self._of(p) if (v := f(p))]

    def _of(self, p: Pair) -> list[tuple[int, Feature, float]]:
        a, b = p.a.has, p.b.has
        has = (a & b) | ((a | b) & EITHER)
        if has not in self._that_can:
            self._that_can[has] = [(n, f, w) for n, f, w, needed in self._features if has & needed == needed]
        return self._that_can[has]


@lru_cache(maxsize=10_000)  # most values are 0 or 1
def _said(place: int, feature: str, value: float, weight: float) -> Said:
    return -abs(value * weight), place, Reason(feature=feature, value=value, weight=weight)


_WORDS, _PARTIES, _CIRCUMSTANCES, _ARTICLES, _BESIDE = map(
    Aspect, (OF_WORDS, OF_PARTIES, OF_CIRCUMSTANCES, OF_ARTICLES, (near,))
)


@dataclass(frozen=True, slots=True)
class Weighed:
    """The mentions of a story, by number, and what its words weigh."""

    seen: Sequence[Seen]
    weights: Weights

    def pair(self, i: int, j: int) -> Pair:
        """Two mentions."""
        return Pair(self.seen[i], self.seen[j], self.weights)


class Row(dict[int, float]):
    """How much an aspect says of one mention and of others, by their numbers: added up when asked."""

    __slots__ = ("_aspect", "_j", "_story")

    def __init__(self, aspect: Aspect, story: Weighed, j: int) -> None:
        self._aspect, self._story, self._j = aspect, story, j

    def __missing__(self, i: int) -> float:
        said = self[i] = self._aspect.sum(self._story.pair(i, self._j))
        return said


class Sums:
    """What an aspect says of the pairs of a story, where all that it looks at is one value of each mention."""

    def __init__(self, aspect: Aspect, values: Iterable[Hashable], story: Weighed) -> None:
        numbers: dict[Hashable, int] = {}
        self.numbers = [numbers.setdefault(v, k) for k, v in enumerate(values)]
        """For each mention the first that has the same value."""
        self._aspect, self._story = aspect, story
        self._rows: dict[int, Row] = {}
        self._said: dict[tuple[int, int], list[Said]] = {}

    def row(self, j: int) -> Row:
        """How much they say of a mention and of others, these by their `numbers`."""
        j = self.numbers[j]
        row = self._rows.get(j)
        if row is None:
            row = self._rows[j] = Row(self._aspect, self._story, j)
        return row

    def beside(self, earlier: Sequence[int], j: int) -> list[float]:
        """How much they say of a mention and each of these."""
        row, numbers = self.row(j), self.numbers
        return [row[numbers[i]] for i in earlier]

    def of(self, i: int, j: int) -> float:
        """How much they say of two mentions."""
        return self.row(j)[self.numbers[i]]

    def said(self, i: int, j: int) -> list[Said]:
        """What each says of two mentions."""
        both = self.numbers[i], self.numbers[j]
        if both not in self._said:
            self._said[both] = self._aspect.said(self._story.pair(*both))
        return self._said[both]


class Scoring:
    """The scores of a story's pairs, and the reasons for them."""

    def __init__(self, seen: Sequence[Seen], weights: Weights) -> None:
        self._story = story = Weighed(seen, weights)
        again = {(s.article, s.mention.same_as) for s in seen if s.mention.same_as}
        self._words = Sums(_WORDS, (s.called for s in seen), story)
        self._parties = Sums(_PARTIES, ((s.actors, s.recipients) for s in seen), story)
        self._circumstances = Sums(_CIRCUMSTANCES, (s.circumstances for s in seen), story)
        self._articles = Sums(_ARTICLES, (_setting(s, again) for s in seen), story)

    def scores(self, earlier: Sequence[int], j: int) -> list[float]:
        """How alike each of these is to a later mention, from 0 to 1."""
        aspects = (self._words, self._parties, self._circumstances, self._articles)
        said = (aspect.beside(earlier, j) for aspect in aspects)
        return [
            1.0 / (1.0 + math.exp(-BIAS - (w + p + c) - a - _NEAR * n))
            for w, p, c, a, n in zip(*said, self._story.weights.near(earlier, j), strict=True)
        ]

    def least(self, i: int, j: int, days: int) -> float:
        """What any two mentions that are called like these, with such people in such circumstances, score at least if
        their articles appeared within so many days: what else is looked at only speaks for them."""
        in_common = self._words.of(i, j) + self._parties.of(i, j) + self._circumstances.of(i, j)
        return 1.0 / (1.0 + math.exp(-BIAS - in_common - _FAR_APART * math.log1p(days / 7)))

    def kind(self, i: int) -> tuple[int, int, int]:
        """What two mentions share that differ in nothing but their articles and what is spoken of beside them."""
        return self._words.numbers[i], self._parties.numbers[i], self._circumstances.numbers[i]

    def reasons(self, i: int, j: int) -> tuple[Reason, ...]:
        """The features that say something of a pair, heaviest first."""
        said = [
            *self._words.said(i, j), *self._parties.said(i, j), *self._circumstances.said(i, j),
            *self._articles.said(i, j), *_BESIDE.said(self._story.pair(i, j)),
        ]  # fmt: skip
        said.sort()
        return tuple([reason for _, _, reason in said])


def _setting(s: Seen, again: Collection[tuple[int, str]]) -> Hashable:
    """Its article, whether it says a day; and itself, where it is told `again` or tells what was told before."""
    event = s.mention.event
    return s.article, bool(s.days), event if s.mention.same_as or (s.article, event) in again else None
