from __future__ import annotations

from reportedly.connect.brief.shingles import SAMPLE
from reportedly.connect.runs import Runs

SAMPLED = tuple(range(0, 40 * SAMPLE, SAMPLE))


def test_two_whole_texts_are_compared_by_all_their_runs() -> None:
    assert Runs(tuple(range(40))).shared(Runs(tuple(range(10, 30)))) == (20, 20, 40)


def test_a_sample_is_compared_with_the_sample_of_the_other() -> None:
    whole = Runs(tuple(range(40)))
    assert whole.whole
    assert not Runs(SAMPLED).whole
    assert whole.shared(Runs(SAMPLED)) == Runs(SAMPLED).shared(whole) == (40 // SAMPLE, 40 // SAMPLE, 40)
    assert Runs(SAMPLED).shared(Runs(SAMPLED[:9])) == (9, 9, 40)


def test_too_few_runs_tell_nothing() -> None:
    assert Runs((1, 2, 3)).contained(Runs((1, 2, 3))) == 0.0
    assert Runs(()).shared(Runs(())) == (0, 0, 0)
