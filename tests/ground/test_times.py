"""Time expressions: their spans and types."""

from __future__ import annotations

import pytest

from reportedly.ground.times import found_times, time_spans, time_type
from reportedly.lexicons import load_lexicons
from tests.handmade import tokens

LEXICONS = load_lexicons()


@pytest.mark.parametrize(
    ("text", "type"),
    [
        ("Friday", "DATE"), ("last month", "DATE"), ("March 3, 2025", "DATE"), ("2019", "DATE"), ("yesterday", "DATE"),
        ("early next week", "DATE"), ("two years ago", "DATE"),
        ("9 p.m.", "TIME"), ("21:30", "TIME"), ("Tuesday night", "TIME"), ("this morning", "TIME"), ("noon", "TIME"),
        ("three days", "DURATION"), ("about two weeks", "DURATION"), ("a decade", "DURATION"),
        ("six hours", "DURATION"), ("for 20 minutes", "DURATION"),
        ("every Friday", "SET"), ("daily", "SET"), ("each year", "SET"),
    ],
)  # fmt: skip
def test_type(text: str, type: str) -> None:
    assert time_type(text) == type


@pytest.mark.parametrize(
    ("spec", "spans"),
    [
        ("It|PRP rained|VBD on|IN||DATE Friday|NNP||+DATE _.|.", ["Friday"]),
        ("It|PRP rained|VBD late|RB Tuesday|NNP||DATE _.|.", ["late Tuesday"]),
        ("It|PRP rained|VBD last|JJ||DATE month|NN||+DATE _.|.", ["last month"]),
        ("On|IN Monday|NNP _,|, yesterday|NN it|PRP rained|VBD", ["Monday", "yesterday"]),
        ("Today|NN _'s|POS rain|NN", ["Today"]),
        ("the|DT days|NNS of|IN rain|NN", []),
        ("_,|,||DATE", []),
    ],
)
def test_spans(spec: str, spans: list[str]) -> None:
    t = tokens(spec)
    assert [t.text[a:b] for a, b in time_spans(t, LEXICONS)] == spans


def test_neighbours_in_two_sentences_stay_apart() -> None:
    t = tokens("He|PRP left|VBD Friday|NNP||DATE", "Monday|NNP||DATE was|VBD dry|JJ")
    assert [t.text[a:b] for a, b in time_spans(t, LEXICONS)] == ["Friday", "Monday"]


def test_times_of_a_record() -> None:
    t = tokens("It|PRP rained|VBD on|IN Friday|NNP||DATE and|CC last|JJ||DATE month|NN||+DATE")
    first, second = found_times(t, LEXICONS)
    assert (first.id, first.text, first.type, first.value) == ("t1", "Friday", "DATE", None)
    assert (second.id, second.text) == ("t2", "last month")
    assert first.why["value"].missing == "unsupported"
