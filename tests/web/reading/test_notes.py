"""Notes: what a date or a place in the text means."""

from __future__ import annotations

from reportedly.record import Article, Place, Record, Time
from reportedly.web.reading.notes import notes
from reportedly.web.reading.page import page
from tests.web.invented_records import RUN

TEXT = "The May summit in May drew ten thousand people."
MAY = Place(id="p1", span=(18, 21), text="May", name="May", feature="city", use="location", country="XAA")
MONTH = Time(id="t1", span=(4, 7), text="May", type="DATE", value="2025-05")


def record(time: Time) -> Record:
    """An article with a place and a time."""
    return Record(article=Article(id="a", text=TEXT), places=(MAY,), times=(time,), run=RUN)


def test_a_date_and_a_place_tell_what_they_mean() -> None:
    marks = notes(record(MONTH))
    assert [(m.span, m.owner) for m in marks] == [((4, 7), "DATE 2025-05"), ((18, 21), "May: town, XAA")]
    shown = page([record(MONTH)])
    assert '<span class="note" title="DATE 2025-05">May</span> summit' in shown
    assert '<span class="note" title="May: town, XAA">May</span> drew' in shown


def test_two_notes_on_the_same_words_are_both_told() -> None:
    both = record(MONTH.model_copy(update={"span": MAY.span}))
    assert '<span class="note" title="DATE 2025-05; May: town, XAA">May</span> drew' in page([both])
