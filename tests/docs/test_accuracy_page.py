"""docs/accuracy.md can be filled in by the gate."""

from __future__ import annotations

from pathlib import Path

from evals.tables import BEGIN, END, rewritten

PAGE = Path(__file__).parents[2] / "docs" / "accuracy.md"


def test_the_page_has_one_section_for_the_gate() -> None:
    text = PAGE.read_text(encoding="utf-8")
    assert (text.count(BEGIN), text.count(END)) == (1, 1)
    before, after = text.split(BEGIN)[0], text.split(END)[1]
    assert rewritten(text, "| a | table |") == f"{before}{BEGIN}\n| a | table |\n{END}{after}"
