"""Which words may be a place's name."""

from __future__ import annotations

from itertools import pairwise

import pytest
from hypothesis import given
from hypothesis import strategies as st

from reportedly.ground.candidates import candidates, name_runs
from reportedly.ground.gazetteer import load_gazetteer
from reportedly.lexicons import load_lexicons
from tests.handmade import tokens

GAZETTEER, WORDS = load_gazetteer(), load_lexicons().places


@pytest.mark.parametrize(
    ("spec", "found"),
    [
        ("in|IN New|NNP York|NNP City|NNP", [("New York City", "gazetteer")]),
        ("the|DT Gulf|NNP of|IN Mexico|NNP", [("Gulf of Mexico", "gazetteer")]),
        ("in|IN Topeka|NNP _,|, Kan|NNP _.|.", [("Topeka", "gazetteer"), ("Kan.", "gazetteer")]),
        ("in|IN Topeka|NNP _,|, KS|NNP _.|.", [("Topeka", "gazetteer"), ("KS", "gazetteer")]),
        ("on|IN West|NNP Tolm|NNP Street|NNP", [("West Tolm Street", "street")]),
        ("on|IN Route|NNP 159|CD", [("Route 159", "street")]),
        ("at|IN Zrukh|NNP Lake|NNP", [("Zrukh Lake", "pattern")]),
        ("in|IN Zrukh|NNP||GPE", [("Zrukh", "reader")]),
        ("in|IN the|DT||GPE Zrukh|NNP||+GPE", [("Zrukh", "reader")]),
        ("in|IN Tarrow|NNP||GPE province|NN||+GPE", [("Tarrow", "reader")]),
        ("in|IN Côte|NNP d'Ivoire|NNP", [("Côte d'Ivoire", "gazetteer")]),
        ("for|IN US|NNP _$|$ _10|CD", []),
        ("went|VBD to|TO town|NN", []),
        ("Paris|NNP and|CC London|NNP", [("Paris", "gazetteer"), ("London", "gazetteer")]),
    ],
)
def test_candidates(spec: str, found: list[tuple[str, str]]) -> None:
    assert [(c.text, c.origin) for c in candidates(tokens(spec), GAZETTEER, WORDS)] == found


WORDS_OF_ANY_TEXT = (
    "Paris", "in", "of", "the", "New", "York", "Lake", "Street", "St", ".", ",", "-", "and", "County", "Zrukh", "US",
    "$",
)  # fmt: skip


@given(st.lists(st.sampled_from(WORDS_OF_ANY_TEXT), min_size=1, max_size=30))
def test_candidates_do_not_overlap(words: list[str]) -> None:
    t = tokens(" ".join(f"{w}|NNP||GPE" if w[0].isupper() else f"{w}|IN" for w in words))
    found = candidates(t, GAZETTEER, WORDS)
    assert all(a.span[1] <= b.span[0] and a.last < b.first for a, b in pairwise(found))
    assert all(t.text[slice(*c.span)] == c.text for c in found)
    assert len(name_runs(t)) == len(t)
