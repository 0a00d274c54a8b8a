from __future__ import annotations

import pytest
from hypothesis import given
from hypothesis import strategies as st

from reportedly.web.views.ranks import TALLEST, Spot, placed


def columns(nodes: str, *arrows: str) -> dict[str, int]:
    return {n: spot.column for n, spot in placed(tuple(nodes), [(a[0], a[1]) for a in arrows]).items()}


@pytest.mark.parametrize(
    ("nodes", "arrows", "expected"),
    [
        ("", (), {}),
        ("a", (), {"a": 0}),
        ("ab", ("ab",), {"a": 0, "b": 1}),
        ("abc", ("ab", "bc", "ac"), {"a": 0, "b": 1, "c": 2}),
        ("cba", ("ab", "bc"), {"a": 0, "b": 1, "c": 2}),
        ("ab", ("ab", "ba"), {"a": 0, "b": 1}),
        ("abcd", ("ab", "bc", "dc"), {"a": 0, "b": 1, "c": 2, "d": 1}),
        ("ab", ("aa", "ax"), {"a": 0, "b": 0}),
    ],
)
def test_what_comes_later_stands_further_right(nodes: str, arrows: tuple[str, ...], expected: dict[str, int]) -> None:
    assert columns(nodes, *arrows) == expected


def test_neighbours_stand_side_by_side() -> None:
    spots = placed(("a", "b", "c", "d"), [("a", "d"), ("b", "c")])
    assert (spots["a"].row, spots["b"].row) == (spots["d"].row, spots["c"].row), "no two arrows cross"
    assert {spots["a"], spots["b"]} == {Spot(0, -0.5), Spot(0, 0.5)}


def test_a_tall_rank_has_several_columns() -> None:
    nodes = [str(n) for n in range(3 * TALLEST)]
    spots = placed(nodes, [])
    assert {s.column for s in spots.values()} == {0, 1, 2}
    assert max(abs(s.row) for s in spots.values()) <= TALLEST / 2


NODES = st.integers(0, 12)


@given(st.lists(st.tuples(NODES, NODES), max_size=40))
def test_any_graph_is_placed_and_no_two_nodes_at_one_spot(pairs: list[tuple[int, int]]) -> None:
    nodes = tuple(str(n) for n in range(13))
    spots = placed(nodes, [(str(a), str(b)) for a, b in pairs])
    assert set(spots) == set(nodes)
    assert len(set(spots.values())) == len(nodes)
