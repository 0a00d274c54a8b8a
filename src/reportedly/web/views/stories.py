"""The list of stories, the one with the newest article first."""

from __future__ import annotations

from collections.abc import Iterator
from typing import TYPE_CHECKING

from pydantic import Field

from reportedly.connect.wording import title_of
from reportedly.ledger.fetch import snapshot
from reportedly.ledger.linked.nouns import FoundStory, Sought
from reportedly.ledger.linked.queries import stories
from reportedly.ledger.paging import Part
from reportedly.record.span import Noun

if TYPE_CHECKING:
    from reportedly.ledger.connect import Ledger

MOST = 100
"""Stories of one page at most: each is unpacked whole, the largest of 60 articles in about 30 ms."""


class AskedStories(Noun):
    """Which stories: words of an article, and which part of the list."""

    q: str | None = Field(default=None, max_length=500)
    after: str | None = Field(default=None, max_length=40)
    limit: int = Field(default=25, ge=1, le=MOST)


class StoryLine(Noun):
    """A story in one line; `title` is the happening that most of its articles tell of."""

    id: str
    title: str
    days: tuple[str, str]
    articles: int
    copies: int
    happenings: int


class StoriesView(Noun):
    """A page of stories, and the cursor for the next one; None where this is the last."""

    asked: AskedStories
    ledger: str
    stories: tuple[StoryLine, ...] = ()
    next: str | None = None

    def table(self) -> Iterator[tuple[str | int, ...]]:
        """The stories."""
        yield "id", "title", "first_day", "last_day", "articles", "copies", "happenings"
        for s in self.stories:
            yield s.id, s.title, *s.days, s.articles, s.copies, s.happenings


def stories_view(ledger: Ledger, asked: AskedStories) -> StoriesView:
    """The stories that fit. RunError: what is asked for cannot be understood."""
    with snapshot(ledger):
        found = stories(ledger, Sought(words=asked.q or None), Part(asked.limit, asked.after))
    return StoriesView(
        asked=asked, ledger=ledger.path.name, stories=tuple(_line(f) for f in found), next=found.next
    )  # fmt: skip


def _line(f: FoundStory) -> StoryLine:
    s = f.story
    shown = [h for h in s.happenings if h.listed]
    main = max(shown or s.happenings, key=lambda h: len(h.articles), default=None)
    copies = len({a for c in s.copies for a in c.articles if a != c.original})
    return StoryLine(
        id=s.id, title=title_of(main) if main else f"story {s.id}", days=(f.first_day, f.day),
        articles=len(s.articles), copies=copies, happenings=len(shown),
    )  # fmt: skip
