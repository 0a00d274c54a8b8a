"""What is told, and what is only taken for known or looked into."""

from __future__ import annotations

import pytest

from reportedly.connect.brief.stance import only_alleged, stance_of, taken_for_known, tells_of_harm
from reportedly.record import Event, Statement
from reportedly.record.statement import Source

ADJECTIVES = [
    ("They were fed with spoiled milk", "spoiled", True),
    ("Two fell from a burned roof", "burned", True),
    ("The heat has spoiled the milk", "spoiled", False),
    ("It was spoiled by the heat", "spoiled", False),
]


@pytest.mark.parametrize(("content", "word", "known"), ADJECTIVES)
def test_a_verb_that_only_says_of_which_thing_takes_it_for_known(content: str, word: str, known: bool) -> None:
    statement, event = _said(content, word)
    assert bool(taken_for_known(statement, content, [(statement.content[0], [event])])) is known


LOOKED_INTO = [
    ("The mill shut amid an inquiry into theft", "theft", True),
    ("He was accused of theft", "theft", True),
    ("The alleged theft took place in May", "theft", True),
    ("Inspectors had stopped the theft", "theft", False),
    ("He took part in the theft", "theft", False),
]


@pytest.mark.parametrize(("content", "word", "alleged"), LOOKED_INTO)
def test_what_is_looked_into_is_not_told(content: str, word: str, alleged: bool) -> None:
    statement, event = _said(content, word)
    assert bool(only_alleged(content, content, [(statement.content[0], [event])])) is alleged


UNKNOWING = [
    ("It had no information about the missing", "answers"),
    ("that he had only taken note of the decision", "answers"),
    ("The ministry was not aware of any losses", "answers"),
    ("It had nothing to add", "answers"),
    ("It was aware of three deaths", "tells"),
    ("It had no doubt that the bridge was blown up", "tells"),
]


@pytest.mark.parametrize(("content", "stance"), UNKNOWING)
def test_who_knows_nothing_of_it_tells_nothing(content: str, stance: str) -> None:
    statement, _ = _said(content, content[:2])
    assert stance_of(statement, content, content) == stance


GLUED = [
    "The claim was false-it never happened",
    "The accusations were baseless-an attempt to blame it",
    "It was an urban-myth that spread online",
]


@pytest.mark.parametrize("content", GLUED)
def test_a_hyphen_that_stands_for_a_dash_hides_nothing(content: str) -> None:
    statement, _ = _said(content, content[:2])
    assert stance_of(statement, content, content) == "answers"
    assert tells_of_harm("The fire cost two lives-three more were in the house")


def test_people_who_are_got_out_were_in_danger() -> None:
    assert tells_of_harm("Its crew had pulled two men out alive")
    assert not tells_of_harm("Its crew had carried the mail")


def test_lives_that_are_lost_are_harm() -> None:
    assert tells_of_harm("Nine paid for it with their lives")
    assert tells_of_harm("The storm claimed at least nine lives")
    assert not tells_of_harm("They spent their lives at sea")


def _said(content: str, word: str) -> tuple[Statement, Event]:
    """Somebody who says this, and an event in it."""
    at = content.index(word)
    statement = Statement(
        id="s1", source=Source(spans=(), text=None, kind="unknown", named=False), cue=(), content=((0, len(content)),),
        form="indirect", act="say",
    )  # fmt: skip
    return statement, Event(id="e1", trigger=(at, at + len(word)), sentence=(0, len(content)), status="occurred")
