"""One search over everything: happenings, statements, events and articles that hold the words."""

from __future__ import annotations

from collections.abc import Callable, Sequence
from typing import TYPE_CHECKING, Annotated, Literal, get_args

from pydantic import Field

from reportedly.errors import RunError
from reportedly.ledger.articles import articles
from reportedly.ledger.fetch import snapshot
from reportedly.ledger.happened import happened
from reportedly.ledger.linked.nouns import HappeningOutline, Sought
from reportedly.ledger.linked.queries import outlines
from reportedly.ledger.nouns import Filter, Happened, Kept, Said
from reportedly.ledger.paging import START, Page, Part
from reportedly.ledger.said import said
from reportedly.record.span import Noun

if TYPE_CHECKING:
    from reportedly.ledger.connect import Ledger

Where = Literal["happenings", "statements", "events", "articles"]
WHERE: tuple[Where, ...] = get_args(Where)
"""What is looked through, in this order: what many articles tell comes before what one of them says."""


class HappeningHit(Noun):
    """A happening that an article with the words tells of, in outline."""

    kind: Literal["happening"] = "happening"
    found: HappeningOutline


class StatementHit(Noun):
    """A statement with the words in its content."""

    kind: Literal["statement"] = "statement"
    found: Said


class EventHit(Noun):
    """An event that an article with the words tells of."""

    kind: Literal["event"] = "event"
    found: Happened


class ArticleHit(Noun):
    """An article with the words in its title or text."""

    kind: Literal["article"] = "article"
    found: Kept


Hit = Annotated[HappeningHit | StatementHit | EventHit | ArticleHit, Field(discriminator="kind")]


def anywhere(ledger: Ledger, words: str, where: Sequence[Where] = WHERE, part: Part = START) -> Page[Hit]:
    """What holds the words, list after list in the order of WHERE, in each the newest first; a page may end one list
    and begin the next. RunError: there is no word to look for, or the cursor is none of this search."""
    wanted = [w for w in WHERE if w in where]
    first, after = _taken_apart(part.after, wanted)
    hits: list[Hit] = []
    with snapshot(ledger):
        for name in wanted[wanted.index(first) :] if wanted else ():
            if len(hits) == part.limit:
                return Page(tuple(hits), f"{name}:")
            page = _LISTS[name](ledger, words, Part(part.limit - len(hits), after))
            hits += page.items
            after = None
            if page.next:
                return Page(tuple(hits), f"{name}:{page.next}")
    return Page(tuple(hits))


def _taken_apart(cursor: str | None, wanted: Sequence[Where]) -> tuple[Where, str | None]:
    """The list in which to go on, and the cursor in it."""
    if cursor is None:
        return (wanted or WHERE)[0], None
    name, colon, after = cursor.partition(":")
    for known in wanted:
        if colon and name == known:
            return known, after or None
    raise RunError(f"{cursor[:60]}: no cursor; use one that a page of this search gave")


def _happenings(ledger: Ledger, words: str, part: Part) -> Page[Hit]:
    page = outlines(ledger, Sought(words=words), part)
    return Page(tuple(HappeningHit(found=x) for x in page), page.next)


def _statements(ledger: Ledger, words: str, part: Part) -> Page[Hit]:
    page = said(ledger, Filter(words=words), part)
    return Page(tuple(StatementHit(found=x) for x in page), page.next)


def _events(ledger: Ledger, words: str, part: Part) -> Page[Hit]:
    page = happened(ledger, Filter(words=words), part)
    return Page(tuple(EventHit(found=x) for x in page), page.next)


def _articles(ledger: Ledger, words: str, part: Part) -> Page[Hit]:
    page = articles(ledger, Filter(words=words), part)
    return Page(tuple(ArticleHit(found=x) for x in page), page.next)


_LISTS: dict[Where, Callable[[Ledger, str, Part], Page[Hit]]] = {
    "happenings": _happenings,
    "statements": _statements,
    "events": _events,
    "articles": _articles,
}
