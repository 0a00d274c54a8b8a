"""The articles of a ledger, their versions and their records; and which of all that a filter chooses."""

from __future__ import annotations

import heapq
from collections.abc import Generator, Iterable, Iterator
from itertools import groupby
from typing import TYPE_CHECKING, NamedTuple

from reportedly.errors import NotInLedger
from reportedly.ledger.clauses import (
    Clause,
    article_words,
    day_clauses,
    event_clauses,
    joined,
    reading_clauses,
    statement_clauses,
    where,
)
from reportedly.ledger.fetch import fetch, snapshot, stream
from reportedly.ledger.find import find_article
from reportedly.ledger.kept import COLUMNS, READINGS, damaged, kept_of
from reportedly.ledger.nouns import Filter, Kept, KeptReading, KeptRecord
from reportedly.ledger.paging import START, Page, Part, behind, paged
from reportedly.ledger.stored import record_of

if TYPE_CHECKING:
    from reportedly.ledger.connect import Ledger


class Chosen(NamedTuple):
    """An article with its record, and the ids of those of its statements and events that were asked for."""

    found: KeptRecord
    statements: frozenset[str]
    events: frozenset[str]


class _Row(NamedTuple):
    """One row of a reading; in the order of lists. `of` is 0 for the reading itself, 1 a statement, 2 an event."""

    day: str
    reading: int
    of: int
    id: str = ""
    teller: str | None = None


def articles(ledger: Ledger, asked: Filter, part: Part = START) -> Page[Kept]:
    """The articles that fit, newest day first, each in its latest version (or the run's). RunError: see `Filter`."""
    wanted = where((*_article_clauses(ledger, asked), *behind(part.after, "v.day", "r.reading_key")))
    sql = (
        f"SELECT v.day, r.reading_key, {COLUMNS} FROM versions v {joined(asked)} readings r USING (version_key)"
        f" JOIN articles a USING (article_key) WHERE {wanted.sql}"
        " ORDER BY v.day DESC, r.reading_key DESC LIMIT ?"
    )
    rows = fetch(ledger, sql, (*wanted.values, part.limit + 1))
    found = tuple(kept_of(values) for _, _, *values in rows[: part.limit])
    return Page(found, paged(rows, part.limit))


def versions_of(ledger: Ledger, article: str) -> list[Kept]:
    """The versions of an article that have been read, the oldest first, each with its last reading. LedgerError: there
    is no such article."""
    best = (
        "SELECT reading_key FROM readings WHERE version_key = v.version_key ORDER BY failed, reading_key DESC LIMIT 1"
    )
    sql = f"SELECT {COLUMNS} FROM {READINGS} WHERE a.id = ? AND r.reading_key = ({best}) ORDER BY v.number"
    return [kept_of(row) for row in fetch(ledger, sql, (find_article(ledger, article),))]


def readings_of(ledger: Ledger, article: str) -> list[KeptReading]:
    """Every reading of every version of an article, the oldest version first, in each the oldest reading. LedgerError:
    there is no such article."""
    sql = (
        f"SELECT r.read_at, u.reportedly, r.failed, {COLUMNS} FROM {READINGS} JOIN runs u USING (run_key)"
        " WHERE a.id = ? ORDER BY v.number, r.reading_key"
    )
    return [
        KeptReading(kept=kept_of(row), read=read, reportedly=release, failed=bool(failed))
        for read, release, failed, *row in fetch(ledger, sql, (find_article(ledger, article),))
    ]


def kept_record(ledger: Ledger, article: str, version: int | None = None, run: int | None = None) -> KeptRecord:
    """An article with its record: the latest, or that of a version, of a run, of both.

    NotInLedger: there is no such article, it has no such version, or that run has not read it.
    """
    id = find_article(ledger, article)
    clauses = [Clause("a.id = ?", (id,))]
    clauses += [Clause("v.number = ?", (version,))] if version is not None else []
    clauses += [Clause("r.run_key = ?", (run,))] if run is not None else []
    wanted = where(clauses)
    sql = (
        f"SELECT r.reading_key FROM {READINGS} JOIN last_seen l USING (version_key) WHERE {wanted.sql}"
        " ORDER BY r.failed, l.seen DESC, v.number DESC, r.reading_key DESC LIMIT 1"
    )
    for (reading,) in fetch(ledger, sql, wanted.values):
        return _kept_record(ledger, reading)
    there = fetch(ledger, f"SELECT v.number, r.run_key FROM {READINGS} WHERE a.id = ? ORDER BY 1, 2", (id,))
    readings = ", ".join(f"version {number} by run {key}" for number, key in there) or "none"
    raise NotInLedger(f"{article}: there is no such reading of it; the ledger holds: {readings}")


def chosen(ledger: Ledger, asked: Filter) -> Generator[Chosen, None, None]:
    """What an export takes: each article in which something was asked for, the oldest day first, one at a time.

    Statements are chosen by `words`, `by`, `kinds` and `acts`, events by their own fields, both by the article's. Where
    something is asked of statements other than words, only those events are chosen that a chosen statement tells; and
    where something is asked of events, only those statements that tell a chosen event. Without either every article
    counts, the words being looked for in its text, too.

    Everything is read as it was when the first article was handed out, whatever is written meanwhile.
    """
    with snapshot(ledger):
        rows = heapq.merge(*(_rows(ledger, sql) for sql in _streams(ledger, asked)))
        for (_, reading), group in groupby(rows, key=lambda row: row[:2]):
            statements, events, anyway = _linked(group, asked)
            if statements or events or anyway:
                yield Chosen(_kept_record(ledger, reading), statements, events)


def asks_of_statements(asked: Filter) -> bool:
    """Is something asked of statements, other than words?"""
    return asked.by is not None or bool(asked.kinds or asked.acts)


def asks_of_events(asked: Filter) -> bool:
    """Is something asked of events?"""
    lists = asked.types or asked.modes or asked.statuses
    others = (asked.actor, asked.recipient, asked.place, asked.happened_since, asked.happened_until)
    return bool(lists) or any(x is not None for x in others)


def _linked(group: Iterable[_Row], asked: Filter) -> tuple[frozenset[str], frozenset[str], bool]:
    """The statements and events of one reading that are chosen; and whether it is without any."""
    rows = list(group)
    statements = {row.id for row in rows if row.of == 1}
    events = {row.id: row.teller for row in rows if row.of == 2}
    of_statements, of_events = asks_of_statements(asked), asks_of_events(asked)
    if of_statements:
        events = {id: teller for id, teller in events.items() if teller in statements}
    if of_events:
        statements &= set(events.values())
    return frozenset(statements), frozenset(events), not of_statements and not of_events


def _streams(ledger: Ledger, asked: Filter) -> Iterator[Clause]:
    """Readings, statements and events, each in the order of days and readings."""
    readings = tuple(reading_clauses(ledger, asked))
    wanted = where((*_article_clauses(ledger, asked),))
    yield Clause(
        f"SELECT v.day, r.reading_key, 0, '', NULL FROM {READINGS} WHERE {wanted.sql} ORDER BY 1, 2", wanted[1]
    )
    wanted = where((*statement_clauses(asked), *day_clauses("s.day", asked), *readings))
    yield Clause(
        f"SELECT s.day, s.reading_key, 1, s.id, NULL FROM statements s JOIN readings r USING (reading_key)"
        f" WHERE {wanted.sql} ORDER BY 1, 2",
        wanted.values,
    )
    wanted = where(
        (*event_clauses(ledger, asked), *day_clauses("e.day", asked), *article_words(asked.words), *readings)
    )
    yield Clause(
        f"SELECT e.day, e.reading_key, 2, e.id, e.according_to FROM events e JOIN readings r USING (reading_key)"
        f" WHERE {wanted.sql} ORDER BY 1, 2",
        wanted.values,
    )


def _rows(ledger: Ledger, asked: Clause) -> Iterator[_Row]:
    return map(_Row._make, stream(ledger, asked.sql, asked.values))


def _article_clauses(ledger: Ledger, asked: Filter) -> Iterator[Clause]:
    yield from article_words(asked.words)
    yield from day_clauses("v.day", asked)
    yield from reading_clauses(ledger, asked)


def _kept_record(ledger: Ledger, reading: int) -> KeptRecord:
    sql = f"SELECT {COLUMNS}, r.record, v.text FROM {READINGS} WHERE r.reading_key = ?"
    [(*values, blob, text)] = fetch(ledger, sql, (reading,))
    kept = kept_of(values)
    try:
        return KeptRecord(kept=kept, record=record_of(blob, text))
    except ValueError as error:
        raise damaged(ledger, kept, "it cannot be unpacked") from error
