"""Acts by the words of the cue, forms by quotation marks."""

from __future__ import annotations

import pytest

from reportedly.lexicons import load_lexicons
from reportedly.reader.words import quoted_ranges
from reportedly.statements.acts import quotes_of, with_act, with_form
from tests.handmade import draft

LEXICONS = load_lexicons()


@pytest.mark.parametrize(
    ("cue", "act"),
    [
        ("said", "say"), ("has said", "say"), ("told", "say"), ("announced", "say"), ("warned", "say"),
        ("asked", "say"),
        ("according to", "say"), ("–", "say"), (":", "say"), ("tweeted", "say"), ("reportedly", "say"),
        ("accused", "say"), ("promised", "say"), ("said he believes", "say"), ("showed", "say"),
        ("believes", "believe"), ("thought", "believe"), ("is widely thought", "believe"), ("expects", "believe"),
        ("fears", "believe"), ("is convinced", "believe"), ("is understood", "believe"), ("knew", "believe"),
        ("do not think", "believe"), ("doubts", "believe"),
        ("wants", "want"), ("wanted", "want"), ("hopes", "want"), ("is hoping for", "want"), ("intends", "want"),
        ("planned", "want"), ("would prefer", "want"), ("does not want", "want"),
        ("denied", "deny"), ("denies", "deny"), ("has long denied", "deny"), ("rejected", "deny"), ("disputes", "deny"),
        ("refuted", "deny"),
    ],
)  # fmt: skip
def test_act_of_a_cue(cue: str, act: str) -> None:
    text = f"They {cue} that it rained."
    found = with_act(draft(text, cue, "that it rained"), text, LEXICONS)
    assert found and found.act == act
    assert found.reasons["act"].evidence
    for a, b in found.reasons["act"].evidence:
        assert text[a:b] in cue


@pytest.mark.parametrize(
    ("cue", "content"),
    [
        ("did not say", "that it rained"),
        ("has never said", "that it rained"),
        ("didn't tell", "them that it rained"),
        ("never mentioned", "the rain"),
    ],
)
def test_a_negated_saying_says_nothing(cue: str, content: str) -> None:
    text = f"They {cue} {content}."
    assert with_act(draft(text, cue, content), text, LEXICONS) is None


def test_what_is_not_confirmed_is_declined() -> None:
    text = "They have not confirmed that it rained."
    found = with_act(draft(text, "have not confirmed", "that it rained"), text, LEXICONS)
    assert found and found.act == "decline"


@pytest.mark.parametrize("question", ["whether", "if", "why", "how", "when", "who", "what"])
def test_a_question_left_open_is_declined(question: str) -> None:
    text = f"They did not say {question} it rained."
    found = with_act(draft(text, "did not say", f"{question} it rained"), text, LEXICONS)
    assert found and found.act == "decline"
    assert found.reasons["act"].by == "rule:did-not-say@1"


def test_a_refusal_keeps_its_act() -> None:
    text = "They did not respond."
    refused = draft(text, "did not respond").because("act", draft(text, None).why, act="no_response")
    assert with_act(refused, text, LEXICONS) is refused


@pytest.mark.parametrize(
    ("content", "form"),
    [
        (['"It rained,"'], "direct"),
        (["“It rained”", "“all day.”"], "direct"),
        (["“It rained all day"], "direct"),
        (["It rained"], "indirect"),
        (['that it "rained"'], "mixed"),
        (["It rained", "“all day.”"], "mixed"),
        (["«It rained»"], "direct"),
        ([], "indirect"),
    ],
)
def test_form(content: list[str], form: str) -> None:
    text = " so, ".join(content) + " they said"
    found = with_form(draft(text, "they said", *content), quotes_of(text, quoted_ranges(text)))
    assert found.form == form
    assert all(text[a:b] for a, b in found.reasons["form"].evidence)


def test_only_quotation_marks_inside_the_content_count() -> None:
    text = "“Bo” Li said it rained, “hard.”"
    assert with_form(draft(text, "said", "it rained"), quotes_of(text, quoted_ranges(text))).form == "indirect"
