"""Whoever gives a figure."""

from __future__ import annotations

import pytest

from reportedly.connect.brief.given import giver_of


@pytest.mark.parametrize(
    ("text", "who"),
    [
        ("The army had put its losses at nine.", "The army"),
        ("It counted nine dead.", "It"),
        ("There were nine dead, according to the mayor.", "the mayor"),
        ("There were nine dead.", None),
    ],
)
def test_who_gives_a_figure_outside_a_statement(text: str, who: str | None) -> None:
    at = text.index("nine")
    assert giver_of((at, at + len("nine")), text) == who
