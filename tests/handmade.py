"""Tokens and drafts made by hand, for rules that need no model."""

from __future__ import annotations

import re

from reportedly.reader.tokens import Token, Tokens
from reportedly.reader.words import Gap
from reportedly.record import Span, Why
from reportedly.statements.draft import Draft

WHY = Why(by="test")


def tokens(*sentences: str) -> Tokens:
    """Sentences of tokens `word|TAG|relation>head|NAME`, of which all but the word may be left out.

    The head is a word of the same sentence (its first place); a name type begins with "+" where it goes on from the
    token before. Tokens are joined by spaces, and glued to the one before where they begin with "_"; a sentence that
    begins with "¶" stands in a new paragraph.
    """
    items: list[Token] = []
    text = ""
    for number, sentence in enumerate(sentences, 1):
        specs = [s.split("|") + [""] * 3 for s in sentence.removeprefix("¶").split()]
        words = [s[0].removeprefix("_") for s in specs]
        first = len(items)
        for k, (raw, tag, link, name, *_) in enumerate(specs):
            gap = Gap.SPACE
            if not items:
                gap = Gap.TEXT_START
            elif k == 0 and sentence.startswith("¶"):
                gap = Gap.BLANK_LINE
            elif raw.startswith("_"):
                gap = Gap.NONE
            text += {Gap.SPACE: " ", Gap.BLANK_LINE: "\n\n"}.get(gap, "")
            start, word = len(text), words[k]
            text += word
            relation, _, head = link.partition(">")
            at = first + (words.index(head) if head else k)
            items.append(
                Token(
                    i=len(items), text=word, lower=word.lower(), tag=tag or "NN", relation=relation or "dep", head=at,
                    name=name.removeprefix("+"), name_start=bool(name) and not name.startswith("+"), start=start,
                    end=len(text), sentence=number, gap=gap,
                )
            )  # fmt: skip
    return Tokens(text, tuple(items))


def span(text: str, words: str, nth: int = 1) -> Span:
    """Where words stand in a text."""
    found = [m.span() for m in re.finditer(re.escape(words), text)]
    return found[nth - 1]


def draft(text: str, cue: str | None, *content: str, source: str | None = None) -> Draft:
    """A draft from the words of its parts, each at its first place in the text."""
    return Draft(
        source=span(text, source) if source else None,
        cue=span(text, cue) if cue else None,
        content=tuple(span(text, c) for c in content),
        why=WHY,
    )
