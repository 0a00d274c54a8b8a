"""Who said what."""

from __future__ import annotations

from typing import Annotated

from fastapi import APIRouter, Query, Request
from starlette.responses import Response

from reportedly.ledger.nouns import Said
from reportedly.ledger.said import said
from reportedly.web.api import examples
from reportedly.web.api.asked import StatementQuery
from reportedly.web.api.told import API, Listed, fresh, listed, reads, shown
from reportedly.web.ledgers import Reading

router = APIRouter(prefix=API, tags=["statements"])


@reads(router, "/statements", **shown(Listed[Said], Listed(items=(examples.SAID,))))
def list_statements(request: Request, ledger: Reading, asked: Annotated[StatementQuery, Query()]) -> Response:
    """Statements, the newest article's first: who says, believes, wants, denies, or would not say."""
    return fresh(request, ledger, lambda: listed(request, said(ledger, asked.filter, asked.part)))
