"""The address of the desk as a question, and back."""

from __future__ import annotations

from urllib.parse import parse_qsl

import pytest
from hypothesis import given
from hypothesis import strategies as st

from reportedly.errors import RunError
from reportedly.ledger.nouns import Box
from reportedly.web.views.asked import LABELS, Asked, asked_of, box_of


def asked(query: str) -> Asked:
    return asked_of(parse_qsl(query.lstrip("?"), keep_blank_values=True))


def test_several_values() -> None:
    assert asked("type=ASSAULT,AID&type=AID&type=&kind=person").type == ("ASSAULT", "AID")


def test_what_is_empty_or_unknown_was_not_asked() -> None:
    assert asked("q=&by=%20&until=&colour=red&after=") == Asked()


@pytest.mark.parametrize("query", ["show=articles", "limit=0", "limit=9999999999999", "limit=x", "limit=²"])
def test_what_cannot_be_asked(query: str) -> None:
    with pytest.raises(RunError):
        asked(query)


@pytest.mark.parametrize(
    "words", ["", "1,2,3", "a,b,c,d", "0,91,0,92", "200,0,201,1", "0,5,1,4", "1e9,0,1,1", "nan,0,1,1"]
)
def test_what_is_no_part_of_the_map(words: str) -> None:
    with pytest.raises(RunError, match="no part of the map"):
        box_of(words)


def test_a_part_of_the_map() -> None:
    assert box_of("170, -20.5,-170,10") == Box(170, -20.5, -170, 10)


TEXT = st.text(st.characters(exclude_categories=["Cs"]), min_size=1, max_size=12).map(str.strip).filter(bool)


@given(
    st.builds(
        Asked, show=st.sampled_from(["events", "happenings", None]), q=st.none() | TEXT, by=st.none() | TEXT,
        type=st.lists(st.sampled_from(["AID", "ASSAULT"]), unique=True).map(tuple), place=st.none() | TEXT,
        all_events=st.booleans(), limit=st.integers(1, 500), after=st.none() | st.just("2025-03-04.12"),
    )
)  # fmt: skip
def test_the_address_is_the_question(question: Asked) -> None:
    assert asked(question.query(after=question.after)) == question


def test_a_facet_is_chosen_and_taken_back() -> None:
    question = asked("q=raid&type=AID&after=2025-03-04.1")
    chosen = asked(question.toggled("type", "ASSAULT"))
    assert (chosen.type, chosen.after, chosen.q) == (("AID", "ASSAULT"), None, "raid")
    assert chosen.chose("type", "ASSAULT")
    assert asked(chosen.toggled("type", "AID")).type == ("ASSAULT",)
    placed = asked(question.toggled("place", 'The "Reef"'))
    assert placed.place == '"The  Reef "'
    assert asked(question.toggled("country", "XAA")).place == "XAA"
    assert asked(placed.toggled("place", 'The "Reef"')).place is None
    day = asked(question.toggled("day", "2025-03"))
    assert (day.since, day.until) == ("2025-03", "2025-03")
    assert asked(day.toggled("day", "2025-03")).since is None


def test_every_choice_can_be_taken_back() -> None:
    question = asked("q=a&by=b&type=AID,ASSAULT&status=denied&place=c&all_events=1&since=2025&bbox=1,1,2,2")
    for field, value in question.taken():
        assert field in LABELS
        left = list(asked(question.back(field, value)).taken())
        assert left == [pair for pair in question.taken() if pair != (field, value)]


def test_another_list_is_asked_what_it_takes() -> None:
    question = asked("q=a&type=AID&status=disputed,denied&dispute=denial&actor=USA&kind=person")
    assert list(question.of("statements").taken()) == [("q", "a"), ("kind", "person")]
    assert question.of("events").status == ("denied",)
    assert question.of("happenings").actor is None
