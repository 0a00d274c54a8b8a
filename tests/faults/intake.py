"""An intake in a process of its own, to be killed.

The reader is made by hand and takes a little while for each article, so that kills fall everywhere.
"""

from __future__ import annotations

import os
import time
from collections.abc import Iterable, Iterator
from multiprocessing import get_context
from multiprocessing.context import ForkServerContext, ForkServerProcess
from pathlib import Path

from reportedly.adding import add
from reportedly.intake.item import Item
from reportedly.ledger.connect import open_ledger
from reportedly.ledger.nouns import Outcome
from reportedly.record import Record
from tests.taking import arriving, reading_of

DELAY = 0.0005


def slowly(items: Iterable[Item]) -> Iterator[Record]:
    """Reads by hand, and holds a few articles ahead, as worker processes do."""
    ahead: list[Item] = []
    for it in items:
        time.sleep(DELAY)
        ahead.append(it)
        if len(ahead) > 3:
            yield reading_of(ahead.pop(0))
    yield from map(reading_of, ahead)


def take_in(db: Path, told: Path, *sources: str) -> None:
    """Take in sources; `told` gets a line for each article, with its name and outcome, at once."""
    with told.open("ab", buffering=0) as out, open_ledger(db) as ledger:

        def tell(outcome: Outcome) -> None:
            os.write(out.fileno(), f"{outcome.name}\t{outcome.kind}\n".encode())

        add(arriving(ledger, *sources), ledger, slowly, tell)


def starting(db: Path, told: Path, *sources: str) -> ForkServerProcess:
    """A process that takes in sources; with everything imported it starts in milliseconds."""
    context: ForkServerContext = get_context("forkserver")
    context.set_forkserver_preload(["tests.faults.intake"])
    process = context.Process(target=take_in, args=(db, told, *sources))
    process.start()
    return process
