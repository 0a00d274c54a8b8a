"""Saying has an actor: the source of the statement whose cue it is."""

from __future__ import annotations

import pytest

from reportedly import Reader

SAYINGS = [
    ("The port will stay shut until Friday, according to the harbour master.", "according", ["the harbour master"]),
    ("Officials in Tarsk pointed out that the dam had been inspected in May.", "pointed", ["Officials in Tarsk"]),
    ("The dam had been inspected in May.", "inspected", []),
]


@pytest.mark.parametrize(("text", "word", "actors"), SAYINGS)
def test_who_says_is_who_acts(reader: Reader, text: str, word: str, actors: list[str]) -> None:
    events = [e for e in reader.read(text).events if text[slice(*e.trigger)] == word]
    assert [[p.text for p in e.actors] for e in events] == [actors]


def test_subject_and_object_of_an_event_without_a_type(reader: Reader) -> None:
    text = "A landslide buried the school on Monday."
    (event,) = [e for e in reader.read(text).events if text[slice(*e.trigger)] == "buried"]
    assert event.type is None
    assert [p.text for p in event.actors] == ["A landslide"]
    assert [p.text for p in event.recipients] == ["the school"]
    assert event.why["recipients"].by == "rule:syntax@1"
