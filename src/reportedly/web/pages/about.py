"""What is served, and whether it runs."""

from __future__ import annotations

from fastapi import APIRouter, Request
from starlette.responses import Response

from reportedly.record.span import Noun
from reportedly.version import VERSION
from reportedly.web.answers import answer, page
from reportedly.web.ledgers import Reading
from reportedly.web.views.about import about_view

router = APIRouter()


class Health(Noun):
    """That the desk runs and its ledger can be read."""

    status: str
    reportedly: str


@router.get("/health", tags=["desk"])
def health(ledger: Reading) -> Health:
    """Answers 200 while the desk runs and its ledger can be read, 503 otherwise; it asks for no token."""
    return Health(status="ok", reportedly=VERSION)


@page(router, "/about")
def about(request: Request, ledger: Reading) -> Response:
    """What the ledger holds, and what the desk is made of."""
    return answer(request, about_view(ledger), "about.html")
