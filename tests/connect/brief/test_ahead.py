"""Sentences about what is to come, written on a Thursday → the day of the event."""

from __future__ import annotations

import pytest

from reportedly.connect.brief.mentions import mentions_of
from reportedly.reading import Reader


@pytest.mark.parametrize(
    ("sentence", "day"),
    [
        ("The nurses' union called off Friday's strike in Lorm on Thursday.", "2031-09-05"),
        ("The nurses' union has called a strike in Lorm for Tuesday.", "2031-09-09"),
        ("Nurses went on strike in Lorm on Tuesday.", "2031-09-02"),
        ("Tuesday's strike shut every ward in Lorm.", "2031-09-02"),
    ],
)
def test_the_day_of_a_strike(sentence: str, day: str, reader: Reader) -> None:
    record = reader.read(sentence, id="x", outlet="Coast Post", published="2031-09-04T20:00:00Z")
    [strike] = [m for m in mentions_of(record) if m.word == "strike"]
    first = strike.earliest or (strike.day and strike.day[0])
    assert first is not None
    assert first[:10] == day


def test_an_hour_says_no_day_of_what_is_ahead(reader: Reader) -> None:
    text = "Two officials spoke of the handover. The handover is to take place at nine in the morning at the dam."
    record = reader.read(text, id="x", outlet="Coast Post", published="2031-09-04T20:00:00Z")
    assert {(m.earliest, m.latest) for m in mentions_of(record) if m.status == "planned"} == {(None, None)}


def test_the_day_on_which_a_board_meets_is_to_come(reader: Reader) -> None:
    text = "The board of the port meets on Tuesday, its clerk said."
    record = reader.read(text, id="x", outlet="Coast Post", published="2031-09-04T20:00:00Z")
    assert [m.earliest and m.earliest[:10] for m in mentions_of(record) if m.word == "meets"] == ["2031-09-09"]
