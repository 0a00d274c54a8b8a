"""One host is not asked too often."""

from __future__ import annotations

from reportedly.intake.fetch_options import FetchOptions
from reportedly.intake.pace import Pace
from tests.intake.server import Waits


def test_pauses_between_requests_to_one_host() -> None:
    waits = Waits()
    pace = Pace(FetchOptions(clock=waits.clock, sleep=waits.sleep))
    pace.wait("a.example")
    pace.wait("b.example")
    assert waits.slept == []
    pace.wait("a.example")
    waits.now += 0.25
    pace.wait("a.example")
    pace.wait("a.example", 4.0)
    waits.now += 60
    pace.wait("a.example", 4.0)
    pace.wait("b.example", 0.0)
    assert waits.slept == [1.0, 0.75, 4.0]
