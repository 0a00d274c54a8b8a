"""Floors rise by themselves and fall only when somebody names them."""

from __future__ import annotations

from pathlib import Path

import pytest

from evals.floors import Floor, LowersAFloor, Run, complaints, load, raised, save
from evals.measures import ERROR, PER_CENT, few

OLD = Run("2025-01-01", "sha256:old", "sha256:words")
NEW = Run("2025-02-02", "sha256:new", "sha256:words")


def floor(least: float) -> Floor:
    return Floor(least, round(least + PER_CENT.margin, 2), OLD.date, OLD.weights, OLD.config)


FLOORS = {"a: one": floor(70.0), "a: two": floor(50.0)}


def test_a_floor_is_raised_to_just_under_the_value_and_tells_what_was_measured() -> None:
    new = raised({"a: one": 75.0, "a: two": 50.1}, FLOORS, NEW)
    assert new["a: one"] == Floor(74.7, 75.0, "2025-02-02", "sha256:new", "sha256:words")
    assert new["a: two"] == FLOORS["a: two"]  # within the margin: kept, with its own date


def test_a_measure_without_a_floor_gets_one() -> None:
    assert raised({"a: one": 71.5}, {}, NEW)["a: one"].floor == 71.2


@pytest.mark.parametrize(
    ("values", "fallen"),
    [
        ({"a: one": 69.9, "a: two": 60.0}, ["a: one"]),
        ({"a: one": 69.9, "a: two": 49.0}, ["a: one", "a: two"]),
        ({"a: one": 80.0}, ["a: two"]),  # a measure that is gone holds nothing any more
    ],
)
def test_no_floor_is_lowered_unasked(values: dict[str, float], fallen: list[str]) -> None:
    with pytest.raises(LowersAFloor) as refusal:
        raised(values, FLOORS, NEW)
    assert refusal.value.names == fallen


def test_only_the_floor_that_is_named_is_lowered() -> None:
    values = {"a: one": 65.0, "a: two": 49.0}
    with pytest.raises(LowersAFloor) as refusal:
        raised(values, FLOORS, NEW, lower=["a: one"])
    assert refusal.value.names == ["a: two"]
    assert raised({**values, "a: two": 50.0}, FLOORS, NEW, lower=["a: one"])["a: one"].floor == 64.7


def test_a_measure_that_is_gone_can_be_named_away() -> None:
    assert list(raised({"a: one": 80.0}, FLOORS, NEW, lower=["a: two"])) == ["a: one"]


def test_a_name_that_is_no_measure_is_an_error() -> None:
    with pytest.raises(KeyError, match="a: on"):
        raised({"a: one": 80.0, "a: two": 80.0}, FLOORS, NEW, lower=["a: on"])


def test_what_is_wrong_is_said_in_words() -> None:
    assert complaints({"a: one": 70.0, "a: two": 50.0}, FLOORS) == []
    assert complaints({"a: one": 69.99, "b: new": 1.0}, FLOORS) == [
        "a: one is 69.99, its floor is 70.00",
        "a: two has a floor and is not measured any more",
        "no floor yet, set it with --update: b: new",
    ]


ERRORS = {"a: error": ERROR}
CEILING = {"a: error": Floor(0.61, 0.6, OLD.date, OLD.weights, OLD.config)}


@pytest.mark.parametrize(("value", "ceiling"), [(0.6, 0.61), (0.605, 0.61), (0.55, 0.56), (0.5512, 0.561)])
def test_a_ceiling_sinks_to_just_above_the_value_or_stays(value: float, ceiling: float) -> None:
    new = raised({"a: error": value}, CEILING, NEW, scales=ERRORS)["a: error"]
    assert new.floor == ceiling
    assert (new.date == NEW.date) is (ceiling < 0.61)


def test_no_ceiling_rises_unasked() -> None:
    with pytest.raises(LowersAFloor, match="a: error"):
        raised({"a: error": 0.62}, CEILING, NEW, scales=ERRORS)
    assert raised({"a: error": 0.62}, CEILING, NEW, ["a: error"], ERRORS)["a: error"].floor == 0.63


def test_a_value_above_its_ceiling_is_told_as_such() -> None:
    assert complaints({"a: error": 0.61}, CEILING, ERRORS) == []
    assert complaints({"a: error": 0.611}, CEILING, ERRORS) == ["a: error is 0.611, its ceiling is 0.610"]


@pytest.mark.parametrize("items", [6, 42, 70, 223])
def test_one_of_few_items_may_be_lost(items: int) -> None:
    most, one_less = 100.0, round(100 * (items - 1) / items, 2)
    assert not few(items).worse(one_less, few(items).floor(most))
    alarms = few(items, less=True)
    assert not alarms.worse(round(100 / items, 2), alarms.floor(0.0))
    assert few(1000) == PER_CENT


def test_floors_survive_their_file(tmp_path: Path) -> None:
    assert load(tmp_path / "floors.json") == {}
    save(tmp_path / "floors.json", FLOORS)
    assert load(tmp_path / "floors.json") == FLOORS
