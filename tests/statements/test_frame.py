"""Whom it was told, and when it was said."""

from __future__ import annotations

import pytest

from reportedly.ground.times import found_times
from reportedly.lexicons import load_lexicons
from reportedly.reader.tokens import Tokens
from reportedly.record import Span
from reportedly.statements.frame import with_addressee, with_said
from tests.handmade import draft, span, tokens

LEXICONS = load_lexicons()

TOLD = tokens(
    "Ana|NNP|nsubj>told|PERSON told|VBD|ROOT the|DT|det>Post Post|NNP|dobj>told|ORG on|IN|prep>told "
    "Friday|NNP|pobj>on|DATE that|IN|mark>rained it|PRP|nsubj>rained "
    "rained|VBD|ccomp>told last|JJ||DATE week|NN||+DATE _.|.|punct>told"
)


def days(t: Tokens) -> list[Span]:
    """The spans of its dates and times."""
    return [x.span for x in found_times(t, "2025-03-12") if x.type in ("DATE", "TIME")]


def test_told() -> None:
    found = with_addressee(draft(TOLD.text, "told", "that it rained", source="Ana"), TOLD, LEXICONS)
    assert found.addressee == span(TOLD.text, "the Post")
    assert found.reasons["addressee"].by == "rule:told@1"


def test_said_to() -> None:
    t = tokens("Ana|NNP|nsubj>said said|VBD|ROOT to|IN|prep>said reporters|NNS|pobj>to that|IN it|PRP rained|VBD")
    found = with_addressee(draft(t.text, "said", "that it rained", source="Ana"), t, LEXICONS)
    assert found.addressee == span(t.text, "reporters")


@pytest.mark.parametrize(
    "occasion",
    [
        "in|IN an|DT interview|NN with|IN",
        "in|IN a|DT statement|NN to|IN",
        "in|IN an|DT email|NN to|IN",
        "during|IN a|DT phone|NN call|NN with|IN",
        "speaking|VBG to|IN",
        "testifying|VBG before|IN",
    ],
)
def test_occasions(occasion: str) -> None:
    t = tokens(f"Ana|NNP said|VBD it|PRP rained|VBD _,|, {occasion} Sky|NNP Tirana|NNP _.|.")
    found = with_addressee(draft(t.text, "said", "it rained", source="Ana"), t, LEXICONS)
    assert found.addressee == span(t.text, "Sky Tirana")
    assert found.reasons["addressee"].by == "rule:occasion@1"


def test_nobody_was_told() -> None:
    t = tokens("Ana|NNP said|VBD it|PRP rained|VBD _.|.")
    held = draft(t.text, "said", "it rained", source="Ana")
    assert with_addressee(held, t, LEXICONS) is held


def test_an_occasion_inside_the_content_is_not_this_ones() -> None:
    t = tokens("Ana|NNP said|VBD Bo|NNP spoke|VBD to|IN reporters|NNS _.|.")
    held = draft(t.text, "said", "Bo spoke to reporters", source="Ana")
    assert with_addressee(held, t, LEXICONS).addressee is None


def test_said_is_the_nearest_time_outside_the_content() -> None:
    times = days(TOLD)
    assert [TOLD.text[a:b] for a, b in times] == ["Friday", "last week"]
    found = with_said(draft(TOLD.text, "told", "that it rained last week", source="Ana"), TOLD, times)
    assert found.said == span(TOLD.text, "Friday")


def test_a_time_of_another_verb_or_noun_is_not_when_it_was_said() -> None:
    t = tokens(
        "Ana|NNP|nsubj>said said|VBD|ROOT it|PRP rained|VBD and|CC left|VBD|conj>said on|IN|prep>left "
        "Friday|NNP|pobj>on|DATE"
    )
    times = days(t)
    assert with_said(draft(t.text, "said", "it rained", source="Ana"), t, times).said is None
    noun = tokens("Ana|NNP said|VBD at|IN its|PRP$ Friday|NNP||DATE bulletin|NN it|PRP rained|VBD")
    times = days(noun)
    assert times and with_said(draft(noun.text, "said", "it rained", source="Ana"), noun, times).said is None


def test_a_time_that_tells_more_of_the_source_is_not_when_it_was_said() -> None:
    t = tokens(
        "Ana|NNP|nsubj>said _,|, who|WP|nsubj>arrived arrived|VBD|relcl>Ana Friday|NNP|npadvmod>arrived|DATE _,|, "
        "said|VBD|ROOT it|PRP|nsubj>rained rained|VBD|ccomp>said"
    )
    assert with_said(draft(t.text, "said", "it rained", source="Ana"), t, days(t)).said is None


def test_the_time_that_hangs_on_the_cue_goes_before_a_nearer_one() -> None:
    t = tokens(
        "On|IN|prep>said Monday|NNP|pobj>On|DATE Ana|NNP|nsubj>said _,|, now|RB|advmod>mayor mayor|NN|appos>Ana "
        "_,|, said|VBD|ROOT "
        "it|PRP|nsubj>rained rained|VBD|ccomp>said"
    )
    found = with_said(draft(t.text, "said", "it rained", source="Ana"), t, days(t))
    assert found.said == span(t.text, "Monday")


def test_no_cue_no_time() -> None:
    held = draft(TOLD.text, None, "it rained")
    assert with_said(held, TOLD, [(0, 3)]) is held
