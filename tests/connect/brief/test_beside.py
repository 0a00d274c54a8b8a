"""What the words beside a trigger make of it."""

from __future__ import annotations

import pytest

from reportedly.connect.brief.beside import sentence_of


def beside(text: str, trigger: str) -> tuple[str | None, int | None]:
    at = text.rindex(trigger)
    span = (at, at + len(trigger))
    found = sentence_of(text, (0, len(text))).beside(span)
    return found.apart, found.nth


@pytest.mark.parametrize(
    ("text", "trigger", "apart", "nth"),
    [
        ("A bomb exploded in Velmora on Tuesday.", "exploded", None, None),
        ("Pupils crouched in an earthquake drill.", "earthquake", "drill", None),
        ("A film about the attack on the inn opens on Friday.", "attack", "fiction", None),
        ("The film festival was called off after the attack.", "attack", None, None),
        ("Families marked the anniversary of the attack.", "attack", "commemoration", None),
        ("A separate attack hurt two.", "attack", "other", None),
        ("Another leader condemned the raid.", "condemned", None, None),
        ("Last year's raid was longer.", "raid", "other", None),
        ("The 2009 flood cost more.", "flood", "other", None),
        ("The second attack destroyed the mill.", "attack", None, 2),
        ("The mill burned a second time after the attack.", "attack", None, None),
    ],
)
def test_apart_and_ordinal(text: str, trigger: str, apart: str | None, nth: int | None) -> None:
    assert beside(text, trigger) == (apart, nth)


def test_near_words_are_roots_without_the_trigger() -> None:
    text = "Gunmen in the town killed nine guests of the inn."
    found = sentence_of(text, (0, len(text))).beside((text.index("killed"), text.index("killed") + 6))
    assert set(found.near) == {"gunmen", "town", "nin", "guest", "inn"}
