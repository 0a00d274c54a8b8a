"""Lets in only who knows the token: programs send it, browsers a cookie that was made of it.

The cookie holds no token: it is its keyed hash, and a new token makes the old cookies worthless.
"""

from __future__ import annotations

import hashlib
import hmac
from http import HTTPStatus
from urllib.parse import quote

from starlette.datastructures import Headers
from starlette.requests import cookie_parser
from starlette.responses import RedirectResponse
from starlette.types import ASGIApp, Receive, Scope, Send

from reportedly.web.errors import Refused, for_program

COOKIE = "reportedly"
OPEN = ("/login", "/health")
"""What answers without a token: the page that asks for it, and whether the desk runs."""


class Token:
    """Asks for the token everywhere but at the login, its styles, and /health."""

    def __init__(self, app: ASGIApp, token: str) -> None:
        self.app, self.token = app, token

    async def __call__(self, scope: Scope, receive: Receive, send: Send) -> None:
        if scope["type"] != "http" or self._let_in(scope["path"], Headers(scope=scope)):
            await self.app(scope, receive, send)
            return
        if scope["method"] not in ("GET", "HEAD") or for_program(scope["path"]):
            raise Refused(
                HTTPStatus.UNAUTHORIZED,
                "the desk asks for its token; send it as: Authorization: Bearer TOKEN",
                {"WWW-Authenticate": "Bearer"},
            )
        query = scope["query_string"].decode("latin-1")
        wanted = quote(scope["path"] + (f"?{query}" if query else ""), safe="/")
        await RedirectResponse(f"/login?next={wanted}", HTTPStatus.SEE_OTHER)(scope, receive, send)

    def _let_in(self, path: str, headers: Headers) -> bool:
        if path in OPEN or path.startswith("/static/"):
            return True
        scheme, _, given = headers.get("authorization", "").partition(" ")
        if scheme.lower() == "bearer" and same(given.strip(), self.token):
            return True
        return same(cookie_parser(headers.get("cookie", "")).get(COOKIE, ""), cookie_of(self.token))


def cookie_of(token: str) -> str:
    """The cookie of those who know the token."""
    return hmac.new(token.encode(), b"reportedly desk, cookie 1", hashlib.sha256).hexdigest()


def same(given: str, secret: str) -> bool:
    """Are they the same? It takes as long for every wrong one."""
    return hmac.compare_digest(given.encode("utf-8", "replace"), secret.encode())
