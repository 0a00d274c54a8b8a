"""What other processes do to a ledger in tests; in a module of its own, so that they can import it quickly."""

from __future__ import annotations

import multiprocessing
import os
from collections.abc import Iterator
from multiprocessing.context import ForkServerContext
from pathlib import Path

from reportedly.intake.item import Item
from reportedly.ledger.connect import Ledger, open_ledger
from reportedly.ledger.migrate import Migration, known_migrations
from reportedly.ledger.nouns import Outcome
from reportedly.ledger.write import keep
from tests.ledger.articles import TEXT, failed, fetched, item, record


def processes() -> ForkServerContext:
    """Processes that start in milliseconds, with everything imported."""
    context = multiprocessing.get_context("forkserver")
    context.set_forkserver_preload(["tests.ledger.keeping"])
    return context


def some(count: int) -> Iterator[Item]:
    """Articles of every sort: new, changed, copied, failed, with validators."""
    for n in range(count):
        it = item(f"{TEXT} Number {n - n % 5}." if n % 5 < 2 else f"{TEXT} Number {n}.", f"https://x.example/{n // 2}")
        yield fetched(it, str(n)) if n % 3 else it


def keep_one(ledger: Ledger, it: Item, n: int) -> Outcome:
    """Every seventh cannot be read."""
    return keep(ledger, it, record(it) if n % 7 else failed(it))


SECOND = Migration(2, "notes", "CREATE TABLE notes (note TEXT NOT NULL) STRICT; INSERT INTO notes VALUES ('a');")
"""A step that a later version might have."""


def migrate_one(path: Path) -> None:
    """Open a ledger with a later version."""
    open_ledger(path, (*known_migrations()[:1], SECOND)).close()


def keep_some(path: Path, count: int, told: Path) -> None:
    """Keep articles and note each in `told` once it is kept, as somebody does who relies on it."""
    with open_ledger(path) as ledger, told.open("ab", buffering=0) as notes:
        for n, it in enumerate(some(count)):
            outcome = keep_one(ledger, it, n)
            os.write(notes.fileno(), f"{n} {outcome.kind}\n".encode())
