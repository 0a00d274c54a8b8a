"""One way to answer: pages, twins, tags, tables."""

from __future__ import annotations

import csv
from collections.abc import Iterator
from io import StringIO
from pathlib import Path

import pytest
from fastapi import APIRouter, Request
from starlette.responses import Response
from starlette.testclient import TestClient

from reportedly.record.span import Noun
from reportedly.web.answers import Cell, answer, csv_of, page
from reportedly.web.app import desk_app
from reportedly.web.options import ServeOptions
from tests.web.desks import SITE

HOSTILE = "=1+1<script>alert('x')</script>\u202e\udc80"


class Plain(Noun):
    """A view without a table."""

    words: str


class Listed(Plain):
    """A view with one."""

    def table(self) -> Iterator[tuple[str, str | None]]:
        """One row."""
        yield "words", "none"
        yield self.words, None


@pytest.fixture
def client(desk_db: Path, tmp_path: Path, monkeypatch: pytest.MonkeyPatch) -> TestClient:
    """A desk with two pages of one word each, shown by a template that exists."""
    router = APIRouter()

    @page(router, "/plain/{id}")
    def plain(request: Request, id: str) -> Response:
        return answer(request, Plain(words=HOSTILE), "login.html", {"next": id, "wrong": False})

    @page(router, "/lists/", twin="/lists")
    def lists(request: Request) -> Response:
        return answer(request, Listed(words=HOSTILE), "login.html", {"next": HOSTILE, "wrong": False})

    app = desk_app(ServeOptions(desk_db))
    app.include_router(router)
    return TestClient(app, SITE, raise_server_exceptions=False)


def test_a_page_and_its_twins(client: TestClient) -> None:
    html = client.get("/lists/")
    assert html.headers["content-type"] == "text/html; charset=utf-8"
    assert "<script>alert" not in html.text
    assert "⟨U+202E⟩" in html.text
    assert client.get("/lists.json").json() == {"words": HOSTILE}
    table = client.get("/lists.csv")
    assert list(csv.reader(StringIO(table.text))) == [["words", "none"], ["'" + HOSTILE[:-1] + "\\udc80", ""]]


def test_an_id_does_not_swallow_the_twins(client: TestClient) -> None:
    assert 'value="a1"' in client.get("/plain/a1").text
    assert client.get("/plain/a1.json").json() == {"words": HOSTILE}
    told = client.get("/plain/a1.csv")
    assert (told.status_code, told.json()["error"]["remedy"]) == (404, "ask for it as .json")


@pytest.mark.parametrize("path", ["/lists/", "/lists.json", "/lists.csv"])
def test_what_is_known_is_not_sent_again(client: TestClient, path: str) -> None:
    first = client.get(path)
    tag = first.headers["etag"]
    for known in (tag, f"W/{tag}", f'"other", {tag}'):
        again = client.get(path, headers={"If-None-Match": known})
        assert (again.status_code, again.content, again.headers["etag"]) == (304, b"", tag)
        assert "content-security-policy" in again.headers
    for other in ('"other"', "", tag.strip('"')):
        assert client.get(path, headers={"If-None-Match": other}).status_code == 200
    assert first.headers["cache-control"] == "private, no-cache"


def test_addresses_of_the_same(client: TestClient) -> None:
    text = client.get("/lists/?q=a%22b&x=%3Cb%3E").text
    assert 'rel="canonical" href="http://127.0.0.1:8700/lists/?q=a%22b&amp;x=%3Cb%3E"' in text


def test_cells() -> None:
    rows: list[tuple[Cell, Cell]] = [("a", "b"), (True, None), (-1.5, "-1.5"), ('say "x"', "two\nlines")]
    assert csv_of(rows) == 'a,b\r\ntrue,\r\n-1.5,\'-1.5\r\n"say ""x""","two\nlines"\r\n'
