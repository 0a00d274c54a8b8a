"""Which person a phrase names."""

from __future__ import annotations

import re
from functools import lru_cache

from reportedly.connect.brief.lists import CALLED, MAKERS, singular, singulars, speaker_words

PERSON = re.compile(
    r"(?<![\w-])([A-Z][\w’'-]+(?:\s+(?:[A-Z]\.|al-[A-Z][\w-]+|(?:de|van|von|bin|ben|el|la|da)\s+[A-Z][\w-]+|[A-Z][\w’-]+)){0,6})"
)
BEHIND = re.compile(r"\b(?:of|in|at|from|near)\s+(?:the\s+)?$")
"""What stands before the name of what somebody heads or where he is."""


@lru_cache(maxsize=CALLED)
def person_in(phrase: str) -> tuple[str, str] | None:
    """The person whom a phrase names: name as it stands, key. Titles and roles before it are no part of it."""
    titles = speaker_words()["titles"]
    single: tuple[str, str] | None = None
    behind: tuple[str, str] | None = None
    for m in PERSON.finditer(phrase):
        words = m.group(1).split()
        last_title = max((k for k, w in enumerate(words) if re.sub(r"['’.]", "", w).lower() in titles), default=-1)
        words = words[last_title + 1 :]
        words = [w.removesuffix("'s").removesuffix("’s") for w in words]
        if len(words) > 1 and _are_makers(words[0]):
            words = words[1:]
        last = singular(words[-1]) if words else ""
        if not words or last in singulars() or words[-1].lower() in speaker_words()["bodies"]:
            continue
        if words[0].lower() in ("the", "a", "an", "its", "his", "her", "their"):
            continue
        found = " ".join(words), " ".join(words).lower().replace("’", "'")
        if BEHIND.search(phrase, 0, m.start()):
            behind = behind or found  # "the chief of Elm Hill, Ada Brook": rather what he heads
        elif len(words) > 1:
            return found
        else:
            single = single or found
    return single or behind


def _are_makers(word: str) -> bool:
    """Does a word say what companies do that stand after it ("Carmakers Velo and Norda")?"""
    one = singular(word)
    return one != word.lower() and (one in MAKERS or one in speaker_words()["kinds"] or one.endswith("maker"))
