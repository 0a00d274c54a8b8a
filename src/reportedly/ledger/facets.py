"""How much fits what is asked for, and how much of it has which value: what a list can be narrowed down by.

Beside each value stands the number of entries that would be left with it, whatever else of the same kind is chosen now.
Entries are looked at newest first and only up to a bound, so that a ledger of any size answers at once.
"""

from __future__ import annotations

from collections import Counter
from collections.abc import Callable, Collection, Iterable, Mapping
from dataclasses import dataclass, replace
from typing import TYPE_CHECKING, Any, Literal, NamedTuple, TypeVar

from reportedly.ledger.clauses import (
    LATEST,
    Clause,
    article_words,
    day_clauses,
    event_clauses,
    reading_clauses,
    statement_clauses,
    teller_clauses,
    where,
)
from reportedly.ledger.fetch import fetch, snapshot
from reportedly.ledger.nouns import Filter
from reportedly.ledger.stored import canonical
from reportedly.record.span import Noun

if TYPE_CHECKING:
    from _typeshed import DataclassInstance

    from reportedly.ledger.connect import Ledger

FacetName = Literal["kind", "by", "act", "type", "status", "country", "place", "outlet", "day"]

MOST = 50_000
"""Entries that are counted; beyond that the number is "more than". 10 ms with ledger_rows.py."""

LOOKED_AT = 20_000
"""Entries whose values are counted, the newest: some 40 ms with ledger_rows.py."""

NEWEST = 2_000
"""Entries of which is counted what stands in other tables: who tells an event, where a happening was printed."""


DAYS = 31
"""Days that are counted one by one; of more, the months are."""


class Value(NamedTuple):
    """A value, and how many entries have it."""

    value: str
    number: int


class Facet(Noun):
    """The values of one kind, the most frequent first; `of` is the number of entries that were looked at, the newest
    where there are `more`."""

    name: FacetName
    of: int
    more: bool
    values: tuple[Value, ...]


class Counted(Noun):
    """How many entries fit; `more`: there are more than this. With the values by which they can be narrowed down."""

    number: int
    more: bool
    facets: tuple[Facet, ...]


@dataclass(frozen=True)
class Listing:
    """A list as SQL: the table with its alias, and the order of its rows, newest first.

    `own` are facets and the column that holds them; `joined` those for which a row's `keys` lead to other tables, with
    the joins that begin at `m` (the row) and the column.
    """

    table: str
    order: str
    own: Mapping[FacetName, str]
    joined: Mapping[FacetName, tuple[str, str]]
    keys: str = ""

    def rows(self, columns: str, wanted: Clause, most: int) -> str:
        """The newest rows that fit."""
        return f"SELECT {columns} FROM {self.table} WHERE {wanted.sql} ORDER BY {self.order} LIMIT {most}"


STATEMENTS = Listing(
    table="statements s",
    order="s.day DESC, s.statement_key DESC",
    own={
        "kind": "s.source_kind", "by": "coalesce(s.source_name, s.source)", "act": "s.act", "outlet": "s.reading_key",
        "day": "s.day",
    },
    joined={},
)  # fmt: skip

_TELLER = "JOIN statements s ON (s.reading_key, s.id) = (m.reading_key, m.according_to)"

EVENTS = Listing(
    table="events e",
    order="e.day DESC, e.event_key DESC",
    own={
        "type": "e.type", "status": "e.status", "country": "e.country", "place": "e.place_name",
        "outlet": "e.reading_key", "day": "e.day",
    },
    joined={"kind": (_TELLER, "s.source_kind"), "by": (_TELLER, "coalesce(s.source_name, s.source)")},
    keys="e.event_key AS key, e.reading_key, e.according_to",
)  # fmt: skip

CHOICES: Mapping[FacetName, Mapping[str, object]] = {
    "kind": {"kinds": ()}, "by": {"by": None}, "act": {"acts": ()}, "type": {"types": ()}, "status": {"statuses": ()},
    "country": {"place": None}, "place": {"place": None}, "outlet": {"outlet": None},
    "day": {"since": None, "until": None},
}  # fmt: skip
"""The fields of a question by which each facet is chosen, as they are where nothing is."""

Question = TypeVar("Question", bound="DataclassInstance")
Wanted = Callable[[FacetName | None], Clause]
"""What is asked for as a condition: all of it, or without what is chosen in one facet."""


def statement_facets(ledger: Ledger, asked: Filter) -> Counted:
    """Statements as `said` finds them, counted. RunError: what is asked for cannot be understood."""
    return counted(ledger, STATEMENTS, chosen(asked), lambda facet: statements_wanted(ledger, without(asked, facet)))


def event_facets(ledger: Ledger, asked: Filter) -> Counted:
    """Events as `happened` finds them, counted. RunError: what is asked for cannot be understood."""
    return counted(ledger, EVENTS, chosen(asked), lambda facet: events_wanted(ledger, without(asked, facet)))


def statements_wanted(ledger: Ledger, asked: Filter) -> Clause:
    """The condition for statements (s)."""
    return where(
        (*statement_clauses(asked), *day_clauses("s.day", asked), *_read(ledger, "s", replace(asked, words=None)))
    )


def events_wanted(ledger: Ledger, asked: Filter) -> Clause:
    """The condition for events (e)."""
    return where(
        (
            *event_clauses(ledger, asked),
            *teller_clauses(asked),
            *day_clauses("e.day", asked),
            *_read(ledger, "e", asked),
        )
    )


def _read(ledger: Ledger, alias: str, asked: Filter) -> Iterable[Clause]:
    """The readings that count: looked up row by row where nothing is asked of them but to be the latest, else listed
    first."""
    if asked.words is None and asked.outlet is None and asked.article is None and asked.run is None:
        return (Clause(LATEST.sql.replace("r.", f"{alias}.")),)
    wanted = where((*article_words(asked.words), *reading_clauses(ledger, asked)))
    # the plus sign keeps SQLite from beginning with these readings: it goes through the index, newest first
    listed = f"+{alias}.reading_key IN (SELECT r.reading_key FROM readings r WHERE {wanted.sql})"
    return (Clause(listed, wanted.values),)


def chosen(asked: Any) -> frozenset[FacetName]:
    """The facets in which a `Filter` or a `Sought` chooses something."""
    return frozenset(
        facet for facet, fields in CHOICES.items() if any(getattr(asked, f) != none for f, none in fields.items())
    )


def without(asked: Question, facet: FacetName | None) -> Question:
    """The same question without what is chosen in a facet."""
    return replace(asked, **CHOICES[facet]) if facet else asked


def counted(ledger: Ledger, listing: Listing, taken: Collection[FacetName], wanted: Wanted) -> Counted:
    """Count the rows of a list: once for all facets in which nothing is chosen, once more for each of the others."""
    free = [f for f in listing.own if f not in taken]
    with snapshot(ledger):
        fits = wanted(None)
        columns = ", ".join(listing.own[f] for f in free) or "1"
        rows = fetch(ledger, listing.rows(columns, fits, LOOKED_AT), fits.values)
        found = {f: Counter(column) for f, column in zip(free, zip(*rows, strict=True), strict=False)}
        found |= {f: _one(ledger, listing.own[f], listing, wanted(f)) for f in listing.own if f in taken}
        if listing.own.get("outlet", "").endswith("reading_key"):
            found["outlet"] = _outlets(ledger, found.get("outlet", Counter()))
        facets = {f: _facet(f, counter, counter.total(), LOOKED_AT) for f, counter in found.items()}
        number = len(rows) if len(rows) < LOOKED_AT else _number(ledger, listing, fits, MOST + 1)
        for tables in dict.fromkeys(joins for joins, _ in listing.joined.values()):
            columns_of = {f: c for f, (joins, c) in listing.joined.items() if joins == tables}
            together = {f: c for f, c in columns_of.items() if f not in taken}
            facets |= _joined(ledger, listing, tables, together, (fits, min(number, NEWEST)))
            for facet in columns_of.keys() & taken:
                freed = wanted(facet)
                looked_at = _number(ledger, listing, freed, NEWEST)
                facets |= _joined(ledger, listing, tables, {facet: columns_of[facet]}, (freed, looked_at))
    return Counted(
        number=min(number, MOST), more=number > MOST, facets=tuple(facets[f] for f in CHOICES if f in facets)
    )


def _one(ledger: Ledger, column: str, listing: Listing, fits: Clause) -> Counter[Any]:
    inside = listing.rows(f"{column} AS value", fits, LOOKED_AT)
    return Counter(dict(fetch(ledger, f"SELECT value, count(*) FROM ({inside}) GROUP BY value", fits.values)))


def _joined(
    ledger: Ledger, listing: Listing, tables: str, columns: Mapping[FacetName, str], fits: tuple[Clause, int]
) -> dict[FacetName, Facet]:
    """Only of the newest that fit, so many, each of which counts once for a value however often it has it."""
    if not columns:
        return {}
    wanted, looked_at = fits
    inside = listing.rows(listing.keys, wanted, NEWEST)
    sql = f"SELECT DISTINCT m.key, {', '.join(columns.values())} FROM ({inside}) m {tables}"
    rows = fetch(ledger, sql, wanted.values)
    counters = {f: Counter(v for _, v in {(row[0], row[n]) for row in rows}) for n, f in enumerate(columns, 1)}
    return {f: _facet(f, counter, looked_at, NEWEST) for f, counter in counters.items()}


def _number(ledger: Ledger, listing: Listing, fits: Clause, most: int) -> int:
    [(number,)] = fetch(ledger, f"SELECT count(*) FROM ({listing.rows('1', fits, most)})", fits.values)
    return int(number)


def _outlets(ledger: Ledger, readings: Counter[int]) -> Counter[str | None]:
    """Counts of readings as counts of the outlets that printed what was read."""
    sql = """
    SELECT r.reading_key, v.outlet FROM json_each(?) CROSS JOIN readings r ON r.reading_key = value
    JOIN versions v USING (version_key)
    """
    found: Counter[str | None] = Counter()
    for key, outlet in fetch(ledger, sql, (canonical(sorted(readings)),)):
        found[outlet] += readings[key]
    return found


def _facet(name: FacetName, counter: Counter[Any], of: int, most: int) -> Facet:
    if name == "day":
        counter = _months(counter)
    values = sorted(((v, n) for v, n in counter.items() if v), key=lambda pair: (-pair[1], pair[0]))
    return Facet(name=name, of=of, more=of >= most, values=tuple(Value(v, n) for v, n in values))


def _months(days: Counter[Any]) -> Counter[Any]:
    """The same by month, where there are many."""
    if len(days) <= DAYS:
        return days
    months: Counter[Any] = Counter()
    for day, count in days.items():
        months[day[:7]] += count
    return months
