"""A text that is pasted, read and shown. Something quick stands in for the models."""

from __future__ import annotations

from collections.abc import Iterator
from pathlib import Path

import pytest
from lxml import html
from starlette.testclient import TestClient

from reportedly.web.options import Limits, Pace
from reportedly.web.worker.room import ReadingLimits, ReadingRoom
from tests.web.desks import desk
from tests.web.worker.works import obedient, stillborn


@pytest.fixture(scope="module")
def room(desk_db: Path) -> Iterator[TestClient]:
    """A desk whose reading process does what the text says."""
    with desk(desk_db, limits=Limits(reading=Pace(burst=100, per_minute=100))) as client:
        client.app.state.room = ReadingRoom(ReadingLimits(seconds=2.0), run=obedient)  # type: ignore[attr-defined]
        yield client


def test_the_form(room: TestClient) -> None:
    page = html.fromstring(room.get("/read").text)
    [form] = [f for f in page.forms if f.get("action") == "/read"]
    assert (form.method, sorted(form.fields.keys())) == ("POST", ["outlet", "published", "text"])


def test_what_was_read_is_shown_with_nothing_that_needs_a_ledger(room: TestClient) -> None:
    answer = room.post("/read", data={"text": "The port\r\nwould <b>close</b>.", "outlet": "The Harbor Post"})
    assert (answer.status_code, answer.headers["cache-control"]) == (200, "no-store")
    page = html.fromstring(answer.text)
    [text] = page.find_class("text")
    assert text.text_content() == "The port\nwould <b>close</b>."
    assert not [link for link in page.xpath("//main//a/@href") if link.startswith("/articles")]
    assert "kept nowhere" in page.find_class("head")[0].text_content()
    assert "Not kept. Text sha256:" in page.find_class("citation")[0].text_content()


@pytest.mark.parametrize(
    ("data", "status", "told"),
    [
        ({}, 422, "text"),
        ({"text": "refuse"}, 422, "the article sent is empty"),
        ({"text": "a" * 200_001}, 413, "larger than 200,000 bytes"),
        ({"text": "a", "title": "t" * 501}, 422, "title"),
        ({"text": "sleep 3"}, 422, "took longer than 2 seconds"),
    ],
)
def test_what_cannot_be_read_is_told_in_plain_words(
    room: TestClient, data: dict[str, str], status: int, told: str
) -> None:
    answer = room.post("/read", data=data)
    assert answer.status_code == status
    assert told.casefold() in answer.text.casefold()


def test_a_reader_that_is_busy_or_does_not_start(desk_db: Path) -> None:
    with desk(desk_db) as client:
        client.app.state.room = ReadingRoom(ReadingLimits(queue=0), run=obedient)  # type: ignore[attr-defined]
        answer = client.post("/read", data={"text": "a"})
        assert (answer.status_code, answer.headers["retry-after"]) == (503, "5")
        client.app.state.room = ReadingRoom(run=stillborn)  # type: ignore[attr-defined]
        assert client.post("/read", data={"text": "a"}).status_code == 503


def test_another_site_may_not_send_one(room: TestClient) -> None:
    answer = room.post("/read", data={"text": "a"}, headers={"sec-fetch-site": "cross-site"})
    assert answer.status_code == 403
