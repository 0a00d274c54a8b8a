"""What pairs score, added up by what their features look at, is what all features say of each."""

from __future__ import annotations

import math

from hypothesis import given
from hypothesis import strategies as st

from reportedly.connect.brief import Brief
from reportedly.connect.happenings.clusters import seen_of
from reportedly.connect.happenings.pairs import BIAS, WEIGHTS, Pair
from reportedly.connect.happenings.seen import Weights
from tests.connect.happenings.mentioned import articles, at, brief, compared


def logistic(x: float) -> float:
    return 1 / (1 + math.exp(-x))


@given(articles(), st.booleans())
def test_a_score_is_made_of_all_features(briefs: list[Brief], again: bool) -> None:
    if again:
        briefs = [*briefs, brief("again", "raid", at("raided", same_as="e0"), at("raid", same_as="e0"))]
    of, seen = compared(briefs), seen_of(briefs)
    weights = Weights(briefs, seen)
    for b in seen:
        for i, score in of.scores(b.index).items():
            pair = Pair(seen[i], b, weights)
            assert math.isclose(score, logistic(BIAS + sum(w * f(pair) for f, w, _ in WEIGHTS)), rel_tol=1e-12)


@given(articles())
def test_the_reasons_are_those_that_say_something_the_heaviest_first(briefs: list[Brief]) -> None:
    of, seen = compared(briefs), seen_of(briefs)
    weights = Weights(briefs, seen)
    for b in seen:
        for i in of.earlier[b.index]:
            said = [(f.__name__, round(v, 3), w) for f, w, _ in WEIGHTS if (v := f(Pair(seen[i], b, weights)))]
            heaviest = sorted(said, key=lambda x: -abs(x[1] * x[2]))
            assert [(r.feature, r.value, r.weight) for r in of.scoring.reasons(i, b.index)] == heaviest


@given(articles())
def test_no_pair_scores_less_than_its_least(briefs: list[Brief]) -> None:
    of = compared(briefs)
    days = [s.published for s in of.seen if s.published is not None]
    far = max(days, default=0) - min(days, default=0)
    for s in of.seen:
        for i, score in of.scores(s.index).items():
            assert score >= of.scoring.least(i, s.index, far) - 1e-12
