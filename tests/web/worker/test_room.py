"""The room where articles wait to be read: bounded in number and time, and one article's harm is its own."""

from __future__ import annotations

import asyncio
import time
from collections.abc import AsyncIterator, Coroutine
from contextlib import asynccontextmanager
from typing import Any, TypeVar

import pytest

from reportedly.errors import ArticleError
from reportedly.web.worker.room import ReadingFailed, ReadingLimits, ReadingRoom, RoomFull, Work
from reportedly.web.worker.task import Done, Task
from tests.web.worker.works import asleep, obedient, stillborn

T = TypeVar("T")
QUICK = ReadingLimits(queue=3, seconds=1.0, linking=1.0, start=30.0)


def text(words: str) -> Task:
    return Task("text", words)


@asynccontextmanager
async def opened(run: Work = obedient, limits: ReadingLimits = QUICK) -> AsyncIterator[ReadingRoom]:
    room = ReadingRoom(limits, run=run)
    try:
        yield room
    finally:
        room.close()


def run(made: Coroutine[Any, Any, T]) -> T:
    return asyncio.run(made)


def reader_of(done: Done) -> str:
    """The process that read it."""
    assert done.record
    return done.record.article.id


def test_one_process_reads_all() -> None:
    async def reading() -> tuple[set[str], int]:
        async with opened() as room:
            found = [await room.read(text(f"number {n}")) for n in range(5)]
            return {reader_of(done) for done in found}, room.starts

    processes, starts = run(reading())
    assert (len(processes), starts) == (1, 1)


def test_no_process_starts_before_there_is_something_to_read() -> None:
    async def idle() -> int:
        async with opened() as room:
            return room.starts

    assert run(idle()) == 0


def test_what_takes_too_long_costs_only_itself() -> None:
    async def reading() -> tuple[int, int]:
        async with opened() as room:
            slow = asyncio.create_task(room.read(text("sleep 30")))
            await asyncio.sleep(0)
            after = asyncio.create_task(room.read(text("after it")))
            with pytest.raises(ArticleError, match="longer than 1 seconds"):
                await slow
            assert reader_of(await after)
            return room.overruns, room.starts

    began = time.monotonic()
    assert run(reading()) == (1, 2)
    assert time.monotonic() - began < 15


def test_what_brings_the_process_down_costs_only_itself() -> None:
    async def reading() -> int:
        async with opened() as room:
            with pytest.raises(ReadingFailed, match="ended"):
                await room.read(text("die"))
            assert reader_of(await room.read(text("after it")))
            return room.starts

    assert run(reading()) == 2


def test_the_page_goes_on_meanwhile() -> None:
    async def reading() -> int:
        async with opened(limits=ReadingLimits(queue=1, seconds=20)) as room:
            await room.read(text("ready"))
            slow, ticks = asyncio.create_task(room.read(text("sleep 0.5"))), 0
            while not slow.done():
                await asyncio.sleep(0.01)
                ticks += 1
            return ticks

    assert run(reading()) > 20


def test_only_a_few_may_wait() -> None:
    async def reading() -> tuple[int, int]:
        async with opened(limits=ReadingLimits(queue=2, seconds=20)) as room:
            asked = [room.read(text("sleep 0.2")) for _ in range(5)]
            found = await asyncio.gather(*asked, return_exceptions=True)
            assert reader_of(await room.read(text("there is room again")))
            return sum(isinstance(x, Done) for x in found), sum(isinstance(x, RoomFull) for x in found)

    assert run(reading()) == (2, 3)


def test_a_refusal_is_raised_here() -> None:
    async def reading() -> None:
        async with opened() as room:
            with pytest.raises(ArticleError, match="is empty"):
                await room.read(text("refuse"))
            assert room.starts == 1

    run(reading())


def test_links_come_with_what_was_added() -> None:
    async def reading() -> Done:
        async with opened() as room:
            done = await room.read(text("add"))
            assert reader_of(await room.read(text("the next answer is its own")))
            return done

    done = run(reading())
    assert done.outcome and done.outcome.article == "a1"
    assert done.linked and done.linked.articles == 1


def test_what_is_added_is_told_even_where_linking_takes_long() -> None:
    async def reading() -> Done:
        async with opened() as room:
            done = await room.read(text("add slowly"))
            assert reader_of(await room.read(text("after it")))
            return done

    done = run(reading())
    assert done.outcome and done.outcome.kind == "new"
    assert done.linked is None


@pytest.mark.parametrize(("process", "start"), [(stillborn, 30.0), (asleep, 0.5)])
def test_a_process_that_does_not_start_is_told_of(process: Work, start: float) -> None:
    async def reading() -> None:
        async with opened(process, ReadingLimits(start=start)) as room:
            with pytest.raises(ReadingFailed, match="does not start"):
                await room.read(text("anything"))

    run(reading())


def test_closing_twice_does_no_harm() -> None:
    async def reading() -> ReadingRoom:
        async with opened() as room:
            await room.read(text("one"))
            return room

    run(reading()).close()
