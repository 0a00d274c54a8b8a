"""One way to answer: a view as a page, as its `.json` twin and, where it has a table, as its `.csv` twin.

@page(router, "/sources/{id}")
def source(request: Request, ledger: Reading, id: str) -> Response:
    return answer(request, source_view(ledger, id), "source/page.html")
"""

from __future__ import annotations

import csv
import hashlib
import json
from collections.abc import Callable, Iterable, Iterator, Mapping, Sequence
from functools import cache
from http import HTTPStatus
from io import StringIO
from typing import TYPE_CHECKING, Any, Protocol, TypeVar, runtime_checkable
from urllib.parse import quote

from starlette.responses import Response

from reportedly.connect.wording import days_words, has_happened, status_words
from reportedly.exports.cells import guarded_row
from reportedly.version import VERSION
from reportedly.web.assets import assets
from reportedly.web.errors import Refused
from reportedly.web.jinja import environment

if TYPE_CHECKING:
    from fastapi import APIRouter
    from jinja2 import Environment
    from starlette.requests import Request

    from reportedly.record.span import Noun

Cell = str | int | float | bool | None
Function = TypeVar("Function", bound=Callable[..., Any])

TWINS = (".json", ".csv")


@runtime_checkable
class Tabled(Protocol):
    """A view with a table: a row of column names, then rows of as many cells."""

    def table(self) -> Iterable[Sequence[Cell]]:
        """The rows."""


def page(router: APIRouter, path: str, twin: str | None = None) -> Callable[[Function], Function]:
    """Serve a function at an address and at those of its twins, PATH.json and PATH.csv; `twin` is the path of these
    where the page's own ends in a slash."""

    def add(function: Function) -> Function:
        # The twins first: an id in the page's path would take theirs as its own.
        for address in (*((twin or path) + end for end in TWINS), path):
            router.add_api_route(address, function, methods=["GET", "HEAD"], include_in_schema=False)
        return function

    return add


def answer(request: Request, view: Noun, template: str, context: Mapping[str, Any] | None = None) -> Response:
    """The view in the form that the address asks for. The template finds it as `view`, and `here`, the page's own
    addresses. Refused: there is no table of it."""
    path = request.url.path
    if path.endswith(".json"):
        return sent(request, _json(view), "application/json")
    if path.endswith(".csv"):
        if not isinstance(view, Tabled):
            raise Refused(HTTPStatus.NOT_FOUND, "this page has no table; ask for it as .json")
        return sent(request, csv_of(view.table()), "text/csv; charset=utf-8; header=present")
    html = render(template, {"view": view, "here": Here(request), **(context or {})})
    return sent(request, html, "text/html; charset=utf-8")


def sent(request: Request, body: str, media: str) -> Response:
    """A body with its ETag; nothing but "not modified" where the client has it already (RFC 9110, 13.1.2)."""
    data = body.encode("utf-8", "backslashreplace")
    tag = f'"{hashlib.sha256(data).hexdigest()[:32]}"'
    headers = {"ETag": tag, "Cache-Control": "private, no-cache", "Vary": "Cookie, Authorization"}
    if tag in known_tags(request):
        return Response(None, HTTPStatus.NOT_MODIFIED, headers)
    return Response(data, HTTPStatus.OK, headers, media)


def known_tags(request: Request) -> set[str]:
    """The tags of what the client has, weak ones like strong ones."""
    return {tag.strip().removeprefix("W/") for tag in request.headers.get("if-none-match", "").split(",")}


def csv_of(rows: Iterable[Sequence[Cell]]) -> str:
    """Rows as CSV; cells that a spreadsheet would run get an apostrophe, what is not known is empty."""
    return "".join(csv_lines(rows))


def csv_lines(rows: Iterable[Sequence[Cell]]) -> Iterator[str]:
    """The same line by line."""
    line = StringIO()
    writer = csv.writer(line, lineterminator="\r\n")  # RFC 4180
    for row in rows:
        writer.writerow(guarded_row([_csv_cell(c) for c in row]))
        yield line.getvalue()
        line.seek(0)
        line.truncate()


def render(template: str, context: Mapping[str, Any]) -> str:
    """A template of the desk with what it is to show."""
    return _templates().get_template(template).render(context)


class Here:
    """The addresses of the page that is shown, for its links: `page` for good, `json` and `csv` of the same."""

    def __init__(self, request: Request) -> None:
        self.path = quote(request.url.path)
        self.query = f"?{request.url.query}" if request.url.query else ""
        self.site = str(request.base_url).rstrip("/")

    @property
    def page(self) -> str:
        """Its path and query."""
        return self.path + self.query

    @property
    def permalink(self) -> str:
        """The whole address."""
        return self.site + self.page

    @property
    def json(self) -> str:
        """Of the same as JSON."""
        return self._twin(".json")

    @property
    def csv(self) -> str:
        """Of its table as CSV."""
        return self._twin(".csv")

    def _twin(self, end: str) -> str:
        return ("/desk" if self.path == "/" else self.path) + end + self.query


@cache
def _templates() -> Environment:
    made = environment("reportedly.web")
    made.globals |= {
        "static": assets().address,
        "version": VERSION,
        "status_words": status_words,
        "days_words": days_words,
        "has_happened": has_happened,
    }
    return made


def _json(view: Noun) -> str:
    """A lone surrogate, which UTF-8 cannot hold, becomes its JSON escape."""
    return json.dumps(view.to_json(), ensure_ascii=False)


def _csv_cell(cell: Cell) -> str | int | float:
    if cell is None:
        return ""
    return str(cell).lower() if isinstance(cell, bool) else cell
