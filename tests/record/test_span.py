"""What spans have to do with one another."""

from __future__ import annotations

import pytest
from hypothesis import given
from hypothesis import strategies as st

from reportedly.record import Span, covers, overlaps

SPANS = st.tuples(st.integers(0, 30), st.integers(0, 30)).map(lambda p: (min(p), max(p)))


@pytest.mark.parametrize(
    ("a", "b", "covering", "overlapping"),
    [
        ((0, 10), (2, 5), True, True),
        ((0, 10), (0, 10), True, True),
        ((2, 5), (0, 10), False, True),
        ((0, 5), (5, 9), False, False),
        ((0, 5), (4, 9), False, True),
        ((0, 2), (7, 9), False, False),
    ],
)
def test_spans(a: Span, b: Span, covering: bool, overlapping: bool) -> None:
    assert covers(a, b) is covering
    assert overlaps(a, b) is overlapping


@given(SPANS, SPANS)
def test_overlapping_is_sharing_a_character(a: Span, b: Span) -> None:
    shared = set(range(*a)) & set(range(*b))
    if a[0] < a[1] and b[0] < b[1]:
        assert overlaps(a, b) is bool(shared)
    assert overlaps(a, b) is overlaps(b, a)
