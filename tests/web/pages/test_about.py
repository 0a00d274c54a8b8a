"""The page about the ledger, its twins, and whether the desk runs."""

from __future__ import annotations

import csv

from lxml import html
from starlette.testclient import TestClient


def test_the_page(client: TestClient) -> None:
    answer = client.get("/about")
    assert (answer.status_code, answer.headers["content-type"]) == (200, "text/html; charset=utf-8")
    page = html.fromstring(answer.text)
    assert page.findtext(".//h1") == "What this ledger holds"
    rows = {r.findtext("th"): r.findtext("td") for r in page.findall(".//tbody/tr")}
    assert rows["articles"] == "12"
    assert rows["articles to be linked"] == "0"


def test_its_twins(client: TestClient) -> None:
    told = client.get("/about.json").json()
    assert (told["name"], told["stats"]["articles"]) == ("desk.db", 12)
    answer = client.get("/about.csv")
    rows = list(csv.reader(answer.text.splitlines()))
    assert rows[:2] == [["what", "count"], ["articles", "12"]]


def test_health(client: TestClient) -> None:
    answer = client.get("/health")
    assert (answer.status_code, answer.json()["status"]) == (200, "ok")
