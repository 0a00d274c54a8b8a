"""Where people give the token, once for a browser."""

from __future__ import annotations

from http import HTTPStatus
from typing import Annotated
from urllib.parse import urlsplit

from fastapi import APIRouter, Form, Query, Request
from starlette.responses import HTMLResponse, RedirectResponse, Response

from reportedly.web.answers import render
from reportedly.web.guard.token import COOKIE, cookie_of, same

router = APIRouter(include_in_schema=False)

LIFE = 30 * 86_400
"""Seconds for which a browser keeps the cookie: a month of work."""


@router.get("/login")
def login(next: Annotated[str, Query(max_length=4_000)] = "/") -> Response:
    """The form."""
    return HTMLResponse(render("login.html", {"next": within(next), "wrong": False}))


@router.post("/login")
def enter(
    request: Request,
    token: Annotated[str, Form(max_length=1_000)],
    next: Annotated[str, Form(max_length=4_000)] = "/",
) -> Response:
    """Take the token and go where the browser wanted to go."""
    secret: str | None = request.app.state.options.token
    if secret is not None and not same(token.strip(), secret):
        return HTMLResponse(render("login.html", {"next": within(next), "wrong": True}), HTTPStatus.UNAUTHORIZED)
    answer = RedirectResponse(within(next), HTTPStatus.SEE_OTHER)
    if secret is not None:
        secure = request.url.scheme == "https"
        answer.set_cookie(COOKIE, cookie_of(secret), LIFE, httponly=True, samesite="strict", secure=secure)
    return answer


def within(address: str) -> str:
    """The address if it is one of the desk's own pages, else the desk: a link must not lead from here elsewhere."""
    try:
        parts = urlsplit(address)
    except ValueError:
        return "/"
    ours = address.startswith("/") and not address.startswith("//") and "\\" not in address and address.isprintable()
    return address if ours and not parts.scheme and not parts.netloc else "/"
