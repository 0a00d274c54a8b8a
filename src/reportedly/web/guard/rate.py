"""Slows down clients that send too much at once: a bucket of tokens each, which fills again by the minute."""

from __future__ import annotations

import math
import time
from collections import OrderedDict
from collections.abc import Callable, Mapping
from http import HTTPStatus

from starlette.types import ASGIApp, Receive, Scope, Send

from reportedly.web.errors import Refused
from reportedly.web.options import Pace

MOST = 10_000
"""Clients that are remembered; of more the one that was quiet longest is forgotten. About 2 MB."""

Clock = Callable[[], float]


class Buckets:
    """How much each client may still send, by the clock's seconds."""

    def __init__(self, pace: Pace, clock: Clock = time.monotonic) -> None:
        self.pace, self.clock = pace, clock
        self.left: OrderedDict[str, tuple[float, float]] = OrderedDict()

    def take(self, client: str) -> float:
        """Take one token; seconds to wait until there is one, 0 where it was there."""
        now = self.clock()
        tokens, at = self.left.pop(client, (float(self.pace.burst), now))
        tokens = min(self.pace.burst, tokens + (now - at) * self.pace.per_minute / 60)
        wait = 0.0 if tokens >= 1 else (1 - tokens) * 60 / self.pace.per_minute
        self.left[client] = (tokens if wait else tokens - 1, now)
        while len(self.left) > MOST:
            self.left.popitem(last=False)
        return wait


class Rate:
    """Counts what is posted to some addresses; `paces` says how fast that may be."""

    def __init__(self, app: ASGIApp, paces: Mapping[str, Pace]) -> None:
        self.app = app
        self.buckets = {path: Buckets(pace) for path, pace in paces.items()}

    async def __call__(self, scope: Scope, receive: Receive, send: Send) -> None:
        if scope["type"] == "http" and scope["method"] == "POST" and scope["path"] in self.buckets:
            client = (scope.get("client") or ("?", 0))[0]
            wait = math.ceil(self.buckets[scope["path"]].take(client))
            if wait:
                again = {"Retry-After": str(wait)}
                raise Refused(HTTPStatus.TOO_MANY_REQUESTS, f"too much was sent at once; try again in {wait} s", again)
        await self.app(scope, receive, send)
