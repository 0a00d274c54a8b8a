"""A web server on this machine with scripted answers, for the tests of what asks the web."""

from __future__ import annotations

import threading
from collections.abc import Callable, Iterator, Mapping
from contextlib import contextmanager
from dataclasses import dataclass, field
from http.server import BaseHTTPRequestHandler, ThreadingHTTPServer
from typing import NamedTuple

STORY = "".join(
    f"<p>{words}, the dockers’ union said on Friday, as the strike over pay went into its second week.</p>"
    for words in ("The port of Vell will stay closed", "No ship has left the harbour", "Talks are to go on at noon")
)


def page(title: str = "Port to stay shut", head: str = "", body: str = STORY) -> bytes:
    """A page with an article."""
    return (
        f"<!DOCTYPE html><html><head><title>{title}</title>{head}</head>"
        f"<body><article><h1>{title}</h1>{body}</article></body></html>"
    ).encode()


class Answer(NamedTuple):
    """A scripted answer. `raw` takes the place of everything: it writes to the connection itself."""

    body: bytes = b""
    status: int = 200
    headers: Mapping[str, str] = {"Content-Type": "text/html; charset=utf-8"}
    raw: Callable[[BaseHTTPRequestHandler], None] | None = None


Route = Answer | Callable[[BaseHTTPRequestHandler], Answer]


@dataclass
class Site:
    """The server's address, its routes (404 elsewhere), and the requests that came, each a path with its headers."""

    url: str
    routes: dict[str, Route] = field(default_factory=dict)
    asked: list[tuple[str, dict[str, str]]] = field(default_factory=list)

    @property
    def paths(self) -> list[str]:
        """The paths that were asked for, robots.txt left out."""
        return [path for path, _ in self.asked if path != "/robots.txt"]


@contextmanager
def serving() -> Iterator[Site]:
    """A site on a free port of 127.0.0.1."""
    site = Site("")

    class Handler(BaseHTTPRequestHandler):
        protocol_version = "HTTP/1.1"

        def do_GET(self) -> None:
            site.asked.append((self.path, {k.lower(): v for k, v in self.headers.items()}))
            route = site.routes.get(self.path, Answer(b"", 404))
            answer = route if isinstance(route, Answer) else route(self)
            self.close_connection = True
            try:
                if answer.raw:
                    answer.raw(self)
                else:
                    self._send(answer)
            except OSError:
                return  # the client hung up, as it should

        def _send(self, answer: Answer) -> None:
            self.send_response(answer.status)
            for name, value in answer.headers.items():
                self.send_header(name, value)
            if "Content-Length" not in answer.headers and answer.status != 304:
                self.send_header("Content-Length", str(len(answer.body)))
            self.end_headers()
            self.wfile.write(answer.body)

        def log_message(self, format: str, *args: object) -> None:
            return

    server = ThreadingHTTPServer(("127.0.0.1", 0), Handler)
    server.daemon_threads = True
    site.url = f"http://127.0.0.1:{server.server_port}"
    thread = threading.Thread(target=server.serve_forever, kwargs={"poll_interval": 0.01}, daemon=True)
    thread.start()
    try:
        yield site
    finally:
        server.shutdown()
        server.server_close()
        thread.join()


class Waits:
    """A clock and a sleep that only note how long was to be waited."""

    def __init__(self) -> None:
        self.now = 0.0
        self.slept: list[float] = []

    def clock(self) -> float:
        return self.now

    def sleep(self, seconds: float) -> None:
        self.slept.append(seconds)
        self.now += seconds
