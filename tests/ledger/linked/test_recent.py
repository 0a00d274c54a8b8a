"""What is new since a moment."""

from __future__ import annotations

from collections.abc import Iterator
from pathlib import Path

import pytest

from reportedly.errors import RunError
from reportedly.ledger.connect import Ledger, open_ledger
from reportedly.ledger.linked.recent import recent
from reportedly.linking import link_new
from tests.ledger.linked.matters import RAID, STRIKE, telling


@pytest.fixture
def ledger(tmp_path: Path) -> Iterator[Ledger]:
    with open_ledger(tmp_path / "l.db") as opened:
        for outlet in range(2):
            for matter in (RAID, STRIKE):
                telling(matter, outlet, killed=2 + outlet if matter is RAID else None).keep(opened)
            link_new(opened)
        yield opened


def test_what_was_known_before_comes_first(ledger: Ledger) -> None:
    found = recent(ledger, "2020", 1)
    numbers = dict(found.numbers)
    assert numbers["new_happening"] == 2
    assert sum(numbers.values()) > 2
    [first] = found.newest
    assert first.change.kind != "new_happening"


def test_nothing_is_new_from_tomorrow_on(ledger: Ledger) -> None:
    found = recent(ledger, "2999-01-01", 5)
    assert (found.numbers, found.newest, found.since) == ((), (), "2999-01-01")


def test_what_is_no_moment(ledger: Ledger) -> None:
    with pytest.raises(RunError):
        recent(ledger, "lately", 5)
