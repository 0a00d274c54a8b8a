"""One story: its happenings by date, its articles, what was new in it and when that was found."""

from __future__ import annotations

from collections.abc import Iterator
from typing import TYPE_CHECKING

from reportedly.connect.clippings import Clipping
from reportedly.connect.timeline import Entry, timeline_of
from reportedly.connect.wording import articles_words, days_words, has_happened, status_words
from reportedly.ledger.fetch import snapshot
from reportedly.ledger.linked.cuttings import clippings, cuttings
from reportedly.ledger.linked.history import StateRef, news_of, story_ref
from reportedly.ledger.linked.nouns import KeptChange, Passage
from reportedly.ledger.linked.queries import passages, story
from reportedly.record.span import Noun
from reportedly.web.views.moments import Moment
from reportedly.web.words import plural

if TYPE_CHECKING:
    from reportedly.ledger.connect import Ledger

NEWEST = 200
"""Changes that a page shows: the last ones; all of them are at the command `changes`."""

MAIN = 400
"""Happenings on one timeline: more cannot be read; the table of the desk has all of them."""

DRAWN = 150
"""Happenings that are drawn on the timeline: more hide one another; the table has all of them."""

COLUMNS = (
    "happening", "name", "type", "mode", "status", "happened_first", "happened_last", "said_first", "said_last",
    "published_first", "published_last", "place", "origins_at_least", "origins_at_most", "articles", "copies",
    "figures", "disputes",
)  # fmt: skip


class StoryPictures(Noun):
    """What scripts draw of a story."""

    moments: tuple[Moment, ...] = ()


class StoryView(Noun):
    """A story. `title` is what most articles tell of; `left_out` counts happenings that are not listed where nobody
    asks for all events, and `more` those beyond MAIN. `changes` are the last ones, the newest first."""

    id: str
    title: str
    since: str
    asked: str | None = None
    figures: str
    state: StateRef
    entries: tuple[Entry, ...] = ()
    left_out: int = 0
    more: int = 0
    articles: tuple[Clipping, ...] = ()
    changes: tuple[KeptChange, ...] = ()
    passages: tuple[Passage, ...] = ()

    @property
    def pictures(self) -> StoryPictures:
        """What is drawn of it: its happenings that have a date."""
        return StoryPictures(
            moments=tuple(
                Moment(
                    kind="happened" if has_happened(e.status) else "other", first=e.date[0], last=e.date[1],
                    words=e.name if has_happened(e.status) else f"{e.name} ({status_words(e.status)})",
                )
                for e in self.entries[:DRAWN]
                if e.date
            )
        )  # fmt: skip

    @property
    def citation(self) -> str:
        """What it is cited by: its id, and the hash of its state and those of its happenings."""
        told = f"{self.title}, story {self.id}, {self.figures}"
        return f"{told}, state of {self.state.at} by {self.state.by}, sha256 {self.state.sha256}"

    def table(self) -> Iterator[tuple[str | int | None, ...]]:
        """The timeline."""
        yield COLUMNS
        yield from (row_of(e) for e in self.entries)


def story_view(ledger: Ledger, id: str, *, all_events: bool = False) -> StoryView:
    """The story with this id or its beginning, of a happening or of an article. LedgerError: there is none."""
    with snapshot(ledger):
        found = story(ledger, id)
        s = found.story
        listed = [h for h in s.happenings if h.listed or all_events]
        shown = sorted(listed, key=lambda h: -len(h.articles))[:MAIN]
        known = cuttings(ledger, shown, s.copies)
        copied = {a: c.original for c in s.copies for a in c.articles if a != c.original}
        articles = clippings(ledger, s.articles, copied)
        news = news_of(ledger, s.id, NEWEST)
        passed, state = passages(ledger, s.id), story_ref(ledger, s.id)
    entries = timeline_of(shown, known)
    told = [
        articles_words(len(s.articles), len(copied)), plural(len(listed), "happening"),
        days_words((found.first_day, found.day)),
    ]  # fmt: skip
    return StoryView(
        id=s.id, title=next((e.name for e in sorted(entries, key=lambda e: -e.articles)), f"story {s.id}"),
        since=found.since, asked=found.asked, figures=" · ".join(told), state=state, entries=entries,
        left_out=len(s.happenings) - len(listed), more=len(listed) - len(shown),
        articles=tuple(sorted(articles.values(), key=lambda c: (c.published or c.day or "9999", c.article))),
        changes=news, passages=passed,
    )  # fmt: skip


def row_of(e: Entry) -> tuple[str | int | None, ...]:
    """A row of COLUMNS."""
    none = (None, None)
    return (
        e.happening, e.name, e.type, e.mode, e.status, *(e.date or none), *(e.said or none), *(e.published or none),
        e.place.name if e.place else None, *e.origins, e.articles, e.copies, "; ".join(g.words for g in e.figures),
        "; ".join(f"{kind} ({what})" for kind, what in e.disputes),
    )  # fmt: skip
