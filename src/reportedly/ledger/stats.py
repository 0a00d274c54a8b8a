"""What a ledger holds, counted: of each article's latest reading, unless it says otherwise."""

from __future__ import annotations

from typing import TYPE_CHECKING

from reportedly.ledger.fetch import fetch, snapshot
from reportedly.record.span import Noun

if TYPE_CHECKING:
    from reportedly.ledger.connect import Ledger

LISTED = 10
"""Names in a list of the most frequent ones."""

_OF_LATEST = "FROM {table} WHERE reading_key IN (SELECT reading_key FROM latest)"


class Counted(Noun):
    """How often a name occurs."""

    name: str
    count: int


class Stats(Noun):
    """Counts. `events` have a PLOVER type, `untyped_events` have none; `entities` and `places` are counted once for
    each article; `distinct_entities` are the keys under which named ones are found in several articles. `versions`,
    `readings` and `runs` are all that there are; `problems` are open ones. `first_day` and `last_day` are articles'
    days, `bytes` the size of the file and of its log, without backups."""

    articles: int
    versions: int
    readings: int
    runs: int
    statements: int
    events: int
    untyped_events: int
    entities: int
    distinct_entities: int
    places: int
    times: int
    problems: int
    forgotten: int
    first_day: str | None
    last_day: str | None
    bytes: int
    outlets: tuple[Counted, ...]
    kinds: tuple[Counted, ...]
    acts: tuple[Counted, ...]
    types: tuple[Counted, ...]
    statuses: tuple[Counted, ...]


def stats(ledger: Ledger) -> Stats:
    """Count everything, all at one moment."""
    with snapshot(ledger):
        return Stats(
            articles=_number(ledger, "SELECT count(*) FROM articles"),
            versions=_number(ledger, "SELECT count(*) FROM versions"),
            readings=_number(ledger, "SELECT count(*) FROM readings"),
            runs=_number(ledger, "SELECT count(*) FROM runs"),
            statements=_number(ledger, "SELECT count(*) " + _OF_LATEST.format(table="statements")),
            events=_number(ledger, "SELECT count(type) " + _OF_LATEST.format(table="events")),
            untyped_events=_number(ledger, "SELECT count(*) - count(type) " + _OF_LATEST.format(table="events")),
            entities=_number(ledger, "SELECT count(*) " + _OF_LATEST.format(table="entities")),
            distinct_entities=_number(ledger, "SELECT count(DISTINCT key) " + _OF_LATEST.format(table="entities")),
            places=_number(ledger, "SELECT count(*) " + _OF_LATEST.format(table="places")),
            times=_number(ledger, "SELECT count(*) " + _OF_LATEST.format(table="times")),
            problems=_number(ledger, "SELECT count(*) FROM problems WHERE solved IS NULL"),
            forgotten=_number(ledger, "SELECT count(DISTINCT article_id) FROM forgotten"),
            first_day=_day(ledger, "min"),
            last_day=_day(ledger, "max"),
            bytes=_size(ledger),
            outlets=_often(ledger, "outlet", "FROM versions JOIN latest USING (version_key) WHERE 1"),
            kinds=_often(ledger, "source_kind", _OF_LATEST.format(table="statements")),
            acts=_often(ledger, "act", _OF_LATEST.format(table="statements")),
            types=_often(ledger, "type", _OF_LATEST.format(table="events")),
            statuses=_often(ledger, "status", _OF_LATEST.format(table="events") + " AND type IS NOT NULL"),
        )


def _number(ledger: Ledger, sql: str) -> int:
    return int(fetch(ledger, sql)[0][0])


def _day(ledger: Ledger, which: str) -> str | None:
    [(day,)] = fetch(ledger, f"SELECT {which}(day) FROM versions JOIN latest USING (version_key)")
    return day  # type: ignore[no-any-return]


def _often(ledger: Ledger, column: str, of: str) -> tuple[Counted, ...]:
    """The most frequent values, those with the same count by name."""
    sql = f"SELECT {column}, count(*) {of} AND {column} IS NOT NULL GROUP BY 1 ORDER BY 2 DESC, 1 LIMIT ?"
    return tuple(Counted(name=name, count=count) for name, count in fetch(ledger, sql, (LISTED,)))


def _size(ledger: Ledger) -> int:
    files = (ledger.path, ledger.path.with_name(ledger.path.name + "-wal"))
    return sum(f.stat().st_size for f in files if f.exists())
