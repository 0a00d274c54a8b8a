"""What fits a question, counted by its values."""

from __future__ import annotations

from collections.abc import Iterator
from pathlib import Path
from typing import Any

import pytest

from reportedly.errors import RunError
from reportedly.ledger import facets
from reportedly.ledger.connect import Ledger
from reportedly.ledger.facets import Counted, event_facets, statement_facets
from reportedly.ledger.happened import happened
from reportedly.ledger.nouns import Box, Filter
from reportedly.ledger.paging import Part
from reportedly.ledger.said import said
from tests.ledger.shelf import SECOND, failed, read_again, small, strike, talks


@pytest.fixture
def ledger(tmp_path: Path) -> Iterator[Ledger]:
    with small(tmp_path / "l.db") as made:
        yield made


def values(counted: Counted, name: str) -> dict[str, int]:
    return {v.value: v.number for f in counted.facets if f.name == name for v in f.values}


FILTERS: list[dict[str, Any]] = [
    {}, {"words": "ceasefire"}, {"by": "resk"}, {"kinds": ("anonymous",)}, {"acts": ("deny",)}, {"since": "2025-09"},
    {"until": "2025-08"}, {"outlet": "the harbor post"}, {"article": "talks"}, {"run": 1},
    {"kinds": ("person", "document"), "until": "2025-08"},
]  # fmt: skip
OF_EVENTS: list[dict[str, Any]] = [
    *FILTERS, {"all_events": True}, {"types": ("ASSAULT",)}, {"statuses": ("denied", "considered")}, {"place": "VEN"},
    {"place": "tarrow"}, {"actor": "USA"}, {"box": Box(-70, 5, -60, 15)}, {"happened_since": "2025-09"},
    {"types": ("ASSAULT",), "kinds": ("anonymous",), "words": "navy"},
]  # fmt: skip


@pytest.mark.parametrize("asked", FILTERS, ids=str)
def test_as_many_statements_as_are_listed(ledger: Ledger, asked: dict[str, Any]) -> None:
    wanted = Filter(**asked)
    assert statement_facets(ledger, wanted).number == len(said(ledger, wanted, Part(1000)))


@pytest.mark.parametrize("asked", OF_EVENTS, ids=str)
def test_as_many_events_as_are_listed(ledger: Ledger, asked: dict[str, Any]) -> None:
    wanted = Filter(**asked)
    assert event_facets(ledger, wanted).number == len(happened(ledger, wanted, Part(1000)))


def test_values_of_statements(ledger: Ledger) -> None:
    found = statement_facets(ledger, Filter())
    assert values(found, "kind") == {"person": 2, "anonymous": 1, "organisation": 1, "document": 1, "unknown": 1}
    assert values(found, "act") == {"say": 4, "decline": 1, "deny": 1}
    assert values(found, "outlet") == {"L'Écho de Tarrow": 4, "The Harbor Post": 2}
    assert values(found, "by")["Ana Resk, envoy of the union"] == 1
    assert values(found, "day") == {"2025-07-20": 4, "2025-09-03": 2}


def test_values_of_events(ledger: Ledger) -> None:
    found = event_facets(ledger, Filter())
    assert values(found, "type") == {"ASSAULT": 2, "CONSULT": 1, "RETREAT": 1}
    assert values(found, "status") == {"occurred": 2, "considered": 1, "denied": 1}
    assert values(found, "country") == {"VEN": 1, "XAA": 1}
    assert values(found, "kind") == {"anonymous": 1, "organisation": 1, "person": 1}


def test_beside_a_value_stands_what_it_would_leave(ledger: Ledger) -> None:
    found = event_facets(ledger, Filter(types=("CONSULT",), statuses=("occurred",)))
    assert found.number == 1
    assert values(found, "type") == {"ASSAULT": 1, "CONSULT": 1}
    assert values(found, "status") == {"occurred": 1}
    assert values(found, "outlet") == {"L'Écho de Tarrow": 1}
    for value, count in values(event_facets(ledger, Filter(outlet="The Harbor Post")), "outlet").items():
        assert len(happened(ledger, Filter(outlet=value))) == count


def test_only_the_latest_readings_count(ledger: Ledger) -> None:
    read_again(ledger, talks())
    ledger.db.execute("SELECT 1")
    assert statement_facets(ledger, Filter()).number == 6
    again = strike()
    assert failed(again, SECOND).problems
    assert statement_facets(ledger, Filter(run=2)).number == 4


def test_bounds_are_told(ledger: Ledger, monkeypatch: pytest.MonkeyPatch) -> None:
    monkeypatch.setattr(facets, "MOST", 3)
    monkeypatch.setattr(facets, "LOOKED_AT", 2)
    monkeypatch.setattr(facets, "NEWEST", 2)
    found = event_facets(ledger, Filter())
    assert (found.number, found.more) == (3, True)
    assert {(f.of, f.more) for f in found.facets} == {(2, True)}
    assert sum(values(found, "type").values()) == 2
    assert values(found, "kind") == {"organisation": 1}


def test_many_days_are_counted_by_month(ledger: Ledger, monkeypatch: pytest.MonkeyPatch) -> None:
    monkeypatch.setattr(facets, "DAYS", 1)
    assert values(statement_facets(ledger, Filter()), "day") == {"2025-07": 4, "2025-09": 2}


def test_what_cannot_be_asked(ledger: Ledger) -> None:
    with pytest.raises(RunError, match="no such value"):
        event_facets(ledger, Filter(types=("NOTHING",)))


def test_events_are_counted_in_the_index_alone(ledger: Ledger) -> None:
    for listing, wanted in (
        (facets.EVENTS, facets.events_wanted(ledger, Filter())),
        (facets.STATEMENTS, facets.statements_wanted(ledger, Filter())),
    ):
        sql = listing.rows(", ".join(listing.own.values()), wanted, 10)
        plan = str(list(ledger.db.execute(f"EXPLAIN QUERY PLAN {sql}", wanted.values)))
        assert "USING COVERING INDEX" in plan and "_counted" in plan and "TEMP B-TREE" not in plan
