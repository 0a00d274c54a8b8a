"""Actors that stand with another word of the sentence, or beside it."""

from __future__ import annotations

from reportedly.reading import Reader
from reportedly.record import Event


def actors(event: Event) -> list[str]:
    """The words of an event's actors."""
    return [p.text for p in event.actors]


def typed(text: str, words: str, reader: Reader) -> Event:
    """The typed event at some words."""
    start = text.index(words)
    return next(e for e in reader.read(text).events if e.type and e.trigger[0] <= start < e.trigger[1])


def test_the_police_beside_an_arrest(reader: Reader) -> None:
    text = "Police raided the market on Monday. Four traders were arrested."
    event = typed(text, "arrested", reader)
    assert actors(event) == ["Police"]
    assert event.why["actors"].by == "rule:police-nearby@1"


def test_a_police_officer_who_is_the_victim_arrests_nobody(reader: Reader) -> None:
    text = "A policeman was shot dead in Goma on Monday. A suspect was arrested on Tuesday."
    assert actors(typed(text, "arrested", reader)) == []


def test_nobody_is_guessed(reader: Reader) -> None:
    event = typed("Four traders were arrested in the market.", "arrested", reader)
    assert actors(event) == []
    assert event.why["actors"].missing == "not_said"


def test_a_force_that_is_deployed_acts(reader: Reader) -> None:
    event = typed("Riot police were deployed in the old town on Friday.", "deployed", reader)
    assert (event.type, actors(event), event.recipients) == ("MOBILIZE", ["Riot police"], ())
    assert event.why["actors"].by == "rule:deployed-force@1"


def test_who_opened_fire_killed(reader: Reader) -> None:
    event = typed("Two farmers were killed when soldiers opened fire on the market.", "killed", reader)
    assert actors(event) == ["soldiers"]


def test_the_police_named_nearest_made_an_arrest_far_from_it(reader: Reader) -> None:
    text = "Police closed the harbour road. " + "The ferry was late. " * 5 + "Four traders were arrested."
    assert actors(typed(text, "arrested", reader)) == ["Police"]


def test_police_in_another_part_of_the_text_arrested_nobody(reader: Reader) -> None:
    text = "Police closed the harbour road. " + "The ferry was late. " * 25 + "Four traders were arrested."
    assert actors(typed(text, "arrested", reader)) == []


def test_who_fired_before_did_the_firing(reader: Reader) -> None:
    text = "Soldiers fired at the crowd in Tessia on Monday. Two farmers were injured in the firing."
    event = typed(text, "firing", reader)
    assert actors(event) == ["Soldiers"]
    assert event.why["actors"].by == "rule:same-deed@1"
    assert actors(typed(text, "injured", reader)) == ["Soldiers"]


def test_another_killing_is_not_by_the_same_people(reader: Reader) -> None:
    text = "Soldiers killed a farmer in Tessia on Monday. A teacher was killed in Ost on Tuesday."
    assert actors(typed(text[46:], "killed", reader)) == []


def test_whose_bullets_killed(reader: Reader) -> None:
    event = typed("A quarter of them had been killed by police bullets.", "killed", reader)
    assert actors(event) == ["police"]
    assert event.why["actors"].by == "rule:force-before@1"


def test_who_is_put_away_by_somebody_else_names_no_police(reader: Reader) -> None:
    text = "Police closed the harbour road. A court convicted four traders in their absence."
    assert all("Police" not in actors(e) for e in reader.read(text).events if e.mode == "arrest")


def test_who_is_taken_to_hospital_is_not_arrested(reader: Reader) -> None:
    text = "Police closed the harbour road. A man was shot in the chest and taken to the clinic in serious condition."
    assert all("Police" not in actors(e) for e in reader.read(text).events if e.type)


def test_of_a_crime_the_shooting_may_be_another_one(reader: Reader) -> None:
    text = "A man shot his neighbour in Tessia on Monday. The shooting in Ost happened an hour before."
    assert actors(typed(text[45:], "shooting", reader)) == []
    assert "A man" not in actors(typed(text, "shooting", reader))
