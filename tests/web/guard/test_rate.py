"""How much a client may send at once."""

from __future__ import annotations

from pathlib import Path

import pytest

from reportedly.web.guard import rate
from reportedly.web.guard.rate import Buckets
from reportedly.web.options import Limits, Pace
from tests.web.desks import desk


def test_a_bucket_fills_again() -> None:
    now = 100.0
    buckets = Buckets(Pace(burst=2, per_minute=6), lambda: now)
    assert [buckets.take("a"), buckets.take("a")] == [0, 0]
    assert buckets.take("a") == pytest.approx(10)
    assert buckets.take("b") == 0  # each has its own
    now += 4
    assert buckets.take("a") == pytest.approx(6)  # having asked in vain costs nothing
    now += 6.001
    assert buckets.take("a") == 0
    now += 3600
    assert [buckets.take("a"), buckets.take("a"), buckets.take("a") > 0] == [0, 0, True]


def test_quiet_clients_are_forgotten(monkeypatch: pytest.MonkeyPatch) -> None:
    monkeypatch.setattr(rate, "MOST", 3)
    buckets = Buckets(Pace(burst=1, per_minute=1), lambda: 0.0)
    for client in "abcad":
        buckets.take(client)
    assert list(buckets.left) == ["c", "a", "d"]


def test_in_the_desk(desk_db: Path) -> None:
    with desk(desk_db, limits=Limits(login=Pace(burst=2, per_minute=1))) as client:
        told = [client.post("/login", data={"token": "x"}).status_code for _ in range(3)]
        assert told == [303, 303, 429]
        answer = client.post("/login", data={"token": "x"})
        assert 55 < int(answer.headers["retry-after"]) <= 60
        assert "content-security-policy" in answer.headers
        assert client.get("/login").status_code == 200  # looking costs nothing
