"""What stands in for the reading process in tests; in a module of its own, so that a process can import it quickly."""

from __future__ import annotations

import os
import time
from multiprocessing.connection import Connection

from reportedly.errors import ArticleError
from reportedly.intake.fetch_options import FetchOptions
from reportedly.ledger.linked.nouns import LinkedBatch
from reportedly.ledger.nouns import Outcome
from reportedly.record import Article, Record, Run
from reportedly.web.worker.task import READY, Done, Task

RUN = Run(reportedly="0.1.0", config="sha256:c0de")


def obedient(pipe: Connection, fetch: FetchOptions) -> None:
    """Does what the article says: "sleep 2", "die", "refuse", "add", "add slowly"; anything else is read."""
    pipe.send(READY)
    while True:
        try:
            task: Task = pipe.recv()
        except EOFError:
            return
        order, _, number = task.content.partition(" ")
        if order == "sleep":
            time.sleep(float(number))
        if order == "die":
            os._exit(3)
        if order == "refuse":
            pipe.send(ArticleError("the article sent is empty"))
        elif order == "add":
            pipe.send(Done(outcome=Outcome(kind="new", source="-", name="x", article="a1")))
            time.sleep(30 if number == "slowly" else 0)
            pipe.send(LinkedBatch(articles=1))
        else:
            pipe.send(Done(record=Record(article=Article(id=str(os.getpid()), text=task.content), run=RUN)))


def stillborn(pipe: Connection, fetch: FetchOptions) -> None:
    """Ends before it is ready."""
    os._exit(1)


def asleep(pipe: Connection, fetch: FetchOptions) -> None:
    """Never gets ready."""
    time.sleep(60)
