"""The article as it was read."""

from __future__ import annotations

from pydantic import Field

from reportedly.record.span import Noun, Span

LONGEST_TEXT = 2_000_000
"""Code points of a text; a longer one is refused (1 MB takes about a minute and under 1.5 GB)."""


class Article(Noun):
    """One article; every span of a record points into `text`, which is never changed after intake.

    `published` is an ISO 8601 date or timestamp as given; `headline` is the headline's span inside `text`, null where
    the text holds only the body; `truncated` is true where the text says that it continues elsewhere.
    """

    id: str
    url: str | None = None
    outlet: str | None = None
    title: str | None = None
    byline: tuple[str, ...] = ()
    published: str | None = None
    language: str | None = None
    text: str = Field(default="", repr=False)
    headline: Span | None = None
    truncated: bool = False
