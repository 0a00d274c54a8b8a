"""Sources: the list, and one of them."""

from __future__ import annotations

from typing import Annotated

from fastapi import APIRouter, Query, Request
from pydantic import BaseModel, Field
from starlette.responses import Response

from reportedly.ledger.paging import PAGE, STEP, Part
from reportedly.ledger.sourced.nouns import KIND_WORDS, Which, Whom
from reportedly.web.answers import answer, page
from reportedly.web.ledgers import Reading
from reportedly.web.views.source import ACT_WORDS, source_view
from reportedly.web.views.sources import sources_view

router = APIRouter()


class _Asked(BaseModel):
    """What the address asks for, of either page. A field of a form that was left empty asks for nothing."""

    outlet: str = ""
    since: str = ""
    until: str = ""
    after: str = ""
    limit: int = Field(PAGE, ge=1, le=STEP)

    @property
    def part(self) -> Part:
        """Which part of the list."""
        return Part(self.limit, _given(self.after))

    @property
    def narrowed(self) -> dict[str, str | None]:
        """The outlet and the days."""
        return {"outlet": _given(self.outlet), "since": _given(self.since), "until": _given(self.until)}


class AskedList(_Asked):
    """Which sources."""

    q: str = ""
    kind: list[str] = []

    @property
    def whom(self) -> Whom:
        """The same as the ledger is asked."""
        return Whom(words=_given(self.q), kinds=_each(self.kind), **self.narrowed)  # type: ignore[arg-type]


class AskedOne(_Asked):
    """Which of a source's statements, and from where on its happenings."""

    act: list[str] = []
    role: str = ""
    happenings_after: str = ""

    @property
    def which(self) -> Which:
        """The same as the ledger is asked."""
        return Which(acts=_each(self.act), role=_given(self.role), **self.narrowed)  # type: ignore[arg-type]


@page(router, "/sources")
def sources(request: Request, ledger: Reading, asked: Annotated[AskedList, Query()]) -> Response:
    """Whom articles quote, searched and filtered."""
    return answer(request, sources_view(ledger, asked.whom, asked.part), "source/list.html", {"kind_words": KIND_WORDS})


@page(router, "/sources/{id}")
def source(request: Request, ledger: Reading, id: str, asked: Annotated[AskedOne, Query()]) -> Response:
    """What one of them has said, and what became of it."""
    view = source_view(ledger, id, asked.which, (asked.part, _given(asked.happenings_after)))
    return answer(request, view, "source/page.html", {"kind_words": KIND_WORDS, "act_words": ACT_WORDS})


def _given(value: str) -> str | None:
    return value.strip() or None


def _each(values: list[str]) -> tuple[str, ...]:
    """Repeated, or with commas between."""
    return tuple(v.strip() for several in values for v in several.split(",") if v.strip())
