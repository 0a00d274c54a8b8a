"""Counts of a ledger."""

from __future__ import annotations

from pathlib import Path

from reportedly.ledger.connect import open_ledger
from reportedly.ledger.stats import Counted, stats
from reportedly.ledger.write import keep
from tests.ledger.shelf import Story, failed, read_again, small, strike, talks


def test_an_empty_ledger(tmp_path: Path) -> None:
    with open_ledger(tmp_path / "l.db") as ledger:
        found = stats(ledger)
    assert (found.articles, found.statements, found.events, found.entities, found.first_day) == (0, 0, 0, 0, None)
    assert found.outlets == ()
    assert found.bytes > 0


def test_what_is_counted(tmp_path: Path) -> None:
    with small(tmp_path / "l.db") as ledger:
        found = stats(ledger)
        assert not ledger.db.in_transaction
    assert (found.articles, found.versions, found.readings, found.runs) == (3, 3, 3, 1)
    assert (found.statements, found.events, found.untyped_events) == (6, 4, 1)
    assert (found.entities, found.distinct_entities, found.places, found.times) == (3, 3, 2, 2)
    assert (found.problems, found.forgotten) == (0, 0)
    assert (found.first_day, found.last_day) == ("2025-07-20", "2025-09-03")
    assert found.outlets == (Counted(name="The Harbor Post", count=2), Counted(name="L'Écho de Tarrow", count=1))
    assert found.types[0] == Counted(name="ASSAULT", count=2)
    assert {c.name: c.count for c in found.statuses} == {"occurred": 2, "considered": 1, "denied": 1}
    assert sum(c.count for c in found.kinds) == sum(c.count for c in found.acts) == found.statements


def test_of_several_readings_the_latest_counts(tmp_path: Path) -> None:
    with small(tmp_path / "l.db") as ledger:
        read_again(ledger, strike())
        changed = Story("talks", talks().text + " More.", url="https://echo.example/talks")
        changed.keep(ledger)
        torn = Story("torn", "Nothing of this could be read.")
        keep(ledger, torn.item(), failed(torn))
        found = stats(ledger)
    assert (found.articles, found.versions, found.readings, found.runs) == (4, 5, 6, 2)
    assert (found.statements, found.events, found.problems) == (2, 3, 1)
