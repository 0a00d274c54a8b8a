"""Does a text say that it goes on elsewhere? Excerpts and teasers close with words to that effect."""

from __future__ import annotations

import re

TAIL_CHARS = 300
"""Code points at the end that are looked at: such words come last, and in the middle they mean something else."""

MAX_PIECES = 3
"""Sentences or lines from the end; below a notice come at most an address and a line of rights."""

_PIECE = re.compile(r"\n+|(?<=[.!?…\"”’»)\]])\s+|\s[-–—|»›>]+\s")
_IN_FULL = r"(?:full|rest|whole|entire|complete|remainder)"
_STORY = r"(?:story|article|piece|interview|dispatch)"
_WORK = r"(?:story|article|piece|interview|dispatch|text|post|version|column|analysis)"
_ACCOUNT = (
    r"(?:subscribe|sign\s+(?:in|up)|log\s*in|register|(?:click|tap)(?:\s+here)?|become\s+a\s+(?:member|subscriber))"
)
_SAYS = [
    rf"(?:please\s+)?read\s+(?:the\s+|our\s+|this\s+|her\s+|his\s+)?{_IN_FULL}\s+(?:of\s+)?(?:the\s+|this\s+|our\s+)?{_WORK}\b",
    r"read\s+(?:the\s+)?(?:rest|remainder)(?:\s+of\s+(?:it|this))?(?:\s+(?:here|at|on)\b|\W*$)",
    r"read\s+(?:it\s+)?(?:more|on|in\s+full)(?:\s+(?:here|at|on|about\s+this)\b|\W*$)",
    r"(?:continue|keep)\s+reading(?:\s+(?:here|at|on|this|the|below)\b|\W*$)",
    r"continued?\s+(?:on|at|in)\s+(?:page\b|p\.|our\s+(?:website|app)\b|www\.|https?:)",
    rf"(?:this|the)\s+{_WORK}\s+(?:continues|is\s+continued|goes\s+on)(?:\s+(?:at|on|in|here|elsewhere|behind)\b|\W*$)",
    rf"this\s+(?:is|was)\s+an\s+(?:excerpt|extract|abridged)\b|this\s+{_WORK}\s+is\s+(?:an\s+(?:excerpt|extract)|for\s+subscribers)\b",
    rf"{_ACCOUNT}\s+(?:here\s+)?(?:now\s+)?(?:to|and|for)\s+(?:read|continue|keep\s+reading|unlock|the\s+(?:full|rest))\b",
    rf"to\s+(?:read|see|view)\s+(?:the\s+)?{_IN_FULL}\b[^.]*\b(?:click|visit|go\s+to|see|subscribe|sign|log|register)\b",
    rf"to\s+(?:continue|keep)\s+reading\b.*\b{_ACCOUNT}\b|to\s+read\s+more\b.*\b(?:{_ACCOUNT}|visit|go\s+to)\b",
    rf"(?:for|find|see)\s+(?:the\s+)?full\s+{_STORY}\b",
    rf"(?:the\s+)?full\s+{_STORY}\s*(?::|(?:is\s+)?(?:available\s+)?(?:here|at\b|on\b))",
    rf"(?:the\s+)?(?:rest|remainder)\s+of\s+(?:this|the)\s+{_WORK}\s+is\b",
    r"\(?\s*more\s+(?:to\s+(?:come|follow)|follows|soon)\s*\)?\W*$",
]
_NOTICE = re.compile(r"[\W_]*(?:" + "|".join(_SAYS) + ")", re.IGNORECASE)
_CUT = re.compile(
    r"(?:\[\s*(?:\.\.\.|…)\s*\]|\[\s*\+\s*\d[\d,]*\s*(?:chars|characters|words)\s*\]|\(\s*more\s*\))\s*\Z",
    re.IGNORECASE,
)


def says_it_continues(text: str) -> bool:
    """True where the end of the text says that the article continues elsewhere.

    >>> says_it_continues("The port will close. Read the full story at The Gull."), says_it_continues("She read on.")
    (True, False)
    """
    text = text.rstrip()
    tail = text[-TAIL_CHARS:]
    if _CUT.search(tail):
        return True
    pieces = _PIECE.split(tail)
    if len(text) > TAIL_CHARS:
        pieces[0] = ""  # it starts in the middle of a sentence
    return any(_NOTICE.match(p) for p in [p for p in pieces if p.strip()][-MAX_PIECES:])
