"""What changed between two readings."""

from __future__ import annotations

from collections.abc import Iterator
from pathlib import Path

import pytest
from hypothesis import given
from hypothesis import strategies as st

from reportedly.errors import RunError
from reportedly.intake.item import Item, Origin
from reportedly.ledger.connect import Ledger
from reportedly.ledger.difference import Change, Field, Passage, Reading, compare, difference, sentences
from reportedly.ledger.nouns import Kept, KeptRecord
from reportedly.ledger.write import keep
from reportedly.record import Record
from tests.ledger.shelf import FIRST, Story, read_again, small, strike
from tests.strategies import any_text

KEPT = Kept(id="a1", given="x", version=1, run=1, day="2025-03-14", seen="2025-03-14T00:00:00Z", text_sha256="0")


def corrected() -> Story:
    """The same article with what an outlet corrects: a status, a toll, a source, a sentence more."""
    old = strike()
    text = old.text.replace("is considering a strike", "carried out a strike").replace("killing 11", "killing 14")
    s = Story("strike", text + " The mayor wept.", published="2025-09-03", title="Strike on São Tarmer")
    s.say("Two officials", "the navy carried out a strike on São Tarmer in August", kind="anonymous",
          relay=("Two officials", "Sky Tirana", "The Harbor Post"))  # fmt: skip
    tarmer, august = s.where("São Tarmer", name="São Tarmer"), s.when("August", "2025-08-01", "2025-08-31")
    s.event("shelled", "ASSAULT.heavy-weapons", actors=("Merrow's army",), recipients=("the old harbour",),
            time=s.when("2 September", "2025-09-02"), killed=14)  # fmt: skip
    s.event("wept", None)
    return s.event("strike", "ASSAULT", "occurred", actors=("the navy",), place=tarmer, time=august, according_to="s1")


@pytest.fixture
def ledger(tmp_path: Path) -> Iterator[Ledger]:
    with small(tmp_path / "l.db") as made:
        yield made


def told(
    changes: tuple[Change, ...],
) -> dict[str, tuple[str | None, str | None, dict[str, tuple[str | None, str | None]]]]:
    return {f"{c.change} {c.words}": (c.old, c.new, {f.field: (f.old, f.new) for f in c.fields}) for c in changes}


def test_a_silent_correction(ledger: Ledger) -> None:
    corrected().keep(ledger)
    found = difference(ledger, "strike")
    assert (found.old.version, found.new.version) == (1, 2)
    assert found.fields == (Field(field="title", old="Strike", new="Strike on São Tarmer"),)
    assert found.text == (
        Passage(
            old="Two officials said the navy is considering a strike on São Tarmer in August.",
            new="Two officials said the navy carried out a strike on São Tarmer in August.",
        ),
        Passage(
            old="Merrow's army shelled the old harbour on 2 September, killing 11.",
            new="Merrow's army shelled the old harbour on 2 September, killing 14. The mayor wept.",
        ),
    )
    assert told(found.changes) == {
        "changed Two officials: the navy carried out a strike on São Tarmer in August": (
            "s1", "s1", {"content": ("the navy is considering a strike on São Tarmer in August",
                                     "the navy carried out a strike on São Tarmer in August")},
        ),
        "removed The Defense Ministry: the cease-fire had ended": ("s2", None, {}),
        "changed shelled (ASSAULT.heavy-weapons)": ("e3", "e1", {"counts": ("killed 11", "killed 14")}),
        "added wept (untyped)": (None, "e2", {}),
        "changed strike (ASSAULT)": ("e1", "e3", {"status": ("considered", "occurred")}),
        "removed ended (RETREAT.ceasefire)": ("e2", None, {}),
        "removed denied (untyped)": ("e4", None, {}),
    }  # fmt: skip


def test_what_two_runs_read_differently(ledger: Ledger) -> None:
    again = strike()
    again.events[0] = again.events[0].model_copy(update={"status": "planned", "id": "e9"})
    again.statements[0] = again.statements[0].model_copy(update={"act": "believe"})
    read_again(ledger, again)
    found = difference(ledger, "strike")
    assert (found.old.run, found.new.run, found.text, found.fields) == (1, 2, (), ())
    assert told(found.changes) == {
        "changed Two officials: the navy is considering a strike on São Tarmer in August": (
            "s1", "s1", {"act": ("say", "believe")},
        ),
        "changed strike (ASSAULT)": ("e1", "e9", {"status": ("considered", "planned")}),
    }  # fmt: skip
    back = difference(ledger, "strike", Reading(run=2), Reading(run=1))
    assert [(f.old, f.new) for c in back.changes for f in c.fields] == [("believe", "say"), ("planned", "considered")]


def test_any_two_versions_can_be_named(ledger: Ledger) -> None:
    corrected().keep(ledger)
    third = strike()
    third.text += " Third."
    third.article = third.article.model_copy(update={"text": third.text})
    third.keep(ledger)
    assert difference(ledger, "strike", Reading(1), Reading(3)).text == (Passage(old="", new="Third."),)
    assert difference(ledger, "strike", Reading(1)).new.version == 3
    assert difference(ledger, "strike", None, Reading(2)).old.version == 1
    with pytest.raises(RunError, match="both sides are version 2 as run 1 has read it"):
        difference(ledger, "strike", Reading(2), Reading(2))


def test_a_text_that_is_archived_later_but_was_seen_before_comes_before(ledger: Ledger) -> None:
    new, old = strike(), corrected()
    keep(ledger, Item(new.article, (), Origin("w", "w", seen="2030-01-02T00:00:00Z")), new.record())
    keep(ledger, Item(old.article, (), Origin("w", "w", seen="2030-01-01T00:00:00Z")), old.record())
    found = difference(ledger, "strike")
    assert (found.old.version, found.new.version) == (2, 1)


def test_two_versions_are_compared_as_one_run_has_read_them(ledger: Ledger) -> None:
    corrected().keep(ledger)
    read_again(ledger, corrected())
    assert ledger.db.execute("SELECT count(*) FROM runs").get == 2
    found = difference(ledger, "strike")
    assert [(k.version, k.run) for k in (found.old, found.new)] == [(1, 1), (2, 1)]
    found = difference(ledger, "strike", Reading(1), Reading(2, 2))
    assert [(k.version, k.run) for k in (found.old, found.new)] == [(1, 1), (2, 2)]


def test_one_version_read_once_has_nothing_to_compare(ledger: Ledger) -> None:
    with pytest.raises(RunError, match="nothing comes before version 1"):
        difference(ledger, "talks")
    with pytest.raises(RunError, match="no such reading"):
        difference(ledger, "talks", Reading(7))


def both(old: Record, new: Record) -> tuple[KeptRecord, KeptRecord]:
    return KeptRecord(kept=KEPT, record=old), KeptRecord(kept=KEPT, record=new)


def test_the_same_events_in_one_sentence_keep_apart() -> None:
    old, new = (
        Story("x", f"They shelled Tarrow and then Merrow and shelled it again{end}.")
        .event("shelled", "ASSAULT", killed=1)
        .event("shelled it", "ASSAULT", killed=2)
        for end in ("", " at night")
    )
    found = compare(*both(old.record(), new.record()))
    assert found.changes == ()


def test_numbers_in_words() -> None:
    s = Story("x", "They fought.")
    s.event("fought", "ASSAULT", killed=2)
    event = s.events[0]
    count = event.counts[0]
    ranges = ((1e6, 3e6, "USD"), (8, None, None), (None, 5, None), (None, None, None))
    counts = tuple(count.model_copy(update={"low": low, "high": high, "unit": unit}) for low, high, unit in ranges)
    other = s.record().model_copy(update={"events": (event.model_copy(update={"counts": counts}),)})
    [change] = compare(*both(s.record(), other)).changes
    assert change.fields == (
        Field(field="counts", old="killed 2", new="killed 1000000-3000000 USD, killed 8 or more, killed ?-5, killed ?"),
    )


@given(any_text)
def test_sentences_lose_no_word(text: str) -> None:
    assert " ".join(sentences(text)).split() == text.split()


@given(st.lists(st.sampled_from("abc")), st.lists(st.sampled_from("abc")))
def test_passages_are_all_that_differs(old: list[str], new: list[str]) -> None:
    a, b = (Story("x", "".join(f"{w}. " for w in words)).record(FIRST) for words in (old, new))
    found = compare(*both(a, b))
    assert bool(found.text) == (old != new)
    assert all(p.old != p.new for p in found.text)
    removed, added = (sorted(" ".join(getattr(p, side) for p in found.text).split()) for side in ("old", "new"))
    kept = len(old) - len(removed)
    assert kept == len(new) - len(added) >= 0


def test_a_text_of_very_many_sentences_takes_no_longer() -> None:
    old, new = (Story("x", "".join(f"{n * by}. " for n in range(100_000))).record() for by in (1, 2))
    assert len(compare(*both(old, new)).text) == 1
