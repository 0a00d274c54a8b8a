"""Briefs as the ledger stores them."""

from __future__ import annotations

import pytest

from reportedly.connect.brief import Brief
from reportedly.ledger.linked.packed import brief_in, noun_of, packed
from tests.connect.telling import told


def test_a_brief_is_parsed_once_for_its_bytes() -> None:
    one, other = (packed(told(text)) for text in ("A ferry sank off Velmora.", "A mine at Orrin was shut."))
    assert brief_in(one) is brief_in(bytes(bytearray(one)))
    assert brief_in(one) == noun_of(Brief, one)
    assert brief_in(other) == noun_of(Brief, other) != brief_in(one)


def test_a_damaged_brief_is_refused_every_time() -> None:
    blob = packed(told("A ferry sank off Velmora."))[:-4]
    for _ in range(2):
        with pytest.raises(ValueError, match="damaged"):
            brief_in(blob)


def test_fields_can_be_left_out() -> None:
    brief = told("A ferry sank off Velmora.")
    assert noun_of(Brief, packed(brief), frozenset({"terms"})) == brief.model_copy(update={"terms": ()}) != brief
