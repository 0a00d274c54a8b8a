"""What other sites' pages may ask for, and what only the desk's own may."""

from __future__ import annotations

import pytest
from starlette.datastructures import Headers
from starlette.testclient import TestClient

from reportedly.web.guard.origin import allowed

HOST = {"host": "127.0.0.1:8700"}


@pytest.mark.parametrize(
    ("method", "headers", "may"),
    [
        ("GET", {}, True),  # a program
        ("GET", {"sec-fetch-site": "none"}, True),  # typed
        ("GET", {"sec-fetch-site": "same-origin"}, True),
        ("GET", {"sec-fetch-site": "cross-site", "sec-fetch-mode": "navigate", "sec-fetch-dest": "document"}, True),
        ("GET", {"sec-fetch-site": "cross-site", "sec-fetch-mode": "navigate", "sec-fetch-dest": "iframe"}, False),
        ("GET", {"sec-fetch-site": "cross-site", "sec-fetch-mode": "no-cors", "sec-fetch-dest": "script"}, False),
        ("GET", {"sec-fetch-site": "same-site", "sec-fetch-mode": "cors", "sec-fetch-dest": "empty"}, False),
        ("POST", {}, True),  # a program
        ("POST", {"sec-fetch-site": "same-origin", "origin": "http://127.0.0.1:8700"}, True),
        ("POST", {"origin": "http://127.0.0.1:8700"}, True),  # a browser that tells only that
        ("POST", {"origin": "http://127.0.0.1:9000"}, False),  # another program's page on this machine
        ("POST", {"origin": "https://evil.example"}, False),
        ("POST", {"origin": "null"}, False),
        ("POST", {"sec-fetch-site": "cross-site"}, False),
        ("POST", {"sec-fetch-site": "same-site", "origin": "http://127.0.0.1:8700"}, False),
        ("DELETE", {"origin": "https://evil.example"}, False),
        ("OPTIONS", {"origin": "https://evil.example"}, False),
    ],
)
def test_who_may(method: str, headers: dict[str, str], may: bool) -> None:
    assert allowed(method, Headers(HOST | headers)) is may


def test_in_the_desk(client: TestClient) -> None:
    answer = client.post("/login", data={"token": "x"}, headers={"Origin": "https://evil.example"})
    assert answer.status_code == 403
    assert "another site" in answer.text.lower()
    assert "access-control-allow-origin" not in answer.headers
