from __future__ import annotations

from collections.abc import Iterator
from pathlib import Path

import pytest

from reportedly.connect.nouns import Happening
from reportedly.errors import LedgerError
from reportedly.ledger.connect import Ledger, open_ledger
from reportedly.ledger.linked.nouns import Sought
from reportedly.ledger.linked.queries import happening, happenings, passages, story
from reportedly.ledger.linked.rulings import merge, rulings, split, undo
from reportedly.ledger.verify import verify
from reportedly.linking import link_again, link_new
from tests.ledger.linked.matters import RAID, STRIKE, telling
from tests.ledger.shelf import read_again


@pytest.fixture
def ledger(tmp_path: Path) -> Iterator[Ledger]:
    """Three articles about a raid, two about a strike."""
    with open_ledger(tmp_path / "l.db") as opened:
        for matter, outlets in ((RAID, range(3)), (STRIKE, range(2))):
            for outlet in outlets:
                telling(matter, outlet).keep(opened)
        link_new(opened)
        yield opened
        assert not list(verify(opened))


def typed(ledger: Ledger) -> dict[str, Happening]:
    return {f.happening.id: f.happening for f in happenings(ledger, Sought())}


def raid_and_strike(ledger: Ledger) -> tuple[Happening, Happening]:
    by_name = {h.name: h for h in typed(ledger).values()}
    return by_name["raided, Quillow"], by_name["blockaded, Port Vell"]


def refs(h: Happening) -> list[str]:
    return [f"{m.article}/{m.event}" for m in h.mentions]


def test_a_merger_and_taking_it_back(ledger: Ledger) -> None:
    raid, strike = raid_and_strike(ledger)
    ruled = merge(ledger, [raid.id, strike.id[:8]], "Ana", " the same night ")
    assert (ruled.number, ruled.kind, ruled.who, ruled.because, len(ruled.mentions)) == (
        1,
        "same",
        "Ana",
        "the same night",
        5,
    )
    link_new(ledger)
    [one] = typed(ledger).values()
    assert (one.id, len(one.articles)) == (raid.id, 5)
    assert happening(ledger, strike.id).happening.id == raid.id
    assert happening(ledger, strike.id).asked == strike.id
    assert len(story(ledger, raid.id).story.articles) == 5
    assert [(p.kind, p.start, p.end) for p in passages(ledger, strike.id)] == [("merged", strike.id, raid.id)]
    taken_back = undo(ledger, 1, "Ivo")
    assert (taken_back.number, taken_back.undoes) == (2, 1)
    link_new(ledger)
    assert typed(ledger).keys() == {raid.id, strike.id}
    assert happening(ledger, strike.id).happening.mentions == strike.mentions
    assert [r.holds for r in rulings(ledger)] == [False, False]


def test_a_split_and_taking_it_back(ledger: Ledger) -> None:
    raid, _ = raid_and_strike(ledger)
    ruled = split(ledger, raid.id, [refs(raid)[1]], "Ana", "another week")
    assert [m.side for m in ruled.mentions].count(1) == 1
    link_new(ledger)
    assert refs(raid)[1] not in refs(happening(ledger, raid.id).happening)
    other = happening(ledger, refs(raid)[1]).happening
    assert refs(other) == [refs(raid)[1]]
    assert ("split", raid.id, other.id) in [(p.kind, p.start, p.end) for p in passages(ledger, other.id)]
    undo(ledger, 1, "Ana")
    link_new(ledger)
    assert refs(happening(ledger, raid.id).happening) == refs(raid)
    assert happening(ledger, other.id).happening.id == raid.id


def test_an_article_names_all_that_it_has_in_a_happening(ledger: Ledger) -> None:
    raid, _ = raid_and_strike(ledger)
    split(ledger, raid.id, [raid.articles[2]], "Ana")
    link_new(ledger)
    assert happening(ledger, raid.id).happening.articles == raid.articles[:2]


def test_rulings_hold_when_all_is_linked_again_and_more_comes(ledger: Ledger) -> None:
    raid, strike = raid_and_strike(ledger)
    split(ledger, raid.id, [refs(raid)[1]], "Ana")
    link_new(ledger)
    merge(ledger, [raid.id, strike.id], "Ana")
    link_new(ledger)
    read_again(ledger, telling(RAID, 0))
    telling(RAID, 3).keep(ledger)
    link_again(ledger)
    whole = happening(ledger, raid.id).happening
    assert set(refs(strike)) | set(refs(raid)) - {refs(raid)[1]} <= set(refs(whole))
    assert refs(raid)[1] not in refs(whole)


def test_what_contradicts_an_earlier_ruling_is_refused(ledger: Ledger) -> None:
    raid, strike = raid_and_strike(ledger)
    split(ledger, raid.id, [refs(raid)[1]], "Ana")
    link_new(ledger)
    with pytest.raises(LedgerError, match=r"ruling 1, by Ana at .*, keeps them apart; take it back first: .* --undo 1"):
        merge(ledger, [raid.id, refs(raid)[1]], "Ivo")
    merge(ledger, [raid.id, strike.id], "Ivo")
    link_new(ledger)
    with pytest.raises(LedgerError, match=r"ruling 2, by Ivo at .*, says that they are the same"):
        split(ledger, raid.id, refs(strike), "Ana")
    assert [r.number for r in rulings(ledger)] == [1, 2]


@pytest.mark.parametrize(
    ("act", "message"),
    [
        (lambda ledger, r: merge(ledger, [r.id], "Ana"), "name at least two different ones"),
        (lambda ledger, r: merge(ledger, [r.id, r.id[:9]], "Ana"), "name at least two different ones"),
        (lambda ledger, r: merge(ledger, [r.id, "h0000"], "Ana"), 'holds no happening "h0000"'),
        (lambda ledger, r: merge(ledger, [r.id, "nothing"], "Ana"), 'holds no happening "nothing"'),
        (lambda ledger, r: split(ledger, r.id, r.articles, "Ana"), "not all of them: a"),
        (lambda ledger, r: split(ledger, r.id, [], "Ana"), "not none of them: a"),
        (lambda ledger, r: split(ledger, r.id, [f"{r.articles[0]}/e2"], "Ana"), "is no mention of h"),
        (lambda ledger, r: split(ledger, r.id, ["a0000"], "Ana"), "no article"),
        (lambda ledger, r: split(ledger, r.id, refs(r)[:1], " "), "says who made it"),
        (lambda ledger, r: undo(ledger, 7, "Ana"), "there is no ruling 7"),
    ],
)  # fmt: skip
def test_what_cannot_be_ruled(act: object, message: str, ledger: Ledger) -> None:
    raid, _ = raid_and_strike(ledger)
    with pytest.raises(LedgerError, match=message):
        act(ledger, raid)  # type: ignore[operator]
    assert not rulings(ledger)


def test_a_ruling_is_taken_back_once(ledger: Ledger) -> None:
    raid, strike = raid_and_strike(ledger)
    merge(ledger, [raid.id, strike.id], "Ana")
    undo(ledger, 1, "Ana")
    with pytest.raises(LedgerError, match="ruling 1 cannot be taken back: it is taken back by ruling 2"):
        undo(ledger, 1, "Ana")
    with pytest.raises(LedgerError, match="itself the taking back of another"):
        undo(ledger, 2, "Ana")
    assert merge(ledger, [raid.id, strike.id], "Ana").number == 3


def test_a_ruling_holds_for_copies_of_its_texts_only(ledger: Ledger) -> None:
    """A changed text is another; what was ruled on the former one stays and says nothing of it."""
    raid, _ = raid_and_strike(ledger)
    split(ledger, raid.id, [refs(raid)[1]], "Ana")
    telling(RAID, 1, note="Nobody was arrested.").keep(ledger)
    link_new(ledger)
    assert set(raid.articles) == set(happening(ledger, raid.id).happening.articles)
    [ruled] = rulings(ledger)
    assert sorted(m.mention.event for m in ruled.mentions) == ["", "e1", "e1"]
