"""One request: whatever a server writes, there is an answer or a reason."""

from __future__ import annotations

import gzip
import random
import time
import tracemalloc

import pytest

from reportedly.errors import ArticleError
from reportedly.intake.fetch_options import FetchOptions
from reportedly.intake.request import Reply, request
from tests.intake.server import Answer, Site

OPTIONS = FetchOptions(allow_private=True, deadline=1, read_timeout=0.5, max_bytes=1_000_000)
PIECES = [
    b"HTTP/1.1 ", b"HTTP/2", b"200", b"100", b"101", b"204", b"304", b" OK", b"\r\n", b"\n",
    b"Content-Type: text/html\r\n",
    b"Content-Length: 5\r\n", b"Content-Length: 99999999999999999999\r\n", b"Transfer-Encoding: chunked\r\n",
    b"Content-Encoding: gzip\r\n", b"Location: ", b"http://[\r\n", b"Set-Cookie: a=b\r\n", b"5\r\nhello\r\n",
    b"0\r\n\r\n",
    b"Connection: upgrade\r\n", b'Alt-Svc: h3=":443"\r\n', b"\r\n folded", b"\xff\xfe\0",
]  # fmt: skip


def test_whatever_a_server_writes(site: Site) -> None:
    chance = random.Random(11)
    answered = 0
    for _ in range(120):
        start = [b"HTTP/1.1 200 OK\r\n"] if chance.random() < 0.7 else []
        end = [b"\r\n", b"hello"] if chance.random() < 0.6 else []
        data = b"".join([*start, *chance.choices(PIECES, k=chance.randrange(8)), *end])
        site.routes["/a"] = Answer(raw=lambda to, data=data: to.wfile.write(data))  # type: ignore[misc]
        started = time.monotonic()
        try:
            assert isinstance(request(f"{site.url}/a", {}, OPTIONS), Reply)
            answered += 1
        except ArticleError as error:
            assert str(error).startswith(f"{site.url}/a ")
        assert time.monotonic() - started < 2
    assert 10 < answered < 110


def test_only_a_page_is_taken_not_what_comes_with_an_error(site: Site) -> None:
    site.routes["/a"] = Answer(b"x" * 5_000_000, 500)
    assert request(f"{site.url}/a", {}, OPTIONS).body == b""


def test_a_bomb_takes_no_more_memory_than_the_limit(site: Site) -> None:
    site.routes["/a"] = Answer(gzip.compress(b"\0" * 50_000_000), headers={"Content-Encoding": "gzip"})
    request(f"{site.url}/robots.txt", {}, OPTIONS)  # loads the libraries
    tracemalloc.start()
    try:
        with pytest.raises(ArticleError, match="larger than 1 MB"):
            request(f"{site.url}/a", {}, OPTIONS)
        assert tracemalloc.get_traced_memory()[1] < 8_000_000
    finally:
        tracemalloc.stop()
