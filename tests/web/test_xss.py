"""The corpus of scripts in disguise through every field of articles and records, and every page and endpoint."""

from __future__ import annotations

import csv
import io
import json
from collections.abc import Iterator
from pathlib import Path
from urllib.parse import quote, urljoin, urlsplit

import pytest
from lxml import html
from lxml.html import HtmlElement
from starlette.testclient import TestClient

from tests.web.desks import SITE, desk
from tests.web.poisoned import poisoned
from tests.web.xss import CORPUS, MARK, RUN

BARRED = {"iframe", "object", "embed", "base", "applet", "frameset", "frame", "style", "marquee", "plaintext", "portal"}
ADDRESSES = {"href", "src", "action", "formaction", "poster", "data", "xlink:href", "srcset", "ping", "background"}
WORDS = {"value", "title", "alt", "aria-label", "content", "placeholder", "datetime", "for", "id", "name", "label"}
"""Attributes in which any words may stand: they are never run."""


@pytest.fixture(scope="module")
def poison(tmp_path_factory: pytest.TempPathFactory) -> Path:
    """A linked ledger with an article for each string of the corpus, which stands in all of its fields."""
    return poisoned(tmp_path_factory.mktemp("poison") / "l.db")


@pytest.fixture(scope="module")
def hostile(poison: Path) -> Iterator[TestClient]:
    with desk(poison) as client:
        yield client


def test_the_corpus_is_large_and_without_doubles() -> None:
    assert len(CORPUS) == len(set(CORPUS)) >= 200
    assert all(MARK in s or MARK in html.fromstring(f"<p>{s}").text_content() for s in CORPUS if "&#" not in s)


def test_what_it_checks_is_found_where_nothing_is_escaped() -> None:
    """The same checks on a page that puts words in as they are: they must not pass."""
    caught = [s for s in CORPUS if list(faults(f"<html><body><p title='{s}'>{s}</p></body></html>"))]
    assert len(caught) > 0.6 * len(CORPUS)


def ids(client: TestClient, what: str) -> list[str]:
    """The ids of everything in a list."""
    found: list[str] = []
    following: str | None = f"/api/v1/{what}?limit={50 if what == 'stories' else 500}"
    while following:
        answer = client.get(following).json()
        found += [(x.get("happening") or x.get("story") or x)["id"] for x in answer["items"]]
        following = answer["next"]
    return found


@pytest.mark.parametrize("what", ["articles", "happenings", "stories", "sources"])
def test_no_page_runs_it(hostile: TestClient, what: str) -> None:
    found = ids(hostile, what)
    assert len(found) > 0.5 * len(CORPUS)
    for id in found:
        check(hostile, f"/{what}/{id}")


@pytest.mark.parametrize("page", ["/", "/sources", "/about"])
def test_no_list_runs_it(hostile: TestClient, page: str) -> None:
    following = [page]
    for address in following:  # which grows
        links = check(hostile, address).xpath("//a[@rel='next']/@href")
        links = [urljoin(address, href) for href in links]
        following += [link for link in links if len(following) < 20 and link not in following]


@pytest.mark.parametrize(
    "place",
    ["/?q={}", "/?outlet={}", "/?since={}", "/?after={}", "/sources?q={}", "/login?next={}", "/{}", "/articles/{}",
     "/happenings/{}", "/stories/{}", "/sources/{}", "/static/{}"],
)  # fmt: skip
def test_nothing_that_is_asked_for_is_run(hostile: TestClient, place: str) -> None:
    for words in CORPUS:
        address = place.format(quote(words, safe=""))
        answer = hostile.get(address)
        assert answer.status_code < 500, address
        if answer.headers.get("content-type", "").startswith("text/html"):
            assert list(faults(answer.text)) == [], address
        if "location" in answer.headers:
            parts = urlsplit(answer.headers["location"])
            assert (parts.scheme + "://" + parts.netloc) in (SITE, "://"), address
            assert not parts.path.startswith("//"), address


@pytest.mark.parametrize(
    "list",
    ["articles", "statements", "events?all_events=true", "happenings?all_events=true", "stories", "changes", "sources"],
)
def test_programs_get_it_as_it_is(hostile: TestClient, list: str) -> None:
    following: str | None = f"/api/v1/{list}"
    told = ""
    while following:
        answer = hostile.get(following)
        assert answer.headers["content-type"] == "application/json"
        assert answer.headers["x-content-type-options"] == "nosniff"
        assert "default-src 'none'" in answer.headers["content-security-policy"]
        told += json.dumps(answer.json(), ensure_ascii=False)
        following = answer.json()["next"]
    whole = [s for s in CORPUS if json.dumps(s, ensure_ascii=False)[1:-1] in told]
    assert len(whole) > 0.9 * len(CORPUS) or list in ("happenings?all_events=true", "stories", "changes", "sources")


@pytest.mark.parametrize("form", ["csv", "acled"])
def test_no_cell_is_run_by_a_spreadsheet(hostile: TestClient, form: str) -> None:
    text = hostile.get(f"/api/v1/exports/{form}?include_unrealised=true").text
    rows = list(csv.reader(io.StringIO(text, newline="")))
    assert len(rows) > 0.5 * len(CORPUS)
    assert [cell for row in rows for cell in row if cell[:1] in tuple("=+@\t\r")] == []


def check(client: TestClient, address: str) -> HtmlElement:
    """A page, on which nothing of the corpus may be more than words."""
    answer = client.get(address)
    assert answer.status_code == 200, address
    assert answer.headers["content-type"] == "text/html; charset=utf-8"
    assert list(faults(answer.text)) == [], address
    return html.fromstring(answer.text)


def faults(page: str) -> Iterator[str]:
    """What a page has that no page of the desk may have."""
    for element in html.document_fromstring(page).iter():
        if isinstance(element.tag, str):
            yield from _of_element(element)


def _of_element(element: HtmlElement) -> Iterator[str]:
    name = element.tag.lower()
    if name in BARRED or MARK in name:
        yield f"<{name}>"
    if name == "script" and element.text and element.get("type") != "application/json":
        yield f"a script: {element.text[:60]}"
    if name == "meta" and element.get("http-equiv"):
        yield "a meta element that acts"
    for attribute, value in element.attrib.items():
        yield from _of_attribute(name, attribute.lower(), value)


def _of_attribute(name: str, attribute: str, value: str) -> Iterator[str]:
    acts = attribute.startswith(("on", "hx-on", "data-hx-on")) or attribute in ("style", "srcdoc") or MARK in attribute
    leads = attribute in ADDRESSES and not _is_ours(value)
    runs = RUN in value and attribute not in WORDS | ADDRESSES and not attribute.startswith("data-")
    if acts or leads or runs:
        yield f"<{name} {attribute}={value[:80]!r}>"


def _is_ours(address: str) -> bool:
    """Does an address lead to the desk, into the page, or out by http or https to where an article says it stands?"""
    if address.startswith(("https://", "http://")):
        return not any(c.isspace() or not c.isprintable() for c in address)
    return address == "" or (address.startswith(("/", "#", "?")) and not address.startswith("//"))
