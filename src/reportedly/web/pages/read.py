"""A text that is pasted and read without being kept, shown as an article of the ledger is."""

from __future__ import annotations

from typing import Annotated

from fastapi import APIRouter, Form, Request
from starlette.responses import HTMLResponse, Response

from reportedly.web.answers import render
from reportedly.web.api.articles import Sent, read_by, task_of
from reportedly.web.views.article_layout import record_layout
from reportedly.web.views.read import read_view

router = APIRouter(include_in_schema=False)

LONGEST_LINE = 500
"""Characters of an outlet, a title or a date."""

Line = Annotated[str, Form(max_length=LONGEST_LINE)]
UNKEPT = {"Cache-Control": "no-store"}
"""What was pasted is kept nowhere, nor by the browser."""


@router.get("/read")
def form() -> Response:
    """Where a text is pasted."""
    return HTMLResponse(render("read/form.html", {}))


@router.post("/read")
async def read(
    request: Request, text: Annotated[str, Form()], outlet: Line = "", title: Line = "", published: Line = ""
) -> Response:
    """Read it, as the API does, and show what was found."""
    given = {"outlet": outlet, "title": title, "published": published}
    sent = Sent(text=text.replace("\r\n", "\n"), **{name: value.strip() or None for name, value in given.items()})
    done = await read_by(request, task_of(sent, request.app.state.room))
    assert done.record
    laid = record_layout(done.record)
    return HTMLResponse(render("read/page.html", {"view": read_view(done.record), "laid": laid}), headers=UNKEPT)
