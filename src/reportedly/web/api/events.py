"""What happened, or is said to be going to: as each article tells it."""

from __future__ import annotations

from typing import Annotated

from fastapi import APIRouter, Query, Request
from starlette.responses import Response

from reportedly.ledger.happened import happened
from reportedly.ledger.nouns import Happened
from reportedly.web.api import examples
from reportedly.web.api.asked import EventQuery
from reportedly.web.api.told import API, Listed, fresh, listed, reads, shown
from reportedly.web.ledgers import Reading

router = APIRouter(prefix=API, tags=["events"])


@reads(router, "/events", **shown(Listed[Happened], Listed(items=(examples.HAPPENED,))))
def list_events(request: Request, ledger: Reading, asked: Annotated[EventQuery, Query()]) -> Response:
    """Events, the newest article's first, each with its status and whoever tells it. None of them is presented as true:
    `status` says whether it is said to have occurred, `teller` by whom."""
    return fresh(request, ledger, lambda: listed(request, happened(ledger, asked.filter, asked.part)))
