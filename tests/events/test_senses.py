"""One sense of a noun per article."""

from __future__ import annotations

from reportedly.events.draft import EventDraft
from reportedly.events.senses import with_one_sense
from tests.handmade import tokens

TEXT = tokens(
    "An|DT|det>strike air|NN|compound>strike strike|NN|ROOT",
    "The|DT|det>strike strike|NN|ROOT",
    "They|PRP|nsubj>strike strike|VBP|ROOT",
)


def draft(token: int, type_: str, mode: str | None = None) -> EventDraft:
    """An event at a token."""
    t = TEXT[token]
    return EventDraft(token, (t.start, t.end), type_, mode, {}, 3.0)


def test_a_bare_noun_takes_the_sense_of_the_modified_one() -> None:
    found = with_one_sense([draft(2, "ASSAULT", "aerial"), draft(4, "PROTEST", "strike"), draft(6, "PROTEST")], TEXT)
    assert [(d.type, d.mode) for d in found] == [("ASSAULT", "aerial"), ("ASSAULT", "aerial"), ("PROTEST", None)]
    assert found[1].reasons["type"].by == "rule:one-sense@1"
    assert found[1].reasons["type"].evidence == ((7, 13),)


def test_nothing_changes_where_no_mention_tells() -> None:
    alone = [draft(4, "PROTEST", "strike")]
    assert with_one_sense(alone, TEXT) == alone
