"""Sentence → counts of an event: what, range, of what, and where."""

from __future__ import annotations

import pytest

from reportedly.reading import Reader
from reportedly.record import Count, overlaps

TABLE = [
    ("Gunmen killed at least eight people in the market.", "killed", ("killed", 8, None, "people")),
    ("Eleven soldiers were killed in the ambush.", "killed", ("killed", 11, 11, "soldiers")),
    ("Gunmen wounded dozens of shoppers.", "wounded", ("injured", 24, 99, "shoppers")),
    ("Police arrested 14 protesters on Sunday.", "arrested", ("arrested", 14, 14, "protesters")),
    ("The army deployed 5,000 troops along the border.", "deployed", ("other", 5000, 5000, "troops")),
    ("Thousands of farmers marched on the parliament.", "marched", ("other", 2000, 9999, "farmers")),
    ("The killing of 11 people by the navy angered the island.", "killing", ("killed", 11, 11, "people")),
]


def counts_at(text: str, words: str, reader: Reader) -> list[Count]:
    """The counts of the event at some words."""
    start = text.index(words)
    event = next(e for e in reader.read(text).events if overlaps(e.trigger, (start, start + len(words))))
    assert event.type
    return list(event.counts)


@pytest.mark.parametrize(("text", "words", "expected"), TABLE)
def test_count(text: str, words: str, expected: tuple[str, float, float | None, str], reader: Reader) -> None:
    found = counts_at(text, words, reader)
    assert expected in [(c.what, c.low, c.high, c.of) for c in found]
    for c in found:
        assert any(ch.isalnum() for ch in text[slice(*c.span)])


def test_money_has_a_currency(reader: Reader) -> None:
    (money,) = [
        c for c in counts_at("Norland gave the refugees $3 million in aid.", "gave", reader) if c.what == "money"
    ]
    assert (money.low, money.high, money.unit) == (3e6, 3e6, "USD")


def test_a_vague_number_has_its_basis(reader: Reader) -> None:
    (count,) = counts_at("Police arrested dozens of protesters on Sunday.", "arrested", reader)
    assert count.basis == "dozens = 24-99"


def test_no_count_says_so(reader: Reader) -> None:
    event = next(e for e in reader.read("Gunmen kidnapped the judge.").events if e.type)
    assert event.counts == ()
    assert event.why["counts"].missing == "not_said"
