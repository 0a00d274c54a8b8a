"""A profile: what finds the kin of an article among many, and is enough to judge a pair."""

from __future__ import annotations

from datetime import date
from functools import cached_property

from reportedly.connect.brief import Brief, Mention
from reportedly.record.span import Noun

SHARP = 3
"""Days: the longest interval that dates an event; "in August" tells no two shootings apart."""
LEADING = 6
"""How many days of events an article is known by: those that it tells first. The rest is background."""
PLACES = ("city", "admin", "region", "other")
"""Places that tell events apart; a country or a sea has room for too many."""


class Profile(Noun):
    """One article as its kin is found: words with counts, persons with first and last name, streets, places, ages, the
    days of the events that it tells first (ordinals, first and last), the day of publication, sampled runs."""

    id: str
    published: str | None = None
    text_sha256: str
    outlet: str | None = None
    day: int | None = None
    words: int
    terms: tuple[tuple[str, int], ...] = ()
    proper: tuple[str, ...] = ()
    people: tuple[str, ...] = ()
    streets: tuple[str, ...] = ()
    places: tuple[str, ...] = ()
    ages: tuple[int, ...] = ()
    numerals: tuple[str, ...] = ()
    days: tuple[tuple[int, int], ...] = ()
    runs: tuple[int, ...] = ()

    @property
    def order(self) -> tuple[str, str]:
        """As of a brief."""
        return (self.published or "9999", self.text_sha256)

    @cached_property
    def vocabulary(self) -> tuple[str, ...]:
        """Everything whose rarity counts: words, and people, streets and places with a mark of their kind."""
        return (
            *(t for t, _ in self.terms),
            *(f"person:{x}" for x in self.people),
            *(f"street:{x}" for x in self.streets),
            *(f"place:{x}" for x in self.places),
            *(f"numeral:{x}" for x in self.numerals),
        )


def profile_of(b: Brief) -> Profile:
    """The profile of an article."""
    return Profile(
        id=b.id, published=b.published, text_sha256=b.text_sha256, outlet=b.outlet, day=_ordinal(b.published),
        words=b.words, terms=b.terms, proper=b.proper, people=people_of(b), streets=b.streets,
        places=tuple(sorted({s.name.lower() for s in b.spots if s.feature in PLACES})),
        ages=b.ages, numerals=b.numerals, days=days_of(b), runs=b.shingles,
    )  # fmt: skip


def people_of(b: Brief) -> tuple[str, ...]:
    """Persons by first and last word of their names; a single name is anybody's."""
    found = set()
    for key in b.names:
        kind, _, name = key.partition(":")
        words = name.split()
        if kind == "person" and len(words) > 1:
            found.add(f"{words[0]} {words[-1]}")
    return tuple(sorted(found))


def days_of(b: Brief) -> tuple[tuple[int, int], ...]:
    """First and last possible day of the events told first: of those with a type, else of any."""
    for among in ([m for m in b.mentions if m.type], b.mentions):
        found = [d for m in among if (d := _days(m))]
        if found:
            return tuple(dict.fromkeys(found))[:LEADING]
    return ()


def _days(m: Mention) -> tuple[int, int] | None:
    first, last = _ordinal(m.earliest), _ordinal(m.latest)
    return (first, last) if first and last and last - first <= SHARP else None


def _ordinal(moment: str | None) -> int | None:
    try:
        return date.fromisoformat((moment or "")[:10]).toordinal()
    except ValueError:
        return None
