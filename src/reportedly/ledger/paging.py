"""Long lists page by page: each page ends with a cursor, and the next one begins behind it.

A cursor names the last row by its day and its key, so rows that are added meanwhile neither repeat nor hide another.
"""

from __future__ import annotations

import re
from collections.abc import Callable, Iterator, Sequence
from dataclasses import dataclass
from typing import Any, Generic, TypeVar

from reportedly.errors import RunError
from reportedly.ledger.clauses import Clause

T = TypeVar("T")

PAGE = 50
"""Rows of a page where nothing else is asked for: a few screens."""

STEP = 500
"""Rows fetched at once where all are wanted: a few megabytes of records."""

_CURSOR = re.compile(r"(\d{4}-\d{2}-\d{2})\.(\d{1,18})", re.ASCII)


@dataclass(frozen=True)
class Page(Generic[T]):
    """Some of what was found, and the cursor to ask for more; None where this is the end."""

    items: tuple[T, ...]
    next: str | None = None

    def __iter__(self) -> Iterator[T]:
        return iter(self.items)

    def __len__(self) -> int:
        return len(self.items)


@dataclass(frozen=True)
class Part:
    """Which part of a list: so many rows, those behind a cursor."""

    limit: int = PAGE
    after: str | None = None


START = Part()


def behind(cursor: str | None, day: str, key: str) -> Iterator[Clause]:
    """The condition for rows behind a cursor, newest day first, in each day the last added first."""
    if cursor is not None:
        match = _CURSOR.fullmatch(cursor)
        if not match:
            raise RunError(f"{cursor}: no cursor; use one that a page of this list gave")
        yield Clause(f"({day}, {key}) < (?, ?)", (match[1], int(match[2])))


def paged(rows: Sequence[tuple[Any, ...]], limit: int) -> str | None:
    """The cursor behind the last of `limit` rows (day, key …); None where there is no further row."""
    return f"{rows[limit - 1][0]}.{rows[limit - 1][1]}" if 0 < limit < len(rows) else None


def every(ask: Callable[[Part], Page[T]], most: int | None = None) -> Iterator[T]:
    """All that is found, or the first `most`, fetched page by page.

    `every(lambda part: said(ledger, asked, part))`
    """
    after: str | None = None
    while most is None or most > 0:
        page = ask(Part(STEP if most is None else min(STEP, most), after))
        yield from page.items
        most = None if most is None else most - len(page.items)
        after = page.next
        if after is None:
            return
