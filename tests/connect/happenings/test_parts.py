"""What is one happening for sure is what joining its mentions pair by pair comes to."""

from __future__ import annotations

from collections.abc import Mapping, Sequence

import pytest
from hypothesis import given, settings
from hypothesis import strategies as st

from reportedly.connect.brief import Brief
from reportedly.connect.happenings.blocks import Compared
from reportedly.connect.happenings.clusters import seen_of
from reportedly.connect.happenings.join import joined
from reportedly.connect.happenings.parts import Ruled, groups_of
from tests.connect.happenings.mentioned import DESKAR, VELMORA, Given, articles, at, brief, compared, on, person


def pair_by_pair(of: Compared, together: Ruled, apart: Ruled) -> list[list[int]]:
    scores = {s.index: of.scores(s.index) for s in of.seen}
    return sorted(sorted(g.members) for g in joined(dict(enumerate(of.seen)), scores, together, apart))


@settings(max_examples=200)
@given(articles(), st.data())
def test_all_comes_out_as_pair_by_pair(briefs: list[Brief], data: st.DataObject) -> None:
    last = len(seen_of(briefs)) - 1
    one = st.tuples(st.integers(0, last), st.integers(0, last)).filter(lambda pair: pair[0] != pair[1])
    ruled = st.lists(one, max_size=1) if last else st.just([])
    together, apart = data.draw(ruled), data.draw(ruled)
    apart = [pair for pair in apart if set(pair) not in map(set, together)]
    found = groups_of(compared(briefs), together, apart)
    assert sorted(sorted(g.members) for g in found) == pair_by_pair(compared(briefs), together, apart)
    assert [g.first for g in found] == sorted(min(g.members) for g in found)


def scored(briefs: Sequence[Brief], monkeypatch: pytest.MonkeyPatch) -> int:
    """How many pairs are scored until the happenings are known."""
    asked: set[tuple[int, int]] = set()
    of, scores = compared(briefs), Compared.scores

    def noted(self: Compared, j: int) -> Mapping[int, float]:
        asked.update((i, j) for i in self.earlier[j])
        return scores(self, j)

    monkeypatch.setattr(Compared, "scores", noted)
    groups_of(of, (), ())
    return len(asked)


def test_so_does_what_is_told_more_often_than_all_is_compared() -> None:
    briefs = [brief(f"a{k}", "raided", at("raid", place=VELMORA)) for k in range(40)]
    (all,) = groups_of(compared(briefs), (), ())
    assert [sorted(all.members)] == pair_by_pair(compared(briefs), (), ())


def test_so_does_what_is_told_in_many_ways() -> None:
    briefs = [brief(f"a{k}", at("raided", actors=(person(f"ana resk{k}"),))) for k in range(60)]
    found = groups_of(compared(briefs), (), ())
    assert [sorted(g.members) for g in found] == pair_by_pair(compared(briefs), (), ())


def test_what_nothing_keeps_apart_need_not_be_scored(monkeypatch: pytest.MonkeyPatch) -> None:
    assert scored([brief(f"a{k}", "raided", "resigned") for k in range(9)], monkeypatch) == 0


@pytest.mark.parametrize(
    "other", [on("raided", "2025-03-09"), at("raided", place=DESKAR), at("raided", nth=2), at("raided", apart="drill")]
)
def test_what_may_be_kept_apart_is_scored(other: Given, monkeypatch: pytest.MonkeyPatch) -> None:
    one = on("raided", "2025-03-03", place=VELMORA)
    assert scored([brief("a", one), brief("b", one), brief("c", other)], monkeypatch) == 3
