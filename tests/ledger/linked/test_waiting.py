"""What waits to be linked, and in which order it comes."""

from __future__ import annotations

from collections.abc import Iterator
from pathlib import Path

import pytest

from reportedly import linking
from reportedly.ledger.connect import Ledger, open_ledger
from reportedly.ledger.linked import waiting
from reportedly.ledger.linked.nouns import Sought
from reportedly.ledger.linked.queries import happenings
from reportedly.ledger.linked.rulings import split
from reportedly.linking import MAKER, link_new
from tests.ledger.linked.matters import RAID, STRIKE, telling


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


def test_what_waits_twice_is_counted_once(ledger: Ledger) -> None:
    waiting.found(ledger.db, [1], [1, 2])
    assert waiting.articles(ledger.db, MAKER) == 3  # two to be settled, of which one is also to be read, and a third
    assert linking.waits(ledger) == 3


def test_who_changes_stories_while_others_wait_makes_no_story_of_its_own(
    ledger: Ledger, monkeypatch: pytest.MonkeyPatch
) -> None:
    moved = telling(RAID, 3)
    moved.keep(ledger)
    for outlet in range(3):
        telling(STRIKE, outlet).keep(ledger)
    link_new(ledger)
    telling(RAID, 0, killed=7).keep(ledger)
    now = telling(STRIKE, 3)
    now.article = now.article.model_copy(update={"id": moved.article.id, "url": moved.article.url})
    now.keep(ledger)
    before = ledger.db.execute("SELECT count(*) FROM stories").get
    monkeypatch.setattr(linking, "BATCH", 1)
    monkeypatch.setattr(linking, "AHEAD", 2)
    link_new(ledger)
    assert ledger.db.execute("SELECT count(*) FROM stories").get == before
    assert ledger.db.execute("SELECT count(*) FROM passages").get == 0
