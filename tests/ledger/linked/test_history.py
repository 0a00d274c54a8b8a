from __future__ import annotations

from collections.abc import Iterator
from pathlib import Path

import pytest

from reportedly.errors import LedgerError
from reportedly.ledger.connect import Ledger, open_ledger
from reportedly.ledger.linked import history
from reportedly.ledger.linked.history import news_of, state_ref, states
from reportedly.ledger.linked.nouns import Sought
from reportedly.ledger.linked.queries import changes, happenings
from reportedly.linking import link_new
from tests.ledger.linked.matters import RAID, STRIKE, telling


@pytest.fixture
def ledger(tmp_path: Path) -> Iterator[Ledger]:
    with open_ledger(tmp_path / "l.db") as opened:
        yield opened


def grown(ledger: Ledger) -> tuple[str, str]:
    """A raid that three articles tell, linked one by one, and a matter beside it; the ids of the raid and its story."""
    telling(STRIKE).keep(ledger)
    for outlet, killed in ((0, 3), (1, 3), (2, 5)):
        telling(RAID, outlet, killed=killed).keep(ledger)
        link_new(ledger)
    [found] = happenings(ledger, Sought(types=("ASSAULT",)))
    return found.happening.id, found.story


def test_states_tell_how_it_grew_and_the_last_is_the_present_one(ledger: Ledger) -> None:
    id, _ = grown(ledger)
    told = states(ledger, id)
    assert [s.articles for s in told.states] == [1, 2, 3]
    assert "3 killed" in told.states[0].words
    assert all(low <= high for low, high in (s.origins for s in told.states))
    assert told.states[-1].ref == state_ref(ledger, id)
    assert len({s.ref.sha256 for s in told.states}) == 3


def test_of_very_many_states_the_older_ones_are_counted(ledger: Ledger, monkeypatch: pytest.MonkeyPatch) -> None:
    id, _ = grown(ledger)
    monkeypatch.setattr(history, "LATEST", 2)
    told = states(ledger, id)
    assert (len(told.states), told.before) == (2, 1)
    assert told.states[-1].articles == 3


def test_news_of_a_happening_and_of_a_story_the_newest_first(ledger: Ledger) -> None:
    id, story = grown(ledger)
    every = changes(ledger).items
    mine = [c for c in every if c.change.happening == id]
    assert mine
    assert list(news_of(ledger, id)) == mine[::-1]
    assert list(news_of(ledger, story)) == [c for c in every if c.story == story][::-1]
    assert news_of(ledger, id, 1) == (mine[-1],)


def test_there_is_no_state_of_what_is_not_there(ledger: Ledger) -> None:
    with pytest.raises(LedgerError, match='holds no happening "h123"'):
        state_ref(ledger, "h123")
    assert states(ledger, "h123").states == ()
