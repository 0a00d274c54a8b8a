"""The page of the record: its types in words, and an example that is what it says."""

from __future__ import annotations

from typing import Any, Literal

import pytest

from reportedly.record import Span, Statement, Why
from reportedly.record.reference import example, reference, type_name


@pytest.mark.parametrize(
    ("annotation", "words"),
    [
        (str, "string"),
        (float | None, "number, or null"),
        (Span, "span"),
        (Span | None, "span, or null"),
        (tuple[Span, ...], "list of spans"),
        (tuple[str, ...], "list of strings"),
        (Literal["a", "b"], "`a`, `b`"),
        (dict[str, Why], "object of [Why](#why) by name"),
        (dict[str, str], "object of strings by name"),
        (tuple[Statement, ...], "list of [Statement](#statement)"),
    ],
)
def test_types_in_words(annotation: Any, words: str) -> None:
    assert type_name(annotation) == words


def test_the_example_points_at_its_own_words() -> None:
    record = example()
    for s in record.statements:
        assert s.source.text == record.words(s.source.spans)
        assert s.addressee is None or s.addressee.text == record.words(s.addressee.spans)
        assert s.said is None or s.said in {t.id for t in record.times}
        assert s.source.entity is None or s.source.entity in {e.id for e in record.entities}
    assert [t.text for t in record.times] == [record.words((t.span,)) for t in record.times]


def test_spans_stand_on_one_line() -> None:
    assert '"cue": [[14, 18]],' in reference()
