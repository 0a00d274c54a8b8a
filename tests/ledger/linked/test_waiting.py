"""What waits to be linked, and in which order it comes."""

from __future__ import annotations

from collections.abc import Iterator
from pathlib import Path

import pytest

from reportedly.ledger.connect import Ledger, open_ledger
from reportedly.ledger.linked import waiting
from reportedly.ledger.linked.nouns import Sought
from reportedly.ledger.linked.queries import happenings
from reportedly.ledger.linked.rulings import split
from reportedly.linking import MAKER, link_new
from tests.ledger.linked.matters import RAID, telling


@pytest.fixture
def ledger(tmp_path: Path) -> Iterator[Ledger]:
    with open_ledger(tmp_path / "l.db") as opened:
        for outlet in range(3):
            telling(RAID, outlet).keep(opened)
        yield opened


def test_what_is_new_waits_for_its_kin_then_for_its_story(ledger: Ledger) -> None:
    assert waiting.unread(ledger.db, MAKER, 2) == [1, 2]
    waiting.found(ledger.db, [1, 2], [2])
    assert waiting.unread(ledger.db, MAKER, 2) == [3]
    assert list(waiting.unsettled(ledger.db)) == [2]
    assert waiting.articles(ledger.db, MAKER) == 2
    waiting.settled(ledger.db, [2])
    assert waiting.articles(ledger.db, MAKER) == 1


def test_what_was_made_by_others_is_to_be_made_again(ledger: Ledger) -> None:
    link_new(ledger)
    assert waiting.articles(ledger.db, MAKER) == 0
    assert waiting.articles(ledger.db, "later rules") == 3
    assert waiting.unread(ledger.db, "later rules", 2) == [1, 2]


def test_a_story_that_a_ruling_touches_waits(ledger: Ledger) -> None:
    link_new(ledger)
    [found] = happenings(ledger, Sought())
    assert (waiting.stories(ledger.db), waiting.touched(ledger.db, 9)) == (0, set())
    split(ledger, found.happening.id, [found.happening.articles[1]], "Ana", "another night")
    assert (waiting.stories(ledger.db), len(waiting.touched(ledger.db, 9))) == (1, 1)
