"""Invented stories → what is counted beside their main happening is counted for it too."""

from __future__ import annotations

import pytest

from reportedly.connect.nouns import Happening
from reportedly.reading import Reader
from tests.connect.invented import Piece
from tests.connect.test_disputes import happenings

RAID = (
    Piece("Coast Post", "2031-05-06T09:00:00Z",
          "Police raided a warehouse in Lorm on Tuesday. Smoke hung over the street. Twelve men were arrested, the "
          "prosecutor said."),
    Piece("Hill Gazette", "2031-05-06T15:00:00Z",
          "The raid on a warehouse in Lorm on Tuesday began at dawn, neighbours said."),
    Piece("Lorm Radio", "2031-05-07T09:00:00Z",
          "Neighbours spoke on Wednesday of the raid on a warehouse in Lorm. The street was closed. Fifteen men have "
          "been arrested, the prosecutor said."),
)  # fmt: skip
APART = (
    Piece("Coast Post", "2031-05-06T09:00:00Z",
          "The prosecutor of Lorm spoke of Tuesday. Twelve men were arrested there, she said."),
    *RAID[1:],
)  # fmt: skip
ELSEWHERE = (
    Piece("Coast Post", "2031-05-06T09:00:00Z",
          "A fire broke out on a ferry off Lorm on Tuesday. Smoke hung over the town. The worst such fire, in Ostrel, "
          "killed 300 people."),
    Piece("Hill Gazette", "2031-05-06T15:00:00Z", "The fire on the ferry off Lorm on Tuesday burned for an hour."),
)  # fmt: skip

WEEK = (
    Piece("Coast Post", "2031-05-06T09:00:00Z",
          "Rebels attacked the barracks in Lorm on Monday. Smoke hung over the town. A week before, on April 28, four "
          "traders were killed when rebels shelled the market of Ostrel."),
    Piece("Hill Gazette", "2031-05-06T15:00:00Z", "The attack on the barracks in Lorm on Monday lasted an hour."),
)  # fmt: skip


def _of(told: tuple[Happening, ...], word: str, pieces: tuple[Piece, ...]) -> Happening:
    """The happening that most mentions call so."""
    texts = {str(i): p.text for i, p in enumerate(pieces, 1)}
    return max(told, key=lambda h: sum(texts[m.article][slice(*m.trigger)].startswith(word) for m in h.mentions))


def test_the_arrests_of_a_raid_are_counted_for_both(reader: Reader) -> None:
    told = happenings(RAID, reader)
    raid, arrests = _of(told, "raid", RAID), _of(told, "arrested", RAID)
    assert raid.id != arrests.id
    for of in (raid, arrests):
        assert {(c.what, c.low) for c in of.counts} >= {("arrested", 12), ("arrested", 15)}
        assert all(c.of_part for c in of.counts) == (of is raid)


def test_they_are_in_dispute_only_where_they_belong(reader: Reader) -> None:
    told = happenings(RAID, reader)
    assert not _of(told, "raid", RAID).disputes
    assert [d.what for d in _of(told, "arrested", RAID).disputes] == ["arrested"]


def test_what_is_told_without_the_main_happening_is_not_counted_for_it(reader: Reader) -> None:
    raid = _of(happenings(APART, reader), "raid", APART)
    assert {(c.what, c.low) for c in raid.counts} == {("arrested", 15)}


@pytest.mark.xfail(strict=True, reason="the toll of another fire that a sentence compares is taken for the fire's own")
def test_harm_elsewhere_is_not_counted_for_it(reader: Reader) -> None:
    told = happenings(ELSEWHERE, reader)
    [lorm] = [h for h in told if any(m.article == "2" and m.trigger[0] == 4 for m in h.mentions)]
    assert not [c for c in lorm.counts if c.low == 300]


def test_harm_on_another_day_is_not_counted_for_it(reader: Reader) -> None:
    assert not [c for c in _of(happenings(WEEK, reader), "attack", WEEK).counts if c.what == "killed"]
