"""Hand-made parses → the operators over a trigger, innermost first."""

from __future__ import annotations

import pytest

from reportedly.lexicons import load_lexicons
from reportedly.status.operators import operators
from tests.handmade import tokens

WORDS = load_lexicons().status
TABLE = [
    ("It|PRP|nsubj>attack did|VBD|aux>attack not|RB|neg>attack attack|VB|ROOT", "attack", ["denied"]),
    ("It|PRP|nsubj>attack will|MD|aux>attack attack|VB|ROOT", "attack", ["planned"]),
    ("It|PRP|nsubj>attack might|MD|aux>attack attack|VB|ROOT", "attack", ["considered"]),
    ("It|PRP|nsubj>plans plans|VBZ|ROOT to|TO|aux>attack attack|VB|xcomp>plans", "attack", ["planned"]),
    ("They|PRP|nsubj>denied denied|VBD|ROOT ordering|VBG|xcomp>denied the|DT|det>raid raid|NN|dobj>ordering", "raid",
     ["urged", "denied"]),
    ("It|PRP|nsubj>decided has|VBZ|aux>decided not|RB|neg>decided decided|VBN|ROOT to|TO|aux>strike "
     "strike|VB|xcomp>decided",
     "strike", ["considered"]),
    ("a|DT|det>plan plan|NN|ROOT to|TO|aux>attack attack|VB|acl>plan", "attack", ["planned"]),
    ("if|IN|mark>attacks it|PRP|nsubj>attacks attacks|VBZ|advcl>leave we|PRP|nsubj>leave leave|VBP|ROOT", "attacks",
     ["conditional"]),
    ("They|PRP|nsubj>called called|VBD|ROOT off|RP|prt>called the|DT|det>strike strike|NN|dobj>called", "strike",
     ["called_off"]),
    ("left|VBD|ROOT without|IN|prep>left firing|VBG|pcomp>without", "firing", ["denied"]),
    ("Reports|NNS|nsubj>are that|IN|mark>attacked it|PRP|nsubj>attacked attacked|VBD|acl>Reports are|VBP|ROOT "
     "unfounded|JJ|acomp>are",
     "attacked", ["denied"]),
    ("It|PRP|nsubj>is is|VBZ|ROOT false|JJ|acomp>is that|IN|mark>killed they|PRP|nsubj>killed killed|VBD|ccomp>is "
     "him|PRP|dobj>killed",
     "killed", ["denied"]),
    ("Reports|NNS|nsubj>are that|IN|mark>attacked it|PRP|nsubj>attacked attacked|VBD|acl>Reports are|VBP|ROOT "
     "not|RB|neg>are false|JJ|acomp>are",
     "attacked", []),
    ("It|PRP|nsubj>stopped stopped|VBD|ROOT short|RB|advmod>stopped of|IN|prep>short bombing|VBG|pcomp>of "
     "them|PRP|dobj>bombing",
     "bombing", ["denied"]),
    # what is taken for granted, and what a saying denies, is out of reach
    ("They|PRP|nsubj>jailed will|MD|aux>jailed be|VB|auxpass>jailed jailed|VBN|ROOT for|IN|prep>jailed the|DT|det>riot "
     "riot|NN|pobj>for", "riot", []),
    ("He|PRP|nsubj>condemn did|VBD|aux>condemn not|RB|neg>condemn condemn|VB|ROOT the|DT|det>attack "
     "attack|NN|dobj>condemn",
     "attack", []),
    ("They|PRP|nsubj>condemn may|MD|aux>condemn condemn|VB|ROOT the|DT|det>attack "
     "attack|NN|dobj>condemn",
     "attack", []),
    ("They|PRP|nsubj>rejected rejected|VBD|ROOT the|DT|det>request request|NN|dobj>rejected", "request", []),
]  # fmt: skip


@pytest.mark.parametrize(("spec", "trigger", "expected"), TABLE)
def test_operators(spec: str, trigger: str, expected: list[str]) -> None:
    text = tokens(spec)
    at = next(t.i for t in text.items if t.text == trigger)
    found = operators(text, at, WORDS)
    assert [o.status for o in found] == expected
    assert all(text.text[a:b] for o in found for a, b in o.evidence)
