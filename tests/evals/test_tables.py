"""The table for the terminal and the section of a page."""

from __future__ import annotations

import pytest

from evals.floors import Run
from evals.measures import MEASURES
from evals.tables import BEGIN, END, markdown, rewritten, terminal

RUN = Run("2025-02-02", "sha256:0123456789abcdef", "sha256:fedcba9876543210")
FIRST = MEASURES[0]


@pytest.mark.parametrize(
    ("value", "least", "remark"),
    [
        (FIRST.bar, FIRST.bar - 1, ""),
        (FIRST.bar - 1, FIRST.bar - 2, "below the bar"),
        (FIRST.aim, FIRST.bar, "aim reached"),
        (FIRST.aim, FIRST.aim + 1, "BELOW ITS FLOOR"),
    ],
)
def test_one_line_a_measure_with_what_is_to_be_said(value: float, least: float, remark: str) -> None:
    floors = {FIRST.full_name: RUN.floor(least + 0.3)}
    line = terminal({FIRST.full_name: value}, floors).split("\n")[1]
    assert line.startswith(FIRST.full_name)
    assert f"{value:7.2f} {least:7.2f}" in line
    assert line.endswith(remark or f"{FIRST.aim:6g}")


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
