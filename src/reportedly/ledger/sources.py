"""Who is quoted: the sources of a ledger, and what one of them has said.

Persons whom no article gives a public role are in no list (`reportedly.ledger.sourced.public`)."""

from __future__ import annotations

import re
from collections.abc import Iterator
from dataclasses import replace
from typing import TYPE_CHECKING, Any

from reportedly.errors import NotInLedger, RunError
from reportedly.ledger.clauses import ACTS, Clause, first_day, last_day, outlets_called, where
from reportedly.ledger.fetch import fetch, snapshot
from reportedly.ledger.kept import readings
from reportedly.ledger.nouns import Said
from reportedly.ledger.paging import START, Page, Part, behind, paged
from reportedly.ledger.sourced.nouns import WHO_KINDS, FoundSource, Which, Whom
from reportedly.ledger.sourced.who import search_words
from reportedly.ledger.stats import Counted
from reportedly.ledger.stored import canonical, plain
from reportedly.record import Statement

if TYPE_CHECKING:
    from reportedly.ledger.connect import Ledger

NEWEST = 100
"""Statements of a source that are looked at for the roles which a list shows: with 50 sources a few milliseconds."""

ROLES = 3
"""Roles that a list shows of a source."""

PUBLISHERS = 50
"""Outlets that are offered to choose from."""

SHOWN = Clause("(s.kind != 'person' OR s.public)")

_ID = re.compile(r"p[0-9a-f]{3,15}")
_CURSOR = re.compile(r"(\d{1,12})\.(\d{1,18})", re.ASCII)
_FIELDS = "s.id, s.kind, s.name, s.named, s.country, s.statements, s.articles, s.published, s.first_day, s.last_day"
_NAMES = tuple(field.removeprefix("s.") for field in _FIELDS.split(", "))


def sources(ledger: Ledger, asked: Whom, part: Part = START) -> Page[FoundSource]:
    """The sources that fit, those with the most statements first. RunError: what is asked cannot be understood."""
    wanted = where((SHOWN, *_clauses(ledger, asked), *_behind(part.after)))
    sql = (
        f"SELECT s.statements, s.source_key, {_FIELDS} FROM sources s WHERE {wanted.sql}"
        " ORDER BY s.statements DESC, s.source_key DESC LIMIT ?"
    )
    with snapshot(ledger):
        rows = fetch(ledger, sql, (*wanted.values, part.limit + 1))
        found = tuple(_found(ledger, key, values) for _, key, *values in rows[: part.limit])
    return Page(found, paged(rows, part.limit))


def source(ledger: Ledger, words: str) -> FoundSource:
    """The source with this id, or the beginning of it (4 letters or more). NotInLedger: there is none, or several."""
    key = source_key(ledger, words)
    [values] = fetch(ledger, f"SELECT {_FIELDS} FROM sources s WHERE source_key = ?", (key,))
    return _found(ledger, key, values)


def source_key(ledger: Ledger, words: str) -> int:
    """The key of the same in this ledger. NotInLedger: as for `source`."""
    words = plain(words.strip())
    found: list[tuple[Any, ...]] = []
    if _ID.fullmatch(words):
        begins = f"id >= ?1 AND id < ?1 || 'g' AND {SHOWN.sql}"
        found = fetch(ledger, f"SELECT source_key, id FROM sources s WHERE {begins} ORDER BY id LIMIT 6", (words,))
    if len(found) > 1 and found[0][1] != words:
        raise NotInLedger(
            f'several sources are called "{words}": {", ".join(id for _, id in found)}; name one of these'
        )
    if not found:
        raise NotInLedger(
            f'the ledger has no source "{words}"; list them with: reportedly sources. People without a public role '
            "are not listed: what they said stands in its article alone"
        )
    return int(found[0][0])


def kinds(ledger: Ledger, asked: Whom) -> tuple[Counted, ...]:
    """How many of the sources that fit are of each kind, whatever kinds are asked for. RunError: as for `sources`."""
    wanted = where((SHOWN, *_clauses(ledger, replace(asked, kinds=()))))
    sql = f"SELECT s.kind, count(*) FROM sources s WHERE {wanted.sql} GROUP BY 1 ORDER BY 2 DESC, 1"
    return tuple(Counted(name=kind, count=count) for kind, count in fetch(ledger, sql, wanted.values))


def publishers(ledger: Ledger) -> tuple[FoundSource, ...]:
    """The outlets that published most of the ledger's articles."""
    sql = f"SELECT s.source_key, {_FIELDS} FROM sources s WHERE published ORDER BY published DESC, name LIMIT ?"
    return tuple(_found(ledger, key, values) for key, *values in fetch(ledger, sql, (PUBLISHERS,)))


def statements_of(ledger: Ledger, words: str, asked: Which = Which(), part: Part = START) -> Page[Said]:  # noqa: B008 (frozen)
    """What a source has said, newest day first. NotInLedger: as for `source`. RunError: as for `sources`."""
    with snapshot(ledger):
        key = source_key(ledger, words)
        clauses = (Clause("t.source_key = ?", (key,)), *_told_clauses(ledger, asked))
        wanted = where((*clauses, *behind(part.after, "t.day", "t.statement_key")))
        sql = (
            "SELECT t.day, t.statement_key, s.reading_key, s.id, s.content, s.source_name FROM source_statements t"
            f" CROSS JOIN statements s USING (statement_key) WHERE {wanted.sql}"
            " ORDER BY t.day DESC, t.statement_key DESC LIMIT ?"
        )
        rows = fetch(ledger, sql, (*wanted.values, part.limit + 1))
        shown = rows[: part.limit]
        of = zip(readings(ledger, (row[2] for row in shown)), shown, strict=True)
        found = tuple(
            Said(ref=r.ref(id), kept=r.kept, statement=r.one(Statement, id), content=content, name=name)
            for r, (_, _, _, id, content, name) in of
        )
    return Page(found, paged(rows, part.limit))


def sources_called(ledger: Ledger, names: list[str]) -> dict[str, str]:
    """The ids of the sources with these names: the outlet where there is one of that name, else the only one."""
    words_of = {name: search_words(name) for name in names}
    sql = f"""
    SELECT words, coalesce(min(id) FILTER (WHERE kind = 'outlet'), min(id)) FROM sources s
    WHERE words IN (SELECT value FROM json_each(?)) AND named AND {SHOWN.sql}
    GROUP BY words HAVING count(*) = 1 OR count(*) FILTER (WHERE kind = 'outlet') = 1
    """
    found = dict(fetch(ledger, sql, (canonical(list(words_of.values())),)))
    return {name: found[words] for name, words in words_of.items() if words in found}


def _clauses(ledger: Ledger, asked: Whom) -> Iterator[Clause]:
    """What is asked of a source (s)."""
    if asked.words is not None:
        if _ID.fullmatch(words := asked.words.strip()):
            yield Clause("s.id >= ?", (words,))
            yield Clause("s.id < ? || 'g'", (words,))
        else:
            begins = search_words(asked.words).split()
            if not begins:
                raise RunError(f"no word to look for in “{asked.words}”; give at least one word of letters or digits")
            for word in begins:
                yield Clause("instr(s.words, ?)", (f" {word}",))
    if asked.kinds:
        yield _one_of("s.kind", "--kind", asked.kinds, WHO_KINDS)
    said = [*_days(asked.since, asked.until)]
    if asked.outlet is not None:
        said.append(_outlets(ledger, asked.outlet))
    if said:
        wanted = where(said)
        yield Clause(
            f"s.source_key IN (SELECT t.source_key FROM source_statements t WHERE {wanted.sql})", wanted.values
        )


def _told_clauses(ledger: Ledger, asked: Which) -> Iterator[Clause]:
    """What is asked of a statement (t)."""
    if asked.acts:
        yield _one_of("t.act", "--act", asked.acts, ACTS)
    if asked.outlet is not None:
        yield _outlets(ledger, asked.outlet)
    if asked.role is not None:
        yield Clause("t.role = ?", (plain(asked.role),))
    yield from _days(asked.since, asked.until)


def _days(since: str | None, until: str | None) -> Iterator[Clause]:
    if since is not None:
        yield Clause("t.day >= ?", (first_day("--since", since),))
    if until is not None:
        yield Clause("t.day <= ?", (last_day("--until", until),))


def _outlets(ledger: Ledger, outlet: str) -> Clause:
    spelled = outlets_called(ledger, outlet)
    return Clause(f"t.outlet IN ({', '.join('?' * len(spelled))})", tuple(spelled))


def _one_of(column: str, option: str, given: tuple[str, ...], known: tuple[str, ...]) -> Clause:
    for value in given:
        if value not in known:
            raise RunError(f"{option} {value}: there is no such value; choose from: {', '.join(known)}")
    return Clause(f"{column} IN ({', '.join('?' * len(given))})", tuple(given))


def _behind(cursor: str | None) -> Iterator[Clause]:
    if cursor is not None:
        match = _CURSOR.fullmatch(cursor)
        if not match:
            raise RunError(f"{cursor}: no cursor; use one that a page of this list gave")
        yield Clause("(s.statements, s.source_key) < (?, ?)", (int(match[1]), int(match[2])))


def _found(ledger: Ledger, key: int, values: tuple[Any, ...] | list[Any]) -> FoundSource:
    """A source with the roles that its newest articles give it, the most frequent first."""
    sql = """
    SELECT role FROM (SELECT role FROM source_statements WHERE source_key = ? ORDER BY day DESC, statement_key DESC
    LIMIT ?) WHERE role IS NOT NULL GROUP BY role ORDER BY count(*) DESC, role LIMIT ?
    """
    roles = tuple(role for (role,) in fetch(ledger, sql, (key, NEWEST, ROLES)))
    return FoundSource.model_validate({**dict(zip(_NAMES, values, strict=True)), "roles": roles})
