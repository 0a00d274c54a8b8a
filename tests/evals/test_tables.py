"""The table for the terminal and the section of a page."""

from __future__ import annotations

from typing import Any

import pytest

from evals.floors import Floor, Run
from evals.measures import ERROR, MEASURES, Measure
from evals.tables import BEGIN, END, markdown, remark, rewritten, terminal

RUN = Run("2025-02-02", "sha256:0123456789abcdef", "sha256:fedcba9876543210")
FIRST = MEASURES[0]
BAR, AIM = 80.0, 85.0


@pytest.mark.parametrize(
    ("value", "least", "remark"),
    [
        (BAR, BAR - 1, ""),
        (BAR - 1, BAR - 2, "below the bar"),
        (AIM, BAR, "aim reached"),
        (AIM, AIM + 1, "BELOW ITS FLOOR"),
    ],
)
def test_one_line_a_measure_with_what_is_to_be_said(value: float, least: float, remark: str) -> None:
    assert (FIRST.bar, FIRST.aim) == (BAR, AIM)
    floors = {FIRST.full_name: RUN.floor(least + 0.3)}
    line = terminal({FIRST.full_name: value}, floors).split("\n")[1]
    assert line.startswith(FIRST.full_name)
    assert f"{value:7.2f} {least:7.2f}" in line
    assert line.endswith(remark or f"{FIRST.aim:6g}")


@pytest.mark.parametrize(
    ("value", "ceiling", "expected"),
    [
        (0.59, 0.61, ""),
        (0.61, 0.61, "above the bar"),
        (0.62, 0.61, "ABOVE ITS CEILING"),
        (0.35, 0.61, "aim reached"),
        (0.35, None, "aim reached"),
    ],
)
def test_where_less_is_better_limits_are_from_above(value: float, ceiling: float | None, expected: str) -> None:
    measure = Measure("a", "error", ("mae",), 0.60, 0.35, scale=ERROR)
    floor = None if ceiling is None else Floor(ceiling, 0.6, "2025-01-01", "w", "c")
    assert remark(measure, value, floor) == expected


def test_more_digits_where_they_count_and_none_where_there_is_no_bar() -> None:
    values = {"UW dev: mae": 0.5873, "own non-events: false alarms": 4.29}
    floors = {"UW dev: mae": RUN.floor(0.5873, ERROR)}
    _, mae, alarms = terminal(values, floors).split("\n")
    assert mae.split()[-5:] == ["mae", "0.587", "<=0.597", "0.6", "0.35"]
    assert alarms.split()[-5:] == ["alarms", "4.29", "-", "-", "-"]
    scores: dict[str, dict[str, Any]] = {
        "UW dev": {"targets": 3297, "all": {"mae": 0.5873}},
        "own non-events": {"texts": {"gold": 70}},
    }
    section = markdown(values, scores, RUN)
    assert "| UW dev | mae (less) | **0.59** | 0.6 | 0.35 |  |  | 3,297 |" in section
    assert "| own non-events | false alarms (less) | **4.3** |  |  |  |  | 70 |" in section


def test_the_hash_of_each_model_is_named() -> None:
    run = Run("2025-02-02", "sha256:0123456789abcdef sha256:02468ace02468ace", "sha256:fedcba9876543210")
    assert "with weights `sha256:0123456789ab…` and `sha256:02468ace0246…` and word lists" in markdown({}, {}, run)


def test_a_section_has_numbers_and_what_they_rest_on() -> None:
    scores = {FIRST.set: {"exact_source": {"p": 80.0, "r": 84.5, "f1": 82.2, "gold": 2000, "pred": 2100}}}
    section = markdown({FIRST.full_name: 82.2}, scores, RUN)
    assert "| polnear dev | exact source | **82.2** | 80 | 85 | 77.9 | 34.9 | 2,000 |" in section
    assert "| exact source | 80.0 | 84.5 | 82.2 | 2,000 | 2,100 |" in section
    assert "2025-02-02" in section


def test_only_the_section_of_a_page_is_replaced() -> None:
    page = f"# Title\n\n{BEGIN}\nold\n{END}\n\nrest\n"
    assert rewritten(page, "new") == f"# Title\n\n{BEGIN}\nnew\n{END}\n\nrest\n"
    assert rewritten(rewritten(page, "new"), "new") == rewritten(page, "new")


@pytest.mark.parametrize("page", ["", BEGIN, END, f"{END}\n{BEGIN}"])
def test_a_page_without_a_section_is_refused(page: str) -> None:
    with pytest.raises(ValueError, match="lacks the lines"):
        rewritten(page, "new")
