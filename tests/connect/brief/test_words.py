"""Roots and senses of words."""

from __future__ import annotations

import pytest
from hypothesis import given
from hypothesis import strategies as st

from reportedly.connect.brief.mentions import head_of, lemma_of
from reportedly.connect.brief.words import (
    in_lower_case,
    is_empty,
    is_lasting,
    root,
    senses_of,
    tell_an_end,
    words_of,
)


@pytest.mark.parametrize(
    "forms",
    [
        "shoot shot shooting shootings",
        "fire fired firing fires",
        "stop stopped stopping stops",
        "carry carried carries carrying",
        "announce announced announcement announcements",
        "investigate investigated investigation investigations",
        "agree agreed agrees agreement",
        "kill kills killed killing killings",
        "die died dying dies",
    ],
)
def test_forms_of_one_word_share_a_root(forms: str) -> None:
    assert len({root(w) for w in forms.split()}) == 1


@pytest.mark.parametrize(
    ("a", "b"), [("nation", "native"), ("need", "knee"), ("gas", "gasp"), ("moment", "mom"), ("king", "kin")]
)
def test_other_words_do_not(a: str, b: str) -> None:
    assert root(a) != root(b)


@given(st.text(max_size=30))
def test_any_word_has_a_root(word: str) -> None:
    assert root(word) == root(word)
    senses_of(root(word))


@pytest.mark.parametrize(
    ("a", "b"),
    [("exploded", "blast"), ("walkout", "strike"), ("quake", "earthquake"), ("arrested", "detained"), ("died", "dead"),
     ("kidnappers", "abducted"), ("winner", "elected"), ("fouled", "contaminated"), ("swap", "exchange"),
     ("taken", "kidnapped"), ("taken", "arrested"), ("boarded", "seized"), ("measles", "outbreak"),
     ("slide", "avalanche"), ("recaptured", "arrested")],
)  # fmt: skip
def test_near_synonyms_share_a_sense(a: str, b: str) -> None:
    assert senses_of(root(a)) & senses_of(root(b))


@pytest.mark.parametrize(("a", "b"), [("resigned", "arrested"), ("earthquake", "flood"), ("victory", "verdict")])
def test_others_share_none(a: str, b: str) -> None:
    assert senses_of(root(a)) and senses_of(root(b)) and not senses_of(root(a)) & senses_of(root(b))


@pytest.mark.parametrize(
    ("text", "trigger", "lemma"),
    [
        ("A man blew himself up at the gate.", "blew", "blow-up"),
        ("The plane blew past.", "blew", "blow"),
        ("An air strike hit the depot.", "strike", "air-strik"),
        ("Two men were taken into custody.", "taken", "tak-into-custodi"),
        ("They will walk out on Friday.", "walk", "walk-out"),
        ("The guns fired on Tesk.", "fired", "fir-on"),
        ("They took possession of the fort.", "took", "tak-possession"),
    ],
)
def test_particles_and_compounds_make_another_word(text: str, trigger: str, lemma: str) -> None:
    at = text.index(trigger)
    assert lemma_of(text, (at, at + len(trigger))) == lemma


@pytest.mark.parametrize(
    ("phrase", "head"),
    [
        ("the bodies of three miners", "bodies"),
        ("Ana Resk, the mayor", "resk"),
        ("two officials who saw it", "officials"),
        ("He", "he"),
        ("...", "..."),
    ],
)
def test_head_of_a_phrase(phrase: str, head: str) -> None:
    assert head_of(phrase) == head


def test_words_that_say_little() -> None:
    assert is_empty(root("said")) and is_empty(root("took")) and not is_empty(root("bombing"))


def test_what_lasts_until_it_ends() -> None:
    assert is_lasting("Siege") and not is_lasting("raid") and not is_lasting("blockaded")
    assert tell_an_end([root("lifted")]) and not tell_an_end([root("town")])


def test_words_of_a_text_are_known_by_their_places() -> None:
    words = words_of("Ana's raid began. It ended.")
    assert words.all[slice(*words.within((0, 17)))] == ("Ana's", "raid", "began")
    assert words.all[slice(*words.within((18, 27)))] == ("It", "ended")
    assert words.all[slice(*words.within((2, 10)))] == ("raid",)  # no part of a word
    assert [words.starts[1], words.ends[1]] == [6, 10]


@given(st.text())
def test_lower_case_keeps_every_character_in_its_place(text: str) -> None:
    assert len(in_lower_case(text)) == len(text)


def test_of_what_becomes_two_letters_in_lower_case_the_first_stands() -> None:
    assert in_lower_case("At İzmir") == "at izmir"
