"""Names, roles and genders."""

from __future__ import annotations

import pytest

from reportedly.ground.mentions import gender_of, names, role_of
from reportedly.lexicons import load_lexicons
from reportedly.reader.tokens import Tokens
from tests.handmade import tokens

LEXICONS = load_lexicons()


def found(t: Tokens, outlet: str | None = None) -> list[tuple[str, str]]:
    return [(t.text[slice(*n.span)], n.kind) for n in names(t, outlet, LEXICONS)]


@pytest.mark.parametrize(
    ("spec", "expected"),
    [
        ("Ana|NNP||PERSON Resk|NNP||+PERSON left|VBD", [("Ana Resk", "person")]),
        ("Mr.|NNP||PERSON Resk|NNP||+PERSON left|VBD", [("Resk", "person")]),
        ("Ana|NNP||PERSON Resk|NNP||+PERSON _'s|POS||+PERSON car|NN", [("Ana Resk", "person")]),
        ("the|DT||ORG Rail|NNP||+ORG Union|NNP||+ORG left|VBD", [("Rail Union", "organisation")]),
        ("Ost|NNP||GPE and|CC the|DT Ostians|NNPS||NORP", [("Ost", "state"), ("Ostians", "group")]),
        ("Ana|NNP||PERSON Bo|NNP||PERSON", [("Ana", "person"), ("Bo", "person")]),
        ("Friday|NNP||DATE left|VBD", []),
        ("the|DT newspaper|NN Kestrel|NNP||ORG said|VBD", [("Kestrel", "outlet")]),
        ("Kestrel|NNP||PERSON Holdings|NNP||+PERSON said|VBD", [("Kestrel Holdings", "organisation")]),
    ],
)
def test_names(spec: str, expected: list[tuple[str, str]]) -> None:
    assert found(tokens(spec)) == expected


def test_the_outlet_in_hand_is_an_outlet() -> None:
    t = tokens("Blue|NNP||PERSON Sky|NNP||+PERSON said|VBD")
    assert found(t) == [("Blue Sky", "person")]
    assert found(t, "The Blue Sky") == [("Blue Sky", "outlet")]


def test_a_name_seen_whole_once_is_seen_whole_everywhere() -> None:
    t = tokens("Rail|NNP||ORG Link|NNP||+ORG left|VBD _.|.", "Rail|NNP Link|NNP||PERSON came|VBD _.|.")
    assert [name for name, _ in found(t)] == ["Rail Link", "Rail Link"]


def role(spec: str) -> str | None:
    t = tokens(spec)
    (name,) = names(t, None, LEXICONS)
    found_role = role_of(t, name, LEXICONS)
    assert found_role is None or t.text[slice(*found_role.span)] == found_role.text
    return found_role.text if found_role else None


ANA = "Ana|NNP||PERSON Resk|NNP||+PERSON"


@pytest.mark.parametrize(
    ("spec", "expected"),
    [
        (f"President|NNP {ANA} left|VBD", "President"),
        (f"Finance|NNP Minister|NNP {ANA} left|VBD", "Finance Minister"),
        (f"union|NN leader|NN {ANA} left|VBD", "union leader"),
        (f"{ANA} _,|, the|DT mayor|NN of|IN Ost|NNP _,|, left|VBD", "mayor of Ost"),
        (f"{ANA} _,|, a|DT spokeswoman|NN _,|, left|VBD", "spokeswoman"),
        (f"the|DT mayor|NN _,|, {ANA} _,|, left|VBD", "mayor"),
        (f"the|DT bank|NN governor|NN _,|, {ANA} _,|, said|VBD", "bank governor"),
        (f"{ANA} _,|, who|WP left|VBD", None),
        (f"Mr.|NNP {ANA} left|VBD", None),
        (f"{ANA} left|VBD", None),
    ],
)
def test_role(spec: str, expected: str | None) -> None:
    assert role(spec) == expected


@pytest.mark.parametrize(
    ("spec", "gender"),
    [
        ("Mr.|NNP Resk|NNP||PERSON", "male"),
        ("Mrs|NNP Resk|NNP||PERSON", "female"),
        ("Mary|NNP||PERSON Resk|NNP||+PERSON", "female"),
        ("John|NNP||PERSON Resk|NNP||+PERSON", "male"),
        ("Resk|NNP||PERSON _,|, a|DT spokeswoman|NN _,|, left|VBD", "female"),
        ("Resk|NNP||PERSON left|VBD", None),
    ],
)
def test_gender(spec: str, gender: str | None) -> None:
    t = tokens(spec)
    (name,) = names(t, None, LEXICONS)
    assert gender_of(name, role_of(t, name, LEXICONS), t, LEXICONS) == gender
