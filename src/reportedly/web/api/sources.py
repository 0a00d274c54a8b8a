"""Whom it all comes from."""

from __future__ import annotations

from typing import Annotated

from fastapi import APIRouter, Query, Request
from starlette.responses import Response

from reportedly.ledger.nouns import Said
from reportedly.ledger.sourced.nouns import FoundSource, Portrait
from reportedly.ledger.sourced.portrait import portrait
from reportedly.ledger.sources import sources, statements_of
from reportedly.web.api import examples
from reportedly.web.api.asked import SourceQuery, SourceStatementQuery
from reportedly.web.api.told import API, Listed, fresh, listed, reads, shown
from reportedly.web.ledgers import Reading

router = APIRouter(prefix=API, tags=["sources"])


@reads(router, "/sources", **shown(Listed[FoundSource], Listed(items=(examples.SOURCE,))))
def list_sources(request: Request, ledger: Reading, asked: Annotated[SourceQuery, Query()]) -> Response:
    """Sources, those with the most statements first: people with a public role, bodies, outlets, documents, and kinds
    of unnamed ones, which are nobody in particular. Those of one name are one source, whoever they are."""
    return fresh(request, ledger, lambda: listed(request, sources(ledger, asked.whom, asked.part)))


@reads(router, "/sources/{id}", **shown(Portrait, examples.PORTRAIT))
def one_source(request: Request, ledger: Reading, id: str) -> Response:
    """A source, by its id or the beginning of it: its roles, and its statements counted. It has no score."""
    return fresh(request, ledger, lambda: portrait(ledger, id))


@reads(router, "/sources/{id}/statements", **shown(Listed[Said], Listed(items=(examples.SAID,))))
def statements_of_source(
    request: Request, ledger: Reading, id: str, asked: Annotated[SourceStatementQuery, Query()]
) -> Response:
    """What a source has said, the newest article's first."""
    return fresh(request, ledger, lambda: listed(request, statements_of(ledger, id, asked.which, asked.part)))
