"""Tokens: look-up by offset and by head, and how they are built from scores."""

from __future__ import annotations

import numpy as np
from hypothesis import given, settings

from reportedly.reader.tokens import LONGEST_SENTENCE, build_tokens
from reportedly.reading import Reader
from tests.handmade import span, tokens
from tests.strategies import any_text, news_like

SAID = tokens(
    "The|DT|det>mayor tall|JJ|amod>mayor mayor|NN|nsubj>said of|IN|prep>mayor Ost|NNP|pobj>of|GPE "
    "said|VBD|ROOT _.|.|punct>said",
    "¶Yes|UH|ROOT _.|.|punct>Yes",
)


def test_look_up() -> None:
    assert [t.text for t in SAID.within(span(SAID.text, "mayor of"))] == ["mayor", "of"]
    assert SAID.within((3, 4)) == ()
    assert SAID.text[slice(*SAID.sentence_of(SAID[2]))] == "The tall mayor of Ost said."
    assert [t.text for t in SAID.subtree(SAID[2])] == ["The", "tall", "mayor", "of", "Ost"]
    assert [SAID[k].text for k in SAID.children[5]] == ["mayor", "."]


def test_head_of_a_span() -> None:
    head = SAID.head_of(span(SAID.text, "The tall mayor of Ost"))
    assert head and head.text == "mayor"
    assert SAID.head_of((3, 4)) is None


@given(any_text | news_like)
@settings(max_examples=25)
def test_any_text_gives_a_forest_of_tokens(reader: Reader, text: str) -> None:
    model = reader.tools.model
    out = model.run(text)
    found = build_tokens(out.words, out.heads, model.labels, model.arc_distance)
    for i, t in enumerate(found.items):
        assert (t.i, t.text) == (i, text[t.start : t.end])
        assert t.text and t.lower == t.text.lower()
        assert found[t.head].sentence == t.sentence
        at, steps = t, 0
        while at.head != at.i:
            at, steps = found[at.head], steps + 1
            assert steps <= len(found), "a cycle"
    for a, b in zip(found.items, found.items[1:], strict=False):
        assert a.end <= b.start
        assert a.sentence <= b.sentence


def test_a_sentence_without_end_is_cut(reader: Reader) -> None:
    model = reader.tools.model
    out = model.run("word " * (LONGEST_SENTENCE * 2 + 10))
    found = build_tokens(out.words, out.heads, model.labels, model.arc_distance)
    assert np.bincount([t.sentence for t in found.items]).max() <= LONGEST_SENTENCE


def test_a_noun_before_its_verb_is_no_conjunct(reader: Reader) -> None:
    model = reader.tools.model
    out = model.run("Clashes broke out and police opened fire. Two people were killed and five injured.")
    found = build_tokens(out.words, out.heads, model.labels, model.arc_distance)
    police = next(t for t in found.items if t.text == "police")
    assert (police.relation, found[police.head].text) == ("nsubj", "opened")
