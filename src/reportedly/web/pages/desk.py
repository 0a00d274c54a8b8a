"""The desk, the map and the timeline of what it shows, and what is new."""

from __future__ import annotations

from typing import Annotated

from fastapi import APIRouter, Query, Request
from starlette.responses import Response

from reportedly.web.answers import answer, page
from reportedly.web.ledgers import Reading
from reportedly.web.views.asked import Asked, asked_of
from reportedly.web.views.desk import days_view, desk_view, news_view, places_view

router = APIRouter()


@page(router, "/desk/map", twin="/desk/map")
def map_of(request: Request, ledger: Reading) -> Response:
    """Where it is."""
    return answer(request, places_view(ledger, _asked(request)), "desk/places.html")


@page(router, "/desk/timeline", twin="/desk/timeline")
def timeline_of(request: Request, ledger: Reading) -> Response:
    """When it is."""
    return answer(request, days_view(ledger, _asked(request)), "desk/days.html")


@page(router, "/desk/news", twin="/desk/news")
def news(request: Request, ledger: Reading, since: Annotated[str | None, Query(max_length=40)] = None) -> Response:
    """What is new."""
    return answer(request, news_view(ledger, since), "desk/news.html")


@page(router, "/", twin="/desk")
def desk(request: Request, ledger: Reading, news: Annotated[str | None, Query(max_length=40)] = None) -> Response:
    """What fits the question in the address; `news` is the moment since which changes are new."""
    return answer(request, desk_view(ledger, _asked(request)), "desk/page.html", {"news": news_view(ledger, news)})


def _asked(request: Request) -> Asked:
    return asked_of(request.query_params.multi_items())
