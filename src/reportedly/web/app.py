"""The desk: joins guards, pages and the API over one ledger."""

from __future__ import annotations

import gc
from collections.abc import AsyncIterator, Iterator
from contextlib import asynccontextmanager
from dataclasses import replace

from fastapi import FastAPI
from starlette.middleware import Middleware

from reportedly.version import VERSION
from reportedly.web import api, assets
from reportedly.web.api.described import describe
from reportedly.web.api.exports import UnderWay
from reportedly.web.errors import explain_errors
from reportedly.web.guard.failures import Failures
from reportedly.web.guard.headers import Headers
from reportedly.web.guard.hosts import Hosts
from reportedly.web.guard.origin import Origin
from reportedly.web.guard.rate import Rate
from reportedly.web.guard.size import Size
from reportedly.web.guard.token import Token
from reportedly.web.ledgers import Ledgers
from reportedly.web.metrics import Measured, Metrics
from reportedly.web.options import ServeOptions
from reportedly.web.pages import about, article, desk, happening, login, read, source, story
from reportedly.web.worker.room import FETCHING, ReadingRoom

ROUTERS = (
    *(m.router for m in (desk, article, happening, story, source, read, about, login)),
    api.router,
    assets.router,
)  # fmt: skip

READ_ADDRESSES = ("/read", "/api/v1/articles")
"""Where articles are posted to be read."""


def desk_app(options: ServeOptions) -> FastAPI:
    """The application. RunError: the package lacks its styles and scripts."""
    assets.assets()
    metrics = Metrics()
    app = FastAPI(
        title="Reportedly",
        version=VERSION,
        summary="Who says what happened, on whose authority, in exactly which words.",
        docs_url=None,
        redoc_url=None,
        middleware=list(_guards(options, metrics)),
        lifespan=_life,
    )
    app.state.options = options
    app.state.metrics, app.state.exports = metrics, UnderWay()
    app.state.room = ReadingRoom(fetch=replace(FETCHING, allow_private=options.allow_private))
    metrics.watch(app.state.room)
    app.state.ledgers = Ledgers(options.ledger, options.limits)
    explain_errors(app)
    describe(app)
    for router in ROUTERS:
        app.include_router(router)
    return app


def _guards(options: ServeOptions, metrics: Metrics) -> Iterator[Middleware]:
    """Outermost first: the headers go on everything, also on what the others refuse."""
    limits = options.limits
    yield Middleware(Headers)
    yield Middleware(Measured, metrics=metrics)
    yield Middleware(Failures)
    yield Middleware(Hosts, known=options.answers_to)
    yield Middleware(Origin)
    if options.token is not None:
        yield Middleware(Token, token=options.token)
    yield Middleware(Size, most=limits.body)
    yield Middleware(Rate, paces={"/login": limits.login} | dict.fromkeys(READ_ADDRESSES, limits.reading))


@asynccontextmanager
async def _life(app: FastAPI) -> AsyncIterator[None]:
    gc.collect()
    gc.freeze()  # what was loaded at the start stays: looking through it again took a third of a large page's time
    yield
    gc.unfreeze()
    app.state.room.close()
    app.state.ledgers.close()
