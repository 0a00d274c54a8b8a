"""Briefs as the ledger stores them."""

from __future__ import annotations

import pytest

from reportedly.connect.brief import Brief
from reportedly.ledger.linked.packed import AtHand, noun_of, packed
from tests.connect.telling import told


def test_what_is_at_hand_is_parsed_once_for_its_bytes() -> None:
    briefs = AtHand(Brief, 2)
    one, other = (packed(told(text)) for text in ("A ferry sank off Velmora.", "A mine at Orrin was shut."))
    assert briefs.of(one) is briefs.of(bytes(bytearray(one)))
    assert briefs.of(one) == noun_of(Brief, one)
    assert briefs.of(other) == noun_of(Brief, other) != briefs.of(one)


def test_what_is_stored_is_at_hand() -> None:
    briefs, brief = AtHand(Brief, 2), told("A ferry sank off Velmora.")
    assert briefs.of(briefs.stored(brief)) is brief


def test_only_the_last_used_are_at_hand() -> None:
    briefs = AtHand(Brief, 2)
    one, other, third = (packed(told(text)) for text in ("A ferry sank.", "A mine was shut.", "A bridge fell."))
    kept, lost = briefs.of(one), briefs.of(other)
    briefs.of(one)
    briefs.of(third)
    assert briefs.of(one) is kept
    assert briefs.of(other) is not lost


def test_a_damaged_brief_is_refused_every_time() -> None:
    briefs, blob = AtHand(Brief, 2), packed(told("A ferry sank off Velmora."))[:-4]
    for _ in range(2):
        with pytest.raises(ValueError, match="damaged"):
            briefs.of(blob)


def test_fields_can_be_left_out() -> None:
    brief = told("A ferry sank off Velmora.")
    assert noun_of(Brief, packed(brief), frozenset({"terms"})) == brief.model_copy(update={"terms": ()}) != brief
