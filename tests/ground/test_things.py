"""Which names belong to one thing."""

from __future__ import annotations

import pytest

from reportedly import Reader
from reportedly.ground.coreference import definite_phrase, singular
from reportedly.ground.things import has_word, named_things
from reportedly.lexicons import load_lexicons
from tests.handmade import span, tokens

LEXICONS = load_lexicons()


def name(words: str, kind: str) -> str:
    first, *others = words.split()
    return " ".join([f"{first}|NNP||{kind}", *(f"{w}|NNP||+{kind}" for w in others)])


@pytest.mark.parametrize(
    ("first", "second", "kind"),
    [
        ("Ana Resk", "Resk", "PERSON"),
        ("Ana Maria Resk", "Ana Resk", "PERSON"),
        ("Ana Resk", "Ana", "PERSON"),
        ("Rail Link Holdings", "Rail Link", "ORG"),
        ("Amnesty International", "Amnesty", "ORG"),
        ("European Space Agency", "ESA", "ORG"),
        ("Bank of Ost", "BOO", "ORG"),
        ("Ost", "Ost", "GPE"),
    ],
)
def test_the_same(first: str, second: str, kind: str) -> None:
    t = tokens(f"{name(first, kind)} left|VBD", f"{name(second, kind)} came|VBD")
    (thing,) = named_things(t, None, LEXICONS)
    assert thing.name(t.text) == first
    assert len(thing.spans) == 2


@pytest.mark.parametrize(
    ("first", "second", "kind"),
    [
        ("Ana Resk", "Bo Resk", "PERSON"),
        ("Ana Resk", "Ana Lund", "PERSON"),
        ("Bank of Ost", "Bank of Vesk", "ORG"),
        ("The Post", "Post Office", "ORG"),
        ("Ost", "Vesk", "GPE"),
    ],
)
def test_not_the_same(first: str, second: str, kind: str) -> None:
    t = tokens(f"{name(first, kind)} left|VBD", f"{name(second, kind)} came|VBD")
    assert len(named_things(t, None, LEXICONS)) == 2


def test_the_kind_that_most_mentions_have() -> None:
    t = tokens(f"{name('Ana Resk', 'PERSON')} left|VBD", "Resk|NNP||ORG came|VBD", "Resk|NNP||PERSON ate|VBD")
    (thing,) = named_things(t, None, LEXICONS)
    assert (thing.kind, len(thing.names)) == ("person", 3)


@pytest.mark.parametrize(
    ("many", "one"),
    [
        ("officials", "official"), ("women", "woman"), ("spokesmen", "spokesman"), ("ministries", "ministry"),
        ("people", "person"), ("press", "press"), ("official", "official"),
    ],
)  # fmt: skip
def test_singular(many: str, one: str) -> None:
    assert singular(many) == one


@pytest.mark.parametrize(
    ("spec", "noun", "phrase"),
    [
        ("the|DT tall|JJ mayor|NN left|VBD", "mayor", "the tall mayor"),
        ("these|DT two|CD officials|NNS left|VBD", "officials", "these two officials"),
        ("a|DT mayor|NN left|VBD", "mayor", None),
        ("mayor|NN left|VBD", "mayor", None),
        ("the|DT mayor|NN office|NN left|VBD", "mayor", None),
        ("the|DT mayor|NN _'s|POS dog|NN", "mayor", None),
    ],
)
def test_definite_phrases(spec: str, noun: str, phrase: str | None) -> None:
    t = tokens(spec)
    token = next(x for x in t.items if x.text == noun)
    assert definite_phrase(t, token) == (span(t.text, phrase) if phrase else None)


def test_has_word() -> None:
    assert has_word("Ministry of Health", "health")
    assert not has_word("Ministry of Health", "heal")


def test_days_and_months_are_nobody() -> None:
    t = tokens(f"{name('Thursday', 'PERSON')} brought|VBD numbers|NNS", f"in|IN {name('October', 'PERSON')}")
    assert named_things(t, None, LEXICONS) == []
    (june,) = named_things(tokens(f"{name('June', 'PERSON')} left|VBD"), None, LEXICONS)
    assert june.name("June left") == "June"


def test_no_name_in_a_source_that_ends_with_a_month() -> None:
    t = tokens("report|NN delivered|VBN in|IN October|NNP said|VBD")
    assert named_things(t, None, LEXICONS, [span(t.text, "report delivered in October")]) == []


def test_a_land_that_nobody_knows_is_no_person(reader: Reader) -> None:
    text = "Veshkia is weighing a strike, officials said. Veshkia's ministry denied it. A Veshkian plane turned back."
    kinds = {e.name: e.kind for e in reader.read(text).entities}
    assert kinds["Veshkia"] == "state"
    assert "Veshkian" not in kinds


def test_a_leader_with_a_government_stays_a_person(reader: Reader) -> None:
    text = "Dema resigned on Monday. Dema's government had lost a vote, the speaker said."
    assert {e.name: e.kind for e in reader.read(text).entities}.get("Dema") in ("person", None)
