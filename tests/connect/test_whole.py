from __future__ import annotations

from random import Random

from hypothesis import given
from hypothesis import strategies as st

from reportedly.connect.whole import Whole


def test_what_is_tied_to_one_thing_is_tied_to_one_another() -> None:
    whole = Whole(5)
    whole.join(3, 1)
    whole.join(4, 3)
    assert [whole.of(i) for i in range(5)] == [0, 1, 2, 1, 1]


@given(st.lists(st.tuples(st.integers(0, 9), st.integers(0, 9))), st.randoms())
def test_the_order_of_ties_does_not_matter(ties: list[tuple[int, int]], draw: Random) -> None:
    one, other = Whole(10), Whole(10)
    for i, j in ties:
        one.join(i, j)
    for i, j in draw.sample(ties, len(ties)):
        other.join(j, i)
    assert [one.of(i) for i in range(10)] == [other.of(i) for i in range(10)]
