"""One mention as pairs are compared: everything that a pair needs of each side, computed once."""

from __future__ import annotations

import math
from collections import Counter
from collections.abc import Sequence
from dataclasses import dataclass
from datetime import date
from enum import Flag, auto
from functools import cached_property, lru_cache

from reportedly.connect.brief import Brief, Mention, Party, Spot
from reportedly.connect.brief.words import is_anaphoric, is_empty, is_general, root, senses_of
from reportedly.lexicons import load_sameness

A_YEAR = 366
"""Days; a time that is wider says nothing."""
HALF_A_YEAR = 180
"""Days; no anniversary comes sooner, and "the year's end" of a fiscal one is not far off."""
NARROW = 31
"""Days; a time that is wider says nothing of the day (a month still does)."""


class Has(Flag):
    """What a mention has that a feature may need. CROSS: an actor or a recipient."""

    NOTHING = 0
    TYPE = auto()
    MODE = auto()
    ACTOR = auto()
    RECIPIENT = auto()
    CROSS = auto()
    PLACE = auto()
    DAY = auto()
    FIGURE = auto()
    NTH = auto()
    APART = auto()
    EMPTY = auto()


EITHER: int = (Has.NTH | Has.APART | Has.EMPTY).value
"""What says something of a pair though only one of them has it."""


Called = tuple[str, str | None, str | None]
"""What a mention is called: its word, with the type and the mode that were made of it."""


@dataclass(frozen=True)
class Days:
    """The first and the last day that a mention may mean."""

    first: int
    last: int

    @property
    def width(self) -> int:
        """Days between them."""
        return self.last - self.first

    def apart(self, other: Days) -> int:
        """Days that lie between two of these; 0 where they meet."""
        return max(0, self.first - other.last, other.first - self.last)


@lru_cache(maxsize=10_000)
def days_of(earliest: str | None, latest: str | None) -> Days | None:
    """The days of an interval of ISO dates; null where either is missing or is no date. Midnight
    ("T24:00") is of the day that begins."""
    try:
        first, last = (date.fromisoformat(x[:10]).toordinal() + ("T24" in x) for x in (earliest or "", latest or ""))
    except ValueError:
        return None
    return Days(first, last) if last - first >= 0 else None


@dataclass(frozen=True, eq=False)
class Seen:
    """One mention of one article. `index` is its number among all of the story; `article` that of its article,
    `sentence` that of its sentence among those of the article that hold events, `number` its own in the article."""

    index: int
    article: int
    sentence: int
    brief: Brief
    mention: Mention
    number: int = 0

    @cached_property
    def has(self) -> int:
        """What it has, as the value of a `Has`; a plain number, because every pair asks."""
        m = self.mention
        flags = (
            (Has.TYPE, m.type), (Has.MODE, m.mode), (Has.ACTOR, self.actors), (Has.RECIPIENT, self.recipients),
            (Has.CROSS, self.actors or self.recipients), (Has.PLACE, self.place), (Has.DAY, self.days),
            (Has.FIGURE, m.counts), (Has.NTH, m.nth), (Has.APART, m.apart), (Has.EMPTY, self.empty),
        )  # fmt: skip
        return sum(flag.value for flag, value in flags if value)

    @cached_property
    def called(self) -> Called:
        """As pairs ask for it."""
        return self.mention.lemma, self.mention.type, self.mention.mode

    @cached_property
    def senses(self) -> frozenset[str]:
        """The senses its word can have, being of its type."""
        every = senses_of(self.mention.lemma)
        return every & load_sameness().by_type.get(self.mention.type or "", every) or every

    @cached_property
    def empty(self) -> bool:
        """Its word says too little."""
        return is_empty(self.mention.lemma) and self.mention.type is None

    @cached_property
    def anaphoric(self) -> bool:
        """Its word stands for what was told before."""
        return is_anaphoric(self.mention.lemma)

    @cached_property
    def is_attack(self) -> bool:
        """It harms people on purpose, in whatever way."""
        words = load_sameness()
        return (self.mention.type == "ASSAULT" and self.befalls) or bool(self.senses & words.attacks)

    @cached_property
    def general(self) -> bool:
        """Its word is said of an attack of any kind."""
        return is_general(self.mention.lemma)

    @cached_property
    def solid(self) -> bool:
        """It names a kind of event that happens rarely enough to be told by: typed, or with a sense."""
        return not self.empty and (self.mention.type is not None or bool(self.senses))

    @cached_property
    def befalls(self) -> bool:
        """It names something that can harm people: an attack, an earthquake, a crash."""
        return bool(self.senses & load_sameness().causes)

    @cached_property
    def is_effect(self) -> bool:
        """It names what such a thing brings about: death, injury, flight."""
        return bool(self.senses & load_sameness().effects) and not self.befalls

    @cached_property
    def personal(self) -> bool:
        """It befalls one person: a death, an arrest."""
        return bool(self.senses & load_sameness().personal)

    @cached_property
    def when(self) -> Days | None:
        """When it happened. What is remembered on a day did not happen on it."""
        d = days_of(self.mention.earliest, self.mention.latest)
        if d is None or d.width > A_YEAR:
            return None
        past = self.long_before
        return None if past is not None and d.last > past else d

    @cached_property
    def long_before(self) -> int | None:
        """The last day on which it can have happened, being remembered by an anniversary."""
        if self.mention.apart != "commemoration" or self.published is None:
            return None
        return self.published - HALF_A_YEAR

    @cached_property
    def days(self) -> Days | None:
        """The same where it is narrow enough to tell two happenings of one year apart."""
        return self.when if self.when and self.when.width <= NARROW else None

    @cached_property
    def place(self) -> Spot | None:
        """Its own place, else the only town that its sentence names."""
        return self.mention.place or self.mention.town

    @cached_property
    def published(self) -> int | None:
        """The day on which its article appeared."""
        d = days_of(self.brief.published, self.brief.published)
        return d.first if d else None

    @cached_property
    def actors(self) -> Signs:
        """Who acts."""
        return signs_of(self.mention.actors)

    @cached_property
    def recipients(self) -> Signs:
        """To whom."""
        return signs_of(self.mention.recipients)


@dataclass(frozen=True)
class Signs:
    """By what parties are known again: keys and names, and the heads of what is only described. `people` are the last
    names of named persons."""

    names: frozenset[str]
    heads: frozenset[str]
    people: frozenset[str]
    states: frozenset[str]

    def __bool__(self) -> bool:
        return bool(self.names or self.heads)


NOBODY = Signs(frozenset(), frozenset(), frozenset(), frozenset())


def signs_of(parties: Sequence[Party]) -> Signs:
    """What parties are known by."""
    if not parties:
        return NOBODY
    names, heads, people, states = set(), set(), set(), set()
    for p in parties:
        kind, _, name = (p.key or "").partition(":")
        if kind == "person":
            people.add(name.split()[-1])
            names.add(name.split()[-1])
        elif kind == "state":
            states.add(name)
            names.add(name)
        elif name:
            names.add(name)
        elif p.head not in load_sameness().pronouns:
            heads.add(root(p.head))
            if p.text[:1].isupper() and p.text == p.text.title():
                names.add(p.head)
    return Signs(frozenset(names), frozenset(heads), frozenset(people), frozenset(states))


class Weights:
    """How telling each word, and each name, is among the articles of one story."""

    def __init__(self, briefs: Sequence[Brief], seen: Sequence[Seen]) -> None:
        """Count the words of the articles and of what stands beside each mention."""
        self.n = len(briefs)
        self._near = Counter(w for s in seen for w in s.mention.near)
        self._mentions = max(1, len(seen))
        self._terms = Counter(t for b in briefs for t, _ in b.terms)
        self._vectors: dict[int, dict[str, float]] = {}
        self._likeness: dict[tuple[int, int], float] = {}
        self._idfs = {w: math.log((1 + self._mentions) / k) ** 2 for w, k in self._near.items()}
        self._norms = [math.sqrt(sum(self._idfs[w] for w in s.mention.near)) for s in seen]
        self._nears = [frozenset(s.mention.near) for s in seen]
        self._briefs = briefs
        self.lemmas = Counter(s.mention.lemma for s in seen)
        self.of_words: dict[tuple[Called, Called], float] = {}

    def near(self, a: Seen, b: Seen) -> float:
        """Cosine of what is spoken of beside two mentions, rare words first."""
        shared = self._nears[a.index] & self._nears[b.index]
        norm = self._norms[a.index] * self._norms[b.index]
        return math.fsum(self._idfs[w] for w in shared) / norm if norm and shared else 0.0  # fsum: sets have no order

    def articles(self, i: int, j: int) -> float:
        """Cosine of two articles' words, weighed within the story."""
        if i == j:
            return 1.0
        if (i, j) not in self._likeness:
            a, b = self._vector(i), self._vector(j)
            self._likeness[i, j] = math.fsum(a[t] * b[t] for t in a.keys() & b.keys())
        return self._likeness[i, j]

    def _vector(self, i: int) -> dict[str, float]:
        if i not in self._vectors:
            v = {
                t: (1 + math.log(k)) * math.log((1 + self.n) / (self._terms[t] - 0.5)) for t, k in self._briefs[i].terms
            }
            norm = math.sqrt(sum(x * x for x in v.values())) or 1.0
            self._vectors[i] = {t: x / norm for t, x in v.items()}
        return self._vectors[i]
