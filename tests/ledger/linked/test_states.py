from __future__ import annotations

from collections.abc import Iterator
from pathlib import Path

import pytest

from reportedly.connect.nouns import Happening, MentionRef, Origins, Story
from reportedly.ledger.connect import Ledger, open_ledger
from reportedly.ledger.linked.states import add_states, happenings_in
from reportedly.ledger.verify import verify

RAID = Happening(
    id="h1", type="ASSAULT", mentions=(MentionRef(article="a1", event="e1", trigger=(0, 4)),), articles=("a1",),
    origins=Origins(at_least=1, at_most=1),
)  # fmt: skip
STRIKE = RAID.model_copy(update={"id": "h2", "type": "PROTEST"})


@pytest.fixture
def ledger(tmp_path: Path) -> Iterator[Ledger]:
    with open_ledger(tmp_path / "l.db") as opened:
        opened.db.execute("INSERT INTO stories (id, since) VALUES ('s1', '2025'), ('s2', '2025')")
        opened.db.execute("INSERT INTO happenings (id, since) VALUES ('h1', '2025'), ('h2', '2025')")
        yield opened


def written(ledger: Ledger, raid: Happening = RAID, story: int = 1) -> list[int]:
    whole = Story(id=f"s{story}", articles=("a1",), happenings=(raid, STRIKE))
    return add_states(ledger.db, story, [(1, raid), (2, STRIKE), (None, whole)], "a test")


def test_a_state_is_written_only_where_it_is_otherwise_than_the_last_one(ledger: Ledger) -> None:
    assert written(ledger) == written(ledger) == [1, 2, 3]
    assert written(ledger, RAID.model_copy(update={"status": "occurred"})) == [4, 2, 3]
    assert written(ledger) == [5, 2, 3]
    assert [h.status for h in happenings_in(ledger.db, [1, 4, 5]).values()] == ["unknown", "occurred", "unknown"]
    assert not [fault for fault in verify(ledger) if fault.table == "states"]


def test_states_of_another_story_are_others(ledger: Ledger) -> None:
    assert (written(ledger), written(ledger, story=2), written(ledger)) == ([1, 2, 3], [4, 5, 6], [1, 2, 3])
