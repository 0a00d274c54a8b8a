"""The pages of the desk, their twins and errors."""

from __future__ import annotations

import csv
from typing import Any
from urllib.parse import quote

import pytest
from lxml import html
from starlette.testclient import TestClient

from reportedly.ledger.connect import open_ledger
from tests.ledger.shelf import Story
from tests.web.desks import desk


def page(client: TestClient, address: str) -> Any:
    answer = client.get(address)
    assert answer.status_code == 200, answer.text
    return html.fromstring(answer.text)


@pytest.mark.parametrize("show", ["happenings", "events", "statements"])
def test_the_page_and_its_twins_say_the_same(client: TestClient, show: str) -> None:
    words = [a.text_content() for a in page(client, f"/?show={show}").xpath("//td[@class='what']/a")]
    told = client.get(f"/desk.json?show={show}").json()
    assert words == [row["what"] for row in told["rows"]]
    rows = list(csv.DictReader(client.get(f"/desk.csv?show={show}").text.splitlines()))
    assert [row["id"] for row in rows] == [row["id"] for row in told["rows"]]


def test_what_did_not_occur_looks_otherwise(client: TestClient) -> None:
    seen = {}
    for row in page(client, "/?show=events").xpath("//tr[@data-row]"):
        status = row.xpath(".//*[@class='status']")[0]
        assert status.get("data-happened") == row.get("data-happened")
        seen[status.get("data-status")] = (row.get("data-happened"), status.xpath(".//*[@class='mark']")[0].text)
    assert seen["occurred"] == ("yes", "■")
    assert seen["considered"] == ("no", "□")


def test_a_facet_is_a_link_that_takes_itself_back(client: TestClient) -> None:
    first = page(client, "/?show=events")
    [link] = [a for a in first.xpath("//*[@class='facet']//a") if "ASSAULT" in a.text_content()]
    chosen = page(client, link.get("href"))
    [back] = chosen.xpath("//*[@class='facet']//a[@aria-current='true']")
    assert back.get("href") == "/?show=events"
    assert [c.get("href") for c in chosen.xpath("//*[@data-back]")] == ["/?show=events"]
    assert chosen.get_element_by_id("found").text_content() == "5 events"


def test_a_search_keeps_what_is_chosen(client: TestClient) -> None:
    form = page(client, "/?show=events&type=ASSAULT&type=AID&bbox=0,0,3,3&place=quillow").xpath("//search/form")[0]
    fields = sorted((f.get("name"), f.get("value")) for f in form.xpath(".//input[@name]") if f.get("value"))
    assert fields == [
        ("all_events", "1"), ("bbox", "0,0,3,3"), ("place", "quillow"), ("show", "events"), ("type", "AID"),
        ("type", "ASSAULT"),
    ]  # fmt: skip


def test_nothing_fits(client: TestClient) -> None:
    told = page(client, "/?q=zeppelin").xpath("//*[@class='empty']")[0].text_content()
    assert "Nothing fits all of this" in told


def test_what_is_new(client: TestClient) -> None:
    news = page(client, "/?news=2020").get_element_by_id("news")
    assert "changes" in news.text_content() and news.xpath(".//a[starts-with(@href, '/happenings/h')]")
    assert "Nothing new" in page(client, "/?news=2999").get_element_by_id("news").text_content()
    assert client.get("/desk/news?since=lately").status_code == 400
    assert client.get("/desk/news.json?since=2020").json()["recent"]["newest"]


def test_places_and_days_as_tables(client: TestClient) -> None:
    assert page(client, "/desk/map?show=events").xpath("//tbody/tr")
    assert page(client, "/desk/timeline?show=statements").xpath("//tbody/tr")
    assert "no place of its own" in page(client, "/desk/map?show=statements").text_content()
    assert client.get("/desk/map.csv?show=events").text.startswith("place,country,lat,lon")


@pytest.mark.parametrize(
    "query",
    [
        "show=x", "type=x", "status=x", "kind=x", "act=x", "mode=x", "dispute=x", "since=x", "happened_until=2025-13",
        "bbox=x", "after=x", "limit=x", "outlet=nowhere", "q=%22", "place=%2A", "news=x", "show=events&status=disputed",
    ],
)  # fmt: skip
def test_what_cannot_be_asked_is_told(client: TestClient, query: str) -> None:
    answer = client.get(f"/?{query}")
    assert answer.status_code == 400, query
    assert html.fromstring(answer.text).xpath("//*[contains(@class, 'fault')]/h1")
    if not query.startswith("news"):
        told = client.get(f"/desk.json?{query}").json()["error"]
        assert told["code"] == "bad_request" and told["message"]


def test_not_modified(client: TestClient) -> None:
    tag = client.get("/desk.json").headers["etag"]
    assert client.get("/desk.json", headers={"If-None-Match": tag}).status_code == 304


HOSTILE = (
    "<script>alert(1)</script>",
    '"><img src=x onerror=alert(1)>',
    "{{ 7*7 }}",
    "javascript:alert(1)",
    "\u202eevil",
)


@pytest.mark.parametrize("words", HOSTILE)
def test_what_is_asked_is_printed_as_text(client: TestClient, words: str) -> None:
    answer = client.get(f"/?q={quote(words)}&by={quote(words)}&place={quote(words)}&show=events")
    found = html.fromstring(answer.text)
    assert not found.xpath("//script[not(@src)] | //img")
    assert "\u202e" not in answer.text


def test_what_articles_hold_is_printed_as_text(tmp_path_factory: pytest.TempPathFactory) -> None:
    bad = "<script>alert(1)</script>"
    path = tmp_path_factory.mktemp("hostile") / "l.db"
    with open_ledger(path) as ledger:
        s = Story("x", f"{bad} said {bad}2 raided {bad}3.", outlet=bad, title=bad, published="2025-03-04")
        place = s.where(f"{bad}3", name=bad, country="XAA", lat=1.0, lon=1.0)
        s.say(bad, f"{bad}2 raided").event("raided", "ASSAULT", actors=(f"{bad}2",), place=place, according_to="s1")
        s.keep(ledger)
    with desk(path) as client:
        for address in ("/?show=events", "/?show=statements", "/desk/map?show=events"):
            answer = client.get(address)
            assert answer.status_code == 200
            assert "&lt;script&gt;alert(1)" in answer.text
            assert not html.fromstring(answer.text).xpath("//script[not(@src)]")
