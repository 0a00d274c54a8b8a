"""Two names → spellings of one or not."""

from __future__ import annotations

import pytest
from hypothesis import given
from hypothesis import strategies as st

from reportedly import Reader
from reportedly.ground.spelling import spelled_alike

TABLE = [
    ("zelenskyy", "zelensky", True),
    ("qadhafi", "qaddafi", True),
    ("resk", "rusk", False),  # too short to tell
    ("petrakis", "petrides", False),
    ("hallam", "hallam", True),
    ("martinez", "hartinez", False),  # another beginning
]


@pytest.mark.parametrize(("one", "other", "alike"), TABLE)
def test_spelled_alike(one: str, other: str, alike: bool) -> None:
    assert spelled_alike(one, other) is alike


@given(st.text(), st.text())
def test_either_way_round(one: str, other: str) -> None:
    assert spelled_alike(one, other) == spelled_alike(other, one)
    assert spelled_alike(one, one)


def test_one_person_in_two_spellings(reader: Reader) -> None:
    text = "Danilo Petrenkoy resigned on Monday. Unions praised Danilo Petrenko for his candour."
    people = [e for e in reader.read(text).entities if e.kind == "person"]
    assert [len(e.mentions) for e in people] == [3]


def test_two_brothers_stay_two(reader: Reader) -> None:
    text = "Danilo Petrenko resigned on Monday. Viktor Petrenko, his brother, stayed."
    assert len({e.id for e in reader.read(text).entities if e.kind == "person"}) >= 2
