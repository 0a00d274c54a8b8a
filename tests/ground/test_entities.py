"""Entities: what sources stand for in an article."""

from __future__ import annotations

import pytest

from reportedly.ground.entities import Entities, find_entities
from reportedly.lexicons import load_lexicons
from reportedly.reader.tokens import Tokens
from reportedly.record import Article, Span
from reportedly.statements.draft import Draft
from tests.handmade import WHY, span, tokens

LEXICONS = load_lexicons()
MARY = "Mary|NNP|compound>Resk|PERSON Resk|NNP|nsubj>left|+PERSON left|VBD _.|."
ANA = "Ana|NNP|compound>Resk|PERSON Resk|NNP|nsubj>left|+PERSON left|VBD|ROOT _.|."


def entities(t: Tokens, *sources: Span, outlet: str | None = None) -> Entities:
    drafts = [Draft(s, (s[1], s[1] + 1), (), WHY) for s in sources]
    return find_entities(t, drafts, Article(id="a", text=t.text, outlet=outlet), LEXICONS, {})


def resolved(t: Tokens, words: str, *before: str, nth: int = 1) -> str | None:
    """The name of what a source stands for; `before` are sources of earlier statements."""
    at = span(t.text, words, nth)
    entity = entities(t, *(span(t.text, b) for b in before), at).of(at)
    return entity.name if entity else None


def source(words: str) -> str:
    return f"{words} said|VBD|ROOT so|RB _.|."


@pytest.mark.parametrize(
    ("first", "second", "mention", "name"),
    [
        (MARY, "She|PRP|nsubj>said", "She", "Mary Resk"),
        (MARY, "He|PRP|nsubj>said", "He", None),
        (ANA, "Resk|NNP|nsubj>said|PERSON", "Resk", "Ana Resk"),
        (
            "Ana|NNP|compound>Resk|PERSON Resk|NNP|nsubj>left|+PERSON _,|, the|DT mayor|NN _,|, left|VBD",
            "the|DT|det>mayor mayor|NN|nsubj>said", "the mayor", "Ana Resk",
        ),
        (
            "Sky|NNP|compound>News|ORG News|NNP|nsubj>left|+ORG left|VBD", "the|DT|det>outlet outlet|NN|nsubj>said",
            "the outlet", "Sky News",
        ),
        (
            "The|DT Health|NNP||ORG Ministry|NNP|nsubj>left|+ORG left|VBD",
            "the|DT|det>ministry ministry|NN|nsubj>said", "the ministry", "Health Ministry",
        ),
        ("Rail|NNP|compound>Link|ORG Link|NNP|nsubj>left|+ORG left|VBD", "It|PRP|nsubj>said", "It", "Rail Link"),
        ("It|PRP rained|VBD", "She|PRP|nsubj>said", "She", None),
    ],
)  # fmt: skip
def test_what_a_source_stands_for(first: str, second: str, mention: str, name: str | None) -> None:
    t = tokens(first, source(second))
    assert resolved(t, mention, nth=t.text.count(mention)) == name


def test_the_last_speaker_goes_on_speaking() -> None:
    t = tokens(
        source("Mary|NNP|compound>Resk|PERSON Resk|NNP|nsubj>said|+PERSON"),
        "Mary|NNP|compound>Lund|PERSON Lund|NNP|nsubj>left|+PERSON left|VBD _.|.",
        source("She|PRP|nsubj>said"),
    )
    assert resolved(t, "She", "Mary Resk") == "Mary Resk"


def test_far_away_is_too_far() -> None:
    t = tokens(ANA, *["It|PRP rained|VBD _.|."] * 9, source("She|PRP|nsubj>said"))
    assert resolved(t, "She") is None


def test_a_spokesman_of_a_body_speaks_for_it() -> None:
    t = tokens(
        "a|DT|det>spokesman spokesman|NN|nsubj>said for|IN|prep>spokesman Rail|NNP|compound>Link|ORG "
        "Link|NNP|pobj>for|+ORG said|VBD|ROOT so|RB"
    )
    assert resolved(t, "a spokesman for Rail Link") == "Rail Link"


def test_an_unnamed_source_is_an_entity_where_it_is_met_again() -> None:
    t = tokens(
        source("two|CD|nummod>officials officials|NNS|nsubj>said"),
        source("The|DT|det>officials officials|NNS|nsubj>said"),
        source("A|DT|det>clerk clerk|NN|nsubj>said"),
    )
    officials, again, clerk = span(t.text, "two officials"), span(t.text, "The officials"), span(t.text, "A clerk")
    found = entities(t, officials, again, clerk)
    first, second = found.of(officials), found.of(again)
    assert first and first == second and first.name == "two officials" and first.kind == "group"
    assert first.mentions == (officials, again)
    assert (entity := found.of(clerk)) and entity.name == "A clerk" and entity.mentions == (clerk,)
    assert found.description_of(again) == officials


def test_who_is_the_one_before() -> None:
    t = tokens(
        "Ana|NNP|compound>Resk|PERSON Resk|NNP|nsubj>left|+PERSON _,|, who|WP|nsubj>said said|VBD|relcl>Resk so|RB "
        "_,|, left|VBD|ROOT"
    )
    assert resolved(t, "who") == "Ana Resk"


def test_apposition() -> None:
    t = tokens(
        "the|DT|det>mayor mayor|NN|nsubj>said _,|,|punct>mayor Ana|NNP|compound>Resk|PERSON "
        "Resk|NNP|appos>mayor|+PERSON _,|,|punct>mayor said|VBD|ROOT so|RB"
    )
    assert resolved(t, "the mayor, Ana Resk,") == "Ana Resk"


def test_entities_are_numbered_in_text_order_and_keep_every_mention() -> None:
    t = tokens(ANA, "Bo|NNP||PERSON left|VBD _.|.", "Resk|NNP||PERSON left|VBD _.|.")
    items = entities(t).items
    assert [(e.id, e.name) for e in items] == [("n1", "Ana Resk"), ("n2", "Bo")]
    assert [t.text[a:b] for a, b in items[0].mentions] == ["Ana Resk", "Resk"]
    assert items[0].why["name"].by == "rule:names@1"


def test_i_in_a_quotation_is_whoever_is_quoted() -> None:
    t = tokens("I|PRP left|VBD _,|, said|VBD Ana|NNP|compound>Resk|PERSON Resk|NNP|nsubj>said|+PERSON")
    ana = span(t.text, "Ana Resk")
    said = Draft(ana, span(t.text, "said"), (span(t.text, "I left"),), WHY, form="direct")
    found = find_entities(t, [said], Article(id="a", text=t.text), LEXICONS, {})
    assert (0, 1) in found.items[0].mentions
    indirect = Draft(ana, span(t.text, "said"), (span(t.text, "I left"),), WHY, form="indirect")
    assert (0, 1) not in find_entities(t, [indirect], Article(id="a", text=t.text), LEXICONS, {}).items[0].mentions
