"""What several articles tell of one event; the stories that these are part of; what is new."""

from __future__ import annotations

from typing import Annotated

from fastapi import APIRouter, Query, Request
from starlette.responses import Response

from reportedly.connect.nouns import Happening
from reportedly.ledger.linked.nouns import FoundHappening, FoundStory, KeptChange, Passage
from reportedly.ledger.linked.queries import changes, earlier, happening, happenings, passages, stories, story
from reportedly.record.span import Noun
from reportedly.web.api import examples
from reportedly.web.api.asked import ChangeQuery, HappeningQuery, StoryQuery
from reportedly.web.api.told import API, Listed, fresh, listed, reads, shown
from reportedly.web.ledgers import Reading

router = APIRouter(prefix=API, tags=["happenings"])


class State(Noun):
    """A happening as it was found at some time (UTC), and what found it."""

    at: str
    by: str
    happening: Happening


class History(Noun):
    """What a happening has been, the oldest state first, and what it went into or came from."""

    id: str
    states: tuple[State, ...]
    passages: tuple[Passage, ...] = ()


_HISTORY = History(
    id=examples.HAPPENING.happening.id,
    states=(State(at="2025-03-15T09:00:00Z", by="reportedly 0.3.0, linker@1", happening=examples.HAPPENING.happening),),
)


@reads(router, "/happenings", **shown(Listed[FoundHappening], Listed(items=(examples.HAPPENING,))))
def list_happenings(request: Request, ledger: Reading, asked: Annotated[HappeningQuery, Query()]) -> Response:
    """Happenings, those with the newest article first: one event as all articles tell it, with how many origins could
    know of it independently, at least and at most, and where they differ."""
    return fresh(request, ledger, lambda: listed(request, happenings(ledger, asked.sought, asked.part)))


@reads(router, "/happenings/{id}", **shown(FoundHappening, examples.HAPPENING))
def one_happening(request: Request, ledger: Reading, id: str) -> Response:
    """A happening, by its id or the beginning of it. One that went into another leads to that; `asked` is then the id
    that was asked for."""
    return fresh(request, ledger, lambda: happening(ledger, id))


@reads(router, "/happenings/{id}/history", **shown(History, _HISTORY))
def history_of_happening(request: Request, ledger: Reading, id: str) -> Response:
    """Every form that a happening has had, and what it went into or came from."""

    def made() -> History:
        found = happening(ledger, id).happening.id
        states = tuple(State(at=at, by=by, happening=was) for at, by, was in earlier(ledger, found))
        return History(id=found, states=states, passages=passages(ledger, found))

    return fresh(request, ledger, made)


@reads(router, "/stories", **shown(Listed[FoundStory], Listed(items=(examples.STORY,))))
def list_stories(request: Request, ledger: Reading, asked: Annotated[StoryQuery, Query()]) -> Response:
    """Stories of which some happening fits, the newest article's first: articles that belong together, with what links
    them."""
    return fresh(request, ledger, lambda: listed(request, stories(ledger, asked.sought, asked.part)))


@reads(router, "/stories/{id}", **shown(FoundStory, examples.STORY))
def one_story(request: Request, ledger: Reading, id: str) -> Response:
    """A story, by its id or the beginning of it, or by the id of a happening or an article of it."""
    return fresh(request, ledger, lambda: story(ledger, id))


@reads(router, "/changes", **shown(Listed[KeptChange], Listed(items=(examples.CHANGE,))))
def list_changes(request: Request, ledger: Reading, asked: Annotated[ChangeQuery, Query()]) -> Response:
    """What is new, in the order in which it was found: new happenings and origins, figures and statuses that changed,
    corrections, denials."""
    return fresh(request, ledger, lambda: listed(request, changes(ledger, asked.since, asked.part, asked.news)))
