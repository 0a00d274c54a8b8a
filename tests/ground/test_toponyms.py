"""The features by which a candidate is a toponym."""

from __future__ import annotations

import pytest

from reportedly.ground.candidates import candidates
from reportedly.ground.gazetteer import load_gazetteer
from reportedly.ground.toponyms import around, features, score
from reportedly.lexicons import load_lexicons
from tests.handmade import tokens

GAZETTEER, LEXICONS = load_gazetteer(), load_lexicons()


@pytest.mark.parametrize(
    ("spec", "has"),
    [
        ("He|PRP was|VBD in|IN Paris|NNP||GPE", {"after in", "seen as GPE", "is name", "only mention", "ends text"}),
        ("the|DT village|NN of|IN Zrukh|NNP||GPE", {"after kind of", "not in gazetteer, after preposition"}),
        ("with|IN Mr|NNP Lincoln|NNP||PERSON", {"after title", "seen as PERSON", "common word"}),
        ("near|IN Lyman|NNP||GPE _,|, Ohio|NNP||GPE", {"after near", "before comma and province"}),
        ("the|DT Topeka|NNP||ORG Fire|NNP||+ORG Department|NNP||+ORG", {"seen as ORG start", "before body noun"}),
        ("a|DT Lassa|NNP fever|NN case|NN", {"before disease"}),
        ("in|IN Western|JJ style|NN", {"a direction"}),
    ],
)
def test_features(spec: str, has: set[str]) -> None:
    t = tokens(spec)
    found = candidates(t, GAZETTEER, LEXICONS.places)
    assert has <= features(found[0], around(t, found, LEXICONS)).keys()


def test_other_mentions_count() -> None:
    t = tokens("in|IN Lyman|NNP||GPE", "Lyman|NNP|| burned|VBD")
    found = candidates(t, GAZETTEER, LEXICONS.places)
    assert features(found[1], around(t, found, LEXICONS))["elsewhere place"] == 1.0


def test_the_score_is_a_sum() -> None:
    assert score({"a": 1.0, "b": 0.5, "c": 9.0}, {"bias": -1.0, "a": 2.0, "b": 4.0}) == 3.0
