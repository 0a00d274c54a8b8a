"""The list of sources and the page of one, their twins, and what cannot be asked."""

from __future__ import annotations

import csv
from pathlib import Path

import pytest
from lxml import html
from starlette.testclient import TestClient

from reportedly.ledger.connect import open_ledger
from tests.ledger.shelf import Story
from tests.ledger.sourced.telling import mayor, quoting
from tests.web.desks import desk


def id_of(client: TestClient, name: str) -> str:
    return str(client.get("/sources.json", params={"q": name}).json()["sources"][0]["id"])


def test_the_list(client: TestClient) -> None:
    page = html.fromstring(client.get("/sources?kind=person&q=").text)
    assert [a.text_content() for a in page.findall(".//tbody/tr/th/a")] == ["Ana Resk", "Mira Olund", "Ivo Taan"]
    assert page.find(".//option[@selected]").get("value") == "person"
    assert page.find(".//tbody/tr/th/a").get("href") == f"/sources/{id_of(client, 'ana resk')}"


def test_the_list_goes_on_with_what_was_asked(client: TestClient) -> None:
    page = html.fromstring(client.get("/sources?kind=person&limit=1").text)
    link = page.find(".//a[@rel='next']").get("href")
    assert "kind=person" in link
    second = html.fromstring(client.get("/sources" + link).text)
    assert second.findtext(".//tbody/tr/th/a/bdi") == "Mira Olund"


def test_nothing_found_says_what_to_do(client: TestClient) -> None:
    page = html.fromstring(client.get("/sources?q=nobodyatall").text)
    assert page.find_class("empty")[0].text_content().startswith("No source fits.")


def test_an_empty_ledger(tmp_path: Path) -> None:
    open_ledger(tmp_path / "l.db").close()
    with desk(tmp_path / "l.db") as client:
        assert "quotes nobody yet" in client.get("/sources").text


def test_one(client: TestClient) -> None:
    page = html.fromstring(client.get(f"/sources/{id_of(client, 'ana resk')}").text)
    assert page.find(".//h1/bdi").text == "Ana Resk"
    assert "Nothing here shows that they are one person" in page.find_class("who")[0].text_content()
    assert [s.get("data-status") for s in page.find_class("status")[2:]] == ["occurred"] * 2 + ["denied"] * 2
    assert len(page.find_class("said")[0]) == 4
    assert page.xpath("//a[starts-with(@href, '/happenings/h')]")
    assert page.xpath("//a[starts-with(@href, '/articles/a') and contains(@href, '#s1')]")


def test_one_of_several_countries_is_told_to_be_perhaps_several(tmp_path: Path) -> None:
    with open_ledger(tmp_path / "l.db") as ledger:
        mayor(1, "The Harbor Post").keep(ledger)
        mayor(2, "Tarrow Echo", country="XBB").keep(ledger)
    with desk(tmp_path / "l.db") as client:
        words = client.get(f"/sources/{id_of(client, 'ana resk')}").text
    assert "Perhaps several people." in words
    assert "2 countries: XAA, XBB" in words


def test_unnamed_people_are_nobody_in_particular(tmp_path: Path) -> None:
    with open_ledger(tmp_path / "l.db") as ledger:
        quoting(1, "The Harbor Post").keep(ledger)
    with desk(tmp_path / "l.db") as client:
        assert "Nobody in particular." in client.get(f"/sources/{id_of(client, 'port authority')}").text
        assert "Petra" not in client.get("/sources").text + client.get("/sources.json").text
        sky = client.get(f"/sources/{id_of(client, 'sky tirana')}").text
        assert "None of this ledger" in sky
        assert "Who relays it" in sky
        post = client.get(f"/sources/{id_of(client, 'harbor post')}").text
        assert "Published 1 article of this ledger" in post
        assert "Petra" not in post


def test_twins(client: TestClient) -> None:
    id = id_of(client, "ana resk")
    assert client.get(f"/sources/{id}.json").json()["portrait"]["source"]["name"] == "Ana Resk"
    rows = list(csv.DictReader(client.get(f"/sources/{id}.csv?act=say").text.splitlines()))
    assert len(rows) == 4
    assert {row["act"] for row in rows} == {"say"}
    assert len(list(csv.reader(client.get("/sources.csv").text.splitlines()))) > 5


def test_the_beginning_of_an_id_leads_there(client: TestClient) -> None:
    id = id_of(client, "ana resk")
    assert client.get(f"/sources/{id[:8]}").status_code == 200


@pytest.mark.parametrize(
    ("address", "status"),
    [
        ("/sources?kind=robot", 400),
        ("/sources?outlet=The+Moon", 400),
        ("/sources?since=yesterday", 400),
        ("/sources?after=1%27+OR+1", 400),
        ("/sources?limit=0", 422),
        ("/sources?limit=100000", 422),
        ("/sources/p000000", 404),
        ("/sources/%27%20OR%201", 404),
        ("/sources/p000000.json", 404),
    ],
)
def test_what_cannot_be_asked(client: TestClient, address: str, status: int) -> None:
    assert client.get(address).status_code == status


def test_hostile_words_stay_words(tmp_path: Path) -> None:
    bad = "<script>alert(1)</script>"
    s = Story("bad", f"{bad} said {bad}.", outlet=f"Post {bad}", title=bad, published="2025-01-01")
    who = s.who(f"Ana {bad}", key=f"person:ana {bad}", role=f"mayor {bad}", country="XAA")
    to = {"spans": ((0, 3),), "text": bad}
    s.say(bad, f"said {bad}", named=True, entity=who, relay=(bad, f"Sky {bad}", f"Post {bad}"), addressee=to)
    with open_ledger(tmp_path / "l.db") as ledger:
        s.keep(ledger)
    with desk(tmp_path / "l.db") as client:
        every = client.get("/sources.json").json()["sources"]
        assert len(every) == 2
        for address in ("/sources", *(f"/sources/{s['id']}" for s in every)):
            words = client.get(address).text
            assert "&lt;script&gt;" in words
            assert "<script>alert" not in words
