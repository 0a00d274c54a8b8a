"""By which names the desk may be called."""

from __future__ import annotations

from pathlib import Path

import pytest
from starlette.testclient import TestClient

from reportedly.web.options import ServeOptions
from tests.web.desks import TOKEN


@pytest.mark.parametrize(
    ("host", "status"),
    [
        ("127.0.0.1:8700", 200),
        ("localhost", 200),
        ("LocalHost:9000", 200),  # a tunnel's port
        ("[::1]:8700", 200),
        ("evil.example", 421),
        ("evil.example:8700", 421),
        ("127.0.0.1.evil.example", 421),
        ("localhost.evil.example", 421),
        ("10.0.0.1", 421),
        ("", 400),
        ("127.0.0.1@evil.example", 400),
        ("evil.example/127.0.0.1", 400),
        ("127.0.0.1:8700:9", 400),
    ],
)
def test_names(client: TestClient, host: str, status: int) -> None:
    answer = client.get("/health", headers={"Host": host})
    assert answer.status_code == status
    assert "default-src 'none'" in answer.headers["content-security-policy"]
    if status == 421:
        assert answer.json()["error"]["code"] == "unknown_host"


def test_two_host_headers(client: TestClient) -> None:
    assert client.get("/health", headers=[("Host", "localhost"), ("Host", "evil.example")]).status_code == 400


def test_with_names_of_its_own() -> None:
    options = ServeOptions(Path("l.db"), host="0.0.0.0", token=TOKEN, names=("desk.example",))
    assert all(map(options.answers_to, ("desk.example", "DESK.example", "192.0.2.7", "2001:db8::1", "localhost")))
    assert not any(map(options.answers_to, ("evil.example", "desk.example.evil.example", "1", "")))
