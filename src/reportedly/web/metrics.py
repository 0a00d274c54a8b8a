"""What the desk does, counted for Prometheus."""

from __future__ import annotations

import time
from typing import TYPE_CHECKING

from prometheus_client import CollectorRegistry, Counter, Gauge, Histogram
from starlette.types import ASGIApp, Message, Receive, Scope, Send

if TYPE_CHECKING:
    from reportedly.web.worker.room import ReadingRoom

METHODS = frozenset({"GET", "HEAD", "POST", "OPTIONS", "PUT", "PATCH", "DELETE"})
SECONDS = (0.01, 0.025, 0.05, 0.1, 0.15, 0.2, 0.5, 1.0, 5.0, 30.0)
"""Seconds between which answers are counted; 0.15 and 0.2 are the desk's aims."""


class Metrics:
    """Counts of one desk."""

    def __init__(self) -> None:
        self.registry = CollectorRegistry()
        labels = ("method", "route")
        self.answers = Counter(
            "reportedly_answers", "Answers, by method, route and status.", (*labels, "status"), registry=self.registry
        )
        self.seconds = Histogram(
            "reportedly_answer_seconds", "Seconds until an answer was sent.", labels, buckets=SECONDS,
            registry=self.registry,
        )  # fmt: skip
        self.under_way = Gauge("reportedly_under_way", "Requests that are being answered.", registry=self.registry)

    def watch(self, room: ReadingRoom) -> None:
        """Count what is read, too."""
        for name, about in (
            ("waiting", "Articles that wait to be read, or are read."),
            ("starts", "Times that the reading process was started."),
            ("overruns", "Articles that took too long to read."),
        ):
            gauge = Gauge(f"reportedly_reading_{name}", about, registry=self.registry)
            gauge.set_function(lambda name=name: float(getattr(room, name)))  # type: ignore[misc]


class Measured:
    """Counts every answer, whoever gives it, under the route that it was asked by: addresses are without number."""

    def __init__(self, app: ASGIApp, metrics: Metrics) -> None:
        self.app, self.metrics = app, metrics

    async def __call__(self, scope: Scope, receive: Receive, send: Send) -> None:
        if scope["type"] != "http":
            await self.app(scope, receive, send)
            return
        began, status = time.perf_counter(), 500

        async def sending(message: Message) -> None:
            nonlocal status
            if message["type"] == "http.response.start":
                status = message["status"]
            await send(message)

        with self.metrics.under_way.track_inprogress():
            try:
                await self.app(scope, receive, sending)
            finally:
                method = scope["method"] if scope["method"] in METHODS else "other"
                route = str(getattr(scope.get("route"), "path", "none"))
                self.metrics.answers.labels(method, route, str(status)).inc()
                self.metrics.seconds.labels(method, route).observe(time.perf_counter() - began)
