"""Articles that are sent to be read or added. Most tests have something quick stand in for the models."""

from __future__ import annotations

from collections.abc import Iterator
from pathlib import Path
from typing import Any

import pytest
from starlette.testclient import TestClient

from reportedly.web.options import Limits, Pace
from reportedly.web.worker.room import ReadingLimits, ReadingRoom
from tests.web.desks import desk, fill
from tests.web.worker.works import obedient, stillborn

ARTICLES = "/api/v1/articles"
LIMITS = Limits(reading=Pace(burst=1000, per_minute=1000))


@pytest.fixture(scope="module")
def room(desk_db: Path) -> Iterator[TestClient]:
    """A desk whose reading process does what the article says."""
    with desk(desk_db, limits=LIMITS) as client:
        client.app.state.room = ReadingRoom(ReadingLimits(seconds=2.0), run=obedient)  # type: ignore[attr-defined]
        yield client


def test_an_article_is_read(room: TestClient) -> None:
    answer = room.post(ARTICLES, json={"text": "The port would close."})
    assert answer.status_code == 200
    assert answer.json()["article"]["text"] == "The port would close."


def test_an_article_is_added(room: TestClient) -> None:
    answer = room.post(f"{ARTICLES}?keep=true", json={"text": "add"})
    assert (answer.status_code, answer.headers["location"]) == (201, f"{ARTICLES}/a1")
    assert answer.json()["outcome"]["kind"] == "new"
    assert answer.json()["linked"]["articles"] == 1


@pytest.mark.parametrize(
    ("sent", "status"),
    [
        ({}, 422),
        ({"text": "a", "html": "b"}, 422),
        ({"text": "a", "path": "/etc/passwd"}, 422),
        ({"text": 7}, 422),
        ({"text": None}, 422),
        ({"text": "refuse"}, 422),
        ({"text": "a" * 200_001}, 413),
        ({"text": "ä" * 100_001}, 413),
        ({"html": "a" * 5_000_001}, 413),
        ({"html": "a" * 6_000_000}, 413),
        ({"text": "a", "title": "t" * 1_001}, 422),
        ([], 422),
    ],
)
def test_what_is_no_article_is_refused(room: TestClient, sent: Any, status: int) -> None:
    answer = room.post(ARTICLES, json=sent)
    assert answer.status_code == status, answer.text
    assert set(answer.json()["error"]) == {"code", "message", "remedy"}


@pytest.mark.parametrize("body", [b"", b"{", b"\xff\xfe", b'{"text": "\\ud800"}', b"[" * 100_000])
def test_what_is_no_json_is_refused(room: TestClient, body: bytes) -> None:
    answer = room.post(ARTICLES, content=body, headers={"Content-Type": "application/json"})
    assert answer.status_code in (400, 422), answer.text
    assert set(answer.json()) == {"error"}


@pytest.mark.parametrize("kind", ["text/plain", "application/x-www-form-urlencoded", "multipart/form-data", None])
def test_a_form_of_another_site_cannot_send_one(room: TestClient, kind: str | None) -> None:
    """Browsers send these without asking first."""
    headers = {"Content-Type": kind} if kind else {}
    assert room.post(ARTICLES, content=b'{"text": "a"}', headers=headers).status_code in (415, 422)


def test_a_page_of_another_site_is_refused(room: TestClient) -> None:
    for headers in ({"Origin": "https://evil.example"}, {"Sec-Fetch-Site": "cross-site"}):
        answer = room.post(ARTICLES, json={"text": "a"}, headers=headers)
        assert (answer.status_code, answer.json()["error"]["code"]) == (403, "forbidden")


def test_what_takes_too_long_is_told_of(room: TestClient) -> None:
    answer = room.post(ARTICLES, json={"text": "sleep 30"})
    assert (answer.status_code, answer.json()["error"]["code"]) == (422, "not_understood")
    assert "longer than 2 seconds" in answer.json()["error"]["message"]
    assert room.post(ARTICLES, json={"text": "the next one"}).status_code == 200


def test_what_brings_the_process_down_is_told_of(room: TestClient) -> None:
    answer = room.post(ARTICLES, json={"text": "die"})
    assert (answer.status_code, answer.headers["retry-after"]) == (503, "5")
    assert room.get(f"{ARTICLES}?limit=1").status_code == 200


def test_a_process_that_does_not_start_is_told_of(desk_db: Path) -> None:
    with desk(desk_db) as client:
        client.app.state.room = ReadingRoom(run=stillborn)  # type: ignore[attr-defined]
        assert client.post(ARTICLES, json={"text": "a"}).status_code == 503


def test_too_many_articles_are_slowed_down(desk_db: Path) -> None:
    with desk(desk_db, limits=Limits(reading=Pace(burst=2, per_minute=1))) as client:
        client.app.state.room = ReadingRoom(run=obedient)  # type: ignore[attr-defined]
        answers = [client.post(ARTICLES, json={"text": "a"}) for _ in range(3)]
        assert [a.status_code for a in answers] == [200, 200, 429]
        assert int(answers[2].headers["retry-after"]) > 0


def test_too_many_at_once_wait_elsewhere(desk_db: Path) -> None:
    with desk(desk_db) as client:
        client.app.state.room = ReadingRoom(ReadingLimits(queue=0), run=obedient)  # type: ignore[attr-defined]
        answer = client.post(ARTICLES, json={"text": "a"})
        assert (answer.status_code, answer.json()["error"]["code"]) == (503, "unavailable")
        assert answer.headers["retry-after"] == "5"


def test_the_real_reader_reads_and_adds(tmp_path: Path) -> None:
    text = '"Not yet," the mayor, Ana Resk, said. Two officials said that the port of Vell would close on Monday.'
    sent = {"text": text, "url": "https://vell.example/port", "outlet": "The Vell Gull", "published": "2025-03-14"}
    with desk(fill(tmp_path / "l.db")) as client:
        read = client.post(ARTICLES, json=sent)
        assert read.status_code == 200
        assert [s["source"]["text"] for s in read.json()["statements"]] == ["the mayor, Ana Resk,", "Two officials"]
        assert client.get(f"{ARTICLES}/{'a' * 16}").status_code == 404
        added = client.post(f"{ARTICLES}?keep=true", json=sent)
        assert added.status_code == 201, added.text
        here = client.get(added.headers["location"])
        assert here.json()["record"] == read.json()
        again = client.post(f"{ARTICLES}?keep=true", json=sent)
        assert (again.status_code, again.json()["outcome"]["kind"]) == (200, "known")
        refused = client.post(ARTICLES, json={"url": "http://127.0.0.1:1/story"})
        assert (refused.status_code, "not public" in refused.text) == (422, True)
