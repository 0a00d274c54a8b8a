"""Hand-made parses → the mode that a trigger's words name."""

from __future__ import annotations

import pytest

from reportedly.events.draft import EventDraft
from reportedly.events.modes import with_named_modes
from tests.handmade import tokens

TABLE = [
    ("an|DT|det>strike air|NN|compound>strike strike|NN|ROOT", "strike", ("ASSAULT", "aerial")),
    ("a|DT|det>strike drone|NN|compound>strike strike|NN|ROOT", "strike", ("ASSAULT", "drone")),
    ("the|DT|det>attack ransomware|NN|compound>attack attack|NN|ROOT", "attack", ("COERCE", "cyber")),
    ("the|DT|det>attack attack|NN|ROOT", "attack", ("ASSAULT", "explosives")),
    ("They|PRP|nsubj>shelled shelled|VBD|ROOT the|DT|det>base air|NN|compound>base base|NN|dobj>shelled", "shelled",
     ("ASSAULT", "heavy-weapons")),
]  # fmt: skip


@pytest.mark.parametrize(("spec", "word", "expected"), TABLE)
def test_named_modes(spec: str, word: str, expected: tuple[str, str]) -> None:
    text = tokens(spec)
    t = next(t for t in text.items if t.text == word)
    draft = EventDraft(t.i, (t.start, t.end), "ASSAULT", "explosives", {"occurred": 1.0}, 3.0)
    (found,) = with_named_modes([draft], text)
    assert (found.type, found.mode) == expected
    assert ("mode" in found.reasons) == (found.mode != "explosives")


def test_other_types_keep_theirs() -> None:
    text = tokens("an|DT|det>raid air|NN|compound>raid raid|NN|ROOT")
    draft = EventDraft(2, (7, 11), "COERCE", "seize", {"occurred": 1.0}, 3.0)
    assert with_named_modes([draft], text) == [draft]
