"""The last resort: whatever goes wrong becomes one answer in the one shape, and the traceback goes to the log."""

from __future__ import annotations

import logging
from http import HTTPStatus

from starlette.types import ASGIApp, Message, Receive, Scope, Send

from reportedly.web.errors import Refused, answer_problem

LOG = logging.getLogger("reportedly.web")


class Failures:
    """Answers what the guards behind it refuse, and errors that nothing else has answered."""

    def __init__(self, app: ASGIApp) -> None:
        self.app = app

    async def __call__(self, scope: Scope, receive: Receive, send: Send) -> None:
        if scope["type"] != "http":
            await self.app(scope, receive, send)
            return
        begun = False

        async def sending(message: Message) -> None:
            nonlocal begun
            begun = begun or message["type"] == "http.response.start"
            await send(message)

        try:
            await self.app(scope, receive, sending)
        except Refused as refused:
            answer = answer_problem(scope["path"], refused.status, str(refused), refused.headers)
            await answer(scope, receive, send)
        except Exception:  # the boundary
            LOG.exception("%s %s failed", scope["method"], scope["path"])
            if begun:  # the client sees the answer break off
                raise
            answer = answer_problem(scope["path"], HTTPStatus.INTERNAL_SERVER_ERROR, "this could not be answered")
            await answer(scope, receive, send)
