"""Hand-made parses → the phrase of a participant."""

from __future__ import annotations

import pytest

from reportedly.reader.phrases import participant_phrase
from tests.handmade import tokens

TABLE = [
    ("the|DT|det>soldiers soldiers|NNS|nsubj>fled of|IN|prep>soldiers the|DT|det>brigade brigade|NN|pobj>of "
     "fled|VBD|ROOT",
     "soldiers", "the soldiers of the brigade"),
    ("One|CD|nsubj>fled of|IN|prep>One the|DT|det>men men|NNS|pobj>of who|WP|nsubjpass>seized were|VBD|auxpass>seized "
     "seized|VBN|relcl>men fled|VBD|ROOT",
     "One", "One of the men"),
    ("priests|NNS|nsubj>lived murdered|VBN|acl>priests in|IN|prep>murdered May|NNP|pobj>in lived|VBD|ROOT",
     "priests", "priests"),
    ("troops|NNS|nsubj>fired and|CC|cc>troops police|NNS|conj>troops fired|VBD|ROOT", "troops", "troops"),
]  # fmt: skip


@pytest.mark.parametrize(("spec", "head", "expected"), TABLE)
def test_participant_phrase(spec: str, head: str, expected: str) -> None:
    text = tokens(spec)
    t = next(t for t in text.items if t.text == head)
    assert text.text[slice(*participant_phrase(text, t))] == expected
