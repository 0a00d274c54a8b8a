"""An article: the marked text beside its record, what changed in it, and why each field is as it is."""

from __future__ import annotations

from functools import partial
from typing import Annotated

from fastapi import APIRouter, Query, Request
from pydantic import Field
from starlette.responses import RedirectResponse, Response

from reportedly.ledger.difference import Reading as Side
from reportedly.record import Span
from reportedly.record.span import Noun
from reportedly.web.answers import answer, page
from reportedly.web.ledgers import Reading
from reportedly.web.views.article import AskedArticle, article_view
from reportedly.web.views.article_diff import article_diff_view
from reportedly.web.views.article_layout import article_layout
from reportedly.web.views.why import why_view

router = APIRouter()

Number = Annotated[int, Field(ge=1, le=2**31)]


class WhichReading(Noun):
    """A version or a run by its number; without either the latest."""

    version: Number | None = None
    run: Number | None = None


class WhatToShow(WhichReading):
    """Also events without a type; and which words of the text to show: "10-20", code points."""

    all_events: bool = False
    at: Annotated[str | None, Field(pattern=r"^[0-9]{1,8}-[0-9]{1,8}$")] = None

    @property
    def words(self) -> Span | None:
        """The words as a span."""
        start, _, end = (self.at or "").partition("-")
        return (int(start), int(end)) if self.at else None


class Sides(Noun):
    """The older and the newer side of a comparison, by version, run or both."""

    from_: Annotated[Number | None, Field(alias="from")] = None
    to: Number | None = None
    from_run: Number | None = None
    to_run: Number | None = None

    @property
    def old(self) -> Side | None:
        """The older side; None where it is not named."""
        return Side(self.from_, self.from_run) if self.from_ or self.from_run else None


@page(router, "/articles/{id}/diff")
def diff(request: Request, ledger: Reading, id: str, sides: Annotated[Sides, Query()]) -> Response:
    """What is different between two readings."""
    view = article_diff_view(ledger, id, sides.old, Side(sides.to, sides.to_run))
    return answer(request, view, "article/diff.html")


@page(router, "/articles/{id}/why/{part:path}")
def why(request: Request, ledger: Reading, id: str, part: str, which: Annotated[WhichReading, Query()]) -> Response:
    """Every field of a statement, event, entity, time or place, with its maker."""
    view = why_view(ledger, AskedArticle(id, which.version, which.run), part)
    return answer(request, view, "article/why.html", {"asked": which})


@page(router, "/articles/{id}")
def article(request: Request, ledger: Reading, id: str, what: Annotated[WhatToShow, Query()]) -> Response:
    """An article with its record. Another name of it leads to its address for good."""
    view = article_view(ledger, AskedArticle(id, what.version, what.run, what.all_events))
    if view.kept.id != id:
        return RedirectResponse(_renamed(request, id, view.kept.id))
    return answer(request, view, "article/page.html", {"lay_out": partial(article_layout, view, what.words)})


def _renamed(request: Request, id: str, to: str) -> str:
    """The same address with another id."""
    path = request.url.path
    end = next((e for e in (".json", ".csv") if path.endswith(e) and not id.endswith(e)), "")
    return f"/articles/{to}{end}" + (f"?{request.url.query}" if request.url.query else "")
