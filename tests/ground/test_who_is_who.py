"""Whole texts: which mentions are one person, body, state or group, read by the shipped models."""

from __future__ import annotations

import pytest

from reportedly import Reader
from reportedly.record import Record

CASES = [
    # text, mention (its last occurrence), name of what it stands for, or None where it stands for nobody
    ("Dana Lund, the press secretary, spoke. She left early.", "She", "Dana Lund"),
    ("Dana Lund, the press secretary, spoke.", "the press secretary", "Dana Lund"),
    ("Dana Lund is the press secretary.", "the press secretary", "Dana Lund"),
    ("Dana Lund served as the treasurer for a year.", "the treasurer", "Dana Lund"),
    ("His wife, Mary Lund, left the court.", "His wife", "Mary Lund"),
    ("The Ward Clerks' Union (WCU) met. The WCU voted to strike.", "The WCU", "Ward Clerks' Union"),
    ("The Ward Clerks' Union met. The union voted to strike.", "The union", "Ward Clerks' Union"),
    ("Harbor Freight Corp. closed a plant. The company gave no reason.", "The company", "Harbor Freight Corp."),
    ("Britain sent a ship. The UK gave no reason.", "The UK", "Britain"),
    ("France sent a ship. The country gave no reason.", "The country", "France"),
    ("Two officials left. They gave no reason.", "They", "Two officials"),
    ("Police arrested a man. He was drunk.", "He", "a man"),
    ("A clerk saw the fire. The clerk ran.", "The clerk", "A clerk"),
    ("Residents fled. Hundreds of people spent the night outside.", "Hundreds of people", "Hundreds of people"),
    ("The mayor met Dana Lund. Mary Resk blamed herself.", "herself", "Mary Resk"),
    ("It is clear that the bridge will close.", "It", None),
    ("The committee voted. It was clear that Dana Lund had lost.", "It", None),
]  # fmt: skip


def stands_for(record: Record, words: str) -> str | None:
    at = record.article.text.rfind(words)
    found = (e for e in record.entities if (at, at + len(words)) in e.mentions)
    return next((e.name for e in found), None)


@pytest.mark.parametrize(("text", "words", "name"), CASES)
def test_what_a_mention_stands_for(text: str, words: str, name: str | None, reader: Reader) -> None:
    assert stands_for(reader.read(text), words) == name


def test_i_and_we_are_whoever_is_quoted(reader: Reader) -> None:
    text = '"I saw the fire and my son saw it," said Dana Lund, a nurse. "We want an answer," the Harbor Board said.'
    record = reader.read(text)
    assert [stands_for(record, w) for w in ("I", "my", "We")] == ["Dana Lund", "Dana Lund", "Harbor Board"]


INTERVIEW = """An interview with Dana Lund, the keeper of the Hollin light

The Inlet Sentinel spoke to Dana Lund at her home in Hollin.

How did you become a keeper?

My father was one, and I liked the sea. I never wanted anything else.

Do you feel lonely out there?

I do not. I read a lot.

What will you do next year?

I will leave the light to others.
"""


LABELLED = """Keeper of the light: an interview with Dana Lund

Q: How did you become a keeper?

A: My father was one. I liked the sea.

Q: Do your colleagues like you?

A: I hope so. I like them.
"""


def test_turns_with_labels(reader: Reader) -> None:
    record = reader.read(LABELLED)
    dana = next(e for e in record.entities if e.name == "Dana Lund")
    spoken = [record.article.text[a:b] for a, b in dana.mentions]
    assert [w for w in spoken if w != "Dana Lund"] == ["you", "My", "I", "your", "you", "I", "I"]


def test_a_headline_leaves_the_article_out(reader: Reader) -> None:
    record = reader.read("Clerk jailed over fire\n\nA clerk was jailed on Tuesday. The clerk had set a fire.")
    clerk = next(e for e in record.entities if e.kind == "person")
    assert [record.article.text[a:b] for a, b in clerk.mentions] == ["Clerk", "A clerk", "The clerk"]
    assert clerk.name == "A clerk" and clerk.key is None and clerk.why["key"].missing == "not_said"


def test_roles_from_predicates(reader: Reader) -> None:
    record = reader.read("Dana Lund is the treasurer of the Harbor Board. Bo Resk is a good man.")
    assert {e.name: e.role for e in record.entities if e.key and e.kind == "person"} == {
        "Dana Lund": "treasurer of the Harbor Board", "Bo Resk": None,
    }  # fmt: skip


def test_no_entity_where_nobody_is_meant(reader: Reader) -> None:
    record = reader.read("No clerks were hurt. Nobody spoke.")
    assert record.entities == ()


def test_the_turns_of_an_interview(reader: Reader) -> None:
    record = reader.read(INTERVIEW, outlet="The Inlet Sentinel")
    dana = next(e for e in record.entities if e.name == "Dana Lund")
    spoken = [record.article.text[a:b] for a, b in dana.mentions]
    assert spoken.count("you") == 3 and spoken.count("I") == 5 and spoken.count("My") == 1
    assert "mentions:interview" in dana.why


def test_abstract_nouns_are_no_entities(reader: Reader) -> None:
    record = reader.read("The decision angered residents. The delay cost a fortune, and confidence fell.")
    assert [e.name for e in record.entities] == ["residents"]


def test_mentions_are_whole_noun_phrases_with_their_makers(reader: Reader) -> None:
    record = reader.read("The former mayor of Hollin left. Actor Bo Resk's car was gone.")
    text = record.article.text
    mentions = {text[a:b] for e in record.entities for a, b in e.mentions}
    assert {"The former mayor of Hollin", "Actor Bo Resk's"} <= mentions
    for entity in record.entities:
        joined = {s for key, why in entity.why.items() if key.startswith("mentions:") for s in why.evidence}
        assert joined <= set(entity.mentions)
