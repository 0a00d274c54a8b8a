"""Stories, and one of them: its happenings by date, and what was new in it."""

from __future__ import annotations

from typing import Annotated

from fastapi import APIRouter, Query, Request
from starlette.responses import Response

from reportedly.web.answers import answer, page, sent
from reportedly.web.ledgers import Reading
from reportedly.web.pages.moved import moved
from reportedly.web.views.news import news_of_change
from reportedly.web.views.stories import AskedStories, stories_view
from reportedly.web.views.story import story_view

router = APIRouter()


@page(router, "/stories")
def stories(request: Request, ledger: Reading, asked: Annotated[AskedStories, Query()]) -> Response:
    """The stories, the one with the newest article first."""
    return answer(request, stories_view(ledger, asked), "story/list.html")


@page(router, "/stories/{id}")
def story(request: Request, ledger: Reading, id: str, all_events: bool = False) -> Response:
    """One story. The beginning of an id, or that of a happening or article of it, leads to the whole one."""
    view = story_view(ledger, id, all_events=all_events)
    if id != view.id and view.asked is None:
        return moved(request, f"/stories/{view.id}")
    return answer(request, view, "story/page.html", {"news": news_of_change})


@router.get("/stories/{id}/pictures.json", include_in_schema=False)
def pictures(request: Request, ledger: Reading, id: str) -> Response:
    """What the page's scripts draw."""
    return sent(request, story_view(ledger, id).pictures.model_dump_json(), "application/json")
