"""Unnamed actors and recipients: which mentions are one thing."""

from __future__ import annotations

import pytest

from reportedly.ground.parties import with_parties
from reportedly.ground.things import Thing
from tests.handmade import span, tokens

TEXT = tokens(
    "Government|NN|compound>forces forces|NNS|nsubj>shelled shelled|VBD|ROOT rebel|NN|compound>fighters "
    "fighters|NNS|dobj>shelled",
    "The|DT|det>fighters fighters|NNS|nsubj>fled fled|VBD|ROOT _.|.",
    "Three|CD|nummod>fighters fighters|NNS|nsubj>died died|VBD|ROOT",
    "Allied|JJ|amod>forces forces|NNS|nsubj>left left|VBD|ROOT",
)  # fmt: skip


def names(*phrases: tuple[str, int]) -> list[int]:
    """The number of the thing that each phrase stands for."""
    things: list[Thing] = []
    spans = [span(TEXT.text, words, nth) for words, nth in phrases]
    found = with_parties(TEXT, things, spans, lambda _: None)
    return [next(i for i, t in enumerate(things) if t is found[s]) for s in spans]


@pytest.mark.parametrize(
    ("phrases", "expected"),
    [
        ([("rebel fighters", 1), ("The fighters", 1)], [0, 0]),
        ([("Government forces", 1), ("Allied forces", 1)], [0, 1]),
        ([("rebel fighters", 1), ("Three fighters", 1)], [0, 1]),
    ],
)
def test_same_noun(phrases: list[tuple[str, int]], expected: list[int]) -> None:
    assert names(*phrases) == expected
