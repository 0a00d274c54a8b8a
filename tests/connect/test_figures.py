"""Invented stories → which happening each figure is given to."""

from __future__ import annotations

from reportedly.connect.nouns import Happening
from reportedly.reading import Reader
from tests.connect.invented import Piece
from tests.connect.test_disputes import happenings

LEAK = (
    Piece("Coast Post", "2031-05-06T09:00:00Z",
          "Twelve people were hurt in an ammonia leak at the ice works in Lorm on Tuesday, the mayor said. "
          "The evacuation covered three streets. About 300 people had to leave their homes."),
    Piece("Hill Gazette", "2031-05-07T09:00:00Z",
          "Twenty people were hurt in Tuesday's ammonia leak at the ice works in Lorm, the mayor said. "
          "The evacuation ended at noon."),
)  # fmt: skip
RIOT = (
    Piece("Coast Post", "2031-06-10T09:00:00Z", "Three inmates were killed in a riot in Lorm prison on Tuesday."),
    Piece("Hill Gazette", "2031-06-11T09:00:00Z", "A fourth inmate has died after Tuesday's riot in Lorm prison."),
)  # fmt: skip


def _figures(told: tuple[Happening, ...], pieces: tuple[Piece, ...], word: str) -> set[tuple[str, float | None]]:
    """The figures of the happening that a word of the first article names."""
    at = pieces[0].text.index(word)
    [named] = [h for h in told if any(m.article == "1" and m.trigger[0] == at for m in h.mentions)]
    return {(c.what, c.low) for c in named.counts}


def test_the_hurt_are_of_the_leak_and_those_who_left_of_the_evacuation(reader: Reader) -> None:
    told = happenings(LEAK, reader)
    assert _figures(told, LEAK, "leak") == {("injured", 12), ("injured", 20)}
    assert _figures(told, LEAK, "evacuation") == {("displaced", 300), ("other", 3)}


def test_the_dead_are_of_the_riot(reader: Reader) -> None:
    assert _figures(happenings(RIOT, reader), RIOT, "riot") == {("killed", 3), ("killed", 4)}
