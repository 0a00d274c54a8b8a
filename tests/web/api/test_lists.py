"""The lists of the API: pages, filters, conditional requests, errors."""

from __future__ import annotations

from collections.abc import Iterator
from pathlib import Path
from typing import Any

import pytest
from starlette.testclient import TestClient

from reportedly.ledger.connect import open_ledger
from reportedly.record import Record
from tests.ledger.shelf import Story
from tests.web.desks import desk, fill

API = "/api/v1"
LISTS = ("articles", "statements", "events", "happenings", "stories", "changes", "search?q=Quillow")


def walked(client: TestClient, address: str) -> Iterator[Any]:
    """Every item, page after page."""
    following: str | None = API + "/" + address
    while following:
        answer = client.get(following)
        assert answer.status_code == 200, answer.text
        assert answer.links.get("next", {}).get("url") == answer.json()["next"]
        yield from answer.json()["items"]
        following = answer.json()["next"]


def asked(client: TestClient, address: str) -> list[Any]:
    """The items of one page."""
    answer = client.get(f"{API}/{address}")
    assert answer.status_code == 200, answer.text
    return list(answer.json()["items"])


def with_limit(address: str, limit: int) -> str:
    return f"{address}{'&' if '?' in address else '?'}limit={limit}"


@pytest.mark.parametrize("address", LISTS)
def test_pages_are_the_whole_in_pieces(client: TestClient, address: str) -> None:
    whole = asked(client, with_limit(address, 50))
    assert len(whole) > 4
    assert list(walked(client, with_limit(address, 2))) == list(walked(client, with_limit(address, 50)))


@pytest.mark.parametrize(
    ("address", "wanted"),
    [
        ("statements?kind=anonymous", {"Two officials"}),
        ("statements?kind=anonymous&kind=document", {"Two officials", "a report"}),
        ("statements?kind=anonymous,document", {"Two officials", "a report"}),
        ("statements?by=defence+ministry", {"The Defense Ministry"}),
        ("statements?act=decline", {"The mayor"}),
        ('statements?q="cease-fire had ended"', {"The Defense Ministry"}),
        ("statements?q=prices&outlet=l'echo de tarrow", {"a report"}),
        ("statements?until=2025-08&since=2025-07-20&kind=unknown", {None}),
    ],
)
def test_statements_are_chosen(client: TestClient, address: str, wanted: set[str | None]) -> None:
    assert {s["statement"]["source"]["text"] for s in asked(client, address)} == wanted


@pytest.mark.parametrize(
    ("address", "wanted"),
    [
        ("events?status=considered", {"strike"}),
        ("events?status=denied&article=https://harborpost.example/strike", {"ended"}),
        ("events?type=RETREAT&mode=ceasefire", {"ended"}),
        ("events?place=VEN", {"strike"}),
        ("events?actor=USA", {"shelled"}),
        ("events?happened_since=2025-09-01", {"shelled"}),
        ("events?happened_until=2024", set()),
    ],
)
def test_events_are_chosen(client: TestClient, address: str, wanted: set[str]) -> None:
    assert {e["trigger"] for e in asked(client, address)} == wanted


def test_happenings_are_chosen(client: TestClient) -> None:
    assert {h["happening"]["name"] for h in asked(client, "happenings?type=PROTEST")} == {"blockaded, Port Vell"}
    assert {h["happening"]["name"] for h in asked(client, "happenings?q=Quillow&type=ASSAULT")} == {"raided, Quillow"}


def test_a_happening_and_what_it_has_been(client: TestClient) -> None:
    found = asked(client, "happenings?type=PROTEST")[0]
    id = found["happening"]["id"]
    assert client.get(f"{API}/happenings/{id[:8]}").json() == found
    history = client.get(f"{API}/happenings/{id}/history").json()
    assert history["id"] == id
    assert history["states"][-1]["happening"] == found["happening"]


def test_a_story_by_its_happening(client: TestClient) -> None:
    found = asked(client, "happenings?type=PROTEST")[0]
    story = client.get(f"{API}/stories/{found['happening']['id']}").json()
    assert story["story"]["id"] == found["story"]
    assert len(story["story"]["articles"]) == 3


def test_an_article_with_its_record(client: TestClient) -> None:
    [kept] = [a for a in asked(client, "articles") if a["given"] == "strike"]
    found = client.get(f"{API}/articles/{kept['id']}").json()
    assert found["kept"] == kept
    record = Record.model_validate(found["record"])
    assert record.words(record.statements[0].content).startswith("the navy is considering")
    assert [v["version"] for v in client.get(f"{API}/articles/{kept['id']}/versions").json()["items"]] == [1]


def test_a_search_goes_through_every_list(client: TestClient) -> None:
    assert {hit["kind"] for hit in asked(client, "search?q=Quillow")} == {"happening", "statement", "event", "article"}
    assert {hit["kind"] for hit in asked(client, "search?q=Quillow&within=articles")} == {"article"}
    assert len(asked(client, "search?q=said*&within=articles,statements,events,happenings")) <= 20


ERRORS = {
    "articles/zzz": (404, "not_found"),
    "articles/a000000": (404, "not_found"),
    "happenings/h0000": (404, "not_found"),
    "happenings/h0000/history": (404, "not_found"),
    "stories/x": (404, "not_found"),
    "articles?article=zzz": (404, "not_found"),
    "nothing": (404, "not_found"),
    "events?since=soon": (400, "bad_request"),
    "events?type=WAR": (400, "bad_request"),
    "events?after=x": (400, "bad_request"),
    "articles?run=99": (400, "bad_request"),
    "search?q=-": (400, "bad_request"),
    "search?q=a&after=articles": (400, "bad_request"),
    "events?status=gone": (422, "not_understood"),
    "events?limit=0": (422, "not_understood"),
    "events?limit=501": (422, "not_understood"),
    "events?colour=red": (422, "not_understood"),
    "search": (422, "not_understood"),
    "exports/word": (422, "not_understood"),
    "exports/csv?since=soon": (400, "bad_request"),
}


@pytest.mark.parametrize("address", ERRORS)
def test_errors_have_one_shape(client: TestClient, address: str) -> None:
    answer = client.get(f"{API}/{address}")
    status, code = ERRORS[address]
    assert (answer.status_code, answer.json()["error"]["code"]) == (status, code)
    assert set(answer.json()) == {"error"}
    assert set(answer.json()["error"]) == {"code", "message", "remedy"}
    assert answer.json()["error"]["message"]
    assert "etag" not in answer.headers
    assert "content-security-policy" in answer.headers


def test_no_folder_of_this_machine_is_told(client: TestClient, desk_db: Path) -> None:
    assert str(desk_db.parent) not in client.get(f"{API}/articles/zzz").text


@pytest.mark.parametrize("method", ["PUT", "DELETE", "PATCH"])
def test_nothing_can_be_changed(client: TestClient, method: str) -> None:
    answer = client.request(method, f"{API}/articles")
    assert (answer.status_code, answer.json()["error"]["code"]) == (405, "method_not_allowed")


@pytest.mark.parametrize("address", LISTS)
def test_what_has_not_changed_is_not_sent_again(client: TestClient, address: str) -> None:
    first = client.get(f"{API}/{address}")
    tag = first.headers["etag"]
    for known in (tag, tag.removeprefix("W/"), f'"other", {tag}'):
        again = client.get(f"{API}/{address}", headers={"If-None-Match": known})
        assert (again.status_code, again.content, again.headers["etag"]) == (304, b"", tag)
    assert client.get(f"{API}/{address}", headers={"If-None-Match": '"other"'}).status_code == 200


def test_another_question_has_another_tag(client: TestClient) -> None:
    tags = {client.get(f"{API}/{address}").headers["etag"] for address in LISTS}
    assert len(tags) == len(LISTS)


def test_the_tag_changes_with_the_ledger(tmp_path: Path) -> None:
    with desk(fill(tmp_path / "l.db")) as client:
        tag = client.get(f"{API}/articles").headers["etag"]
        moment = client.get(f"{API}/health").json()["moment"]
        with open_ledger(tmp_path / "l.db") as ledger:
            Story("rain", "It rained again on Tarrow.").keep(ledger)
        again = client.get(f"{API}/articles", headers={"If-None-Match": tag})
        assert again.status_code == 200
        assert again.headers["etag"] != tag
        assert client.get(f"{API}/health").json()["moment"] != moment


@pytest.mark.parametrize("address", [*LISTS, "health"])
def test_head_tells_the_same_headers(client: TestClient, address: str) -> None:
    got, head = client.get(f"{API}/{address}"), client.head(f"{API}/{address}")
    assert head.status_code == 200
    assert head.headers.get("etag") == got.headers.get("etag")
    assert head.headers["content-length"] == got.headers["content-length"]


def test_a_token_is_asked_for_where_there_is_one(desk_db: Path) -> None:
    with desk(desk_db, token="a token that nobody guesses") as client:
        refused = client.get(f"{API}/articles")
        assert (refused.status_code, refused.json()["error"]["code"]) == (401, "token_required")
        known = {"Authorization": "Bearer a token that nobody guesses"}
        assert client.get(f"{API}/articles", headers=known).status_code == 200
