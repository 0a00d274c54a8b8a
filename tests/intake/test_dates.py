"""Dates of publication."""

from __future__ import annotations

from datetime import datetime

import pytest
from hypothesis import given
from hypothesis import strategies as st

from reportedly.intake import iso_date
from reportedly.intake.dates import published_of


@pytest.mark.parametrize(
    "value",
    [
        "2025-03-14",
        "2025-03-14T08:00",
        "2025-03-14T08:00:00",
        "2025-03-14T08:00:00Z",
        "2025-03-14T08:00:00.123Z",
        "2025-03-14T08:00:00+01:00",
        "2025-03-14T08:00:00+0100",
    ],
)
def test_iso_is_kept_as_given(value: str) -> None:
    assert iso_date(value) == value


@pytest.mark.parametrize(
    ("value", "iso"),
    [
        (" 2025-03-14 ", "2025-03-14"),
        ("2025-03-14 08:00:00", "2025-03-14T08:00:00"),
        ("2025-03-14 08:00:00 +0100", "2025-03-14T08:00:00+0100"),
        ("March 14, 2025", "2025-03-14"),
        ("14 March 2025", "2025-03-14"),
        ("Fri, 14 Mar 2025", "2025-03-14"),
        ("Friday, March 14, 2025", "2025-03-14"),
        ("Mar. 4, 2025", "2025-03-04"),
        ("Fri, 14 Mar 2025 08:00:00 GMT", "2025-03-14T08:00:00+00:00"),
        ("Fri, 14 Mar 2025 08:00:00 +0200", "2025-03-14T08:00:00+02:00"),
    ],
)
def test_other_forms_with_one_reading(value: str, iso: str) -> None:
    assert iso_date(value) == iso


@pytest.mark.parametrize(
    "value",
    [
        "",
        "03/04/2025",
        "yesterday",
        "2025-02-30",
        "2025-13-01",
        "0000-01-01",
        "2025-03",
        "٢٠٢٥-٠٣-١٤",
        "1" * 5000,
        "today 2025",
    ],
)
def test_what_is_no_date_or_could_be_several(value: str) -> None:
    assert iso_date(value) is None


def test_an_unreadable_date_is_left_out_with_a_note() -> None:
    published, problems = published_of("a.txt", "03/04/2025")
    assert published is None
    assert [p.fatal for p in problems] == [False]
    assert "a.txt" in problems[0].message
    assert "03/04/2025" in problems[0].message


def test_no_date_is_no_problem() -> None:
    assert published_of("a.txt", None) == (None, ()) == published_of("a.txt", "  ")


@given(st.text() | st.from_regex(r"\d{4}-\d\d-\d\d[T ]\d\d:\d\d(:\d\d)?.{0,6}", fullmatch=True))
def test_what_comes_out_can_be_parsed(value: str) -> None:
    iso = iso_date(value)
    assert iso is None or datetime.fromisoformat(iso)
