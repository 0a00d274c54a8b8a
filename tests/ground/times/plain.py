"""Tokens of plain sentences, tagged by a few words of grammar: enough for the rules of times, and no model."""

from __future__ import annotations

import re
from datetime import date

from reportedly.ground.times import found_times
from reportedly.reader.tokens import Token, Tokens
from reportedly.reader.words import Gap
from reportedly.record import Time

PUBLISHED = "2025-03-12"
"""A Wednesday."""
WORD = re.compile(r"\d[\d:,./-]*\w*|\w+(?:\.\w+)+\.?|\w+(?:[’'-]\w+)*(?:(?<=\b[A-Z][a-z]{2})\.|(?<=Sept)\.)?|\S")
VERBS = {
    "rained": "VBD", "said": "VBD", "fell": "VBD", "began": "VBD", "opened": "VBD", "met": "VBD", "ended": "VBD",
    "went": "VBD", "struck": "VBD", "will": "MD", "would": "MD", "may": "MD", "open": "VB", "meet": "VB", "march": "VB",
}  # fmt: skip
TAGS = {
    "the": "DT", "a": "DT", "an": "DT", "in": "IN", "on": "IN", "of": "IN", "since": "IN", "for": "IN", "by": "IN",
    "it": "PRP",
}  # fmt: skip
NAMES = re.compile(r"[A-Z][a-z]+")


def plain(text: str) -> Tokens:
    """Tokens of a text; each sentence hangs on its first finite verb, or the bare verb behind a modal."""
    items: list[Token] = []
    for number, part in enumerate(re.finditer(r".+?(?:[a-z)\d][.!?](?=\s+[A-Z])|$)", text, re.S | re.M), 1):
        words = list(WORD.finditer(text, *part.span()))
        tags = [_tag(w.group()) for w in words]
        first = len(items)
        modal = next((i for i, t in enumerate(tags) if t == "MD"), None)
        verb = next((i for i, t in enumerate(tags) if t[:2] == "VB" and (modal is None or i > modal)), 0)
        for k, w in enumerate(words):
            relation = "ROOT" if k == verb else "aux" if k == modal else "npadvmod"
            items.append(
                Token(
                    i=len(items), text=w.group(), lower=w.group().lower(), tag=tags[k], relation=relation,
                    head=first + verb, name="", name_start=False, start=w.start(), end=w.end(), sentence=number,
                    gap=Gap.SPACE,
                )
            )  # fmt: skip
    return Tokens(text, tuple(items))


def _tag(word: str) -> str:
    low = word.lower()
    if word in ("March", "May"):
        return "NNP"
    return (
        VERBS.get(low)
        or TAGS.get(low)
        or ("CD" if word[0].isdigit() else "NNP" if NAMES.match(word) else "NN" if word[0].isalnum() else word)
    )


def times_of(text: str, published: str | None = PUBLISHED) -> list[Time]:
    """The times of a plain text."""
    return list(found_times(plain(text), published))


def values_of(text: str, published: str | None = PUBLISHED) -> dict[str, str | None]:
    """The value of each time expression by its words."""
    return {t.text: t.value for t in times_of(text, published)}


TODAY = date.fromisoformat(PUBLISHED)
