"""Names that are given, requests to stay unnamed and things handled are no statements."""

from __future__ import annotations

import pytest

from reportedly.statements.noise import without_noise
from tests.handmade import draft, tokens


@pytest.mark.parametrize(
    ("marked", "source", "cue", "content"),
    [
        ("The ship|NN is|VBZ known|VBN as|IN Old|NNP Tin|NNP", None, "is known as", "Old Tin"),
        ("The town|NN was|VBD dubbed|VBN Little|NNP Oslo|NNP", None, "was dubbed", "Little Oslo"),
        ("He|PRP asked|VBD not|RB to|TO be|VB named|VBN", "He", "asked", "not to be named"),
        ("She|PRP writes|VBZ limericks|NNS in|IN a|DT barn|NN", "She", "writes", "limericks in a barn"),
        ("He|PRP pointed|VBD to|IN a|DT bruise|NN", "He", "pointed to", "a bruise"),
        ("He|PRP called|VBD his|PRP$ sister|NN", "He", "called", "his sister"),
    ],
)
def test_noise_goes(marked: str, source: str | None, cue: str, content: str) -> None:
    t = tokens(marked)
    assert without_noise([draft(t.text, cue, content, source=source)], t) == []


@pytest.mark.parametrize(
    ("marked", "source", "cue", "content"),
    [
        ("She|PRP wrote|VBD that|IN it|PRP rained|VBD", "She", "wrote", "that it rained"),
        ("He|PRP called|VBD the|DT plan|NN a|DT disgrace|NN", "He", "called", "the plan a disgrace"),
        ("He|PRP asked|VBD to|TO be|VB heard|VBN", "He", "asked", "to be heard"),
        ("Ana|NNP calls|VBZ herself|PRP a|DT baker|NN", "Ana", "calls", "herself a baker"),
    ],
)
def test_statements_stay(marked: str, source: str | None, cue: str, content: str) -> None:
    t = tokens(marked)
    made = draft(t.text, cue, content, source=source)
    assert without_noise([made], t) == [made]
