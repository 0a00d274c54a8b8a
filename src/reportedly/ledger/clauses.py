"""A filter as conditions in SQL. What was asked for travels as bound values only, never as part of the SQL."""

from __future__ import annotations

import calendar
import re
from collections.abc import Iterable, Iterator, Sequence
from dataclasses import replace
from typing import TYPE_CHECKING, NamedTuple, get_args

from rapidfuzz import process

from reportedly.errors import RunError
from reportedly.events.ontology import load_ontology
from reportedly.ledger.fetch import fetch
from reportedly.ledger.find import find_article
from reportedly.ledger.nouns import Box, Filter
from reportedly.ledger.search import expression, tokens
from reportedly.record.event import Status
from reportedly.record.statement import Act, SourceKind

if TYPE_CHECKING:
    from reportedly.ledger.connect import Ledger

CODE = re.compile(r"[A-Za-z]{3}")
"""A country code; a word of three letters may be a name as well, and is looked for as both."""

FREQUENT = 20_000
"""Parties from which on a country is looked for in each event, the newest first, instead of in the index: with 250,000
of them that takes a tenth of the time."""

KINDS: tuple[str, ...] = get_args(SourceKind)
ACTS: tuple[str, ...] = get_args(Act)
NEAREST = 5
"""Outlets that are named where the one that was asked for is not there."""

STATUSES: tuple[str, ...] = get_args(Status)

_DAY = re.compile(r"(\d{4})(?:-(\d{2})(?:-(\d{2}))?)?")


class Clause(NamedTuple):
    """One condition and the values that it binds."""

    sql: str
    values: tuple[str | int | float, ...] = ()


LATEST = Clause("EXISTS (SELECT 1 FROM latest WHERE latest.reading_key = r.reading_key)")
GOOD = Clause("r.failed = 0")


def where(clauses: Iterable[Clause]) -> Clause:
    """All of these conditions."""
    clauses = list(clauses)
    return Clause(" AND ".join(c.sql for c in clauses) or "1", tuple(v for c in clauses for v in c.values))


def joined(asked: Filter) -> str:
    """How statements or events are joined with their readings. Where one article is asked for, SQLite begins with it;
    else it has to begin with the statements, in the order of their days, and may stop when the page is full."""
    return "JOIN" if asked.article is not None else "CROSS JOIN"


def reading_clauses(ledger: Ledger, asked: Filter) -> Iterator[Clause]:
    """Which readings (r) count: the latest of each article or those of a run, never failed ones; then those of an
    article and of an outlet."""
    yield GOOD
    yield LATEST if asked.run is None else of_run(ledger, asked.run)
    if asked.article is not None:
        of_article = "SELECT version_key FROM versions JOIN articles USING (article_key) WHERE id = ?"
        yield Clause(f"r.version_key IN ({of_article})", (find_article(ledger, asked.article),))
    if asked.outlet is not None:
        spelled = _among("outlet", outlets_called(ledger, asked.outlet))
        yield Clause(f"r.version_key IN (SELECT version_key FROM versions WHERE {spelled.sql})", spelled.values)


def of_run(ledger: Ledger, run: int) -> Clause:
    """The run's readings, one of each article: of the version that was seen last among those which it has read."""
    if not fetch(ledger, "SELECT 1 FROM runs WHERE run_key = ?", (run,)):
        runs = ", ".join(str(n) for (n,) in fetch(ledger, "SELECT run_key FROM runs ORDER BY run_key"))
        raise RunError(f"--run {run}: this ledger has no such run; it has: {runs or 'none'}")
    ranked = (
        "SELECT rr.reading_key, row_number() OVER (PARTITION BY vv.article_key"
        " ORDER BY l.seen DESC, vv.number DESC, rr.reading_key DESC) AS place"
        " FROM readings rr JOIN versions vv USING (version_key) JOIN last_seen l USING (version_key)"
        " WHERE rr.run_key = ? AND rr.failed = 0"
    )
    # the plus sign keeps SQLite from beginning with these readings: see `joined`
    return Clause(f"+r.reading_key IN (SELECT reading_key FROM ({ranked}) WHERE place = 1)", (run,))


def day_clauses(column: str, asked: Filter) -> Iterator[Clause]:
    """The article's day, both ends included."""
    if asked.since is not None:
        yield Clause(f"{column} >= ?", (first_day("--since", asked.since),))
    if asked.until is not None:
        yield Clause(f"{column} <= ?", (last_day("--until", asked.until),))


def article_words(words: str | None) -> Iterator[Clause]:
    """Words in the title or the text of a version."""
    if words is not None:
        found = "SELECT rowid FROM versions_text WHERE versions_text MATCH ?"
        yield Clause(f"r.version_key IN ({found})", (expression(words),))


def statement_clauses(asked: Filter, key: str = "s.statement_key") -> Iterator[Clause]:
    """What is asked of a statement (s) itself. With a plus sign before its `key`, SQLite asks it of statements that it
    has come to by another way, instead of beginning with all that have the words."""
    found = f"{key} IN (SELECT rowid FROM statements_text WHERE statements_text MATCH ?)"
    if asked.words is not None:
        yield Clause(found, (f"{{content}} : ({expression(asked.words)})",))
    if asked.by is not None:
        yield Clause(found, (f"{{source source_name}} : ({expression(asked.by)})",))
    yield from _one_of("s.source_kind", _known("--kind", asked.kinds, KINDS))
    yield from _one_of("s.act", _known("--act", asked.acts, ACTS))


def event_clauses(ledger: Ledger, asked: Filter) -> Iterator[Clause]:
    """What is asked of an event (e) itself."""
    if not asked.all_events:
        yield Clause("e.type IS NOT NULL")
    if asked.types or asked.modes:
        types = load_ontology().types
        modes = sorted({mode for of in types.values() for mode in of.modes})
        yield from _one_of("e.type", _known("--type", [t.upper() for t in asked.types], tuple(types)))
        yield from _one_of("e.mode", _known("--mode", [m.lower() for m in asked.modes], modes))
    yield from _one_of("e.status", _known("--status", asked.statuses, STATUSES))
    for role, words in (("actor", asked.actor), ("recipient", asked.recipient)):
        if words is not None:
            yield _party(ledger, role, words)
    if asked.place is not None:
        yield _placed(asked.place)
    yield from within("e", asked.box)
    if asked.happened_since is not None:
        yield Clause("e.latest >= ?", (first_day("--happened-since", asked.happened_since),))
    if asked.happened_until is not None:
        yield Clause("substr(e.earliest, 1, 10) <= ?", (last_day("--happened-until", asked.happened_until),))


def teller_clauses(asked: Filter) -> Iterator[Clause]:
    """What is asked of the statement that tells an event (e)."""
    told = where(statement_clauses(replace(asked, words=None)))
    if asked.by is not None:  # few statements: listed once instead of looked up for each event
        listed = f"SELECT s.reading_key, s.id FROM statements s WHERE {told.sql}"
        yield Clause(f"(+e.reading_key, +e.according_to) IN ({listed})", told.values)
    elif told.values:
        of_event = "SELECT 1 FROM statements s WHERE (s.reading_key, s.id) = (e.reading_key, e.according_to)"
        yield Clause(f"EXISTS ({of_event} AND {told.sql})", told.values)


def within(table: str, box: Box | None) -> Iterator[Clause]:
    """The part of the map in which something lies."""
    if box is not None:
        yield Clause(f"{table}.lat BETWEEN ? AND ?", (box.south, box.north))
        either = "AND" if box.west <= box.east else "OR"
        yield Clause(f"({table}.lon >= ? {either} {table}.lon <= ?)", (box.west, box.east))


def first_day(option: str, given: str) -> str:
    """The first day of a year, a month or a day. RunError where it is none of these."""
    year, month, day = _parts(option, given)
    return f"{year:04}-{month or 1:02}-{day or 1:02}"


def last_day(option: str, given: str) -> str:
    """The last day of a year, a month or a day. RunError where it is none of these."""
    year, month, day = _parts(option, given)
    month = month or 12
    return f"{year:04}-{month:02}-{day or calendar.monthrange(year, month)[1]:02}"


def _parts(option: str, given: str) -> tuple[int, int, int]:
    match = _DAY.fullmatch(given.strip()) if given.isascii() else None
    year, month, day = (int(x or 0) for x in match.groups()) if match else (0, 0, 0)
    fits = year and month <= 12 and (not match or match[2] is None or month)
    if not fits or (match and match[3] is not None and not 1 <= day <= calendar.monthrange(year, month)[1]):
        raise RunError(f"{option} {given}: no date; write a year, a month or a day: 2025, 2025-09 or 2025-09-01")
    return year, month, day


def _party(ledger: Ledger, role: str, words: str) -> Clause:
    """Words of a party's name as the article or its entity has it; also the code of its country."""
    named = "SELECT rowid FROM parties_text WHERE parties_text MATCH ?"
    if not CODE.fullmatch(words):
        asked = expression(words)
        [(number,)] = fetch(ledger, f"SELECT count(*) FROM ({named} LIMIT ?)", (asked, FREQUENT))
        if number == FREQUENT:
            of_event = (
                f"SELECT 1 FROM parties p WHERE p.event_key = e.event_key AND p.role = ? AND p.party_key IN ({named})"
            )
            return Clause(f"EXISTS ({of_event})", (role, asked))
        of_named = f"SELECT event_key FROM parties WHERE party_key IN ({named}) AND role = ?"
        return Clause(f"e.event_key IN ({of_named})", (asked, role))
    code, asked = words.upper(), expression(words)
    parties = "SELECT 1 FROM parties WHERE country = ? AND role = ? LIMIT ?"
    [(number,)] = fetch(ledger, f"SELECT count(*) FROM ({parties})", (code, role, FREQUENT))
    if number == FREQUENT:  # the page is full long before all of them could be listed
        either = f"p.country = ? OR p.party_key IN ({named})"
        of_event = f"SELECT 1 FROM parties p WHERE p.event_key = e.event_key AND p.role = ? AND ({either})"
        return Clause(f"EXISTS ({of_event})", (role, code, asked))
    listed = f"SELECT event_key FROM parties WHERE party_key IN ({named}) AND role = ?"
    coded = "SELECT event_key FROM parties WHERE country = ? AND role = ?"
    return Clause(f"e.event_key IN ({listed} UNION ALL {coded})", (asked, role, code, role))


def _placed(words: str) -> Clause:
    """Words of the place's name; also the code of its country."""
    named = "SELECT rowid FROM events_text WHERE events_text MATCH ?"
    clause = Clause(named, (expression(words),))
    if CODE.fullmatch(words):
        clause = Clause(
            f"{named} UNION ALL SELECT event_key FROM events WHERE country = ?", (clause.values[0], words.upper())
        )
    return Clause(f"e.event_key IN ({clause.sql})", clause.values)


def outlets_called(ledger: Ledger, asked: str) -> list[str]:
    """The ledger's spellings of an outlet; case, accents, punctuation and "the" do not count. RunError: it has none."""
    outlets = fetch(ledger, "SELECT DISTINCT outlet FROM versions WHERE outlet IS NOT NULL")
    found = [outlet for (outlet,) in outlets if _bare(outlet) == _bare(asked)]
    if not found:
        near = process.extract(asked, sorted(o for (o,) in outlets), limit=NEAREST, processor=str.casefold)
        there = ", ".join(name for name, _, _ in near) or "none"
        raise RunError(f"--outlet {asked}: the ledger has no such outlet; the nearest of its own: {there}")
    return found


def _bare(outlet: str) -> tuple[str, ...]:
    words = tokens(outlet)
    return words[1:] if words[:1] == ("the",) and words[1:] else words


def _one_of(column: str, values: Sequence[str]) -> Iterator[Clause]:
    if values:
        yield _among(column, values)


def _among(column: str, values: Sequence[str]) -> Clause:
    return Clause(f"{column} IN ({', '.join('?' * len(values))})", tuple(values))


def _known(option: str, given: Sequence[str], known: Sequence[str]) -> Sequence[str]:
    """The same, all of which have to be known. RunError lists what there is."""
    for value in given:
        if value not in known:
            raise RunError(f"{option} {value}: there is no such value; choose from: {', '.join(known)}")
    return given
