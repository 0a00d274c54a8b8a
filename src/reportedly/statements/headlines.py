"""Attribution in headlines: "Port to close – union chief", "Union chief: port to close"."""

from __future__ import annotations

import re

from reportedly.lexicons import Lexicons
from reportedly.reader.tokens import Tokens
from reportedly.record import Article, Span, Why, overlaps
from reportedly.statements.draft import Draft

LONGEST_SOURCE = 7
"""Words; longer than that, what follows the dash is a clause of its own."""
DASH = re.compile(r"\s[–—-]{1,2}\s|\s[-–—]\s?(?=\S+(?:\s\S+){0,6}$)")


def headline_statements(tokens: Tokens, article: Article, drafts: list[Draft], lexicons: Lexicons) -> list[Draft]:
    """Add the statement that a headline makes, where the heads found none in it."""
    span = article.headline or first_line(article.text)
    if span is None or any(d.cue and overlaps(d.cue, span) for d in drafts):
        return drafts
    line = article.text[slice(*span)].rstrip()
    for m in reversed(list(DASH.finditer(line))):
        content, source = (0, m.start()), (m.end(), len(line))
        if _is_source(tokens, _shift(source, span[0]), lexicons) and _is_claim(tokens, _shift(content, span[0])):
            dash = (m.start() + len(m.group()) - len(m.group().lstrip()), m.start() + len(m.group().rstrip()))
            return [*drafts, _draft(source, dash, content, span[0], "rule:headline-dash@1")]
    if m2 := re.match(r"([^:]{3,60})(:)\s+(\S.+)", line):
        source, content = m2.span(1), m2.span(3)
        if _is_source(tokens, _shift(source, span[0]), lexicons):
            return [*drafts, _draft(source, m2.span(2), content, span[0], "rule:headline-colon@1")]
        claim, short = _shift(source, span[0]), _shift(content, span[0])
        if _is_source(tokens, short, lexicons) and _is_claim(tokens, claim):
            return [*drafts, _draft(content, m2.span(2), source, span[0], "rule:headline-colon@1")]
    return drafts


def first_line(text: str) -> Span | None:
    """The first line where it looks like a headline: short, no full stop, and more follows."""
    m = re.match(r"\s*(\S[^\n]{5,150}[^\s.,;])\s*\n\s*\S", text)
    return m.span(1) if m else None


def _shift(span: Span, by: int) -> Span:
    return span[0] + by, span[1] + by


def _draft(source: Span, cue: Span, content: Span, by: int, rule: str) -> Draft:
    at = _shift(cue, by)
    return Draft(_shift(source, by), at, (_shift(content, by),), Why(by=rule, evidence=(at,)))


def _is_source(tokens: Tokens, span: Span, lexicons: Lexicons) -> bool:
    inside = [t for t in tokens.within(span) if any(c.isalnum() for c in t.text)]
    if not 1 <= len(inside) <= LONGEST_SOURCE or any(t.tag in ("VBD", "VBZ", "VBP", "MD") for t in inside):
        return False
    nouns = lexicons.sources
    last = inside[-1]
    known = (
        last.lower in lexicons.roles.nouns | lexicons.roles.titles | nouns.organisation | nouns.document | nouns.outlet
    )
    plural = last.lower.rstrip("s") in lexicons.roles.nouns or last.lower in nouns.anonymous | nouns.anonymous_plural
    surname = len(inside) == 1 and last.tag in ("NNP", "NNPS") and last.text[:1].isupper()
    return known or plural or surname or last.name in ("PERSON", "ORG", "GPE", "NORP")


def _is_claim(tokens: Tokens, span: Span) -> bool:
    return any(t.tag.startswith("VB") or t.tag in ("MD", "TO") for t in tokens.within(span))
