# ruff: noqa: E501 (tables of values)
"""No cell of a CSV is a formula."""

from __future__ import annotations

import csv
import io

import pytest
from hypothesis import given
from hypothesis import strategies as st

from reportedly.exports.cells import csv_cells, formula_like, guarded, guarded_row
from tests.strategies import any_text

FORMULAS = ["=1+1", "+1", "-1", "@SUM(A1)", "\t=1", "\r=1", "\tx", " =1", "\n-1", "\u200b=1", "\ufeff@x", "＝1", "　＋1", "－1", "＠x",
            "\x00=1", "\u202e=1", "\xa0=cmd|' /C calc'!A0"]  # fmt: skip
HARMLESS = ["", "a=1", "1-1", "'=1", "“=1”", "–1", "−1", "e@x.example", "*", "#REF!", "  text"]


@pytest.mark.parametrize("text", FORMULAS)
def test_formulas_get_an_apostrophe(text: str) -> None:
    assert guarded(text) == "'" + text


@pytest.mark.parametrize("text", HARMLESS)
def test_other_text_stays_as_it_is(text: str) -> None:
    assert guarded(text) == text


@given(st.lists(any_text | st.sampled_from(FORMULAS), min_size=1))
def test_cells_read_again_are_no_formulas_and_lose_nothing(texts: list[str]) -> None:
    file = io.StringIO(newline="")
    csv.writer(file).writerow(guarded_row(texts))
    file.seek(0)
    (row,) = csv.reader(file)
    assert not any(map(formula_like, row))
    assert [
        cell.removeprefix("'") if formula_like(text) else cell for cell, text in zip(row, texts, strict=True)
    ] == texts


def test_numbers_and_unknown_values() -> None:
    cells = csv_cells([-3.0, -7, None, True, ["-a", "b"]], ["number", "integer", "text", "boolean", "list"])
    assert guarded_row(cells) == [-3.0, -7, "", "true", "'-a; b"]
