"""Errors as programs and people see them."""

from __future__ import annotations

from http import HTTPStatus
from pathlib import Path

import pytest
from starlette.testclient import TestClient

from reportedly.errors import ArticleTooLong, LedgerError, NotInLedger, ReportedlyError, RunError
from reportedly.web.errors import Refused, problem_of, status_of
from reportedly.web.ledgers import Busy
from tests.web.desks import desk


@pytest.mark.parametrize(
    ("error", "status"),
    [
        (Refused(HTTPStatus.FORBIDDEN, "no"), 403), (NotInLedger("none"), 404), (LedgerError("damaged"), 503),
        (Busy("busy"), 503), (ArticleTooLong("long"), 422), (RunError("wrong"), 400), (ReportedlyError("?"), 500),
    ],
)  # fmt: skip
def test_statuses(error: ReportedlyError, status: int) -> None:
    assert status_of(error) == status


def test_a_message_is_taken_apart() -> None:
    problem = problem_of(HTTPStatus.NOT_FOUND, 'l.db holds no article "x"; list them with: reportedly articles; or not')
    assert problem.message == 'l.db holds no article "x"'
    assert problem.remedy == "list them with: reportedly articles; or not"
    assert problem_of(HTTPStatus.NOT_FOUND, "nothing").remedy
    assert problem_of(HTTPStatus.CONFLICT, "twice").code == "conflict"


def test_one_shape_for_programs(client: TestClient) -> None:
    for path in ("/nope.json", "/api/v1/nope", "/nope.csv", "/api/"):
        answer = client.get(path)
        assert answer.status_code == 404
        assert set(answer.json()["error"]) == {"code", "message", "remedy"}
        assert answer.headers["cache-control"] == "no-store"
    answer = client.delete("/about.json")
    assert (answer.status_code, answer.json()["error"]["code"]) == (405, "method_not_allowed")


def test_a_page_for_people(client: TestClient) -> None:
    answer = client.get("/nope/<script>alert(1)</script>")
    assert answer.status_code == 404
    assert "There is no page /nope/&lt;script&gt;" in answer.text
    assert "Look for it from the desk" in answer.text


def test_what_was_sent_is_not_repeated(client: TestClient) -> None:
    answer = client.post("/login", data={"token": "hush " * 400})
    assert answer.status_code == 422
    assert "token" in answer.text
    assert "hush" not in answer.text


def test_a_ledger_that_cannot_be_read(tmp_path: Path) -> None:
    path = tmp_path / "none.db"
    with desk(path) as client:
        answer = client.get("/health")
        assert answer.status_code == 503
        assert answer.json()["error"]["message"] == "there is no ledger at none.db"
        assert str(tmp_path) not in client.get("/about").text
        path.write_text("no database, but long enough to be taken for one: " * 40)
        assert "no ledger" in client.get("/health").json()["error"]["message"]
