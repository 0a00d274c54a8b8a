"""Where articles wait to be read: one process reads, a few wait, each has its time."""

from __future__ import annotations

import asyncio
from dataclasses import dataclass, replace
from multiprocessing import get_context
from multiprocessing.connection import Connection
from multiprocessing.context import SpawnProcess
from typing import Protocol

from starlette.concurrency import run_in_threadpool

from reportedly.errors import ArticleError, ReportedlyError
from reportedly.intake.fetch_options import FetchOptions
from reportedly.ledger.linked.nouns import LinkedBatch
from reportedly.reading import interrupts_held
from reportedly.web.worker.task import ADDED, Done, Task, work


class Work(Protocol):
    """What the process runs."""

    def __call__(self, pipe: Connection, fetch: FetchOptions) -> None:
        """Say READY, then answer tasks."""


@dataclass(frozen=True)
class ReadingLimits:
    """What reading may cost. `text` is bytes: the longest reports have 60,000; 200,000 take some 10 seconds. `html` is
    bytes of a page: those of news stay under 1 MB, saved ones with images under 5. `queue` is articles that wait or are
    read: at 0.1 to 10 seconds each, more would wait for minutes. `seconds` is for one article, from fetching it to its
    record; `linking` for what follows when it is kept; `start` for loading the models, 2 seconds on an idle machine."""

    text: int = 200_000
    html: int = 5_000_000
    queue: int = 4
    seconds: float = 40.0
    linking: float = 10.0
    start: float = 60.0


FETCHING = FetchOptions(max_bytes=ReadingLimits.html, deadline=20.0)
"""How a page is fetched for the desk: smaller and faster than for `reportedly add`, since somebody waits for it."""


class RoomFull(ReportedlyError):
    """As many articles wait as may."""


class ReadingFailed(ReportedlyError):
    """The reading process could not be started, or ended."""


@dataclass(frozen=True)
class _Worker:
    process: SpawnProcess
    pipe: Connection

    def kill(self) -> None:
        """End it, whatever it is doing. A ledger that it was writing takes back what was not whole."""
        self.process.kill()
        self.process.join()
        self.pipe.close()
        self.process.close()


class ReadingRoom:
    """Reads articles one at a time in a process that starts with the first of them. One that takes too long, or brings
    the process down, costs itself only: the next is read by a new process. `waiting`, `starts` and `overruns` count."""

    def __init__(
        self, limits: ReadingLimits = ReadingLimits(), fetch: FetchOptions = FETCHING, run: Work = work
    ) -> None:  # fmt: skip
        self.limits, self.waiting, self.starts, self.overruns = limits, 0, 0, 0
        self._fetch, self._run = fetch, run
        self._turn = asyncio.Lock()
        self._worker: _Worker | None = None

    async def read(self, task: Task) -> Done:
        """The task's answer. RoomFull: too many wait. ArticleError, LedgerError: as the library raises them.
        ReadingFailed: the process ended, which is no fault of the ledger."""
        if self.waiting >= self.limits.queue:
            raise RoomFull("too many articles wait to be read; send it again in a few seconds")
        self.waiting += 1
        try:
            async with self._turn:
                return await run_in_threadpool(self._read, task)
        finally:
            self.waiting -= 1

    def close(self) -> None:
        """End the process."""
        worker, self._worker = self._worker, None
        if worker:
            worker.kill()

    def _read(self, task: Task) -> Done:
        try:
            worker = self._worker = self._worker or self._started()
            worker.pipe.send(task)
            if not worker.pipe.poll(self.limits.seconds):
                raise self._overrun(f"it took longer than {self.limits.seconds:g} seconds to read")
            answer = worker.pipe.recv()
            if isinstance(answer, ReportedlyError):
                raise answer
            assert isinstance(answer, Done)
            return replace(answer, linked=self._linked(worker)) if _is_added(answer) else answer
        except (EOFError, OSError) as error:
            self.close()
            raise ReadingFailed("the reading process ended; send the article again, or less of it") from error

    def _linked(self, worker: _Worker) -> LinkedBatch | None:
        """What linking found; None where it takes longer (much else may wait to be linked), and is left for later."""
        if not worker.pipe.poll(self.limits.linking):
            self.close()
            return None
        answer = worker.pipe.recv()
        return answer if isinstance(answer, LinkedBatch) else None  # not linked: the article is kept all the same

    def _started(self) -> _Worker:
        context = get_context("spawn")
        here, there = context.Pipe()
        process = context.Process(target=self._run, args=(there, self._fetch), daemon=True)
        with interrupts_held():
            process.start()
        there.close()
        worker = _Worker(process, here)
        self.starts += 1
        try:
            if here.poll(self.limits.start):
                here.recv()
                return worker
        except EOFError:
            pass
        worker.kill()
        raise ReadingFailed("the reading process does not start; see what `reportedly read` says on this machine")

    def _overrun(self, why: str) -> ArticleError:
        self.overruns += 1
        self.close()
        return ArticleError(f"{why}; send less of it, or take it in with: reportedly add")


def _is_added(answer: Done) -> bool:
    return answer.outcome is not None and answer.outcome.kind in ADDED
