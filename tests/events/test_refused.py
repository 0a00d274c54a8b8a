"""A refusal to speak is a statement and no event."""

from __future__ import annotations

import pytest

from reportedly.reading import Reader


@pytest.mark.parametrize(
    "text",
    [
        "The ministry declined to comment.",
        "A spokesman for the army did not respond to a request for comment.",
        "The company did not immediately return a call seeking comment.",
    ],
)
def test_it_has_no_typed_event(text: str, reader: Reader) -> None:
    record = reader.read(text)
    assert record.statements
    assert [e for e in record.events if e.type] == []


def test_a_refusal_to_act_stays_an_event(reader: Reader) -> None:
    record = reader.read("Norland refused to release the prisoners.")
    assert [e.type for e in record.events if e.type][:1] == ["REJECT"]
