"""How a place's name is used."""

from __future__ import annotations

import pytest

from reportedly.ground.candidates import candidates, name_runs
from reportedly.ground.gazetteer import load_gazetteer
from reportedly.ground.uses import use_of
from reportedly.lexicons import load_lexicons
from tests.handmade import tokens

GAZETTEER, LEXICONS = load_gazetteer(), load_lexicons()


@pytest.mark.parametrize(
    ("spec", "use"),
    [
        ("in|IN|prep Nairobi|NNP|pobj>in|GPE", "location"),
        ("Kenyan|JJ|amod>police|NORP police|NNS", "demonym"),
        ("the|DT Kremlin|NNP|nsubj>said said|VBD", "metonym"),
        ("Moscow|NNP|nsubj>warned|GPE warned|VBD Kyiv|NNP|dobj>warned|GPE", "metonym"),
        ("talks|NNS with|IN|prep>talks Tehran|NNP|pobj>with|GPE", "metonym"),
        ("Nairobi|NNP|nsubj>is|GPE is|VBZ wet|JJ", "location"),
        ("Nairobi|NNP|poss>streets|GPE _'s|POS streets|NNS", "location"),
        ("Bank|NNP of|IN England|NNP|pobj>of", "name_part"),
        ("Nairobi|NNP||ORG Flying|NNP||+ORG Club|NNP||+ORG", "name_part"),
        ("Kenya|NNP||ORG Police|NNP||+ORG Service|NNP||+ORG", "metonym"),
    ],
)
def test_use(spec: str, use: str) -> None:
    t = tokens(spec)
    c = next(c for c in candidates(t, GAZETTEER, LEXICONS.places) if c.text != "Bank")
    assert use_of(c, c.senses[0], t, name_runs(t), LEXICONS)[0] == use
