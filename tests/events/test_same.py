"""Repeated mentions of one event inside an article."""

from __future__ import annotations

from reportedly.reading import Reader
from reportedly.record import Record

TEXT = (
    "Navy sinks trawler off Cape Mero\n\nThe navy sank a trawler off Cape Mero on Tuesday. "
    "Four fishermen were killed in the attack, the ministry said. Hours later, police arrested the captain at home."
)


def event(record: Record, words: str, after: int = 0) -> str:
    """The id of the typed event that begins at some words."""
    start = record.article.text.index(words, after)
    return next(e.id for e in record.events if e.type and e.trigger[0] <= start < e.trigger[1])


def test_a_definite_noun_goes_back_to_its_event(reader: Reader) -> None:
    text = "Gunmen attacked a convoy near Tarin on Tuesday. The attack was condemned by the mayor."
    record = reader.read(text)
    same = {e.id: e.same_as for e in record.events}
    assert same[event(record, "attack", text.index("The attack"))] == event(record, "attacked")


def test_what_contradicts_is_not_the_same(reader: Reader) -> None:
    text = "Police arrested 14 students on Monday. On Tuesday police arrested 20 students."
    assert [e.same_as for e in reader.read(text).events if e.type] == [None, None]


def test_a_planned_one_is_not_the_one_that_occurred(reader: Reader) -> None:
    text = "The army attacked the town. The army will attack the town again on Friday."
    assert [e.same_as for e in reader.read(text).events if e.type == "ASSAULT"] == [None, None]


def test_it_points_backwards_and_to_the_first(reader: Reader) -> None:
    record = reader.read(TEXT)
    order = [e.id for e in record.events]
    for e in record.events:
        if e.same_as:
            assert order.index(e.same_as) < order.index(e.id)
            assert next(x for x in record.events if x.id == e.same_as).same_as is None
