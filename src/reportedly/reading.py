"""The door to the library: load the models once, read articles one by one or as a stream."""

from __future__ import annotations

import signal
from collections import deque
from collections.abc import Iterable, Iterator, Sequence
from concurrent.futures import Future, ProcessPoolExecutor
from contextlib import contextmanager
from functools import cached_property
from multiprocessing import get_context

from reportedly.events.between import Between
from reportedly.events.ontology import Settings
from reportedly.intake.item import Item, text_id
from reportedly.pipeline import read_article
from reportedly.reader.grams import Wording
from reportedly.reader.model import WEIGHTS
from reportedly.record import Article, Problem, Record, Span
from reportedly.tools import Tools, load_tools

WAITING_PER_JOB = 4
"""Articles queued for each worker: enough to keep it busy, few enough that a stream of any length fits in memory."""


class Reader:
    """Reads articles into records. It holds the loaded models and no other state, and may be kept for ever.

    Without tools it loads them when it first reads here; with worker processes it never does.
    """

    def __init__(self, tools: Tools | None = None, settings: Settings = Settings()) -> None:  # noqa: B008 (frozen)
        self._given, self._settings = tools, settings

    @cached_property
    def tools(self) -> Tools:
        """The models and word lists."""
        return self._given or load_tools(self._settings)

    def read(
        self,
        text: str,
        *,
        id: str | None = None,
        title: str | None = None,
        outlet: str | None = None,
        published: str | None = None,
        url: str | None = None,
    ) -> Record:
        """Read one text, taken exactly as given. Without an id it gets one from the hash of its text."""
        given = id if id is not None else text_id(text)
        return self.read_item(
            Item(Article(id=given, title=title, outlet=outlet, published=published, url=url, text=text))
        )

    def read_item(self, item: Item) -> Record:
        """Read what intake handed on. Never raises for what an article holds: problems are in the record."""
        try:
            return read_article(item.article, self.tools, item.problems)
        except Exception as e:  # the boundary: one article must never stop the others
            message = f"could not be read ({type(e).__name__}: {e}); please report it with the article"
            problems = (*item.problems, Problem(stage="reading", message=message, fatal=True))
            return Record(article=item.article, problems=problems, run=self.tools.run)

    def type_between(self, text: str, source: Sequence[Span], target: Sequence[Span]) -> str:
        """The PLOVER type of what a source does to a target in a sentence; either may have several spans, or none."""
        return self._between.type_of(text, source, target)

    @cached_property
    def _between(self) -> Between:
        model = self.tools.model
        return Between(model, Wording(WEIGHTS / "pairs.npz", model.pairs["wording"]))

    def read_many(self, items: Iterable[Item | Article], *, jobs: int = 1) -> Iterator[Record]:
        """Read a stream, in order. With `jobs` > 1 that many worker processes read, each with models of its own;
        the records do not depend on how many there are."""
        if jobs > 1:
            yield from read_in_workers(items, jobs, self._settings)
        else:
            yield from map(self.read_item, _as_items(items))


def read_in_workers(items: Iterable[Item | Article], jobs: int, settings: Settings) -> Iterator[Record]:
    """Read a stream in worker processes, in order; this process loads no model."""
    with ProcessPoolExecutor(
        jobs, mp_context=get_context("spawn"), initializer=_start_worker, initargs=(settings,)
    ) as pool:
        waiting: deque[Future[Record]] = deque()
        try:
            for item in _as_items(items):
                with interrupts_held():
                    waiting.append(pool.submit(_read_in_worker, item))
                while waiting and (waiting[0].done() or len(waiting) >= jobs * WAITING_PER_JOB):
                    yield waiting.popleft().result()
            while waiting:
                yield waiting.popleft().result()
        finally:
            pool.shutdown(wait=False, cancel_futures=True)


@contextmanager
def interrupts_held() -> Iterator[None]:
    """A process that is started meanwhile never sees an interrupt, not even while it loads; this one sees it after."""
    before = signal.pthread_sigmask(signal.SIG_BLOCK, {signal.SIGINT})
    try:
        yield
    finally:
        signal.pthread_sigmask(signal.SIG_SETMASK, before)


def _as_items(items: Iterable[Item | Article]) -> Iterator[Item]:
    return (Item(x) if isinstance(x, Article) else x for x in items)


def load(settings: Settings = Settings()) -> Reader:  # noqa: B008 (frozen)
    """Load the models that ship with the package and return a reader; `settings` are those of the ontology."""
    return Reader(load_tools(settings), settings)


_worker: Reader | None = None


def _start_worker(settings: Settings) -> None:
    global _worker
    signal.signal(signal.SIGINT, signal.SIG_IGN)  # the parent answers an interrupt and ends its workers
    _worker = load(settings)


def _read_in_worker(item: Item) -> Record:
    assert _worker is not None
    return _worker.read_item(item)
