"""Sentence → status of an event in it: scope, operators, statements; and the range that a status gives factuality."""

from __future__ import annotations

import pytest

from reportedly.reading import Reader
from reportedly.record import Event, Record
from reportedly.status.decide import RANGE

TABLE = [
    ("The president has not decided whether to order strikes on the island.", "strikes", "considered"),
    ("The ministry denied ordering the raid.", "raid", "denied"),
    ("Kestria is about to restore diplomatic ties with Norland.", "restore", "planned"),
    ("The rebels will attack the port on Monday.", "attack", "planned"),
    ("The rebels threatened to bomb the port.", "bomb", "threatened"),
    ("The mayor called for the withdrawal of the troops.", "withdrawal", "urged"),
    ("Villagers demanded that the army release the farmers.", "release", "urged"),
    ("Gunmen tried to kidnap the judge.", "kidnap", "attempted"),
    ("The two sides called off the talks.", "talks", "called_off"),
    ("The army did not fire on the crowd.", "fire", "denied"),
    ("The patrol left without firing a shot.", "firing", "denied"),
    ("Instead of attacking the fort, the rebels left the valley.", "attacking", "denied"),
    ("Rather than arrest the men, police sent them home.", "arrest", "denied"),
    ("No protesters were arrested.", "arrested", "denied"),
    ("If the army attacks, the rebels will leave.", "attacks", "conditional"),
    ("The cabinet is considering sanctions against Norland.", "sanctions", "considered"),
    ("Norland may expel the diplomats.", "expel", "considered"),
    ("Will the army shell the town?", "shell", "unknown"),
    ("The minister ruled out sending troops.", "sending", "denied"),
    ("Soldiers killed two farmers on Sunday.", "killed", "occurred"),
    ("The unions plan to strike next week.", "strike", "planned"),
    ("The report that the envoy was shot in Tarsk is unfounded.", "shot", "denied"),
    ("It is not true that the army shelled the village.", "shelled", "denied"),
    ("The prime minister stopped short of ordering the arrest of the mayor.", "arrest", "denied"),
    ("The council may condemn the attack on the convoy.", "attack", "occurred"),
    ("Investors fear terrorist attacks in some areas.", "attacks", "unknown"),
]
"""Article's own voice. The sentences of tests/data/events.txt hold many more."""


def event_at(record: Record, words: str) -> Event:
    """The event whose trigger begins at the words."""
    start = record.article.text.index(words)
    return next(e for e in record.events if e.trigger[0] <= start < e.trigger[1])


@pytest.mark.parametrize(("text", "words", "status"), TABLE)
def test_status(text: str, words: str, status: str, reader: Reader) -> None:
    assert event_at(reader.read(text), words).status == status


def test_whose_word_it_is(reader: Reader) -> None:
    text = "Two officials said the army had shelled the town. The ministry denied that soldiers had killed anybody."
    record = reader.read(text)
    shelled, killed = event_at(record, "shelled"), event_at(record, "killed")
    sources = {s.id: s.source.text for s in record.statements}
    assert sources[shelled.according_to or ""] == "Two officials"
    assert shelled.status == "occurred"
    assert (shelled.factuality or 0) > 1.5
    assert sources[killed.according_to or ""] == "The ministry"
    assert killed.status == "denied"
    assert (killed.factuality or 0) <= -1


def test_own_voice_is_null(reader: Reader) -> None:
    event = event_at(reader.read("Soldiers killed two farmers on Sunday."), "killed")
    assert event.according_to is None
    assert event.why["according_to"].missing == "not_said"


def test_evidence_is_the_operator(reader: Reader) -> None:
    record = reader.read("The rebels threatened to bomb the port.")
    why = event_at(record, "bomb").why["status"]
    assert why.by.startswith("rule:")
    assert [record.article.text[a:b] for a, b in why.evidence] == ["threatened"]


def test_factuality_goes_with_status(reader: Reader) -> None:
    text = " ".join(t for t, _, _ in TABLE)
    for e in reader.read(text).events:
        low, high = RANGE[e.status]
        assert e.factuality is not None
        assert low <= e.factuality <= high


@pytest.mark.xfail(strict=True, reason="the kind head is not sure enough of the noun; the verb is read as COERCE")
def test_sanctions_are_imposed(reader: Reader) -> None:
    record = reader.read("The United States imposed sanctions on Iran.")
    assert [(record.words((e.trigger,)), e.type) for e in record.events if e.type] == [("sanctions", "SANCTION")]
