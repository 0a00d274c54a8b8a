"""One happening as its mentions tell it: its name, day, place and kind."""

from __future__ import annotations

from collections import Counter
from collections.abc import Iterable, Iterator, Sequence
from dataclasses import dataclass
from datetime import date
from functools import cached_property, lru_cache
from hashlib import sha256
from typing import TypeVar

from reportedly.connect.brief import Brief, Mention, Spot
from reportedly.connect.brief.words import is_empty, senses_of
from reportedly.connect.copies import article
from reportedly.connect.happenings.blocks import Compared
from reportedly.connect.happenings.join import Group
from reportedly.connect.happenings.seen import Days, days_of
from reportedly.connect.nouns import (
    HAPPENED,
    Dispute,
    Evidence,
    Figure,
    Happening,
    Link,
    MentionRef,
    Origins,
    Reason,
    Standing,
    Where,
)
from reportedly.record import Span

T = TypeVar("T")
Told = tuple[Brief, Mention]
A_YEAR = 366
"""Days; a time that is wider says nothing of the day."""
A_WEEK = 7
"""Days; a time that is wider dates a happening only where no narrower one does."""
REAL = frozenset({"occurred", "ongoing", "planned"})
"""Statuses of what has a day of its own; what is only considered or denied is not dated by a day named beside it."""
EXACTNESS = {"city": 0, "admin": 1, "other": 1, "region": 2, "country": 3, "sea": 3}
"""Features of places, the most exact first."""


@dataclass(frozen=True)
class Join:
    """Why a mention is of the happening: the earlier one, `among` those with which it was compared, that is most like
    it; where it was compared with none, only the group as a whole is like it, and the `first` stands for that. Which it
    is and what speaks for it is found out when asked, for most happenings are never shown."""

    compared: Compared
    number: int
    first: int
    among: Sequence[int]
    by: str

    @property
    def mention(self) -> Told:
        """The mention with its article."""
        return self.compared.seen[self.number].told

    @property
    def partner(self) -> Told:
        """The one that it was joined to."""
        return self.compared.seen[self._best].told

    @property
    def score(self) -> float | None:
        """How alike they are."""
        return round(self.compared.scores(self.number)[self._best], 3) if self.among else None

    @property
    def reasons(self) -> tuple[Reason, ...]:
        """What speaks for it."""
        return self.compared.scoring.reasons(self._best, self.number) if self.among else ()

    @cached_property
    def _best(self) -> int:
        return max(self.among, key=self.compared.scores(self.number).__getitem__, default=self.first)


@dataclass(frozen=True)
class Cluster:
    """Mentions that are one happening, each with its article, by publication. `effects` are mentions of what it brought
    about (the deaths of a bombing), which are of other happenings too; figures may hang on them."""

    mentions: tuple[Told, ...]
    effects: tuple[Told, ...] = ()
    joins: tuple[Join, ...] = ()

    @cached_property
    def articles(self) -> tuple[str, ...]:
        """The articles that speak of it, or of what it brought about."""
        return tuple(dict.fromkeys(b.id for b, _ in (*self.mentions, *self.effects)))

    @property
    def refs(self) -> tuple[MentionRef, ...]:
        """Where its mentions stand."""
        return tuple(MentionRef(article=b.id, event=m.event, trigger=m.trigger) for b, m in self.mentions)

    @cached_property
    def id(self) -> str:
        """Made of its first mention: the text's hash and the trigger."""
        first, mention = self.mentions[0]
        return sha256(f"{first.text_sha256} {mention.trigger} {mention.type}".encode()).hexdigest()[:16]

    @cached_property
    def type(self) -> str | None:
        """The type that most of its mentions have, of those that have one."""
        return _most(m.type for _, m in self.mentions)

    @cached_property
    def lemmas(self) -> frozenset[str]:
        """The words that name it: those with a type, and the most frequent."""
        return frozenset(m.lemma for _, m in self.mentions if m.type) | {_most(m.lemma for _, m in self.mentions) or ""}

    @cached_property
    def date(self) -> tuple[str, str] | None:
        """The first and the last day on which it may have happened or is to happen: the interval that most mentions
        agree with, of these the narrowest. What it brought about dates it only where its own mentions do not, and
        when it was first written of only where nothing else does and it is news: of a type, in several texts."""
        said = dated(_own(self.mentions)) or dated(_own(self.effects)) or dated(_beside(self.mentions))
        return said or (dated(_as_news(self.mentions)) if self.type else None)

    @cached_property
    def place(self) -> Where | None:
        """Where: the most exact place, of these the one that most mentions name."""
        spot = placed(self.mentions) or placed(self.effects)
        return Where(name=spot.name, country=spot.country, lat=spot.lat, lon=spot.lon) if spot else None

    @cached_property
    def name(self) -> str:
        """A few words to know it by: "bombing, Velmora"."""
        people = (dict.fromkeys(p.name for p in m.recipients if _is_person(p.key)) for _, m in self.mentions)
        person = _most(name for names in people for name in names)
        what = f"{label(self.mentions)} ({person})" if person else label(self.mentions)
        return f"{what}, {self.place.name}" if self.place else what

    def happening(
        self, origins: Origins, counts: tuple[Figure, ...], disputes: tuple[Dispute, ...], status: Standing
    ) -> Happening:
        """What is told of it, put together."""
        typed = [m for _, m in self.mentions if m.type == self.type]
        return Happening(
            id=self.id, type=self.type, mode=_most(m.mode for m in typed), quad=_most(m.quad for m in typed),
            name=self.name, date=self.date, place=self.place,
            mentions=self.refs, articles=self.articles, origins=origins, counts=counts, disputes=disputes,
            status=status, links=tuple(link_of(j) for j in self.joins),
        )  # fmt: skip


def joins_of(group: Group, compared: Compared) -> tuple[Join, ...]:
    """For each mention of a group but the first, why it is one of it."""
    first, *others = sorted(group.members)
    inside = set(group.members)
    joins = []
    for j in others:
        among = sorted(i for i in compared.earlier[j] if i in inside)
        otherwise = "rule:stand-in@1" if j in group.standins else "rule:ruling@1"
        joins.append(Join(compared, j, first, among, "rule:happening@1" if among else otherwise))
    return tuple(joins)


def link_of(join: Join) -> Link:
    """A join as it is printed."""
    (b, m), (c, n) = join.mention, join.partner
    return Link(
        kind="same_happening", start=article(b), end=article(c), score=join.score, reasons=join.reasons, by=join.by,
        evidence=(_words(b.id, m.trigger), _words(c.id, n.trigger)),
    )  # fmt: skip


@lru_cache(maxsize=1_000)  # a mention is joined to one, and others to it
def _words(article: str, span: Span) -> Evidence:
    return Evidence(article=article, span=span)


def dated(intervals: Iterable[tuple[str, Days | None]]) -> tuple[str, str] | None:
    """The interval of at most a week, else the wider one, that most texts agree with; of these the narrowest, then the
    first told."""
    found: dict[Days, set[str]] = {}
    for text, days in intervals:
        if days and days.width <= A_YEAR:
            found.setdefault(days, set()).add(text)
    if not found:
        return None
    support = {d: len(set().union(*(t for x, t in found.items() if not d.apart(x)))) for d in found}
    best = max(found, key=lambda d: (d.width <= A_WEEK, len(found[d]) + support[d], -d.width))
    return date.fromordinal(best.first).isoformat(), date.fromordinal(best.last).isoformat()


def _own(told: Sequence[Told]) -> Iterator[tuple[str, Days | None]]:
    return ((b.text_sha256, days_of(m.earliest, m.latest)) for b, m in told if m.apart != "commemoration")


def _beside(told: Sequence[Told]) -> Iterator[tuple[str, Days | None]]:
    return ((b.text_sha256, days_of(*m.day)) for b, m in told if m.day and m.status in REAL and not m.apart)


def _as_news(told: Sequence[Told]) -> Iterator[tuple[str, Days | None]]:
    """The day on which the first of several texts told that it had happened, and the day before."""
    first = next(
        ((b, days_of(b.published, b.published)) for b, m in told if m.status in HAPPENED and not m.apart), None
    )
    if first and first[1] and len({b.text_sha256 for b, _ in told}) > 1:
        yield first[0].text_sha256, Days(first[1].first - 1, first[1].last)


def placed(told: Sequence[Told]) -> Spot | None:
    """The most exact place, of these the one that most texts name."""
    texts: dict[Spot, set[str]] = {}
    for b, m in told:
        if m.place:
            texts.setdefault(m.place, set()).add(b.text_sha256)
    return min(texts, key=lambda s: (EXACTNESS.get(s.feature or "other", 2), -len(texts[s])), default=None)


def label(told: Sequence[Told]) -> str:
    """What kind of thing it is: the sense that several of its words share, else its most frequent word."""
    lemmas = {m.lemma for _, m in told}
    if len(lemmas) > 1:
        senses = Counter(s for lemma in lemmas for s in senses_of(lemma)).most_common(2)
        if senses and senses[0][1] > 1 and (len(senses) == 1 or senses[0][1] > senses[1][1]):
            return senses[0][0].replace("_", " ")
    telling = [m.word.lower() for _, m in told if not is_empty(m.lemma)]
    return _most(telling or [m.word.lower() for _, m in told]) or ""


def _is_person(key: str | None) -> bool:
    return key is not None and key.startswith("person:")


def _most(values: Iterable[T | None]) -> T | None:
    """The value that is there most often; of several, the first."""
    found: dict[T, int] = {}
    for v in values:
        if v is not None:
            found[v] = found.get(v, 0) + 1
    return max(found, key=found.__getitem__, default=None)
