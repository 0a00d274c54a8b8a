"""Refuses bodies that are too large, by what they say of themselves and by what arrives."""

from __future__ import annotations

from http import HTTPStatus

from starlette.datastructures import Headers
from starlette.exceptions import HTTPException
from starlette.types import ASGIApp, Message, Receive, Scope, Send

from reportedly.web.errors import Refused


class Size:
    """`most` is bytes."""

    def __init__(self, app: ASGIApp, most: int) -> None:
        self.app, self.most = app, most

    async def __call__(self, scope: Scope, receive: Receive, send: Send) -> None:
        if scope["type"] != "http":
            await self.app(scope, receive, send)
            return
        told = Headers(scope=scope).get("content-length", "0")
        if not told.isascii() or not told.isdigit() or int(told[:20]) > self.most:
            raise Refused(HTTPStatus.REQUEST_ENTITY_TOO_LARGE, self._message)
        arrived = 0

        async def receiving() -> Message:
            nonlocal arrived
            message = await receive()
            arrived += len(message.get("body", b""))
            if arrived > self.most:  # FastAPI lets only its own kind of error out of a body that it reads
                raise HTTPException(HTTPStatus.REQUEST_ENTITY_TOO_LARGE, self._message)
            return message

        await self.app(scope, receiving, send)

    @property
    def _message(self) -> str:
        return f"more than {self.most:,} bytes were sent; send less at once, or add it with: reportedly add"
