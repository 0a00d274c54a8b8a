"""Events of a record → what linking compares of them."""

from __future__ import annotations

from reportedly.connect.brief import brief_of
from reportedly.reading import Reader


def test_the_day_of_a_dateline_is_no_day_of_an_event(reader: Reader) -> None:
    text = "LORM, May 7 (Coast Wire) - A second miner has died after a blast in Lorm, the mayor said on Wednesday."
    brief = brief_of(reader.read(text, published="2031-05-07"))
    assert {(m.earliest, m.day) for m in brief.mentions if m.word in ("died", "blast")} == {(None, None)}


def test_who_suffers_with_others_is_joint(reader: Reader) -> None:
    text = "Gunmen kidnapped the driver and Ana Resk on Monday. Gunmen kidnapped Jon Amsel on Tuesday."
    brief = brief_of(reader.read(text, published="2031-05-07"))
    assert [m.joint for m in brief.mentions if m.word == "kidnapped"] == [True, False]


def test_what_was_due_had_not_happened(reader: Reader) -> None:
    text = "The premier spoke of the meeting, which was due to take place in Lorm on Monday."
    brief = brief_of(reader.read(text, published="2031-05-07"))
    assert [m.status for m in brief.mentions if m.word == "meeting"] == ["planned"]


def test_what_is_called_off_only_perhaps_is_planned(reader: Reader) -> None:
    text = "The league may call off the final, two clubs said."
    brief = brief_of(reader.read(text, published="2031-05-07"))
    assert "called_off" not in {m.status for m in brief.mentions}
