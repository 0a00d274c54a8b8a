from __future__ import annotations

import pytest

from reportedly.connect.nouns import Where
from reportedly.web.views.moments import moments, places, precision
from tests.cli.dossiers import dossier, raid
from tests.web.views.test_claims import PLACE, said


@pytest.mark.parametrize(
    ("days", "expected"),
    [
        (None, "no article gives a date that could be read"),
        (("2025-03-04", "2025-03-04"), "to the day"),
        (("2025-03-04", "2025-03-06"), "within 3 days"),
        (("2024-12-31", "2025-01-01"), "within 2 days"),
        (("2025-03-01", "2025-03-31"), "to the month"),
        (("2025-03-04", "2025-04-06"), "to the year"),
        (("2024-03-01", "2025-12-31"), "no nearer than the year"),
    ],
)
def test_how_exact_a_date_is(days: tuple[str, str] | None, expected: str) -> None:
    assert precision(days) == expected


def test_dates_of_three_kinds_are_kept_apart() -> None:
    told = moments(dossier(), [said("a1", days=("2025-03-03", "2025-03-03")), said("a3", days=("2025-03-04",) * 2)])
    assert [(m.kind, m.first, m.words) for m in told] == [
        ("dated", "2025-03-03", "Lantern Wire"), ("happened", "2025-03-04", "raid, Quillow"),
        ("published", "2025-03-04", "Lantern Wire"), ("published", "2025-03-05", "The Harbor Post"),
        ("published", "2025-03-06", "Merrow Courier"),
    ]  # fmt: skip


def test_without_a_date_of_its_own() -> None:
    assert all(m.kind == "published" for m in moments(dossier(raid(date=None)), []))


def test_places_named_most_come_first() -> None:
    other = Where(name="Vell", country="XAA")
    told = places(
        raid(place=Where(name="Quillow")), [said("a1", place=PLACE), said("a3", place=PLACE), said("a4", place=other)]
    )
    assert [(p.where.name, len(p.articles), p.main) for p in told] == [("Quillow", 2, True), ("Vell", 1, False)]
    assert places(raid(), []) == ()
    assert places(raid(place=PLACE), [])[0].main
