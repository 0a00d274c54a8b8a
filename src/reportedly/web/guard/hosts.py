"""Refuses clients that call the desk by a name that it does not have: scripts of a site whose name was made to lead
here (DNS rebinding) would otherwise be of the same origin as the desk."""

from __future__ import annotations

import re
from collections.abc import Callable
from http import HTTPStatus

from starlette.datastructures import Headers
from starlette.types import ASGIApp, Receive, Scope, Send

from reportedly.web.errors import Refused

_HOST = re.compile(r"(?:\[(?P<six>[0-9a-f:.]+)\]|(?P<name>[a-z0-9.-]+))(?::\d{1,5})?", re.I)


class Hosts:
    """`known` says whether a name is one of the desk's; the port may be that of a tunnel."""

    def __init__(self, app: ASGIApp, known: Callable[[str], bool]) -> None:
        self.app, self.known = app, known

    async def __call__(self, scope: Scope, receive: Receive, send: Send) -> None:
        if scope["type"] == "http":
            self._check(Headers(scope=scope).getlist("host"))
        await self.app(scope, receive, send)

    def _check(self, hosts: list[str]) -> None:
        match = _HOST.fullmatch(hosts[0]) if len(hosts) == 1 else None
        if match is None:
            raise Refused(HTTPStatus.BAD_REQUEST, "the request has no usable Host header; send exactly one")
        if not self.known(match["six"] or match["name"]):
            raise Refused(
                HTTPStatus.MISDIRECTED_REQUEST,
                "the desk is not known by this name; call it by its address, or start it with --name NAME",
            )
