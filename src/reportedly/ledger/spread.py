"""Where and when: what fits a question, gathered by place and by day, for a map and a timeline."""

from __future__ import annotations

from collections import Counter
from dataclasses import dataclass
from typing import TYPE_CHECKING

from reportedly.connect.nouns import HAPPENED
from reportedly.ledger.clauses import Clause
from reportedly.ledger.facets import EVENTS, MOST, STATEMENTS, Listing, events_wanted, statements_wanted
from reportedly.ledger.fetch import fetch
from reportedly.ledger.linked.facets import HAPPENINGS, happenings_wanted
from reportedly.ledger.linked.nouns import Sought
from reportedly.ledger.nouns import Filter
from reportedly.record.span import Noun

if TYPE_CHECKING:
    from reportedly.ledger.connect import Ledger

SPOTS = 2_000
"""Places on a map, those with the most entries: more circles than these hide each other on any screen."""

BARS = 400
"""Bars of a timeline, about one for two pixels of a wide screen; with more days than these there is one a month, with
more months one a year."""


class Spot(Noun):
    """A place in degrees (WGS84): how many entries there are said to have happened, and how many others there are."""

    name: str
    country: str | None
    lat: float
    lon: float
    happened: int
    others: int


class Bar(Noun):
    """A day, a month or a year (2025-03-04, 2025-03, 2025): the same counts."""

    start: str
    happened: int
    others: int


class Places(Noun):
    """Where it is, most first. `nowhere`: entries without a known place; `left_out`: places beyond the bound."""

    spots: tuple[Spot, ...]
    nowhere: int
    left_out: int
    more: bool


class Days(Noun):
    """When it is said to have happened (statements: the day of their article), in order. `undated`: entries without a
    date, or with one that is longer than a bar."""

    bars: tuple[Bar, ...]
    undated: int
    more: bool


@dataclass(frozen=True)
class _Columns:
    """Where a list has its places, its dates, and what is said to have happened."""

    listing: Listing
    place: tuple[str, str, str, str] | None
    first: str
    last: str
    happened: str


_PLACE = ("name", "country", "lat", "lon")
_STATUSES = ", ".join(f"'{status}'" for status in sorted(HAPPENED))
_EVENTS = _Columns(
    EVENTS, ("e.place_name", "e.country", "e.lat", "e.lon"), "substr(e.earliest, 1, 10)", "substr(e.latest, 1, 10)",
    f"e.status IN ({_STATUSES})",
)  # fmt: skip
_HAPPENINGS = _Columns(
    HAPPENINGS, ("l.place", "l.country", "l.lat", "l.lon"), "substr(l.earliest, 1, 10)", "substr(l.latest, 1, 10)",
    f"l.status IN ({_STATUSES})",
)  # fmt: skip
_STATEMENTS = _Columns(STATEMENTS, None, "s.day", "s.day", "1")


def event_places(ledger: Ledger, asked: Filter) -> Places:
    """The places of events as `happened` finds them."""
    return _places(ledger, _EVENTS, events_wanted(ledger, asked))


def event_days(ledger: Ledger, asked: Filter) -> Days:
    """The days of events as `happened` finds them."""
    return _days(ledger, _EVENTS, events_wanted(ledger, asked))


def happening_places(ledger: Ledger, asked: Sought) -> Places:
    """The places of happenings as `happenings` finds them."""
    return _places(ledger, _HAPPENINGS, happenings_wanted(ledger, asked))


def happening_days(ledger: Ledger, asked: Sought) -> Days:
    """The days of happenings as `happenings` finds them."""
    return _days(ledger, _HAPPENINGS, happenings_wanted(ledger, asked))


def statement_days(ledger: Ledger, asked: Filter) -> Days:
    """The days of articles with statements as `said` finds them."""
    return _days(ledger, _STATEMENTS, statements_wanted(ledger, asked))


def _places(ledger: Ledger, columns: _Columns, fits: Clause) -> Places:
    names = ", ".join(f"{c} AS {name}" for c, name in zip(columns.place or (), _PLACE, strict=True))
    inside = columns.listing.rows(f"{names}, {columns.happened} AS happened", fits, MOST + 1)
    sql = (
        f"SELECT name, country, lat, lon, sum(happened), count(*) FROM ({inside}) GROUP BY lat, lon, name"
        " ORDER BY count(*) DESC, name"
    )
    rows = fetch(ledger, sql, fits.values)
    there = [row for row in rows if None not in (row[2], row[3])]
    spots = tuple(
        Spot(name=name or "", country=country, lat=lat, lon=lon, happened=happened, others=number - happened)
        for name, country, lat, lon, happened, number in there[:SPOTS]
    )
    number = sum(row[5] for row in rows)
    nowhere = number - sum(row[5] for row in there)
    return Places(spots=spots, nowhere=nowhere, left_out=max(0, len(there) - SPOTS), more=number > MOST)


def _days(ledger: Ledger, columns: _Columns, fits: Clause) -> Days:
    dates = f"{columns.first} AS first, {columns.last} AS last"
    inside = columns.listing.rows(f"{dates}, {columns.happened} AS happened", fits, MOST + 1)
    sql = f"SELECT first, last, sum(happened), count(*) FROM ({inside}) GROUP BY first, last"
    rows = fetch(ledger, sql, fits.values)
    length = next((n for n in (10, 7) if len({row[0][:n] for row in rows if row[0]}) <= BARS), 4)
    happened: Counter[str] = Counter()
    others: Counter[str] = Counter()
    for start, end, occurred, number in rows:
        if start and start[:length] == (end or "")[:length]:
            happened[start[:length]] += occurred
            others[start[:length]] += number - occurred
    bars = tuple(Bar(start=at, happened=happened[at], others=others[at]) for at in sorted(happened))
    number = sum(row[3] for row in rows)
    dated = happened.total() + others.total()
    return Days(bars=bars, undated=number - dated, more=number > MOST)
