"""Bodies that are too large."""

from __future__ import annotations

from collections.abc import Iterator
from pathlib import Path

import pytest
from starlette.testclient import TestClient

from reportedly.web.options import Limits
from tests.web.desks import desk

MOST = 1_000
FORM = {"Content-Type": "application/x-www-form-urlencoded"}


@pytest.fixture
def small(desk_db: Path) -> Iterator[TestClient]:
    """A desk that takes 1,000 bytes."""
    with desk(desk_db, limits=Limits(body=MOST)) as client:
        yield client


def test_by_what_they_say(small: TestClient) -> None:
    answer = small.post("/login", content=b"token=" + b"x" * MOST, headers=FORM)
    assert answer.status_code == 413
    assert "1,000 bytes" in answer.text
    assert "content-security-policy" in answer.headers


def test_by_what_arrives(small: TestClient) -> None:
    def pieces() -> Iterator[bytes]:
        yield b"token="
        for _ in range(20):
            yield b"x" * 100

    assert small.post("/login", content=pieces(), headers=FORM).status_code == 413


@pytest.mark.parametrize("length", ["-1", "1e3", "９", "999999999999999999999999999999"])
def test_that_say_nonsense(small: TestClient, length: str) -> None:
    headers = [(b"Content-Length", length.encode("utf-8"))]
    assert small.request("POST", "/login", headers=headers).status_code == 413


def test_small_ones_pass(small: TestClient) -> None:
    assert small.post("/login", data={"token": "x" * 100}).status_code == 303
