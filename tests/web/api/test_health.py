"""Whether the desk runs, and what it counts."""

from __future__ import annotations

from pathlib import Path

from starlette.testclient import TestClient

from tests.web.desks import desk


def test_health(client: TestClient) -> None:
    told = client.get("/api/v1/health").json()
    assert (told["status"], told["articles"], told["waiting"], told["reading"]) == ("ok", 12, 0, 0)


def test_a_ledger_that_is_gone_is_told_of(tmp_path: Path) -> None:
    with desk(tmp_path / "absent.db") as client:
        answer = client.get("/api/v1/health")
        assert (answer.status_code, answer.json()["error"]["code"]) == (503, "unavailable")


def test_answers_are_counted_by_route(desk_db: Path) -> None:
    with desk(desk_db) as client:
        for id in ("zzz", "yyy"):
            client.get(f"/api/v1/articles/{id}")
        client.get("/api/v1/articles")
        client.get("/nowhere/at/all")
        client.get("/api/v1/articles", headers={"Host": "evil.example"})
        text = client.get("/api/v1/metrics").text
    assert 'reportedly_answers_total{method="GET",route="/api/v1/articles/{id}",status="404"} 2.0' in text
    assert 'reportedly_answers_total{method="GET",route="/api/v1/articles",status="200"} 1.0' in text
    assert 'route="none",status="404"} 1.0' in text
    assert 'route="none",status="421"} 1.0' in text
    assert "zzz" not in text
    assert "reportedly_reading_waiting 0.0" in text
    assert 'reportedly_answer_seconds_bucket{le="0.2",method="GET",route="/api/v1/articles"} 1.0' in text
