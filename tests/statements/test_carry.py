"""Quotations that carry on."""

from __future__ import annotations

import pytest

from reportedly.reader.words import quoted_ranges
from reportedly.statements.carry import carried_on
from tests.handmade import draft

FIRST = "“It rained all day,” Ana said."
MORE = "“And it will rain again tomorrow, I am sure of it.”"


@pytest.mark.parametrize("between", ["\n\n", "\n"])
def test_a_quoted_paragraph_goes_on_being_said(between: str) -> None:
    text = f"{FIRST}{between}{MORE}"
    (found,) = carried_on([draft(text, "said", "“It rained all day,”", source="Ana")], text, quoted_ranges(text))
    assert [text[a:b] for a, b in found.content] == ["“It rained all day,”", MORE]
    assert found.reasons["carried"].by == "rule:carried-on@1"


@pytest.mark.parametrize(
    "rest",
    [
        "\n\nIt rained on.\n\n" + "The town was wet, and nobody knew for how long. " * 4 + "\n\n" + MORE,
        "\n\nThe sign read: " + MORE,
        "\n\n“So.”",
    ],
)
def test_others_do_not(rest: str) -> None:
    text = FIRST + rest
    held = draft(text, "said", "“It rained all day,”", source="Ana")
    assert carried_on([held], text, quoted_ranges(text)) == [held]


def test_a_quotation_that_someone_says_is_his() -> None:
    text = f"{FIRST}\n\n{MORE}"
    first = draft(text, "said", "“It rained all day,”", source="Ana")
    second = draft(text, None, MORE)
    assert carried_on([first, second], text, quoted_ranges(text)) == [first, second]


def test_nobody_spoke_before() -> None:
    assert carried_on([], MORE, quoted_ranges(MORE)) == []
