"""Who said it: statements of the ledger."""

from __future__ import annotations

from typing import TYPE_CHECKING

from reportedly.ledger.clauses import day_clauses, joined, reading_clauses, statement_clauses, where
from reportedly.ledger.fetch import fetch
from reportedly.ledger.kept import Reading, readings
from reportedly.ledger.nouns import Filter, Said
from reportedly.ledger.paging import START, Page, Part, behind, paged
from reportedly.record import Statement

if TYPE_CHECKING:
    from reportedly.ledger.connect import Ledger


def said(ledger: Ledger, asked: Filter, part: Part = START) -> Page[Said]:
    """The statements that fit, newest day first. RunError: what is asked for cannot be understood."""
    wanted = where(
        (
            *statement_clauses(asked),
            *day_clauses("s.day", asked),
            *reading_clauses(ledger, asked),
            *behind(part.after, "s.day", "s.statement_key"),
        )
    )
    sql = (
        "SELECT s.day, s.statement_key, r.reading_key, s.id, s.content, s.source_name"
        f" FROM statements s {joined(asked)} readings r USING (reading_key) WHERE {wanted.sql}"
        " ORDER BY s.day DESC, s.statement_key DESC LIMIT ?"
    )
    rows = fetch(ledger, sql, (*wanted.values, part.limit + 1))
    shown = rows[: part.limit]
    found = zip(readings(ledger, (row[2] for row in shown)), shown, strict=True)
    return Page(tuple(_said(reading, *row[3:]) for reading, row in found), paged(rows, part.limit))


def _said(reading: Reading, id: str, content: str, name: str | None) -> Said:
    statement = reading.one(Statement, id)
    return Said(ref=reading.ref(id), kept=reading.kept, statement=statement, content=content, name=name)
