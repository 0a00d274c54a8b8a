"""Kin: articles that are likely of one story, pair by pair, by a visible list of weighted features."""

from __future__ import annotations

import math
from collections import defaultdict
from collections.abc import Callable, Iterable, Sequence
from dataclasses import dataclass
from functools import cache, cached_property

from reportedly.connect.blocks import candidates_of
from reportedly.connect.brief.words import stem
from reportedly.connect.details import OTHERS, others
from reportedly.connect.nouns import Link, Reason
from reportedly.connect.profile import Profile
from reportedly.connect.rarity import Scale, Weighed
from reportedly.connect.runs import CONTAINED

WEAK = 0.2
"""Score from which a pair is kept: below it no story on the development sets needs it."""
BY = "rule:kin@2"

LIKE = (0.2, 0.3)
"""Shares of the shorter text's runs at which likeness of wording begins to count, and counts in full. Invented items
off one template share 0.30 to 0.71; accounts of one matter that quote alike share less."""
FEW = 3.0
"""Sum of the rarities of shared rare words from which two articles share more than a place."""


@dataclass(frozen=True)
class Pair:
    """Two articles side by side; nothing in it depends on which comes first."""

    a: Weighed
    b: Weighed
    scale: Scale

    @cached_property
    def shared(self) -> Sequence[str]:
        """The words that both have, by the alphabet as those of either, so that they always sum alike."""
        others = self.b.words
        return [t for t in self.a.words if t in others]

    @cached_property
    def placed(self) -> frozenset[str]:
        """The words of the places that both name, which `places` weighs."""
        named = set(self.a.profile.places) & set(self.b.profile.places)
        return frozenset(stem(w) for place in named for w in place.split())

    @cached_property
    def contained(self) -> float:
        """The share of the shorter text's runs of words that the longer one has."""
        return self.a.runs.contained(self.b.runs)

    @cached_property
    def apart(self) -> int | None:
        """Days between the nearest events that the two tell first; None where either has none with a day."""
        x, y = self.a.profile.days, self.b.profile.days
        return min((max(0, e[0] - d[1], d[0] - e[1]) for d in x for e in y), default=None)

    def rarities(self, kind: str, xs: Sequence[str], ys: Sequence[str]) -> float:
        """The sum of the rarities of what both lists hold."""
        held = set(ys)
        return sum(self.scale.of(f"{kind}:{x}") for x in xs if x in held)


def words(p: Pair) -> float:
    """How alike the words are, rare ones most."""
    x, y = p.a.words, p.b.words
    return sum(x[t] * y[t] for t in p.shared)


def proper(p: Pair) -> float:
    """How alike the proper names are, places that both name aside."""
    x, y = p.a.proper, p.b.proper
    return sum(x[t] * y[t] for t in x if t in y and t not in p.placed)


def thin(p: Pair) -> float:
    """Hardly a rare word is in both: 1 where there is none, 0 where there are FEW. A place that both name counts for
    nothing here: one town has much to tell of."""
    rare = p.a.rare
    return max(0.0, 1 - sum(rare[t] for t in p.shared if t in rare and t not in p.placed) / FEW)


def people(p: Pair) -> float:
    """Persons that both name."""
    return min(p.rarities("person", p.a.profile.people, p.b.profile.people), 2.0)


def streets(p: Pair) -> float:
    """Streets that both name."""
    return min(p.rarities("street", p.a.profile.streets, p.b.profile.streets), 1.5)


def other_streets(p: Pair) -> float:
    """Both name streets, none the same."""
    return _none_of(p.a.profile.streets, p.b.profile.streets)


def places(p: Pair) -> float:
    """Places that both name."""
    return min(p.rarities("place", p.a.profile.places, p.b.profile.places), 1.0)


def other_places(p: Pair) -> float:
    """Both name places, none the same."""
    return _none_of(p.a.profile.places, p.b.profile.places)


def ages(p: Pair) -> float:
    """Ages of people that both give, as a share of the shorter list."""
    x, y = p.a.profile.ages, p.b.profile.ages
    return len(set(x) & set(y)) / min(len(x), len(y)) if x and y else 0.0


def other_ages(p: Pair) -> float:
    """Both give ages, none the same."""
    return _none_of(p.a.profile.ages, p.b.profile.ages)


def other_numerals(p: Pair) -> float:
    """Both give numbers in figures, none the same."""
    return _none_of(p.a.profile.numerals, p.b.profile.numerals)


def day(p: Pair) -> float:
    """An event told first may have happened on the same day."""
    return float(p.apart == 0)


def other_days(p: Pair) -> float:
    """The events told first lie apart: 1 from seven weeks on."""
    return min(math.log1p(p.apart or 0), 4.0) / 4


def gap(p: Pair) -> float:
    """The articles were published apart: 1 from five months on."""
    x, y = p.a.profile.day, p.b.profile.day
    return min(math.log1p(abs(x - y)), 5.0) / 5 if x is not None and y is not None else 0.0


def undated(p: Pair) -> float:
    """When either was published is unknown, so that likeness says less."""
    return float(p.a.profile.day is None or p.b.profile.day is None)


def same_outlet(p: Pair) -> float:
    """Both stand in one outlet, whose furniture they share."""
    return float(p.a.profile.outlet is not None and p.a.profile.outlet == p.b.profile.outlet)


def one_text(p: Pair) -> float:
    """The share of the shorter text that stands in the longer one, from where that makes a copy."""
    return p.contained if p.contained >= CONTAINED and others(p.a.profile, p.b.profile) < OTHERS else 0.0


def template(p: Pair) -> float:
    """One wording with other names and numbers, as a paper's police items have: 0 and 1 at the shares of LIKE. The less
    so, the more the same people are told of in the same place on the same day."""
    first, full = LIKE
    if p.contained <= first or others(p.a.profile, p.b.profile) < OTHERS:
        return 0.0
    return min(1.0, (p.contained - first) / (full - first)) * (1.0 - min(people(p), places(p), day(p)))


Feature = Callable[[Pair], float]
FEATURES: tuple[tuple[Feature, float], ...] = (
    (words, 8.0), (one_text, 6.0), (proper, 5.5), (thin, -2.5), (places, 1.5), (day, 1.5), (gap, -2.1), (undated, -2.5),
    (same_outlet, -0.7), (other_days, -1.1), (people, 0.5), (streets, 0.9), (other_streets, -2.0), (other_places, -1.3),
    (ages, 0.8), (other_ages, -1.8), (other_numerals, -0.6), (template, -8.0),
)  # fmt: skip
"""Log-odds that two candidates are of one story, by feature: a logistic regression over the candidates of the earlier
60 percent of incidents/dev, of ecb/train (each pair for 0.3) and of three lineage stories (each for 10), rounded; of
one_text and template there are too few, and they are set. What decides most pairs stands first."""
BIAS = -0.5
"""Log-odds of two candidates that share nothing that counts."""
MOST: dict[Feature, float] = {people: 2.0, streets: 1.5}
"""The highest value of a feature, where it is not 1."""


def kin_of(profiles: Iterable[Profile], scale: Scale) -> list[Link]:
    """The articles of the scale's index that are likely of one story with one of these, which need not be in it.

    Links of kind "same_story" from the later of two articles to the earlier, nearest first for each of these; features
    are the reasons. Two that are candidates of each other are judged once.
    """
    found: list[Link] = []
    met: dict[str, set[str]] = defaultdict(set)
    for p in profiles:
        others = [i for i in candidates_of(p, scale) if i not in met[p.id]]
        for i in others:
            met[i].add(p.id)
        pairs = (Pair(scale.weighed(p), other, scale) for other in scale.among(others))
        found += sorted(filter(None, map(judged, pairs)), key=lambda k: -(k.score or 0))
    return found


_BIAS = Reason(feature="bias", value=1.0, weight=BIAS)
_LEAST = math.log(WEAK / (1 - WEAK)) - 1e-6
"""Log-odds below which no score is WEAK, whatever way they were rounded."""


@cache
def _rest() -> tuple[float, ...]:
    """For each feature, the most that all those after it can add."""
    most = [max(0.0, weight * MOST.get(f, 1.0)) for f, weight in FEATURES]
    return tuple(sum(most[k + 1 :]) for k in range(len(most)))


def judged(pair: Pair) -> Link | None:
    """The pair as a link, whose score is the logistic of the weighted features; None below WEAK."""
    values, total = [], 0.0
    for (f, weight), rest in zip(FEATURES, _rest(), strict=True):
        if value := f(pair):
            values.append((f.__name__, value, weight))
            total += value * weight
        if BIAS + total + rest < _LEAST:
            return None
    score = 1 / (1 + math.exp(-BIAS - total))
    if score < WEAK:
        return None
    late, early = sorted((pair.a, pair.b), key=lambda w: w.profile.order, reverse=True)
    reasons = (Reason(feature=name, value=round(value, 4), weight=weight) for name, value, weight in values)
    return Link(
        kind="same_story", start=late.node, end=early.node, score=round(score, 4),
        reasons=(_BIAS, *reasons), by=BY,
    )  # fmt: skip


def _none_of(xs: Sequence[object], ys: Sequence[object]) -> float:
    return float(bool(xs and ys) and not set(xs) & set(ys))
