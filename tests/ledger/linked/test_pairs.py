from __future__ import annotations

from collections.abc import Iterator
from pathlib import Path

import pytest

from reportedly.connect.nouns import Link, Node, Reason
from reportedly.connect.stories import Tie, tie_of
from reportedly.ledger.connect import Ledger, open_ledger
from reportedly.ledger.linked.pairs import current, others, replace, ties
from tests.ledger.linked.matters import RAID, telling


@pytest.fixture
def ledger(tmp_path: Path) -> Iterator[Ledger]:
    with open_ledger(tmp_path / "l.db") as opened:
        for outlet in range(3):
            telling(RAID, outlet).keep(opened)
        yield opened


def ids(ledger: Ledger) -> dict[int, str]:
    return dict(ledger.db.execute("SELECT article_key, id FROM articles ORDER BY 1"))


def link(one: str, other: str, score: float, feature: str = "words") -> Link:
    start, end = (Node(kind="article", id=id, name='says "feature":"one_text"') for id in (one, other))
    reasons = (Reason(feature=feature, value=1.0, weight=6.0),)
    return Link(kind="same_story", start=start, end=end, score=score, reasons=reasons, by="rule:test@1")


def ordered(tie: Tie) -> Tie:
    one, other = sorted((tie.one, tie.other))
    return tie._replace(one=one, other=other)


def test_ties_are_what_counts_of_the_links_that_hold_among_some(ledger: Ledger) -> None:
    a, b, c = ids(ledger).values()
    made = [link(a, b, 0.25, "one_text"), link(c, a, 0.75), link(b, c, 0.5)]
    replace(ledger.db, [a], made[:2])
    replace(ledger.db, [b], [made[0], made[2]])
    found = ties(ledger.db, ids(ledger))
    assert sorted(map(ordered, found)) == sorted(ordered(tie_of(k)) for k in made)
    assert len(ties(ledger.db, {key: id for key, id in ids(ledger).items() if id != c})) == 1


def test_the_last_link_of_a_pair_counts_and_a_withdrawn_one_not(ledger: Ledger) -> None:
    a, b, c = ids(ledger).values()
    replace(ledger.db, [a], [link(a, b, 0.25), link(a, c, 0.5)])
    replace(ledger.db, [a], [link(b, a, 0.75)])
    assert [t.score for t in ties(ledger.db, ids(ledger))] == [0.75]
    assert [k.score for k in current(ledger.db, [a]).values()] == [0.75]


def test_others_are_those_to_which_a_link_holds_now(ledger: Ledger) -> None:
    a, b, c = ids(ledger).values()
    keys = {id: key for key, id in ids(ledger).items()}
    replace(ledger.db, [a, b, c], [link(a, b, 0.25), link(b, c, 0.5)])
    assert others(ledger.db, [keys[a]]) == {keys[b]}
    assert others(ledger.db, [keys[b]]) == {keys[a], keys[c]}
    replace(ledger.db, [a], [])
    assert others(ledger.db, [keys[a]]) == set()
    assert others(ledger.db, [keys[b]]) == {keys[c]}
