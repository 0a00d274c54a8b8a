from __future__ import annotations

import pytest
from hypothesis import given
from hypothesis import strategies as st

from reportedly.ledger.linked.ids import Matched, made_id, match


@pytest.mark.parametrize(
    ("groups", "held", "wanted"),
    [
        ([["a", "b"]], {}, Matched()),
        ([["a", "b"]], {"a": 1}, Matched({0: 1})),
        ([["a", "b"], ["c"]], {"a": 1, "b": 1, "c": 1}, Matched({0: 1}, {}, {1: 1})),
        ([["a", "b", "c"]], {"a": 2, "b": 1, "c": 1}, Matched({0: 1}, {2: 0})),
        ([["a", "b"]], {"a": 2, "b": 1}, Matched({0: 1}, {2: 0})),  # the older where both have as much
        ([["a"]], {"a": 1, "z": 2}, Matched({0: 1}, gone=(2,))),
        ([["a", "c"], ["b", "d"]], {"a": 1, "b": 1, "c": 2, "d": 2}, Matched({0: 1, 1: 2})),
        ([["x"], ["y"]], {"x": 2, "y": 1}, Matched({0: 2, 1: 1})),
    ],
)
def test_match(groups: list[list[str]], held: dict[str, int], wanted: Matched[str]) -> None:
    assert match(groups, held) == wanted


@given(st.lists(st.integers(0, 5), max_size=12), st.lists(st.integers(0, 5), max_size=12))
def test_every_former_key_is_accounted_for_once(was: list[int], now: list[int]) -> None:
    members = range(max(len(was), len(now)))
    held = {m: 10 + key for m, key in zip(members, was, strict=False)}
    groups = [[m for m, g in zip(members, now, strict=False) if g == n] for n in sorted(set(now))]
    found = match(groups, held)
    kept = list(found.kept.values())
    assert len(kept) == len(set(kept))
    assert sorted([*kept, *found.merged, *found.gone]) == sorted(set(held.values()))
    assert not set(found.kept) & set(found.split)
    for n, key in [*found.kept.items(), *((n, k) for k, n in found.merged.items()), *found.split.items()]:
        assert key in {held.get(m) for m in groups[n]}


def test_nothing_changes_where_nothing_has_changed() -> None:
    held = {m: m // 3 for m in range(12)}
    found = match([[m for m in held if held[m] == key] for key in (3, 1, 0, 2)], held)
    assert found == Matched({0: 3, 1: 1, 2: 0, 3: 2})


def test_made_ids() -> None:
    assert made_id("h", "x") == made_id("h", "x") != made_id("h", "x", 1)
    assert len(made_id("s", "x")) == 16
