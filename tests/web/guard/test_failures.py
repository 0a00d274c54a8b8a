"""What nobody thought of becomes one plain answer."""

from __future__ import annotations

import logging
from http import HTTPStatus
from pathlib import Path

import pytest
from fastapi import FastAPI
from starlette.testclient import TestClient

from reportedly.web.app import desk_app
from reportedly.web.errors import Refused
from reportedly.web.options import ServeOptions
from tests.web.desks import SITE

SECRET = "what only the log may show"


@pytest.fixture
def faulty(desk_db: Path) -> TestClient:
    """A desk with pages that fail."""
    app: FastAPI = desk_app(ServeOptions(desk_db))

    def broken() -> None:
        raise ZeroDivisionError(SECRET)

    def refusing() -> None:
        raise Refused(HTTPStatus.FORBIDDEN, "not this; ask for something else")

    app.add_api_route("/broken", broken)
    app.add_api_route("/broken.json", broken)
    app.add_api_route("/refusing.json", refusing)
    return TestClient(app, SITE, raise_server_exceptions=False)


def test_a_fault_of_ours(faulty: TestClient, caplog: pytest.LogCaptureFixture) -> None:
    with caplog.at_level(logging.ERROR, "reportedly.web"):
        page, told = faulty.get("/broken"), faulty.get("/broken.json")
    assert (page.status_code, told.status_code) == (500, 500)
    assert SECRET not in page.text + told.text
    assert "Traceback" not in page.text + told.text
    assert told.json()["error"]["code"] == "failed"
    assert "default-src 'none'" in page.headers["content-security-policy"]
    assert SECRET in caplog.text


def test_a_refusal(faulty: TestClient) -> None:
    answer = faulty.get("/refusing.json")
    assert answer.status_code == 403
    assert answer.json() == {"error": {"code": "forbidden", "message": "not this", "remedy": "ask for something else"}}
