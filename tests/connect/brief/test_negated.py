"""Sentences in which somebody says "no" → what did not happen."""

from __future__ import annotations

import pytest

from reportedly.connect.brief.negated import negated_in
from reportedly.reading import Reader


def _negated(text: str, reader: Reader) -> set[str]:
    record = reader.read(text, published="2031-03-05")
    return {text[slice(*e.trigger)] for _, e, _ in negated_in(record, [(0, len(text))])}


@pytest.mark.parametrize(
    ("text", "word"),
    [
        ('"Nobody has been dismissed," the club\'s chairman said.', "dismissed"),
        ('"Not one of our trucks was hijacked," the haulier said.', "hijacked"),
        ('"The reactor has not been shut down," the operator said.', "shut"),
        ("The bank insisted that it had never been hacked.", "hacked"),
        ("The generals said that no truce had been signed.", "truce"),
        (
            "No ship of the northern fleet, of whatever size, shelled the island of Orlen, the admiralty said.",
            "shelled",
        ),
    ],
)
def test_a_no_in_what_somebody_says_denies(text: str, word: str, reader: Reader) -> None:
    assert word in _negated(text, reader)


@pytest.mark.parametrize(
    ("text", "word"),
    [
        ('"Nobody was hurt in the explosion," the fire brigade said.', "explosion"),
        ('"We had no warning before the flood," the mayor said.', "flood"),
        ("No truce was signed in Orlen on Monday.", "truce"),
        ('"Our buses will not be attacked again," the carrier said.', "attacked"),
    ],
)
def test_what_stands_apart_from_the_no_is_not_denied(text: str, word: str, reader: Reader) -> None:
    assert word not in _negated(text, reader)
