from __future__ import annotations

import re

import pytest

from reportedly.ledger.clock import day_of, evened


@pytest.mark.parametrize(
    ("moment", "spelt"),
    [
        ("2025-03-14T08:00:00Z", "2025-03-14T08:00:00Z"),
        ("2025-03-14T01:30:00+02:00", "2025-03-13T23:30:00Z"),
        ("2025-03-14T08:00:00.75", "2025-03-14T08:00:00Z"),
        ("2025-03-14", "2025-03-14T00:00:00Z"),
    ],
)
def test_moments_have_one_spelling(moment: str, spelt: str) -> None:
    assert evened(moment) == spelt


@pytest.mark.parametrize("moment", [None, "", "yesterday", "0001-01-01T00:00:00+14:00"])
def test_what_cannot_be_read_is_now(moment: str | None) -> None:
    assert re.fullmatch(r"\d{4}-\d\d-\d\dT\d\d:\d\d:\d\dZ", evened(moment))


@pytest.mark.parametrize(
    ("published", "day"),
    [
        ("2025-03-14", "2025-03-14"),
        ("2025-03-14T23:30:00-05:00", "2025-03-14"),
        (None, "2025-04-01"),
        ("spring", "2025-04-01"),
        ("2025-02-31", "2025-04-01"),
    ],
)
def test_the_day_is_that_of_publication_else_of_sight(published: str | None, day: str) -> None:
    assert day_of(published, "2025-04-01T10:00:00Z") == day
