"""What intake hands on."""

from __future__ import annotations

import pytest

from reportedly.errors import ArticleTooLong
from reportedly.intake import MAX_CHARS, Given, text_id
from reportedly.intake.item import check_length, note, refused


def test_ids_come_from_the_text_alone() -> None:
    assert text_id("a") == text_id("a") != text_id("b")
    assert len(text_id("\ud800")) == 16


def test_refused_is_fatal_and_a_note_is_not() -> None:
    item = refused("a.txt", "a.txt is empty: check it")
    assert (item.article.id, item.article.text) == ("a.txt", "")
    assert [(p.stage, p.fatal) for p in item.problems] == [("intake", True)]
    assert not note("x").fatal


def test_the_limit_counts_code_points() -> None:
    check_length("a", "\N{GRINNING FACE}" * MAX_CHARS)
    with pytest.raises(ArticleTooLong):
        check_length("a", "\N{GRINNING FACE}" * (MAX_CHARS + 1))


def test_nothing_is_given_by_default() -> None:
    assert Given() == (None, None, None, None)
