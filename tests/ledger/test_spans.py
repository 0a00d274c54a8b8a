from __future__ import annotations

import pytest

from reportedly.ledger.spans import misplaced
from reportedly.record import Event, Record, Why
from tests.ledger.articles import item, record
from tests.web.invented_events import raid
from tests.web.invented_records import harbour, unread

FAR = (9_000, 9_001)


@pytest.mark.parametrize("made", [harbour(), raid(), unread(), record(item())])
def test_nothing_is_misplaced(made: Record) -> None:
    assert not list(misplaced(made))


@pytest.mark.parametrize("field", ["trigger", "sentence"])
def test_a_span_outside_the_text(field: str) -> None:
    made = record(item())
    event: Event = made.events[0].model_copy(update={field: FAR})
    [message] = misplaced(made.model_copy(update={"events": (event,)}))
    assert message == "e1: 9000–9001 lies outside the text of 94 characters"


def test_evidence_and_backward_spans() -> None:
    made = record(item())
    entity = made.entities[0].model_copy(update={"mentions": ((5, 3),), "why": {"name": Why(by="x", evidence=(FAR,))}})
    messages = list(misplaced(made.model_copy(update={"entities": (entity,)})))
    assert [m[:13] for m in messages] == ["n1: 5–3 lies ", "n1: 9000–9001"]


def test_other_words() -> None:
    made = record(item())
    place = made.places[0].model_copy(update={"text": "Merrow"})
    assert list(misplaced(made.model_copy(update={"places": (place,)}))) == [
        "p1: the text there differs from the words of the record"
    ]
