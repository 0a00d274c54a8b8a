"""Events of a record → what linking compares of them."""

from __future__ import annotations

from reportedly.connect.brief import brief_of
from reportedly.reading import Reader


def test_the_day_of_a_dateline_is_no_day_of_an_event(reader: Reader) -> None:
    text = "LORM, May 7 (Coast Wire) - A second miner has died after a blast in Lorm, the mayor said on Wednesday."
    brief = brief_of(reader.read(text, published="2031-05-07"))
    assert {(m.earliest, m.day) for m in brief.mentions if m.word in ("died", "blast")} == {(None, None)}
