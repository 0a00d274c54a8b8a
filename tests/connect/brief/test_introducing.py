"""Words before the name of an outlet."""

from __future__ import annotations

import pytest

from reportedly.connect.brief.introducing import BEFORE, introducing


@pytest.mark.parametrize(
    ("text", "words"),
    [
        ("The mayor told the Echo that she knew.", ["told "]),
        ("It was first reported by Dale News, citing the Echo.", ["reported by ", "citing "]),
        (
            "An interview with the Echo and a letter published on Monday in Dale News",
            ["interview with ", "published on Monday in "],
        ),
        ("It is shut, reports the Echo.", [", reports "]),
        ('"It is shut," said the Echo, which was picked up by then', ['," said ', "picked up by "]),
        ("Reporters for the Echo told him how it was passed on by the Dale", ["told ", "passed on by "]),
        ("It is what Roth had'told the Echo.", ["told "]),
        ("The road is shut.", []),
    ],
)
def test_words_before_a_name(text: str, words: list[str]) -> None:
    assert [m.group() for m in introducing(text)] == words
    assert [m.group() for m in BEFORE.finditer(text)] == words
