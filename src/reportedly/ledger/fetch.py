"""Rows of a query, with SQLite's errors in plain words."""

from __future__ import annotations

from collections.abc import Iterator, Mapping, Sequence
from contextlib import contextmanager, suppress
from typing import TYPE_CHECKING, Any

import apsw

from reportedly.ledger.connect import explained

if TYPE_CHECKING:
    from reportedly.ledger.connect import Ledger

Values = Sequence[Any] | Mapping[str, Any]


def fetch(ledger: Ledger, sql: str, values: Values = ()) -> list[tuple[Any, ...]]:
    """All rows of a query. LedgerError: the file cannot be read."""
    return list(stream(ledger, sql, values))


def stream(ledger: Ledger, sql: str, values: Values = ()) -> Iterator[tuple[Any, ...]]:
    """The same one by one, as SQLite finds them."""
    with explained(ledger.path):
        yield from ledger.db.execute(sql, values)


@contextmanager
def snapshot(ledger: Ledger) -> Iterator[None]:
    """What is read inside is the ledger of one moment, whatever others write meanwhile."""
    with explained(ledger.path):
        ledger.db.execute("SAVEPOINT snapshot")
    try:
        yield
    finally:
        # The reader has gone away with the ledger, or its file is damaged: what was read inside has told so.
        with suppress(apsw.ConnectionClosedError, apsw.CorruptError, apsw.NotADBError, apsw.IOError):
            ledger.db.execute("RELEASE snapshot")
