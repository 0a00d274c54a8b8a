"""What the reading process does: one article after another, read and, where that was asked for, kept and linked."""

from __future__ import annotations

import json
import signal
from collections.abc import Iterator
from dataclasses import dataclass, field
from multiprocessing.connection import Connection
from pathlib import Path
from typing import TYPE_CHECKING, Literal

from reportedly.errors import ArticleError, LedgerError, ReportedlyError, RunError
from reportedly.intake.fetch_options import FetchOptions
from reportedly.intake.files import STDIN
from reportedly.intake.item import Given, Item, Origin
from reportedly.ledger.linked.nouns import LinkedBatch
from reportedly.ledger.nouns import Outcome
from reportedly.record import Record

if TYPE_CHECKING:
    from reportedly.intake.visit import Visit
    from reportedly.reading import Reader

REQUEST = "the article sent"
"""How messages call an article without an address."""

READY = "ready"
ADDED = ("new", "changed", "copy")
"""What is to be linked."""


@dataclass(frozen=True)
class Task:
    """An article to read: its text, its page, or the address where it stands. `ledger` is where it is to be kept; None
    where it is only read. `id` is one that came with a text."""

    form: Literal["text", "html", "url"]
    content: str
    given: Given = field(default_factory=Given)
    id: str | None = None
    ledger: Path | None = None


@dataclass(frozen=True)
class Done:
    """A task that is done: the record, or what became of the article in the ledger; or both, where it was read."""

    record: Record | None = None
    outcome: Outcome | None = None
    linked: LinkedBatch | None = None


Answer = Done | LinkedBatch | ReportedlyError
"""Of one task first a Done or an error; after an article that was added, what linking it found."""


def work(pipe: Connection, fetch: FetchOptions) -> None:
    """Load the models, then answer task after task until the other end is closed."""
    signal.signal(signal.SIGINT, signal.SIG_IGN)  # the desk answers an interrupt and ends this process
    from reportedly.intake.sources import Blank
    from reportedly.intake.visit import Visit
    from reportedly.reading import load

    reader, visit = load(), Visit(fetch, Blank(), "all")
    pipe.send(READY)
    while True:
        try:
            task = pipe.recv()
        except EOFError:
            return
        for answer in answers(task, reader, visit):
            pipe.send(answer)


def answers(task: Task, reader: Reader, visit: Visit) -> Iterator[Answer]:
    """What becomes of a task. Errors that say what to do are answers, too."""
    try:
        item = item_of(task, visit)
        if task.ledger is None:
            yield Done(record=reader.read_item(item))
        else:
            yield from _kept(item, reader, task.ledger)
    except ReportedlyError as error:
        yield _sendable(error)


def _sendable(error: ReportedlyError) -> ReportedlyError:
    """The same without what only its own kind of error holds, which a pipe could not bring back."""
    for kind in (LedgerError, ArticleError):
        if isinstance(error, kind):
            return kind(str(error))
    return RunError(str(error))


def item_of(task: Task, visit: Visit) -> Item:
    """The article of a task. ArticleError: there is none, or it may not be had."""
    if task.form == "url":
        return visit.page(task.content, task.given)
    if task.form == "html":
        from reportedly.intake.page import article_of_page

        item = article_of_page(task.given.url or REQUEST, task.content.encode(), task.given)
    else:
        item = _of_text(task)
    if fatal := [p.message for p in item.problems if p.fatal]:
        raise ArticleError("; ".join(fatal))
    name = item.article.url or task.id or REQUEST
    return item._replace(origin=Origin(STDIN, name, given_id=task.id, given=task.given))


def _of_text(task: Task) -> Item:
    """A text exactly as it was sent, so that offsets hold, checked like a line of JSON Lines."""
    from reportedly.intake.json_lines import articles_of_lines

    given = {name: value for name, value in task.given._asdict().items() if value}
    line = json.dumps(given | {"text": task.content} | ({"id": task.id} if task.id else {}))
    return next(articles_of_lines(REQUEST, [line.encode()], Given()))


def _kept(item: Item, reader: Reader, path: Path) -> Iterator[Answer]:
    from reportedly.ledger.connect import open_existing
    from reportedly.ledger.write import keep, known
    from reportedly.linking import link_new

    with open_existing(path) as ledger:
        if outcome := known(ledger, item):
            yield Done(outcome=outcome)
        else:
            record = reader.read_item(item)
            outcome = keep(ledger, item, record)
            yield Done(record=record, outcome=outcome)
        if outcome.kind in ADDED:
            yield link_new(ledger)
