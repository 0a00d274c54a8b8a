from __future__ import annotations

from reportedly.web.views.differ import differences
from tests.connect.happened import dispute, happening


def test_the_sharpest_first_and_replaced_figures_last() -> None:
    h = happening(
        "h1", "a1", "a2", "a3",
        disputes=(
            dispute("superseded", "killed", ("a1",), ("a2",), values=("5", "9")),
            dispute("superseded", "killed", ("a2",), ("a3",), values=("9", "11")),
            dispute("different_scope", "killed", ("a1",), ("a3",), values=("5", "11")),
            dispute("denial", "occurrence", ("a1", "a2"), ("a3",)),
        ),
    )  # fmt: skip
    denial, scope, steps = differences(h)
    assert [d.kind for d in (denial, scope, steps)] == ["denial", "different_scope", "superseded"]
    assert (denial.subject, [s.name for s in denial.sides]) == ("whether it happened", ["says so", "denies it"])
    assert denial.sides[0].articles == ("a1", "a2")
    assert steps.steps == ("5 → 9", "9 → 11")
    assert denial.steps == ()


def test_the_evidence_of_an_article_on_one_side_only_comes_first() -> None:
    h = happening("h1", "a1", "a2", disputes=(dispute("conflict", "killed", ("a1", "a2"), ("a2",), values=("5", "9")),))
    [d] = differences(h)
    assert [e.article for e in d.sides[0].evidence][:1] == ["a1"]
    assert d.sides[1].evidence[0].span == (1, 2), "of an article that gives both, the last words are the other side's"


def test_nothing_differs() -> None:
    assert differences(happening("h1", "a1")) == ()
