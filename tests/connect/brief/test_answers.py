"""Sentences → what they answer to reports, and which events they answer."""

from __future__ import annotations

import pytest

from reportedly.connect.brief import brief_of
from reportedly.reading import Reader

PRESUPPOSED = [
    "The company denied that its tram had been speeding when it crashed on Monday.",
    "The mayor denied that the pumps had failed after the reservoir burst.",
]


def _denied(text: str, reader: Reader) -> set[str]:
    brief = brief_of(reader.read(text, published="2031-03-05"))
    about = {e for a in brief.answers if a.kind == "denial" for e in a.events}
    return {m.word for m in brief.mentions if m.event in about}


@pytest.mark.parametrize("text", PRESUPPOSED)
def test_what_a_denial_takes_as_given_is_not_denied(text: str, reader: Reader) -> None:
    words = _denied(text, reader)
    assert words
    assert not words & {"crashed", "burst"}


def test_to_have_heard_nothing_is_no_denial(reader: Reader) -> None:
    text = "The embassy said that it had heard nothing of the kind about the raid."
    assert not [a for a in brief_of(reader.read(text, published="2031-03-05")).answers if a.kind == "denial"]
