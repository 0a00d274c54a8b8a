"""Asking the web: politely, within limits, whatever the server does."""

from __future__ import annotations

import gzip
import threading
import time
import zlib
from collections.abc import Callable
from datetime import UTC, datetime, timedelta
from email.utils import format_datetime
from http.server import BaseHTTPRequestHandler

import pytest

from reportedly.errors import ArticleError
from reportedly.intake.fetch import Fetched, Fetcher, Known
from reportedly.intake.fetch_options import FetchOptions
from reportedly.intake.item import Validators
from tests.intake.server import Answer, Site, Waits, page

HTML = {"Content-Type": "text/html; charset=utf-8"}


def fetcher(known: Known = lambda _: None, **options: object) -> Fetcher:
    chosen = {"allow_private": True, "host_delay": 0.0, "deadline": 1.0, "read_timeout": 1.0, "max_bytes": 100_000}
    return Fetcher(FetchOptions(**{**chosen, **options}), known)  # type: ignore[arg-type]


def fetch(address: str, **options: object) -> Fetched:
    got = fetcher(**options).fetch(address)  # type: ignore[arg-type]
    assert got is not None
    return got


def test_a_page_with_what_the_server_said(site: Site) -> None:
    site.routes["/a"] = Answer(
        page(), headers={**HTML, "ETag": '"1"', "Last-Modified": "Fri, 14 Mar 2025 08:00:00 GMT"}
    )
    got = fetch(f"{site.url}/a#part")
    assert (got.address, got.body, got.content_type) == (f"{site.url}/a", page(), "text/html; charset=utf-8")
    assert got.validators == Validators(f"{site.url}/a", '"1"', "Fri, 14 Mar 2025 08:00:00 GMT")
    assert abs(datetime.now(UTC) - datetime.fromisoformat(got.seen)) < timedelta(seconds=5)
    (_, robots), (_, asked) = site.asked
    assert asked["user-agent"].startswith("Reportedly/")
    assert asked["accept"].startswith("text/html")
    assert not {"cookie", "authorization", "referer"} & (robots.keys() | asked.keys())


@pytest.mark.parametrize("encoding", ["gzip", "deflate", "bare"])
def test_compressed_bodies(encoding: str, site: Site) -> None:
    bare = zlib.compress(page())[2:-4]
    packed = {"gzip": gzip.compress(page()), "deflate": zlib.compress(page()), "bare": bare}[encoding]
    site.routes["/a"] = Answer(packed, headers={**HTML, "Content-Encoding": encoding.replace("bare", "deflate")})
    assert fetch(f"{site.url}/a").body == page()


def test_what_did_not_change_is_not_sent_again(site: Site) -> None:
    def route(request: BaseHTTPRequestHandler) -> Answer:
        return (
            Answer(status=304) if request.headers["If-None-Match"] == '"1"' else Answer(page(), headers={"ETag": '"1"'})
        )

    site.routes["/a"] = route
    address = f"{site.url}/a"
    first = fetch(address)
    assert fetcher(lambda a: first.validators if a == address else None).fetch(address) is None
    with pytest.raises(ArticleError, match="status 304"):  # though nothing was said that could be unchanged
        site.routes["/a"] = Answer(status=304)
        fetch(address)


def test_validators_that_would_smuggle_a_header_are_not_sent(site: Site) -> None:
    site.routes["/a"] = Answer(page())
    fetcher(lambda a: Validators(a, '"1"\r\nX: y', "\N{SNOWMAN}")).fetch(f"{site.url}/a")
    assert not {"if-none-match", "if-modified-since", "x"} & site.asked[-1][1].keys()


@pytest.mark.parametrize(
    ("status", "words"),
    [
        (401, "wants a login"), (402, "for subscribers"), (403, "refuses programs"), (404, "does not exist"),
        (410, "gone for good"), (418, "status 418: check the address"), (429, "too many requests"),
        (451, "legal reasons"), (500, "status 500: try again later"), (503, "status 503"),
    ],
)  # fmt: skip
def test_what_a_status_means(status: int, words: str, site: Site) -> None:
    site.routes["/a"] = Answer(page(), status)
    with pytest.raises(ArticleError, match=words) as error:
        fetch(f"{site.url}/a")
    assert str(error.value).startswith(f"{site.url}/a ")
    assert str(status) in str(error.value)


def test_a_busy_server_is_asked_once_more(site: Site) -> None:
    waits = Waits()
    site.routes["/a"] = Answer(b"", 429, {"Retry-After": "7"})
    with pytest.raises(ArticleError, match="too many"):
        fetch(f"{site.url}/a", clock=waits.clock, sleep=waits.sleep)
    assert site.paths == ["/a", "/a"]
    assert waits.slept == [7]


@pytest.mark.parametrize(
    "after", ["3600", "soon", "", "-1", "9" * 400, format_datetime(datetime.now(UTC) + timedelta(hours=1))]
)
def test_one_that_is_busy_for_long_is_left(after: str, site: Site) -> None:
    site.routes["/a"] = Answer(b"", 503, {"Retry-After": after})
    with pytest.raises(ArticleError, match="503"):
        fetch(f"{site.url}/a")
    assert site.paths == ["/a"]


def test_redirects_are_followed_to_where_the_page_is(site: Site) -> None:
    site.routes |= {"/a": Answer(b"", 301, {"Location": "/b c"}), "/b%20c": Answer(b"", 307, {"Location": "?d"})}
    site.routes["/b%20c?d"] = Answer(page())
    assert fetch(f"{site.url}/a").address == f"{site.url}/b%20c?d"


@pytest.mark.parametrize(
    ("target", "words"),
    [
        ("file:///etc/passwd", "no web address"), ("ftp://harbor.example/a", "no web address"),
        ("javascript:alert(1)", "no web address"), ("http://ana:secret@harbor.example/", "name or password"),
        ("http://[::1/", "cannot be fetched"), ("http://harbor.example:99999/", "no valid web address"),
        ("/a", "more than 5 times"), ("/" + "x" * 3000, "longer than"),
    ],
)  # fmt: skip
def test_redirects_that_lead_nowhere(target: str, words: str, site: Site) -> None:
    site.routes["/a"] = Answer(b"", 302, {"Location": target})
    with pytest.raises(ArticleError, match=words) as error:
        fetch(f"{site.url}/a")
    assert "secret" not in str(error.value)
    assert len(site.paths) <= 6


def endless(chunk: bytes, pause: float = 0.0, times: int = 100_000) -> Callable[[BaseHTTPRequestHandler], None]:
    def write(request: BaseHTTPRequestHandler) -> None:
        for _ in range(times):
            request.wfile.write(chunk)
            request.wfile.flush()
            time.sleep(pause)

    return write


def after(head: bytes, rest: Callable[[BaseHTTPRequestHandler], None]) -> Answer:
    def write(request: BaseHTTPRequestHandler) -> None:
        request.wfile.write(head)
        rest(request)

    return Answer(raw=write)


OK = b"HTTP/1.1 200 OK\r\nContent-Type: text/html\r\n"


@pytest.mark.parametrize(
    ("answer", "words"),
    [
        (after(OK + b"\r\n", endless(b"x" * 1000)), r"larger than 0\.1 MB"),
        (after(OK + b"Transfer-Encoding: chunked\r\n\r\n", endless(b"3e8\r\n" + b"x" * 1000 + b"\r\n")), "larger than"),
        (after(OK + b"\r\n", endless(b"x", 0.05, 60)), "longer than 0.3 seconds"),
        (after(OK + b"Content-Encoding: gzip\r\n\r\n", endless(b"\x1f", 0.05, 60)), "longer than 0.3 seconds"),
        (after(OK, endless(b"X-a: b\r\n", 0.05, 60)), "longer than 0.3 seconds"),
        (after(b"", endless(b"H", 0.05, 60)), "longer than 0.3 seconds|cannot be fetched"),
        (after(b"", lambda _: time.sleep(2)), "longer than 0.3 seconds"),
        (after(OK, endless(b"X-a: b\r\n" * 1000, 0, 10_000)), "cannot be fetched"),
        (after(OK, endless(b"x" * 10_000, 0, 1_000)), "cannot be fetched"),
        (after(OK + b"Content-Length: 500\r\n\r\n<p>cut", lambda _: None), "cannot be fetched"),
        (after(OK + b"Content-Length: -5\r\n\r\n<p>cut", lambda _: None), "cannot be fetched"),
        (after(OK + b"Transfer-Encoding: chunked\r\n\r\n10\r\ncut", lambda _: None), "cannot be fetched"),
        (after(OK + b"Transfer-Encoding: chunked\r\n\r\nzz\r\ncut", lambda _: None), "cannot be fetched"),
        (after(b"", lambda _: None), "cannot be fetched"),
        (after(b"\0\xff garbage\r\n\r\n", lambda _: None), "cannot be fetched"),
    ],
    ids=[
        "endless", "endless chunks", "drip", "compressed drip", "header drip", "status drip", "silence", "header flood",
        "header without end", "too short", "negative", "cut chunk", "bad chunk", "closed", "garbage",
    ],
)  # fmt: skip
def test_servers_that_misbehave(answer: Answer, words: str, site: Site) -> None:
    site.routes["/a"] = answer
    started = time.monotonic()
    with pytest.raises(ArticleError, match=words) as error:
        fetch(f"{site.url}/a", deadline=0.3)
    assert str(error.value).startswith(f"{site.url}/a ")
    assert time.monotonic() - started < 1.5
    assert threading.active_count() < 20


def bomb(packed: Callable[[bytes], bytes]) -> bytes:
    return packed(b"<p>" + b"\0" * 30_000_000)


@pytest.mark.parametrize(
    ("encoding", "body", "words"),
    [
        ("gzip", bomb(gzip.compress), "larger than"),
        ("deflate", bomb(zlib.compress), "larger than"),
        ("gzip", gzip.compress(page())[:-20], "damaged or cut off"),
        ("gzip", b"not compressed at all", "damaged or cut off"),
        ("br", b"whatever", "compression that was not asked for"),
    ],
)
def test_bodies_that_do_not_unpack(encoding: str, body: bytes, words: str, site: Site) -> None:
    site.routes["/a"] = Answer(body, headers={**HTML, "Content-Encoding": encoding})
    with pytest.raises(ArticleError, match=words):
        fetch(f"{site.url}/a")


def test_no_cookie_is_kept(site: Site) -> None:
    site.routes |= {"/a": Answer(b"", 302, {"Set-Cookie": "x=y", "Location": "/b"}), "/b": Answer(page())}
    fetch(f"{site.url}/a")
    assert all("cookie" not in headers for _, headers in site.asked)


def test_a_certificate_that_cannot_be_verified_or_no_tls_at_all(site: Site) -> None:
    with pytest.raises(ArticleError, match="https://127"):
        fetch(site.url.replace("http:", "https:") + "/a")
    assert site.paths == []


def test_a_host_that_is_not_there() -> None:
    with pytest.raises(ArticleError, match=r"cannot be fetched|in time") as error:
        fetch("http://127.0.0.1:1/a")
    assert "object at" not in str(error.value)
