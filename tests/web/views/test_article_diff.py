from __future__ import annotations

from collections.abc import Iterator
from pathlib import Path

import pytest

from reportedly.errors import NotInLedger
from reportedly.ledger.connect import Ledger, open_ledger
from reportedly.ledger.difference import Reading
from reportedly.web.views.article_diff import ArticleDiffView, article_diff_view
from tests.ledger.linked.matters import RAID, telling
from tests.ledger.shelf import SECOND, Story, read_again


@pytest.fixture
def ledger(tmp_path: Path) -> Iterator[Ledger]:
    with open_ledger(tmp_path / "l.db") as opened:
        yield opened


def later() -> Story:
    """The raid as it was told once the dead had been counted."""
    return telling(RAID, killed=3, note="Later, more was told.")


def test_it_shows_what_changed_in_the_text_word_by_word_and_in_the_record(ledger: Ledger) -> None:
    id = telling(RAID).keep(ledger)
    later().keep(ledger)
    view = article_diff_view(ledger, id, None, Reading())
    assert (view.difference.old.version, view.difference.new.version) == (1, 2)
    assert not view.nothing
    assert not view.two_runs
    [first, *_] = view.passages
    assert ("gone", "day.") in first
    assert ("new", "day, killing 3 people.") in first
    assert [c.change for c in view.of("event")] == ["changed"]
    assert len(view.readings) == 2
    assert ArticleDiffView.model_validate(view.to_json()) == view


def test_its_table_has_a_row_for_each_passage_and_field(ledger: Ledger) -> None:
    id = telling(RAID).keep(ledger)
    later().keep(ledger)
    heading, *rows = article_diff_view(ledger, id, None, Reading()).table()
    found = [dict(zip(heading, row, strict=True)) for row in rows]
    assert {r["what"] for r in found} == {"text", "event"}
    [counts] = [r for r in found if r["field"] == "counts"]
    assert (counts["old"], counts["new"]) == (None, "killed 3")


def test_two_readings_of_one_text_are_compared_and_one_alone_is_refused(ledger: Ledger) -> None:
    id = telling(RAID).keep(ledger)
    with pytest.raises(NotInLedger, match="nothing comes before version 1"):
        article_diff_view(ledger, id, None, Reading())
    read_again(ledger, telling(RAID), SECOND)
    view = article_diff_view(ledger, id, Reading(run=1), Reading(run=2))
    assert view.nothing
    assert not view.two_runs
