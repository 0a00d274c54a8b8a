"""One search over everything."""

from __future__ import annotations

from typing import Annotated

from fastapi import APIRouter, Query, Request
from starlette.responses import Response

from reportedly.ledger.anywhere import Hit, StatementHit, anywhere
from reportedly.web.api import examples
from reportedly.web.api.asked import SearchQuery
from reportedly.web.api.told import API, Listed, fresh, listed, reads, shown
from reportedly.web.ledgers import Reading

router = APIRouter(prefix=API, tags=["search"])


@reads(router, "/search", **shown(Listed[Hit], Listed(items=(StatementHit(found=examples.SAID),))))
def search(request: Request, ledger: Reading, asked: Annotated[SearchQuery, Query()]) -> Response:
    """Happenings, then statements, events and articles with the words, in each the newest first."""
    return fresh(request, ledger, lambda: listed(request, anywhere(ledger, asked.q, asked.within, asked.part)))
