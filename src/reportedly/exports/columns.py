"""Columns of flat tables: a name, a type, a meaning for the documentation, and how a cell is made."""

from __future__ import annotations

from collections.abc import Callable, Iterable, Sequence
from dataclasses import dataclass
from typing import Any, Generic, Literal, TypeVar

from reportedly.exports.facts import Reading, as_day

Facts = TypeVar("Facts")
Type = Literal["text", "integer", "number", "boolean", "date", "list", "chain"]
"""`date` is a complete day. `list` and `chain` are lists of text in Parquet; in CSV a list is joined by "; ", a chain
(whose order means from whom to whom) by " → "."""
JOINED_BY: dict[Type, str] = {"list": "; ", "chain": " → "}


@dataclass(frozen=True)
class Column(Generic[Facts]):
    """One column of a table over `Facts`."""

    name: str
    type: Type
    meaning: str
    cell: Callable[[Facts], Any]


def row(columns: Sequence[Column[Facts]], facts: Facts) -> list[Any]:
    """The cells of one row."""
    return [c.cell(facts) for c in columns]


def documented(columns: Iterable[Column[Any]]) -> str:
    """The table of docs/exports.md."""
    lines = ["| column | type | meaning |", "|---|---|---|"]
    lines += [f"| `{c.name}` | {c.type} | {c.meaning} |" for c in columns]
    return "\n".join(lines) + "\n"


def article_columns(reading: Callable[[Facts], Reading]) -> tuple[Column[Facts], ...]:
    """The columns that say which article it is, for facts of any kind."""

    def kept(name: str) -> Callable[[Facts], Any]:
        return lambda facts: getattr(reading(facts).kept, name)

    return (
        Column("article", "text", "id of the article in the ledger", kept("id")),
        Column("version", "integer", "which of the article's texts, from 1", kept("version")),
        Column("run", "integer", "number of the run that read it (see the manifest)", kept("run")),
        Column("url", "text", "address of the article", kept("url")),
        Column("outlet", "text", "who published it", kept("outlet")),
        Column("title", "text", "its headline", kept("title")),
        Column("published", "text", "date or time of publication as it was given", kept("published")),
        Column("day", "date", "day of publication, else on which it was seen", lambda f: as_day(reading(f).kept.day)),
        Column("text_sha256", "text", "hash of the text that was read", kept("text_sha256")),
    )
