"""Refuses what another site's page asks for: changes of any sort, and everything but going to a page of the desk.

Browsers say themselves where a request comes from (Sec-Fetch-Site, Origin); programs say neither and are let through:
a page cannot make a browser leave them out.
"""

from __future__ import annotations

from http import HTTPStatus

from starlette.datastructures import Headers
from starlette.types import ASGIApp, Receive, Scope, Send

from reportedly.web.errors import Refused

READING = frozenset({"GET", "HEAD"})
OURS = frozenset({"same-origin", "none"})
"""`none`: typed, or opened from a bookmark."""


class Origin:
    """Lets through what comes from the desk's own pages, from a person, or from a program."""

    def __init__(self, app: ASGIApp) -> None:
        self.app = app

    async def __call__(self, scope: Scope, receive: Receive, send: Send) -> None:
        if scope["type"] == "http" and not allowed(scope["method"], Headers(scope=scope)):
            raise Refused(HTTPStatus.FORBIDDEN, "another site's page may not ask for this; open the desk itself")
        await self.app(scope, receive, send)


def allowed(method: str, headers: Headers) -> bool:
    """May this request be answered?"""
    site, origin = headers.get("sec-fetch-site", "none"), headers.get("origin")
    if method in READING:
        return site in OURS or (headers.get("sec-fetch-mode"), headers.get("sec-fetch-dest")) == (
            "navigate",
            "document",
        )
    if site not in OURS:
        return False
    return origin is None or origin.partition("://")[2].lower() == headers.get("host", "").lower()
