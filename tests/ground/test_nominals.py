"""Noun phrases of people and bodies."""

from __future__ import annotations

import pytest

from reportedly.ground.nominals import mention_phrase, nominal, singular_of
from reportedly.lexicons import load_lexicons
from tests.handmade import tokens

PEOPLE = load_lexicons().people


@pytest.mark.parametrize(
    ("sentence", "head", "kind", "determined"),
    [
        ("the|DT|det>clerk clerk|NN|nsubj>left left|VBD|ROOT", "clerk", "person", "definite"),
        ("two|CD|nummod>clerks clerks|NNS|nsubj>left left|VBD|ROOT", "clerks", "group", "counted"),
        ("his|PRP$|poss>wife wife|NN|nsubj>left left|VBD|ROOT", "wife", "person", "owned"),
        ("residents|NNS|nsubj>left left|VBD|ROOT", "residents", "group", "bare"),
        ("a|DT|det>ministry ministry|NN|nsubj>left left|VBD|ROOT", "ministry", "organisation", "indefinite"),
        ("the|DT|det>country country|NN|nsubj>left left|VBD|ROOT", "country", "state", "definite"),
        ("the|DT|det>wounded wounded|JJ|nsubj>left left|VBD|ROOT", "wounded", "group", "definite"),
        ("107|CD|nsubjpass>killed killed|VBN|ROOT", "107", "group", "bare"),
        ("hundreds|NNS|nsubj>left of|IN|prep>hundreds pilgrims|NNS|pobj>of left|VBD|ROOT", "hundreds", "group", "bare"),
        ("hundreds|NNS|nsubj>left of|IN|prep>hundreds tons|NNS|pobj>of left|VBD|ROOT", "hundreds", None, None),
        (
            "one|CD|nsubj>left of|IN|prep>one the|DT|det>owners owners|NNS|pobj>of left|VBD|ROOT",
            "one",
            "person",
            "bare",
        ),
        ("the|DT|det>movements movements|NNS|nsubj>left left|VBD|ROOT", "movements", None, None),
        ("the|DT|det>decision decision|NN|nsubj>left left|VBD|ROOT", "decision", None, None),
        ("police|NN|compound>chief chief|NN|nsubj>left left|VBD|ROOT", "police", None, None),
    ],
)
def test_what_heads_a_phrase_of_people(sentence: str, head: str, kind: str | None, determined: str | None) -> None:
    t = tokens(sentence)
    found = nominal(t, next(x for x in t.items if x.text == head), PEOPLE)
    assert (found.kind if found else None, found.determined if found else None) == (kind, determined)


@pytest.mark.parametrize(
    ("sentence", "head", "phrase"),
    [
        (
            "the|DT|det>mayor mayor|NN|nsubj>left of|IN|prep>mayor Hollin|NNP|pobj>of|GPE _,|,|punct>mayor "
            "Ana|NNP|compound>Resk|PERSON Resk|NNP|appos>mayor|+PERSON _,|,|punct>mayor left|VBD|ROOT",
            "mayor", "the mayor of Hollin",
        ),
        (
            "a|DT|det>nurse nurse|NN|nsubj>left who|WP|nsubj>fled fled|VBD|relcl>nurse left|VBD|ROOT",
            "nurse", "a nurse who fled",
        ),
        ("clerks|NNS|nsubj>left and|CC|cc>clerks bakers|NNS|conj>clerks left|VBD|ROOT", "clerks", "clerks"),
        ("a|DT|det>poet poet|NN|nsubj>fled and|CC|cc>poet cook|NN|conj>poet fled|VBD|ROOT", "poet", "a poet and cook"),
        ("Resk|NNP|poss>car|PERSON _'s|POS|case>Resk car|NN|nsubj>left left|VBD|ROOT", "Resk", "Resk's"),
        ("Resk|NNP|nsubj>left|PERSON on|IN|prep>Resk strikes|NNS|pobj>on left|VBD|ROOT", "Resk", "Resk"),
    ],
)  # fmt: skip
def test_where_a_mention_ends(sentence: str, head: str, phrase: str) -> None:
    t = tokens(sentence)
    found = mention_phrase(t, next(x for x in t.items if x.text == head))
    assert t.text[slice(*found)] == phrase


@pytest.mark.parametrize(
    ("noun", "singular"),
    [("people", "people"), ("children", "child"), ("women", "woman"), ("ministries", "ministry"),
     ("churches", "church"), ("clerks", "clerk"), ("boss", "boss"), ("passers-by", "passer-by")],
)  # fmt: skip
def test_singular(noun: str, singular: str) -> None:
    assert singular_of(noun, PEOPLE) == singular
