"""A happening, why it is one, how it came to be so, and what of it is drawn."""

from __future__ import annotations

from fastapi import APIRouter, Request
from starlette.responses import Response

from reportedly.web.answers import answer, page, sent
from reportedly.web.ledgers import Reading
from reportedly.web.pages.moved import moved
from reportedly.web.views.happening import happening_view
from reportedly.web.views.lineage import MEANT
from reportedly.web.views.moments import KINDS
from reportedly.web.views.news import news_of_change
from reportedly.web.views.why_happening import history_view, ranked, why_view

router = APIRouter()


@page(router, "/happenings/{id}")
def happening(request: Request, ledger: Reading, id: str) -> Response:
    """All that is told of one happening. The beginning of an id leads to the whole one."""
    view = happening_view(ledger, id)
    whole = view.dossier.happening.id
    if id != whole and view.dossier.asked is None:
        return moved(request, f"/happenings/{whole}")
    return answer(request, view, "happening/page.html", {"meant": MEANT, "moment_kinds": KINDS})


@router.get("/happenings/{id}/pictures.json", include_in_schema=False)
def pictures(request: Request, ledger: Reading, id: str) -> Response:
    """What the page's scripts draw."""
    return sent(request, happening_view(ledger, id).pictures.model_dump_json(), "application/json")


@page(router, "/happenings/{id}/why")
def why(request: Request, ledger: Reading, id: str) -> Response:
    """Why its mentions are taken for one."""
    return answer(request, why_view(ledger, id), "happening/why.html", {"ranked": ranked})


@page(router, "/happenings/{id}/history")
def history(request: Request, ledger: Reading, id: str) -> Response:
    """Its states, and what was new in it."""
    return answer(request, history_view(ledger, id), "happening/history.html", {"news": news_of_change})
