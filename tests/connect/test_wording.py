from __future__ import annotations

from typing import Any, get_args

import pytest
from hypothesis import given
from hypothesis import strategies as st

from reportedly.connect.nouns import Where
from reportedly.connect.wording import (
    STANDINGS,
    days_words,
    figure_words,
    has_happened,
    kind_of,
    listed,
    number_words,
    origins_words,
    range_words,
    spread_words,
    status_words,
    summed_up,
    title_of,
)
from reportedly.record.event import Status
from tests.connect.happened import figure, happening, origin, origins


@pytest.mark.parametrize(
    ("days", "words"),
    [
        (("2025-03-04", "2025-03-04"), "4 March 2025"),
        (("2025-03-04T10:00:00Z", "2025-03-04T11:00:00Z"), "4 March 2025"),
        (("2025-03-04", "2025-03-06"), "4–6 March 2025"),
        (("2025-03-30", "2025-04-02"), "30 March – 2 April 2025"),
        (("2024-12-30", "2025-01-02"), "30 December 2024 – 2 January 2025"),
        (("2025-03-01", "2025-03-31"), "March 2025"),
        (("2024-02-01", "2024-02-29"), "February 2024"),
        (("2025-02-01", "2025-02-27"), "1–27 February 2025"),
        (("2025-01-01", "2025-12-31"), "2025"),
        (("2024-01-01", "2025-12-31"), "2024–2025"),
        (("soon", "soon"), "soon"),
        (("soon", "2025-03-04"), "soon – 2025-03-04"),
        (None, "date not known"),
    ],
)
def test_days(days: tuple[str, str] | None, words: str) -> None:
    assert days_words(days) == words


@pytest.mark.parametrize(
    ("low", "high", "words"),
    [
        (9, 9, "9"),
        (9, None, "at least 9"),
        (None, 11, "at most 11"),
        (9, 11, "9–11"),
        (None, None, "number not clear"),
        (1200000, 1200000, "1,200,000"),
        (2.5, 2.5, "2.5"),
        (1e18, 1e18, "1e+18"),
    ],
)
def test_ranges(low: float | None, high: float | None, words: str) -> None:
    assert range_words(low, high) == words


@given(st.floats())
def test_every_number_has_words(x: float) -> None:
    assert 0 < len(number_words(x)) <= 26


@pytest.mark.parametrize(
    ("more", "words"),
    [
        ({}, "9 killed"),
        ({"high": None}, "at least 9 killed"),
        ({"scope": "with attacker"}, "9 killed (with attacker)"),
        ({"what": "money", "unit": "USD"}, "USD 9"),
        ({"what": "money"}, "money 9"),
        ({"what": "other", "of": "tents"}, "9 tents"),
        ({"what": "other"}, "9"),
    ],
)
def test_figures(more: dict[str, Any], words: str) -> None:
    assert figure_words(figure(9, "a", **more)) == words


def test_origins_are_a_range_with_both_ends() -> None:
    one, other = origin("x", "a"), origin("y", "b")
    assert spread_words(origins(one, other)) == "2"
    assert spread_words(origins(one, other, at_least=1)) == "1–2"
    assert origins_words(origins(one, other)) == "independent origins: 2"
    assert origins_words(origins(one, other, at_least=1)) == "independent origins: at least 1, at most 2"


@pytest.mark.parametrize(
    ("more", "title"),
    [
        ({}, "bombing, Deshgar"),
        ({"name": "Deshgar bombing"}, "Deshgar bombing"),
        ({"name": None}, "assault, Deshgar"),
        ({"name": None, "type": None, "place": None}, "something"),
        ({"place": Where(name="Vell")}, "bombing, Vell"),
    ],
)
def test_titles(more: dict[str, Any], title: str) -> None:
    assert title_of(happening("h1", "a", **more)) == title


def test_only_what_occurred_or_goes_on_is_said_to_have_happened() -> None:
    every = [*get_args(Status), "disputed", "unconfirmed", "retracted"]
    assert [s for s in every if has_happened(s)] == ["occurred", "ongoing"]
    assert not {"occurred", "ongoing"} & STANDINGS.keys()
    assert status_words("called_off") == "called off"


def test_a_happening_in_a_line() -> None:
    counts = (figure(9, "a"), figure(5, "b"), figure(20, "a", what="injured"))
    assert summed_up(happening("h1", "a", "b", counts=counts)) == "occurred, 4 March 2025, 9 killed, 20 injured"
    assert summed_up(happening("h1", "a", date=None, status="planned")) == "planned"


def test_long_lists_are_folded_with_a_count_and_each_name_once() -> None:
    assert listed(["A", "B", "A"]) == "A, B"
    assert listed(["A", "B", "C", "D", "E"]) == "A, B, C and 2 more"
    assert listed([]) == ""


def test_kinds() -> None:
    assert kind_of(happening("h1", "a", mode="aerial")) == "ASSAULT.aerial"
    assert kind_of(happening("h1", "a", type=None)) == "untyped"
