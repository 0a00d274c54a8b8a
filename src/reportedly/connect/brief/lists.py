"""Lists of speakers and bodies, and what a word is by them."""

from __future__ import annotations

from functools import cache, lru_cache

from reportedly.lexicons import load_lexicons, word_sets

KINDS = "|".join(sorted(word_sets("speakers")["kinds"]))
"""What kind of body a name is of."""
MAKERS = frozenset(["maker", "manufacturer", "producer", "publisher", "builder", "supplier", "developer"])
CALLED = 2_000
"""Phrases that are remembered: an article calls its speakers the same over and over. Few articles have as many."""


@cache
def speaker_words() -> dict[str, frozenset[str]]:
    """The lists of speakers.toml."""
    return word_sets("speakers")


@cache
def roles() -> frozenset[str]:
    """Nouns for those who speak for a body, by office or rank."""
    return speaker_words()["speaking"] | speaker_words()["ranks"]


@lru_cache(maxsize=50_000)
def singular(word: str) -> str:
    """A noun without its plural ending."""
    w = word.lower()
    return (
        w[:-3] + "y" if w.endswith("ies") else w[:-1] if w.endswith("s") and not w.endswith(("ss", "us", "is")) else w
    )


@cache
def singulars() -> frozenset[str]:
    """Nouns of bodies in the singular."""
    return frozenset(singular(w) for w in speaker_words()["bodies"])


def is_given(word: str) -> bool:
    """Is a word a given name?"""
    roles = load_lexicons().roles
    return word.lower() in roles.female_names or word.lower() in roles.male_names


def is_body_key(key: str) -> bool:
    """Has a key a word of bodies?"""
    return any(w in speaker_words()["bodies"] for w in key.split())
