from __future__ import annotations

from collections.abc import Iterator
from pathlib import Path

import pytest

from reportedly.connect.nouns import MentionRef, Where
from reportedly.ledger.connect import Ledger, open_ledger
from reportedly.ledger.linked.assertions import Teller, assertions
from tests.ledger.shelf import strike


@pytest.fixture
def ledger(tmp_path: Path) -> Iterator[Ledger]:
    with open_ledger(tmp_path / "l.db") as opened:
        yield opened


def mention(article: str, event: str) -> MentionRef:
    return MentionRef(article=article, event=event, trigger=(0, 1))


def test_a_mention_says_who_did_what_to_whom_when_and_where_on_whose_word(ledger: Ledger) -> None:
    id = strike().keep(ledger)
    plan, denied, shelled, word = assertions(ledger, [mention(id, f"e{n}") for n in (1, 2, 3, 4)])
    assert (plan.words, plan.type, plan.status, plan.actors) == ("strike", "ASSAULT", "considered", ("the navy",))
    assert plan.days == ("2025-08-01", "2025-08-31")
    assert plan.place == Where(name="São Tarmer", country="VEN", lat=10.0, lon=-66.0)
    assert plan.teller == Teller(
        statement="s1",
        words="Two officials",
        kind="anonymous",
        relay=("Two officials", "Sky Tirana", "The Harbor Post"),
    )
    assert denied.teller is not None
    assert (denied.teller.name, denied.teller.act) == ("Ministry of Defence", "deny")
    assert (shelled.teller, shelled.mode) == (None, "heavy-weapons")
    assert (shelled.actors, shelled.recipients) == (("Merrow Army",), ("the old harbour",))
    assert (word.days, word.place, word.actors) == (None, None, ())


def test_they_come_in_the_order_asked_for_and_what_is_not_there_is_left_out(ledger: Ledger) -> None:
    id = strike().keep(ledger)
    asked = [mention(id, "e3"), mention("a0", "e1"), mention(id, "e9"), mention(id, "e1")]
    assert [a.mention.event for a in assertions(ledger, asked)] == ["e3", "e1"]
    assert assertions(ledger, ()) == ()
