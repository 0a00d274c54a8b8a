"""Repairs of what the heads found, where the text leaves no doubt: headlines, and phrases that interrupt a sentence."""

from __future__ import annotations

import re
from dataclasses import replace

from reportedly.lexicons import Lexicons
from reportedly.reader.tokens import Tokens
from reportedly.record import Span, covers
from reportedly.statements.draft import Draft

RELATIVE = re.compile(r"(?:who|whose|which)\b", re.I)
IT = re.compile(r"it\s+(?=(?:is|was|has|had)\b)", re.I)
FINITE = ("VBD", "VBZ", "VBP", "MD")


def repaired(tokens: Tokens, drafts: list[Draft], headline: Span | None, lexicons: Lexicons) -> list[Draft]:
    """Keep a headline's statement inside the headline, and finish a sentence that an attribution interrupts."""
    out = [_without_it(_without_allegations(d, tokens, lexicons), tokens.text) for d in drafts]
    if headline:
        out = [_in_headline(d, tokens.text, headline) for d in out]
    return [_resumed(_without_antecedent(d, tokens.text), tokens) for d in out]


def _without_antecedent(draft: Draft, text: str) -> Draft:
    """ "The driver, who told police he had not slept": whom "who" stands for is no part of what he told."""
    if not draft.source or len(draft.content) < 2 or not RELATIVE.match(text, draft.source[0]):
        return draft
    kept = tuple(
        c for c in draft.content if not (c[1] <= draft.source[0] and not text[c[1] : draft.source[0]].strip(" ,"))
    )
    return replace(draft, content=kept) if kept else draft


def _without_it(draft: Draft, text: str) -> Draft:
    """ "It" of "it is understood" stands for nobody and is no part of the cue."""
    m = IT.match(text, draft.cue[0]) if draft.cue and draft.source is None else None
    return replace(draft, cue=(m.end(), draft.cue[1])) if m and draft.cue and m.end() < draft.cue[1] else draft


def _in_headline(draft: Draft, text: str, headline: Span) -> Draft:
    if draft.inner or not draft.cue or not covers(headline, draft.cue):
        return draft
    content = tuple(c for c in draft.content if covers(headline, c))
    if content == draft.content:
        return draft
    if not content:
        frame = [s for s in (draft.source, draft.cue) if s]
        first, last = min(a for a, _ in frame), max(b for _, b in frame)
        sides = (headline[0], first), (last, headline[1])
        content = tuple(s for side in sides if (s := _trimmed(text, side)) and s[1] - s[0] > last - first)[:1]
    return replace(draft, content=content) if content else draft


def _trimmed(text: str, span: Span) -> Span | None:
    words = text[slice(*span)]
    left = len(words) - len(words.lstrip(" ,:;–—-"))
    right = len(words.rstrip(" ,:;–—-"))
    return (span[0] + left, span[0] + right) if right > left else None


def _resumed(draft: Draft, tokens: Tokens) -> Draft:
    """ "Prices, according to the office, rose": the verb after the second comma belongs to the content."""
    if len(draft.content) != 1 or not draft.source or not draft.cue or draft.inner:
        return draft
    end = max(draft.source[1], draft.cue[1])
    content = draft.content[0]
    if content[1] > min(draft.source[0], draft.cue[0]) or any(t.tag in FINITE for t in tokens.within(content)):
        return draft
    following = tokens.within((end, end + 40))
    if len(following) < 2 or following[0].text != "," or following[1].tag not in FINITE:
        return draft
    _, last = tokens.sentence_of(following[1])
    rest = tokens.text[following[1].start : last].rstrip(" .\n")
    return replace(draft, content=(content, (following[1].start, following[1].start + len(rest))))


def _without_allegations(draft: Draft, tokens: Tokens, lexicons: Lexicons) -> Draft:
    """A later sentence with its own "allegedly" is the article's, not what the last speaker went on to say."""
    if not draft.cue or len(draft.content) < 2:
        return draft
    text = tokens.text
    kept = tuple(
        c
        for c in draft.content
        if not (
            c[0] > draft.cue[1]
            and "\n" in text[draft.cue[1] : c[0]]
            and any(t.lower in lexicons.acts.adverbs for t in tokens.within(c))
            and text[c[0]] not in '"“'
        )
    )
    return replace(draft, content=kept) if kept else draft
