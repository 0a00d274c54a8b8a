"""The ledger as a request sees it: read-only, and of one moment, whatever `reportedly add` writes meanwhile."""

from __future__ import annotations

import asyncio
import time
from collections.abc import AsyncIterator
from contextlib import asynccontextmanager
from dataclasses import dataclass, field
from pathlib import Path
from typing import Annotated

from fastapi import Depends, Request
from starlette.concurrency import run_in_threadpool

from reportedly.errors import ReportedlyError
from reportedly.ledger.connect import Ledger, explained, read_ledger
from reportedly.ledger.fetch import snapshot
from reportedly.web.options import Limits

STEPS = 50_000
"""Steps of SQLite's machine between two looks at the clock: about 2 ms."""


class Busy(ReportedlyError):
    """Too many requests at once; the client may come back in a moment."""


@dataclass(frozen=True)
class Kept:
    """An open connection, the file that it was opened on, and the tables' version then."""

    ledger: Ledger
    file: tuple[int, int]
    schema: int


@dataclass
class Ledgers:
    """Open connections that requests share, each used by one at a time. A request waits for one without holding a
    thread: else those that wait could keep those that have one from ever ending."""

    path: Path
    limits: Limits
    free: list[Kept] = field(default_factory=list)
    places: asyncio.Semaphore = field(init=False)

    def __post_init__(self) -> None:
        self.places = asyncio.Semaphore(self.limits.readers)

    @asynccontextmanager
    async def one(self, seconds: float | None = None) -> AsyncIterator[Ledger]:
        """A ledger for one request; a query that goes on after so many seconds is broken off with a LedgerError. Busy:
        none was free in time. LedgerError: the file cannot be read."""
        await self._place()
        try:
            kept = await run_in_threadpool(self._take)
            try:
                _limit(kept.ledger, seconds)
                with snapshot(kept.ledger):
                    yield kept.ledger
            finally:
                self.free.append(kept)
        finally:
            self.places.release()

    def close(self) -> None:
        """Close what is not in use."""
        while self.free:
            self.free.pop().ledger.close()

    async def _place(self) -> None:
        try:
            await asyncio.wait_for(self.places.acquire(), self.limits.patience)
        except TimeoutError:
            raise Busy("too many requests at once; try again in a few seconds") from None

    def _take(self) -> Kept:
        """One that is open already, unless the file was replaced or its tables have changed; else a new one."""
        while self.free:
            kept = self.free.pop()
            if self.path.exists() and kept.file == _identity(self.path) and kept.schema == _schema(kept.ledger):
                return kept
            kept.ledger.close()
        ledger = read_ledger(self.path)
        return Kept(ledger, _identity(self.path), _schema(ledger))


def _identity(path: Path) -> tuple[int, int]:
    with explained(path):
        found = path.stat()
    return found.st_dev, found.st_ino


def _schema(ledger: Ledger) -> int:
    with explained(ledger.path):
        return int(ledger.db.pragma("schema_version"))


def _limit(ledger: Ledger, seconds: float | None) -> None:
    if seconds is None:
        ledger.db.set_progress_handler(None)
        return
    until = time.monotonic() + seconds
    ledger.db.set_progress_handler(lambda: time.monotonic() > until, STEPS)


async def reading(request: Request) -> AsyncIterator[Ledger]:
    """The ledger, for as long as a page's function runs."""
    ledgers: Ledgers = request.app.state.ledgers
    async with ledgers.one(ledgers.limits.query) as ledger:
        yield ledger


async def streaming(request: Request) -> AsyncIterator[Ledger]:
    """The ledger, until the answer has been sent, however long that takes."""
    ledgers: Ledgers = request.app.state.ledgers
    async with ledgers.one() as ledger:
        yield ledger


Reading = Annotated[Ledger, Depends(reading, scope="function")]
"""What a page or an endpoint asks: `def page(ledger: Reading)`. It is given back before the answer is sent."""

Streaming = Annotated[Ledger, Depends(streaming, scope="request")]
"""The same for answers that are made while they are sent."""
