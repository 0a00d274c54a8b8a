"""Hand-made parses → is a noun a tool or a site of an attack?"""

from __future__ import annotations

import pytest

from reportedly.events.sites import is_tool_or_site
from tests.handmade import tokens

TABLE = [
    ("Rockets|NNS|nsubj>hit hit|VBD|ROOT it|PRP|dobj>hit", "Rockets", True),
    ("It|PRP|nsubj>exploded exploded|VBD|ROOT in|IN|prep>exploded the|DT|det>city city|NN|pobj>in", "city", True),
    ("They|PRP|nsubj>attacked attacked|VBD|ROOT the|DT|det>city city|NN|dobj>attacked", "city", False),
    ("It|PRP|nsubj>exploded exploded|VBD|ROOT near|IN|prep>exploded the|DT|det>bus bus|NN|pobj>near", "bus", False),
]


@pytest.mark.parametrize(("spec", "word", "expected"), TABLE)
def test_tools_and_sites(spec: str, word: str, expected: bool) -> None:
    text = tokens(spec)
    assert is_tool_or_site(text, next(t for t in text.items if t.text == word)) is expected
