"""One mention as pairs are compared: everything that a pair needs of each side, computed once."""

from __future__ import annotations

import math
from collections import Counter
from collections.abc import Hashable, Iterable, Sequence
from dataclasses import dataclass
from datetime import date
from enum import Flag, auto
from functools import cached_property, lru_cache
from itertools import chain, compress

import numpy as np
from numpy.typing import NDArray

from reportedly.connect.brief import Brief, Mention, Party
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
    SAME_AS = auto()
    OLD = auto()


_BITS = tuple(flag.value for flag in Has)
"""The values of all that a mention can have, in order."""
EITHER: int = (Has.NTH | Has.APART | Has.EMPTY | Has.SAME_AS | Has.OLD).value
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


@dataclass(frozen=True)
class Kind:
    """What a mention's word, with its type, says of itself.

    `senses` are those that the word can have, being of the type. `empty`: it says too little; `anaphoric`: it stands
    for what was told before; `attack`: it harms people on purpose, in whatever way; `general`: it is said of an attack
    of any kind; `solid`: it names a kind of event that happens rarely enough to be told by, typed or with a sense;
    `befalls`: it can harm people (an attack, an earthquake, a crash); `effect`: it is what such a thing brings about
    (death, injury, flight); `personal`: it befalls one person (a death, an arrest).
    """

    senses: frozenset[str]
    empty: bool
    anaphoric: bool
    attack: bool
    general: bool
    solid: bool
    befalls: bool
    effect: bool
    personal: bool


@lru_cache(maxsize=50_000)
def kind_of(lemma: str, type: str | None) -> Kind:
    """The kind of a word."""
    words = load_sameness()
    every = senses_of(lemma)
    senses = every & words.by_type.get(type or "", every) or every
    empty = is_empty(lemma) and type is None
    befalls = bool(senses & words.causes)
    return Kind(
        senses=senses, empty=empty, anaphoric=is_anaphoric(lemma), general=is_general(lemma), befalls=befalls,
        attack=(type == "ASSAULT" and befalls) or bool(senses & words.attacks),
        solid=not empty and (type is not None or bool(senses)),
        effect=bool(senses & words.effects) and not befalls, personal=bool(senses & words.personal),
    )  # fmt: skip


Figures = dict[str, tuple[float | None, float | None]]
NO_FIGURES: Figures = {}


class Seen:
    """One mention of one article. `index` is its number among all of the story; `article` that of its article,
    `sentence` that of its sentence among those of the article that hold events, `number` its own in the article.

    `called` is its word, type and mode, `kind` what these say of it; `place` its own, else the only town that its
    sentence names; `actors` who acts, `recipients` to whom; `figures` by what they count; `published` the day on which
    its article appeared, `long_before` the last on which it can have happened, being remembered by an anniversary;
    `when` it happened, `days` the same where it is narrow enough to tell two happenings of one year apart; `old`: long
    before its article appeared; `has` what it has, as the value of a `Has`: a plain number, because every pair asks.
    A plain class with nothing made later, because a story has thousands and every pair asks for all of it.
    """

    __slots__ = (
        "actors", "article", "brief", "called", "days", "figures", "has", "index", "kind", "long_before", "mention",
        "number", "old", "place", "published", "recipients", "sentence", "when",
    )  # fmt: skip

    def __init__(self, index: int, at: tuple[int, int, int], brief: Brief) -> None:
        """`at` are the numbers of its article, its sentence and its own."""
        self.index = index
        self.article, self.sentence, self.number = at
        self.brief, self.mention = brief, brief.mentions[self.number]
        m = self.mention
        self.called: Called = (m.lemma, m.type, m.mode)
        self.kind = kind_of(m.lemma, m.type)
        self.place = m.place or m.town
        self.actors, self.recipients = signs_of(m.actors), signs_of(m.recipients)
        appeared = days_of(brief.published, brief.published)
        self.published = appeared.first if appeared else None
        self.long_before = _long_before(m, self.published)
        self.when = _when(m, self.long_before)
        self.old = bool(self.when and self.published and self.when.last < self.published - HALF_A_YEAR)
        self.days = self.when if self.when and self.when.width <= NARROW else None
        self.figures: Figures = {what: (low, high) for what, low, high in m.counts} if m.counts else NO_FIGURES
        self.has = _has(self)

    @property
    def told(self) -> tuple[Brief, Mention]:
        """The mention with its article."""
        return self.brief, self.mention

    @property
    def circumstances(self) -> Hashable:
        """What it says beside its word and of whom: where, when, how many, which one, whether it is set apart."""
        m = self.mention
        return self.place, self.when, m.counts, m.nth, m.apart, m.joint, self.old


def _long_before(m: Mention, published: int | None) -> int | None:
    return None if m.apart != "commemoration" or published is None else published - HALF_A_YEAR


def _when(m: Mention, past: int | None) -> Days | None:
    """When it happened. What is remembered on a day did not happen on it."""
    d = days_of(m.earliest, m.latest)
    if d is None or d.width > A_YEAR:
        return None
    return None if past is not None and d.last > past else d


def _has(s: Seen) -> int:
    m, actors, recipients = s.mention, bool(s.actors), bool(s.recipients)
    there = (
        m.type, m.mode, actors, recipients, actors or recipients, s.place, s.days, m.counts, m.nth, m.apart,
        s.kind.empty, m.same_as, s.old,
    )  # fmt: skip
    return sum(compress(_BITS, there))


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
    return _signs(tuple((p.key, p.head, p.text) for p in parties)) if parties else NOBODY


@lru_cache(maxsize=10_000)  # an article names the same few people over and over
def _signs(parties: tuple[tuple[str | None, str, str], ...]) -> Signs:
    names, heads, people, states = set(), set(), set(), set()
    for key, head, text in parties:
        kind, _, name = (key or "").partition(":")
        if kind == "person":
            people.add(name.split()[-1])
            names.add(name.split()[-1])
        elif kind == "state":
            states.add(name)
            names.add(name)
        elif name:
            names.add(name)
        elif head not in load_sameness().pronouns:
            heads.add(root(head))
            if text[:1].isupper() and text == text.title():
                names.add(head)
    return Signs(frozenset(names), frozenset(heads), frozenset(people), frozenset(states))


class Weights:
    """How telling each word, and each name, is among the articles of one story."""

    def __init__(self, briefs: Sequence[Brief], seen: Sequence[Seen]) -> None:
        """Count the words of the articles and of what stands beside each mention."""
        self.n = len(briefs)
        near = Counter(chain.from_iterable(s.mention.near for s in seen))
        mentions = max(1, len(seen))
        self._idfs = {w: math.log((1 + mentions) / k) ** 2 for w, k in near.items()}
        self._beside: dict[int, tuple[frozenset[str], float]] = {}
        self._seen = seen
        self._rows: dict[int, NDArray[np.float64]] = {}
        self._likeness: dict[tuple[int, int], float] = {}
        self._briefs = briefs
        self.lemmas = Counter(s.mention.lemma for s in seen)

    def near(self, others: Iterable[int], j: int) -> list[float]:
        """Cosine of what is spoken of beside each of these mentions and beside another, rare words first."""
        mine, length = self._beside.get(j) or self._words_beside(j)
        idf, found = self._idfs.__getitem__, []
        for i in others:
            theirs, other = self._beside.get(i) or self._words_beside(i)
            shared = mine & theirs  # fsum: sets have no order
            found.append(math.fsum(map(idf, shared)) / (length * other) if shared else 0.0)
        return found

    def _words_beside(self, i: int) -> tuple[frozenset[str], float]:
        """What is spoken of beside a mention, and the length of that as a vector."""
        near = self._seen[i].mention.near
        made = self._beside[i] = frozenset(near), math.sqrt(sum(map(self._idfs.__getitem__, near)))
        return made

    def articles(self, i: int, j: int) -> float:
        """Cosine of two articles' words, weighed within the story."""
        if i == j:
            return 1.0
        if (i, j) not in self._likeness:
            self._likeness[i, j] = float(self._row(i) @ self._row(j))
        return self._likeness[i, j]

    def _row(self, i: int) -> NDArray[np.float64]:
        """The weights of one article's words, of length 1; in it only the words that another has, too."""
        if i not in self._rows:
            terms, columns, rarity = self._briefs[i].terms, self._columns, self._rarity
            v = [(1 + math.log(k)) * rarity[t] for t, k in terms]
            row = np.zeros(len(columns) + 1)  # in the last place those that no other has
            row[[columns.get(t, -1) for t, _ in terms]] = v
            self._rows[i] = row[:-1] / (math.sqrt(math.fsum([x * x for x in v])) or 1.0)
        return self._rows[i]

    @cached_property
    def _columns(self) -> dict[str, int]:
        """The places of the words that more than one article has."""
        return {t: n for n, t in enumerate(t for t, k in self._counted.items() if k > 1)}

    @cached_property
    def _rarity(self) -> dict[str, float]:
        """How telling a word of the articles is; a story of one article never asks."""
        rarity = {k: math.log((1 + self.n) / (k - 0.5)) for k in set(self._counted.values())}
        return {t: rarity[k] for t, k in self._counted.items()}

    @cached_property
    def _counted(self) -> Counter[str]:
        """In how many articles each word is."""
        return Counter(t for b in self._briefs for t, _ in b.terms)
