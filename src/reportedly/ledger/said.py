"""Who said it: statements of the ledger."""

from __future__ import annotations

from typing import TYPE_CHECKING

from reportedly.ledger.clauses import day_clauses, reading_clauses, statement_clauses, where
from reportedly.ledger.kept import READINGS, Parts, Statements, parts_of
from reportedly.ledger.nouns import Filter, Said
from reportedly.ledger.paging import Page, Part, behind, paged
from reportedly.ledger.stored import plain

if TYPE_CHECKING:
    from reportedly.ledger.connect import Ledger


def said(ledger: Ledger, asked: Filter, part: Part = Part()) -> Page[Said]:
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
        "SELECT s.day, s.statement_key, s.reading_key, s.id, s.content, s.source_name"
        f" FROM statements s JOIN {READINGS} ON r.reading_key = s.reading_key WHERE {wanted.sql}"
        " ORDER BY s.day DESC, s.statement_key DESC LIMIT ?"
    )
    rows = ledger.db.execute(sql, (*wanted.values, part.limit + 1)).fetchall()
    shown = rows[: part.limit]
    readings = parts_of(ledger, (reading for _, _, reading, *_ in shown), Statements)
    found = (_said(*row[3:], parts) for row, parts in zip(shown, readings, strict=True))
    return Page(tuple(found), paged([row[:2] for row in rows], part.limit))


def _said(id: str, content: str, name: str | None, parts: Parts[Statements]) -> Said:
    statement = next(s for s in parts.record.statements if plain(s.id) == id)
    return Said(ref=f"{parts.kept.id}/{id}", kept=parts.kept, statement=statement, content=content, name=name)
