"""Statements whose source is left unsaid, and what is no statement at all."""

from __future__ import annotations

import pytest

from reportedly.lexicons import load_lexicons
from reportedly.reader.tokens import Tokens
from reportedly.statements.found import merge_touching
from reportedly.statements.noise import without_noise
from reportedly.statements.unsourced import unsourced
from tests.handmade import draft, span, tokens

LEXICONS = load_lexicons()


@pytest.mark.parametrize("adverb", ["reportedly", "allegedly", "purportedly", "supposedly"])
def test_adverbs(adverb: str) -> None:
    t = tokens(f"Bo|NNP|nsubj>fled {adverb}|RB|advmod>fled fled|VBD|ROOT abroad|RB|advmod>fled _.|.|punct>fled")
    (found,) = unsourced(t, [], LEXICONS)
    assert found.source is None
    assert found.cue == span(t.text, adverb)
    assert [t.text[a:b] for a, b in found.content] == ["Bo", "fled abroad"]


@pytest.mark.parametrize(
    "verb", ["understood", "believed", "said", "thought", "alleged", "rumoured", "feared", "claimed"]
)
@pytest.mark.parametrize("adverb", ["", "widely ", "now "])
def test_it_is_believed(verb: str, adverb: str) -> None:
    words = f"It|PRP is|VBZ {adverb.strip()}|RB {verb}|VBN" if adverb else f"It|PRP is|VBZ {verb}|VBN"
    t = tokens(f"{words} that|IN Bo|NNP has|VBZ fled|VBN _.|.")
    (found,) = unsourced(t, [], LEXICONS)
    assert (found.source, [t.text[a:b] for a, b in found.content]) == (None, ["that Bo has fled"])
    assert found.cue and t.text[slice(*found.cue)].endswith(f"is {adverb}{verb}")


def test_is_said_to_have() -> None:
    t = tokens(
        "The|DT|det>suspect suspect|NN|nsubjpass>said is|VBZ|auxpass>said said|VBN|ROOT to|TO|aux>fled "
        "have|VB|aux>fled fled|VBN|xcomp>said _.|.|punct>said"
    )
    (found,) = unsourced(t, [], LEXICONS)
    assert [t.text[a:b] for a, b in found.content] == ["The suspect", "to have fled"]


def test_what_the_reader_found_is_not_added_again() -> None:
    t = tokens("It|PRP is|VBZ believed|VBN that|IN Bo|NNP has|VBZ fled|VBN _.|.")
    held = draft(t.text, "is believed", "that Bo has fled")
    assert unsourced(t, [held], LEXICONS) == [held]


@pytest.mark.parametrize(
    "cue", ["known as", "called", "is also known as", "nicknamed", "titled", "dubbed", "so-called"]
)
def test_names_that_are_given(cue: str) -> None:
    text = f"The street, {cue} the Snake, is wet."
    naming = draft(text, cue, "the Snake")
    assert without_noise([naming], Tokens(text, ())) == []


def test_somebody_who_calls_it_so_is_kept() -> None:
    text = "Ana called it “a snake”."
    held = draft(text, "called", "it “a snake”", source="Ana")
    assert without_noise([held], Tokens(text, ())) == [held]


@pytest.mark.parametrize(
    ("cue", "content"),
    [
        ("asked", "not to be named"),
        ("requested", "anonymity"),
        ("insisted on", "anonymity"),
        ("asked", "that his name not be used"),
    ],
)
def test_who_asks_to_stay_unnamed(cue: str, content: str) -> None:
    text = f"An official who {cue} {content} left."
    assert without_noise([draft(text, cue, content, source="who")], Tokens(text, ())) == []


def test_touching_fragments_become_one() -> None:
    text = "ab  cd\nef, gh"
    assert merge_touching(((4, 6), (0, 2)), text) == ((0, 6),)
    assert merge_touching(((0, 2), (7, 9)), text) == ((0, 2), (7, 9))
    assert merge_touching(((7, 9), (11, 13)), text) == ((7, 9), (11, 13))
    assert merge_touching((), text) == ()
