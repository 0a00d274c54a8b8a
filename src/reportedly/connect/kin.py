"""Kin: articles that are likely of one story, pair by pair, by a visible list of weighted features."""

from __future__ import annotations

import math
from collections.abc import Callable, Sequence
from dataclasses import dataclass
from functools import cached_property

from reportedly.connect.blocks import Index, candidates_of
from reportedly.connect.nouns import Link, Node, Reason
from reportedly.connect.profile import Profile
from reportedly.connect.rarity import Rarity, Weighed, cosine, weighed
from reportedly.connect.runs import CONTAINED, contained

WEAK = 0.2
"""Score from which a pair is kept: below it no story on the development sets needs it."""
BY = "rule:kin@1"
RARE = 0.45
"""Rarity from which a shared word counts as rare: it stands in fewer than one in about forty articles."""
COPIED = 8.0
"""Log-odds of a whole text that stands in the other: whatever else speaks against it, one text is of one story."""


@dataclass(frozen=True)
class Pair:
    """Two articles side by side; nothing in it depends on which comes first."""

    a: Weighed
    b: Weighed
    rarity: Rarity

    @cached_property
    def shared(self) -> tuple[str, ...]:
        """Words that both have."""
        return tuple(t for t in self.a.words if t in self.b.words)

    @cached_property
    def apart(self) -> int | None:
        """Days between the nearest events that the two tell first; None where either has none with a day."""
        x, y = self.a.profile.days, self.b.profile.days
        return min((max(0, e[0] - d[1], d[0] - e[1]) for d in x for e in y), default=None)

    def rarities(self, kind: str, xs: Sequence[str], ys: Sequence[str]) -> float:
        """The sum of the rarities of what both lists hold."""
        held = set(ys)
        return sum(self.rarity.of(f"{kind}:{x}") for x in xs if x in held)


def words(p: Pair) -> float:
    """How alike the words are, rare ones most."""
    return cosine(p.a.words, p.b.words)


def proper(p: Pair) -> float:
    """How alike the proper names are."""
    return cosine(p.a.proper, p.b.proper)


def rare(p: Pair) -> float:
    """Rare words that both have."""
    return min(sum(r for t in p.shared if (r := p.rarity.of(t)) >= RARE), 8.0) / 8


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


def same_outlet(p: Pair) -> float:
    """Both stand in one outlet, whose furniture they share."""
    return float(p.a.profile.outlet is not None and p.a.profile.outlet == p.b.profile.outlet)


Feature = Callable[[Pair], float]
FEATURES: tuple[tuple[Feature, float], ...] = (
    (words, 5.1), (proper, 4.9), (rare, 3.4), (people, 1.9), (streets, 1.6), (other_streets, -1.8), (places, 1.2),
    (other_places, -1.4), (ages, 1.0), (other_ages, -1.6), (day, 0.9), (other_days, -1.5), (gap, -2.7),
    (same_outlet, -1.0),
)  # fmt: skip
"""Log-odds that two candidates are of one story, by feature."""
BIAS = -2.8
"""Log-odds of two candidates that share nothing that counts."""


def kin_of(profile: Profile, index: Index) -> tuple[Link, ...]:
    """The articles of the index that are likely of one story with this one, which need not be in it; nearest first.

    Links of kind "same_story" from the later of two articles to the earlier, with the features as reasons.
    """
    alone = Rarity(index.size, index.spread(profile.vocabulary))
    others = index.profiles(candidates_of(weighed(profile, alone), index))
    spread = index.spread({t for p in (profile, *others.values()) for t in p.vocabulary})
    rarity = Rarity(index.size, spread)
    mine = weighed(profile, rarity)
    links = (judged(Pair(mine, weighed(p, rarity), rarity)) for p in others.values())
    return tuple(sorted((k for k in links if (k.score or 0) >= WEAK), key=lambda k: (-(k.score or 0), k.end.id)))


def judged(pair: Pair) -> Link:
    """The pair as a link: its score is the logistic of the weighted features."""
    reasons = tuple(
        Reason(feature=f.__name__, value=round(value, 4), weight=weight) for f, weight in FEATURES if (value := f(pair))
    )
    odds = BIAS + sum(r.value * r.weight for r in reasons)
    copied = contained(pair.a.profile.runs, pair.b.profile.runs)
    if copied >= CONTAINED:
        reasons = (*reasons, Reason(feature="one_text", value=round(copied, 4), weight=COPIED))
        odds += copied * COPIED
    late, early = sorted((pair.a.profile, pair.b.profile), key=lambda p: p.order, reverse=True)
    return Link(
        kind="same_story", start=_node(late), end=_node(early), score=round(1 / (1 + math.exp(-odds)), 4),
        reasons=(Reason(feature="bias", value=1.0, weight=BIAS), *reasons), by=BY,
    )  # fmt: skip


def _none_of(xs: Sequence[object], ys: Sequence[object]) -> float:
    return float(bool(xs and ys) and not set(xs) & set(ys))


def _node(p: Profile) -> Node:
    return Node(kind="article", id=p.id, name=p.outlet or p.id)
