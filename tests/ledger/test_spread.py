"""What fits a question, by place and by day."""

from __future__ import annotations

from collections.abc import Iterator

import pytest

from reportedly.ledger import spread
from reportedly.ledger.connect import Ledger
from reportedly.ledger.linked.nouns import Sought
from reportedly.ledger.nouns import Box, Filter
from reportedly.ledger.spread import (
    Bar,
    Spot,
    event_days,
    event_places,
    happening_days,
    happening_places,
    statement_days,
)
from tests.web.desks import fill


@pytest.fixture(scope="module")
def ledger(tmp_path_factory: pytest.TempPathFactory) -> Iterator[Ledger]:
    from reportedly.ledger.connect import read_ledger

    with read_ledger(fill(tmp_path_factory.mktemp("spread") / "l.db")) as opened:
        yield opened


def test_places_of_events(ledger: Ledger) -> None:
    found = event_places(ledger, Filter())
    assert Spot(name="São Tarmer", country="VEN", lat=10.0, lon=-66.0, happened=0, others=1) in found.spots
    assert Spot(name="Quillow", country="XAA", lat=1.0, lon=2.0, happened=3, others=0) in found.spots
    assert (found.nowhere, found.left_out, found.more) == (3, 0, False)


def test_a_part_of_the_map(ledger: Ledger) -> None:
    def names(box: Box) -> set[str]:
        return {s.name for s in event_places(ledger, Filter(box=box)).spots}

    assert names(Box(-70, 5, -60, 15)) == {"São Tarmer"}
    assert names(Box(170, -20, -60, 15)) == {"São Tarmer"}
    assert names(Box(0, 0, 3, 3)) == {"Quillow", "Port Vell"}
    assert names(Box(3, 3, 4, 4)) == set()


def test_places_of_happenings(ledger: Ledger) -> None:
    found = happening_places(ledger, Sought(types=("ASSAULT",)))
    assert {s.name for s in found.spots} == {"Quillow", "São Tarmer"}


def test_beyond_the_bound_it_is_said_how_many_are_left_out(ledger: Ledger, monkeypatch: pytest.MonkeyPatch) -> None:
    monkeypatch.setattr(spread, "SPOTS", 1)
    found = event_places(ledger, Filter())
    assert (len(found.spots), found.left_out) == (1, 2)


def test_days(ledger: Ledger) -> None:
    found = event_days(ledger, Filter())
    assert Bar(start="2025-03-04", happened=3, others=0) in found.bars
    assert found.undated == 3, "two without a date and one of all August"
    assert [b.start for b in happening_days(ledger, Sought()).bars] == ["2025-03-04", "2025-03-05", "2025-09-02"]
    assert Bar(start="2025-09-03", happened=2, others=0) in statement_days(ledger, Filter()).bars


def test_many_days_become_months_or_years(ledger: Ledger, monkeypatch: pytest.MonkeyPatch) -> None:
    monkeypatch.setattr(spread, "BARS", 3)
    found = event_days(ledger, Filter())
    assert [b.start for b in found.bars] == ["2025-03", "2025-08", "2025-09"]
    monkeypatch.setattr(spread, "BARS", 1)
    assert [b.start for b in event_days(ledger, Filter()).bars] == ["2025"]
