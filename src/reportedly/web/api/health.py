"""Whether the desk runs, and what it does."""

from __future__ import annotations

from http import HTTPStatus

from fastapi import APIRouter, Request
from prometheus_client import generate_latest
from prometheus_client.exposition import CONTENT_TYPE_LATEST
from starlette.responses import PlainTextResponse, Response

from reportedly.ledger.fetch import fetch
from reportedly.ledger.moment import moment_of
from reportedly.linking import waits
from reportedly.record.span import Noun
from reportedly.version import VERSION
from reportedly.web.api.told import API, as_json, reads
from reportedly.web.ledgers import Reading

router = APIRouter(prefix=API, tags=["health"])


class Health(Noun):
    """That the desk runs and its ledger can be read. `moment` changes whenever the ledger may have; `waiting` articles
    and stories are to be linked, `reading` articles are read or wait for it."""

    status: str
    reportedly: str
    moment: str
    articles: int
    waiting: int
    reading: int


_EXAMPLE = Health(status="ok", reportedly=VERSION, moment="5f3a…", articles=1204, waiting=0, reading=0)


@reads(
    router, "/health", response_model=Health,
    responses={200: {"content": {"application/json": {"example": _EXAMPLE.to_json()}}}},
)  # fmt: skip
def health(request: Request, ledger: Reading) -> Response:
    """Answers 200 while the desk runs and its ledger can be read, 503 otherwise."""
    [(count,)] = fetch(ledger, "SELECT count(*) FROM articles")
    told = Health(
        status="ok", reportedly=VERSION, moment=moment_of(ledger), articles=count, waiting=waits(ledger),
        reading=request.app.state.room.waiting,
    )  # fmt: skip
    return as_json(told, HTTPStatus.OK, {"Cache-Control": "no-store"})


@router.get("/metrics", response_class=PlainTextResponse)
def metrics(request: Request) -> Response:
    """Counts and times of answers and of reading, in the text format of Prometheus."""
    return Response(generate_latest(request.app.state.metrics.registry), media_type=CONTENT_TYPE_LATEST)
