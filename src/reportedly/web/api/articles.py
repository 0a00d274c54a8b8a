"""Articles with their records: what the ledger holds, and what is sent to be read or added."""

from __future__ import annotations

from http import HTTPStatus
from typing import Annotated, Any, Self

from fastapi import APIRouter, Query, Request
from pydantic import Field, model_validator
from starlette.responses import Response

from reportedly.errors import ArticleError
from reportedly.intake.item import Given
from reportedly.intake.limits import MAX_ADDRESS_CHARS
from reportedly.ledger.articles import articles, kept_record, versions_of
from reportedly.ledger.linked.nouns import LinkedBatch
from reportedly.ledger.nouns import Kept, KeptRecord, Outcome
from reportedly.ledger.stored import plain
from reportedly.record import Record
from reportedly.record.span import Noun
from reportedly.web.api import examples
from reportedly.web.api.asked import LONGEST, ArticleQuery, Asked
from reportedly.web.api.told import API, Listed, as_json, fresh, listed, reads, shown
from reportedly.web.errors import Refused
from reportedly.web.ledgers import Reading
from reportedly.web.options import ServeOptions
from reportedly.web.worker.room import ReadingFailed, ReadingRoom, RoomFull
from reportedly.web.worker.task import ADDED, Done, Task

router = APIRouter(prefix=API, tags=["articles"])

AGAIN = "5"
"""Seconds after which to come back when too many articles wait: most of them take less than one."""

Line = Annotated[str | None, Field(max_length=LONGEST)]


class Sent(Asked):
    """An article: its `text`, or its page as `html`; or its `url` alone, which is then fetched as robots.txt allows.
    The rest is what its page does not say of itself. A text is read exactly as it is sent, so that offsets hold."""

    text: str | None = Field(None, description="The article as plain text, at most 200,000 bytes.")
    html: str | None = Field(None, description="The article's page, at most 5,000,000 bytes.")
    url: str | None = Field(None, max_length=MAX_ADDRESS_CHARS, description="Where it stands.")
    id: Line = Field(None, description="An id of your own, for a text without an address.")
    outlet: Line = Field(None, description="Who published it.")
    title: Line = Field(None, description="Its headline.")
    published: Line = Field(None, description="When it was published (ISO 8601).", examples=["2025-03-14"])

    @model_validator(mode="after")
    def _is_one_article(self) -> Self:
        if self.text is not None and self.html is not None:
            raise ValueError("send the text or the html, not both")
        if self.text is None and self.html is None and self.url is None:
            raise ValueError("send a text, an html or a url")
        for name, value in self:
            if isinstance(value, str) and plain(value) != value:
                raise ValueError(f"half a surrogate pair in {name}, which is no text")
        return self


class KeptHow(Asked):
    """What becomes of an article that is read."""

    keep: bool = Field(False, description="Add it to the ledger and link it; otherwise it is only read.")


class Versioned(Asked):
    """Which reading of an article."""

    version: int | None = Field(None, ge=1, le=2**31, description="This version; by default the latest.")
    run: int | None = Field(None, ge=1, le=2**31, description="As this run has read it; by default the latest.")


class Added(Noun):
    """What became of an article that was to be added. `record` is null where it was known already; `linked` is null
    where nothing was to be linked, or where that takes long and is left for later."""

    outcome: Outcome
    record: Record | None = None
    linked: LinkedBatch | None = None


ADDED_EXAMPLE = Added(outcome=examples.OUTCOME, record=examples.RECORD, linked=examples.LINKED)

_POSTED: dict[int | str, dict[str, Any]] = {
    200: {
        "model": Record | Added,
        "description": "Read: its record. With `keep`: nothing is new, and why.",
        "content": {"application/json": {"example": examples.RECORD.to_json()}},
    },
    201: {
        "model": Added,
        "description": "Read, added and linked.",
        "content": {"application/json": {"example": ADDED_EXAMPLE.to_json()}},
        "headers": {"Location": {"description": "Where it is now.", "schema": {"type": "string"}}},
    },
    413: {"description": "The article is too large."},
    415: {"description": "The body is not sent as application/json."},
    429: {"description": "Too much was sent at once; Retry-After says when to come back."},
}


@reads(router, "/articles", **shown(Listed[Kept], Listed(items=(examples.KEPT,))))
def list_articles(request: Request, ledger: Reading, asked: Annotated[ArticleQuery, Query()]) -> Response:
    """Articles, the newest first, each in its latest version."""
    return fresh(request, ledger, lambda: listed(request, articles(ledger, asked.filter, asked.part)))


@reads(router, "/articles/{id}", **shown(KeptRecord, examples.KEPT_RECORD))
def one_article(request: Request, ledger: Reading, id: str, asked: Annotated[Versioned, Query()]) -> Response:
    """An article with its record, by its id or the beginning of it. Spans count code points of its text."""
    return fresh(request, ledger, lambda: kept_record(ledger, id, asked.version, asked.run))


@reads(router, "/articles/{id}/versions", **shown(Listed[Kept], Listed(items=(examples.KEPT,))))
def versions_of_article(request: Request, ledger: Reading, id: str) -> Response:
    """The texts that have stood for an article, the oldest first."""
    return fresh(request, ledger, lambda: Listed(items=tuple(versions_of(ledger, id))))


@router.post("/articles", response_model=None, responses=_POSTED)
async def read_article(request: Request, sent: Sent, how: Annotated[KeptHow, Query()]) -> Response:
    """Read an article, and keep it where `keep` asks for that. It is read in a process of its own, one at a time, and
    may take at most 40 seconds; a few may wait."""
    room: ReadingRoom = request.app.state.room
    options: ServeOptions = request.app.state.options
    task = task_of(sent, room)
    if how.keep:
        task = Task(task.form, task.content, task.given, task.id, options.ledger)
    done = await read_by(request, task)
    if done.outcome is None:
        assert done.record
        return as_json(done.record, HTTPStatus.OK)
    if done.outcome.kind == "failed":
        raise ArticleError(done.outcome.message or "the article cannot be read")
    added = Added(outcome=done.outcome, record=done.record, linked=done.linked)
    here = {"Location": f"{request.url.path}/{done.outcome.article}"}
    return as_json(added, HTTPStatus.CREATED if done.outcome.kind in ADDED else HTTPStatus.OK, here)


async def read_by(request: Request, task: Task) -> Done:
    """What the reading room answers. Refused: too many wait, or the reading process ended."""
    room: ReadingRoom = request.app.state.room
    try:
        return await room.read(task)
    except (RoomFull, ReadingFailed) as error:
        raise Refused(HTTPStatus.SERVICE_UNAVAILABLE, str(error), {"Retry-After": AGAIN}) from error


def task_of(sent: Sent, room: ReadingRoom) -> Task:
    """What is to be read. Refused: it is larger than may be."""
    given = Given(outlet=sent.outlet, title=sent.title, published=sent.published, url=sent.url)
    if sent.text is not None:
        return Task("text", _within(sent.text, room.limits.text), given, sent.id)
    if sent.html is not None:
        return Task("html", _within(sent.html, room.limits.html), given, sent.id)
    assert sent.url is not None
    return Task("url", sent.url, given._replace(url=None))


def _within(content: str, most: int) -> str:
    if len(content.encode("utf-8", "replace")) > most:
        raise Refused(
            HTTPStatus.REQUEST_ENTITY_TOO_LARGE,
            f"the article is larger than {most:,} bytes; take it in with: reportedly add",
        )
    return content
