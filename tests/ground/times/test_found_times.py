"""Times in sentences: what they count from, which way, and what is none. Published on Wednesday, 12 March 2025."""

from __future__ import annotations

from itertools import pairwise

import pytest
from hypothesis import given
from hypothesis import strategies as st

from reportedly.ground.times import day_of, found_times
from tests.ground.times.plain import plain, times_of, values_of


@pytest.mark.parametrize(
    ("text", "words", "value"),
    [
        ("It rained on Friday.", "Friday", "2025-03-07"),
        ("It rained on Wednesday.", "Wednesday", "2025-03-12"),
        ("They will meet on Friday.", "Friday", "2025-03-14"),
        ("They would meet on Monday.", "Monday", "2025-03-17"),
        ("It opened in October.", "October", "2024-10"),
        ("It will open in October.", "October", "2025-10"),
        ("It opened on Sept. 30.", "Sept. 30", "2024-09-30"),
        ("It will open on April 2.", "April 2", "2025-04-02"),
        ("It will open in spring.", "spring", "2025-SP"),
        ("It fell in the fourth quarter.", "the fourth quarter", "2024-Q4"),
        ("It went on until Tuesday.", "Tuesday", "2025-03-18"),
        ("It will open on May 3.", "May 3", "2025-05-03"),
        ("They plan to meet on Friday.", "Friday", "2025-03-14"),
        ("They made a plan to meet on Friday.", "Friday", "2025-03-14"),
        ("They held a parade to mark the entry on Friday.", "Friday", "2025-03-07"),
        ("They would look for ways to overturn Monday's ruling.", "Monday", "2025-03-10"),
    ],
)
def test_the_tense_decides(text: str, words: str, value: str) -> None:
    assert values_of(text)[words] == value


@pytest.mark.parametrize(
    ("text", "words", "value"),
    [
        ("It rained on Friday. The following day it fell.", "The following day", "2025-03-08"),
        ("It rained on March 3, 2024. Two days later it fell.", "Two days later", "2024-03-05"),
        ("It began in June 1943. The next month it fell.", "The next month", "1943-07"),
        ("In 1943, it began; in May, it fell.", "May", "1943-05"),
        ("It began in 1943. That year it fell.", "That year", "1943"),
        ("It fell in October 2024. That same day it rained.", "That same day", "2024-10-XX"),
        ("It fell in the third quarter of 2024. It rained a year earlier.", "a year earlier", "2023-Q3"),
        ("It rained from May 15 to August 16, 1988.", "May 15", "1988-05-15"),
        ("It rained on 6-7 January 1916.", "6", "1916-01-06"),
        ("It rained on March 5-9, 1918.", "9, 1918", "1918-03-09"),
        ("It rained in 1915-17.", "17", "1917"),
        ("It began in 1943. It rained two years later.", "two years later", "1945"),
        ("It fell on June 5, 2024. It rained on the 9th of that month.", "the 9th of that month", "2024-06-09"),
    ],
)
def test_the_date_that_the_text_is_at(text: str, words: str, value: str) -> None:
    assert values_of(text)[words] == value


STORY = (
    "It began in April 1861. It ended in May 1865. It fell in July 1863. It rained in 1862 and 1864. It struck "
    "in March 1862. "
    "In June, it fell. On 24 July 1862, it rained. The following day it ended. At that time it rained. It fell "
    "in November 1862. "
    "In January, it ended."
)


def test_a_story_of_other_times() -> None:
    found = values_of(STORY)
    assert found["June"] == "1862-06"
    assert found["The following day"] == found["that time"] == "1862-07-25"
    assert found["January"] == "1863-01"


def test_a_length_from_a_day_that_was_told() -> None:
    found = times_of("The strike began on Monday. Two days after the strike it rained.")
    assert (found[1].text, found[1].value, found[1].earliest, found[1].latest) == (
        "Two days",
        "P2D",
        "2025-03-12",
        "2025-03-12",
    )
    assert times_of("It began on Monday. Two days after the strike it rained.")[1].earliest is None


@pytest.mark.parametrize(
    "text",
    [
        "Ms. May said it.",
        "It may rain.",
        "They would march.",
        "The Long March began.",
        "Police met 1998 people.",
        "The 45th opened it.",
        "It fell 21-19.",
        "It fell by 1,945.",
        "It fell to $1999.",
        "The fall of the city began.",
        "It was a second chance.",
        "A 44-year-old said it.",
        "It was 3:2.",
        "The sun rained.",
        "A minute detail.",
    ],
)
def test_no_time(text: str) -> None:
    assert times_of(text) == []


@pytest.mark.parametrize(
    ("text", "missing"),
    [
        ("It rained on 31 February.", "unsupported"),
        ("It rained on February 30, 2024.", "unsupported"),
        ("It rained on 03/04/2025.", "ambiguous"),
        ("It rained at 25:00 GMT.", "unsupported"),
        ("It rained on 2025-13-40.", "unsupported"),
    ],
)
def test_impossible_dates_have_a_reason(text: str, missing: str) -> None:
    found = times_of(text)
    assert [t.value for t in found] in ([None], [])
    assert all(t.why["value"].missing == missing for t in found)


@pytest.mark.parametrize(
    "words",
    [
        "Friday",
        "last month",
        "two weeks ago",
        "yesterday",
        "this morning",
        "the third quarter",
        "May 3",
        "October",
        "the weekend",
        "noon",
        "last May",
        "overnight",
        "the following day",
        "a year earlier",
        "Christmas",
        "summer",
        "3 p.m.",
        "year-end",
    ],
)
@pytest.mark.parametrize("published", [None, "", "soon", "2025-99-99"])
def test_no_publication_date(words: str, published: str | None) -> None:
    [found] = times_of(f"It rained in {words}.", published)
    assert (found.value, found.earliest, found.latest) == (None, None, None)
    assert {found.why[k].missing for k in ("value", "earliest", "latest")} == {"no_publication_date"}


def test_absolute_dates_need_none() -> None:
    found = values_of("It rained on March 3, 2024, for two weeks, every Friday.", None)
    assert found == {"March 3, 2024": "2024-03-03", "two weeks": "P2W", "every Friday": "XXXX-WXX-5"}


@pytest.mark.parametrize("published", ["0001-01-01", "9999-12-31", "2999-06-01", "2025-03-12T23:59:00+14:00"])
def test_odd_days_of_publication(published: str) -> None:
    text = (
        "It rained last year, 50 centuries ago, next week, last weekend, 900 years ago, in May, on Friday, last "
        "Christmas."
    )
    assert len(times_of(text, published)) == 8


def test_precision_and_modifiers() -> None:
    found = {
        t.text: (t.value, t.mod)
        for t in times_of("It rained in mid-February, early Tuesday, about two weeks and the end of 1994.")
    }
    assert found == {
        "mid-February": ("2025-02", "MID"),
        "early Tuesday": ("2025-03-11", "START"),
        "about two weeks": ("P2W", "APPROX"),
        "the end of 1994": ("1994", "END"),
    }


def test_bounds_and_zones() -> None:
    [month] = times_of("It rained last month.")
    assert (month.value, month.earliest, month.latest) == ("2025-02", "2025-02-01", "2025-02-28")
    [clock] = times_of("It rained at 5 p.m. EST on Tuesday.")
    assert (clock.value, clock.earliest) == ("2025-03-11T17:00", "2025-03-11T17:00-05:00")
    [stretch] = times_of("It rained in the past three weeks.")
    assert (stretch.value, stretch.earliest, stretch.latest) == ("P3W", "2025-02-19", "2025-03-12")
    [season] = times_of("It rained last summer.")
    assert season.value == "2024-SU" and season.why["earliest"].missing == "ambiguous"


def test_extents() -> None:
    found = [
        t.text
        for t in times_of(
            "The third-quarter loss, the year-ago quarter, Friday's rain, the eight-year war and over a week."
        )
    ]
    assert found == ["third-quarter", "the year-ago quarter", "Friday", "eight-year", "over a week"]


def test_the_date_that_it_counts_from_is_evidence() -> None:
    first, then = times_of("It rained on Friday. The following day it fell.")
    assert first.why["value"].evidence == (first.span,)
    assert then.why["value"].evidence == (then.span, first.span)
    quarter, before = times_of("It fell in the third quarter. It rained a year earlier.")
    assert before.why["value"].evidence == (before.span, quarter.span)


def test_every_field_has_its_maker() -> None:
    for t in times_of("It rained in early May, on 31 February, for two weeks and last summer."):
        assert {"type", "value", "earliest", "latest"} <= set(t.why)
        assert (t.earliest is None) == (t.why["earliest"].missing is not None)
        assert (t.mod is None) == ("mod" not in t.why)


def test_ids_and_order() -> None:
    found = times_of("It rained on Monday and Tuesday, in 1999.")
    assert [t.id for t in found] == ["t1", "t2", "t3"]
    assert [t.span for t in found] == sorted(t.span for t in found)


def test_day_of() -> None:
    assert str(day_of("2025-03-12T08:00:00Z")) == "2025-03-12"
    assert day_of(None) is day_of("12 March") is None


@given(
    st.lists(
        st.sampled_from(
            [
                "the",
                "last",
                "two",
                "May",
                "March",
                "31",
                "45th",
                "1999",
                "'99",
                "0",
                "days",
                "week",
                "of",
                "ago",
                "later",
                "-",
                "–",
                ",",
                ".",
                "year",
                "quarter",
                "noon",
                "every",
                "early",
                "half",
                "9:99",
                "pm",
                "12/12/2012",
                "II",
                "İ",
                "ſ",
                "in",
                "a",
                "following",
                "same",
            ]
        ),
        max_size=14,
    ),
    st.sampled_from([None, "2025-03-12", "0001-01-01", "9999-12-31"]),
)
def test_any_words(words: list[str], published: str | None) -> None:
    text = " ".join(words)
    tokens = plain(text)
    found = found_times(tokens, published)
    for t in found:
        assert text[slice(*t.span)] == t.text and t.text.strip()
        assert (t.value is None) == (t.why["value"].missing is not None)
    assert all(a.span[1] <= b.span[0] for a, b in pairwise(found))


def test_a_long_text_is_linear() -> None:
    text = "It rained on Friday, two days after the strike of 3 May 1999 in the last 90 days. " * 300
    assert len(times_of(text)) >= 900


@pytest.mark.parametrize("text", ["It is guarded 24 hours a day.", "It is open seven days a week."])
def test_always_is_no_time(text: str) -> None:
    assert values_of(text) == {}
