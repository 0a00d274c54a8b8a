"""A desk with a token: who gets in, and how."""

from __future__ import annotations

from collections.abc import Iterator
from pathlib import Path

import pytest
from starlette.testclient import TestClient

from reportedly.web.guard.token import COOKIE, cookie_of
from reportedly.web.pages.login import within
from tests.web.desks import TOKEN, desk


@pytest.fixture
def locked(desk_db: Path) -> Iterator[TestClient]:
    """A desk with a token."""
    with desk(desk_db, token=TOKEN) as client:
        yield client


def test_programs_send_it(locked: TestClient) -> None:
    answer = locked.get("/about.json")
    assert (answer.status_code, answer.json()["error"]["code"]) == (401, "token_required")
    assert answer.headers["www-authenticate"] == "Bearer"
    assert locked.get("/openapi.json").status_code == 401
    assert locked.get("/about.json", headers={"Authorization": f"Bearer {TOKEN}"}).status_code == 200
    for wrong in (f"Bearer {TOKEN}x", "Bearer ", f"Basic {TOKEN}", TOKEN, "Bearer ünknown"):
        assert locked.get("/about.json", headers={b"Authorization": wrong.encode()}).status_code == 401
    assert locked.get(f"/about.json?token={TOKEN}").status_code == 401


def test_people_type_it_once(locked: TestClient) -> None:
    answer = locked.get("/about?q=a&by=b")
    assert (answer.status_code, answer.headers["location"]) == (303, "/login?next=/about%3Fq%3Da%26by%3Db")
    page = locked.get(answer.headers["location"])
    assert 'value="/about?q=a&amp;by=b"' in page.text
    assert locked.post("/login", data={"token": "wrong"}).status_code == 401
    answer = locked.post("/login", data={"token": TOKEN, "next": "/about?q=a&by=b"})
    assert (answer.status_code, answer.headers["location"]) == (303, "/about?q=a&by=b")
    cookie = answer.headers["set-cookie"]
    assert "HttpOnly" in cookie
    assert "SameSite=strict" in cookie
    assert TOKEN not in cookie
    assert locked.get("/about").status_code == 200


def test_another_tokens_cookie(locked: TestClient) -> None:
    locked.cookies.set(COOKIE, cookie_of("another token, an old one"))
    assert locked.get("/about").status_code == 303


def test_what_is_open(locked: TestClient) -> None:
    assert locked.get("/health").json()["status"] == "ok"
    assert locked.get("/static/any/base.css").status_code == 200
    assert locked.post("/read", data={}).status_code == 401


@pytest.mark.parametrize(
    "address",
    [
        "//evil.example",
        "https://evil.example",
        "/\\evil.example",
        "javascript:alert(1)",
        "evil",
        "",
        "/a\nb",
        "///x",
        "http:x",
    ],
)
def test_a_link_to_the_login_leads_nowhere_else(address: str) -> None:
    assert within(address) == "/"


def test_a_desk_without_a_token_asks_for_none(client: TestClient) -> None:
    answer = client.post("/login", data={"token": "any", "next": "/about"})
    assert (answer.headers["location"], "set-cookie" in answer.headers) == ("/about", False)
