"""Kinds of sources, by words alone."""

from __future__ import annotations

import pytest

from reportedly.lexicons import load_lexicons
from reportedly.record import Entity, Why
from reportedly.statements.kinds import source_kind
from tests.handmade import span, tokens

LEXICONS = load_lexicons()


def kind_of(spec: str, source: str, entity: Entity | None = None) -> tuple[str, bool]:
    t = tokens(spec)
    kind, named, why = source_kind(span(t.text, source), entity, t, LEXICONS)
    assert why.by.startswith("rule:") and why.evidence
    return kind, named


SAID = "said|VBD|ROOT it|PRP rained|VBD"


@pytest.mark.parametrize(
    ("spec", "source", "kind", "named"),
    [
        ("Ana|NNP|compound>Resk|PERSON Resk|NNP|nsubj>said|+PERSON", "Ana Resk", "person", True),
        ("Rail|NNP|compound>Link|ORG Link|NNP|nsubj>said|+ORG", "Rail Link", "organisation", True),
        ("the|DT|det>ministry ministry|NN|nsubj>said", "the ministry", "organisation", False),
        ("police|NNS|nsubj>said", "police", "organisation", False),
        ("a|DT|det>spokesman spokesman|NN|nsubj>said", "a spokesman", "organisation", False),
        ("a|DT|det>report report|NN|nsubj>said", "a report", "document", False),
        ("the|DT|det>images images|NNS|nsubj>said", "the images", "document", False),
        ("the|DT|det>newspaper newspaper|NN|nsubj>said", "the newspaper", "outlet", False),
        ("state|NN|compound>television television|NN|nsubj>said", "state television", "outlet", True),
        ("residents|NNS|nsubj>said", "residents", "group", False),
        ("officials|NNS|nsubj>said", "officials", "group", False),
        ("many|JJ|nsubj>said", "many", "group", False),
        ("two|CD|nummod>officials officials|NNS|nsubj>said", "two officials", "anonymous", False),
        ("an|DT|det>official official|NN|nsubj>said", "an official", "anonymous", False),
        ("a|DT|det>source source|NN|nsubj>said", "a source", "anonymous", False),
        ("a|DT|det>neighbour neighbour|NN|nsubj>said", "a neighbour", "anonymous", False),
        (
            "one|CD|nsubj>said of|IN|prep>one the|DT|det>officials officials|NNS|pobj>of", "one of the officials",
            "anonymous", False,
        ),
        (
            "people|NNS|nsubj>said familiar|JJ|amod>people with|IN|prep>familiar the|DT talks|NNS|pobj>with",
            "people familiar with the talks", "anonymous", False,
        ),
        ("she|PRP|nsubj>said", "she", "anonymous", False),
    ],
)  # fmt: skip
def test_kind(spec: str, source: str, kind: str, named: bool) -> None:
    assert kind_of(f"{spec} {SAID}", source) == (kind, named)


def test_no_source() -> None:
    t = tokens(SAID)
    kind, named, why = source_kind(None, None, t, LEXICONS)
    assert (kind, named, why.missing) == ("unknown", False, "not_said")


@pytest.mark.parametrize(
    ("entity_kind", "kind", "named"),
    [
        ("person", "person", True),
        ("organisation", "organisation", True),
        ("state", "organisation", True),
        ("outlet", "outlet", True),
    ],
)
def test_a_pronoun_is_what_it_stands_for(entity_kind: str, kind: str, named: bool) -> None:
    entity = Entity.model_validate({"id": "n1", "name": "Ost", "kind": entity_kind})
    assert kind_of(f"it|PRP|nsubj>said {SAID}", "it", entity) == (kind, named)


def test_an_entity_without_a_name_names_nobody() -> None:
    entity = Entity(id="n1", name="the man", kind="person", why={"name": Why(by="rule:description@1")})
    assert kind_of(f"the|DT|det>man man|NN|nsubj>said {SAID}", "the man", entity) == ("anonymous", False)


def test_a_spokesman_for_a_named_body() -> None:
    spec = f"a|DT|det>spokesman spokesman|NN|nsubj>said for|IN|prep>spokesman Ost|NNP|pobj>for|ORG {SAID}"
    assert kind_of(spec, "a spokesman for Ost") == ("organisation", True)
