"""What intake hands on: an article and what went wrong on the way."""

from __future__ import annotations

import hashlib
from typing import NamedTuple

from reportedly.errors import ArticleTooLong
from reportedly.record import Article, Problem
from reportedly.record.article import LONGEST_TEXT

STAGE = "intake"

MAX_CHARS = LONGEST_TEXT
"""Code points in one article, about 350,000 words: no news article is longer, and reading time stays bounded."""


class Given(NamedTuple):
    """What the caller knows about the articles: it fills in only what an article does not say itself."""

    outlet: str | None = None
    title: str | None = None
    published: str | None = None
    url: str | None = None


class Validators(NamedTuple):
    """What a server said of an address, to be sent back with the next request for it."""

    url: str
    etag: str | None = None
    last_modified: str | None = None


class Origin(NamedTuple):
    """Where an article came from.

    `source` is what the user asked for, `name` the file, line or address within it. `seen` is when the text stood there
    (UTC, ISO 8601) where that is known: fetched or archived. `given_id` is an id that came with the article itself (not
    a path). `validators` are to be remembered once the article is kept. `given` is what the caller said of all
    articles, to be said again when this one is tried again.
    """

    source: str
    name: str
    seen: str | None = None
    given_id: str | None = None
    validators: Validators | None = None
    given: Given | None = None


class Item(NamedTuple):
    """One article to be read. With a fatal problem the article has no text and becomes a record with that problem."""

    article: Article
    problems: tuple[Problem, ...] = ()
    origin: Origin | None = None


class Unchanged(NamedTuple):
    """An address that holds what is known already: the server said so, or its feed shows no newer date."""

    source: str
    name: str


class Finished(NamedTuple):
    """A feed whose entries have all been handed on: its validators may now be remembered."""

    source: str
    validators: Validators


Arrival = Item | Unchanged | Finished
"""What comes out of a source."""


def from_source(source: str, item: Item, name: str | None = None) -> Item:
    """The item with where it came from: what was asked for, and the name within it where it has none yet."""
    origin = item.origin or Origin(source, name or item.article.id)
    return item._replace(origin=origin._replace(source=source))


def text_id(text: str) -> str:
    """A stable id for a text that came without one."""
    return hashlib.sha256(text.encode("utf-8", "surrogatepass")).hexdigest()[:16]


def note(message: str) -> Problem:
    """A problem that does not stop the article from being read."""
    return Problem(stage=STAGE, message=message)


def refused(id: str, message: str) -> Item:
    """The item of an article that could not be read; the message names it and says what to do about it."""
    return Item(Article(id=id), (Problem(stage=STAGE, message=message, fatal=True),))


def check_length(name: str, text: str) -> None:
    """Raise ArticleTooLong for a text beyond the limit."""
    if len(text) > MAX_CHARS:
        raise too_long(name)


def too_long(name: str) -> ArticleTooLong:
    """The error for an article that is longer than the limit."""
    return ArticleTooLong(f"{name} is longer than {MAX_CHARS:,} characters, the limit for one article: split it")
