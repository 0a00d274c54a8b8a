"""The policy stands on every answer."""

from __future__ import annotations

import pytest
from starlette.testclient import TestClient

from reportedly.web.guard.headers import HEADERS, POLICY


@pytest.mark.parametrize(
    ("method", "path"),
    [
        ("GET", "/about"), ("HEAD", "/about"), ("GET", "/about.json"), ("GET", "/about.csv"), ("GET", "/nope"),
        ("GET", "/nope.json"), ("GET", "/static/x/base.css"), ("GET", "/static/x/nope.css"), ("PUT", "/about"),
        ("GET", "/static/x/../../app.py"), ("GET", "/static/x/..%2f..%2fapp.py"), ("POST", "/login"), ("GET", "/login"),
        ("GET", "/openapi.json"), ("GET", "/docs"), ("OPTIONS", "/about"),
    ],
)  # fmt: skip
def test_on_every_answer(client: TestClient, method: str, path: str) -> None:
    answer = client.request(method, path)
    assert {name: answer.headers[name] for name in HEADERS} == HEADERS
    assert answer.status_code < 500
    if "app.py" in path or "nope" in path or path == "/docs":
        assert answer.status_code == 404


def test_nothing_inline() -> None:
    assert "unsafe" not in POLICY
    assert "http:" not in POLICY
    assert "*" not in POLICY
