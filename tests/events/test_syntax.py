"""Hand-made parses → who may be actor and recipient."""

from __future__ import annotations

import pytest

from reportedly.events.syntax import hints
from tests.handmade import tokens

TABLE = [
    # active, with a conjunct
    ("Troops|NNS|nsubj>fired and|CC|cc>Troops police|NNS|conj>Troops fired|VBD|ROOT on|IN|prep>fired "
     "crowds|NNS|pobj>on",
     "fired", {"Troops": "actor", "police": "actor", "crowds": "recipient"}),
    # passive with its agent
    ("Eleven|CD|nsubjpass>killed were|VBD|auxpass>killed killed|VBN|ROOT by|IN|agent>killed gunmen|NNS|pobj>by",
     "killed", {"Eleven": "recipient", "gunmen": "actor"}),
    # a noun with its arguments
    ("The|DT|det>killing killing|NN|ROOT of|IN|prep>killing farmers|NNS|pobj>of by|IN|prep>killing "
     "soldiers|NNS|pobj>by",
     "killing", {"farmers": "recipient", "soldiers": "actor"}),
    # a light verb
    ("Rebels|NNS|nsubj>staged staged|VBD|ROOT an|DT|det>attack attack|NN|dobj>staged on|IN|prep>attack "
     "barracks|NNS|pobj>on",
     "attack", {"Rebels": "actor", "barracks": "recipient"}),
    # an infinitive shares the subject of its governor, or its object where that verb controls it
    ("Rebels|NNS|nsubj>threatened threatened|VBD|ROOT to|TO|aux>bomb bomb|VB|xcomp>threatened it|PRP|dobj>bomb",
     "bomb", {"Rebels": "actor", "it": "recipient"}),
    ("He|PRP|nsubj>ordered ordered|VBD|ROOT troops|NNS|dobj>ordered to|TO|aux>leave leave|VB|xcomp>ordered",
     "leave", {"troops": "actor"}),
    # the antecedent of a relative clause
    ("gunmen|NNS|ROOT who|WP|nsubj>seized seized|VBD|relcl>gunmen hostages|NNS|dobj>seized",
     "seized", {"gunmen": "actor", "hostages": "recipient"}),
    # a reduced relative clause
    ("men|NNS|ROOT arrested|VBN|acl>men by|IN|agent>arrested police|NNS|pobj>by",
     "arrested", {"men": "recipient", "police": "actor"}),
    # a perfect is no passive, even where its subject is read as one
    ("chief|NN|nsubjpass>suspended had|VBD|aux>suspended suspended|VBN|ROOT him|PRP|dobj>suspended",
     "suspended", {"chief": "actor", "him": "recipient"}),
]  # fmt: skip


@pytest.mark.parametrize(("spec", "trigger", "expected"), TABLE)
def test_hints(spec: str, trigger: str, expected: dict[str, str]) -> None:
    text = tokens(spec)
    at = next(t.i for t in text.items if t.text == trigger)
    best: dict[str, tuple[float, str]] = {}
    for (i, role), value in hints(text, at).items():
        best[text[i].text] = max(best.get(text[i].text, (-9.0, "")), (value, role))
    assert {word: role for word, (_, role) in best.items()} == expected


def test_a_word_alone_has_no_hints() -> None:
    assert hints(tokens("Attack|NN|ROOT"), 0) == {}
