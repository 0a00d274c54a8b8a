"""Exports as streams: made while they are sent, so that memory does not grow with them."""

from __future__ import annotations

import os
import threading
from collections.abc import AsyncIterator, Generator
from contextlib import closing
from dataclasses import dataclass
from http import HTTPStatus
from itertools import chain, islice
from pathlib import Path
from typing import Annotated, BinaryIO

from fastapi import APIRouter, Query, Request
from pydantic import Field
from starlette.concurrency import run_in_threadpool
from starlette.responses import Response, StreamingResponse

from reportedly.errors import ReportedlyError
from reportedly.exports.nouns import Chosen, Form
from reportedly.exports.stream import Table, Wanted, stream
from reportedly.ledger.articles import Chosen as Found
from reportedly.ledger.articles import chosen
from reportedly.ledger.connect import read_ledger
from reportedly.ledger.nouns import Filter
from reportedly.web.api.asked import OfEvents, OfStatements
from reportedly.web.api.told import API
from reportedly.web.errors import Refused
from reportedly.web.options import ServeOptions

router = APIRouter(prefix=API, tags=["exports"])

AT_ONCE = 2
"""Exports at once: each keeps a processor busy."""

CHUNK = 65_536
"""Bytes that are sent at once: what a pipe of Linux holds."""


class ExportQuery(OfEvents, OfStatements):
    """What is exported: chosen as statements and events are."""

    table: Table = Field("events", description="csv, parquet: which of the two tables.")
    include_unrealised: bool = Field(
        False,
        description="plover, polecat, acled, geojson: keep events that nobody says to have happened, too.",
    )


@router.get("/exports/{form}", response_class=StreamingResponse, responses={200: {"description": "The whole export."}})
async def export(request: Request, form: Form, asked: Annotated[ExportQuery, Query()]) -> Response:
    """What the ledger holds in a form that other programs read (docs/exports.md): csv and parquet as one of their two
    tables, jsonl as whole records, plover, polecat, acled, geojson, webannotation and prov. An export that breaks off
    was not whole."""
    options: ServeOptions = request.app.state.options
    wanted = Wanted(form, asked.table, asked.include_unrealised)
    under_way: UnderWay = request.app.state.exports
    if under_way.count >= AT_ONCE:
        busy = "as many exports as may are under way; try again when one of them is done"
        raise Refused(HTTPStatus.SERVICE_UNAVAILABLE, busy, {"Retry-After": "10"})
    body = under_way.counted(_sent(options.ledger, asked.filter, wanted))
    first = await anext(body, b"")  # what is wrong with the question is found before the answer begins
    headers = {"Content-Disposition": f'attachment; filename="{wanted.file}"', "Cache-Control": "no-store"}
    return StreamingResponse(_joined(first, body), HTTPStatus.OK, headers, wanted.media)


@dataclass
class UnderWay:
    """How many exports are being sent."""

    count: int = 0

    async def counted(self, body: AsyncIterator[bytes]) -> AsyncIterator[bytes]:
        """The same, which counts until its end."""
        self.count += 1
        try:
            async for chunk in body:
                yield chunk
        finally:
            self.count -= 1


class BrokenOff(Exception):
    """An export that ends before it is whole: the connection is closed, since its status has long been sent."""


async def _joined(first: bytes, rest: AsyncIterator[bytes]) -> AsyncIterator[bytes]:
    yield first
    try:
        async for chunk in rest:
            yield chunk
    except ReportedlyError as error:
        raise BrokenOff(str(error)) from error


async def _sent(path: Path, asked: Filter, wanted: Wanted) -> AsyncIterator[bytes]:
    """The export as it is written by a thread of its own. A pipe between them holds the writer up where the client is
    slower, and stops it where the client goes away."""
    failed: list[BaseException] = []

    def write(end: int) -> None:
        try:
            with os.fdopen(end, "wb", CHUNK) as file, read_ledger(path) as ledger:
                _write(chosen(ledger, asked), wanted, file)
        except BrokenPipeError:
            return
        except BaseException as error:  # raised below, where the export is sent
            failed.append(error)

    reading, writing = os.pipe()
    writer = threading.Thread(target=write, args=(writing,), daemon=True)
    writer.start()
    with os.fdopen(reading, "rb", 0) as source:
        while chunk := await run_in_threadpool(source.read, CHUNK):
            yield chunk
    await run_in_threadpool(writer.join)
    if failed:
        raise failed[0]


def _write(found: Generator[Found, None, None], wanted: Wanted, file: BinaryIO) -> None:
    with closing(found):
        first = list(islice(found, 1))  # a question that cannot be understood is refused before a heading is written
        stream(wanted, (Chosen(*one) for one in chain(first, found)), file)
