"""Attribution in headlines: "Port to close – union chief", "Union chief: port to close"."""

from __future__ import annotations

import re

from reportedly.lexicons import Lexicons
from reportedly.reader.tokens import Tokens
from reportedly.record import Article, Span, Why, overlaps
from reportedly.statements.draft import Draft

LONGEST_SOURCE = 7
"""Words; longer than that, what follows the dash is a clause of its own."""
COLON = re.compile(r"([^:]{3,60})(:)\s+(\S.+)")
DASH = re.compile(r"\s[–—-]{1,2}\s|\s[-–—]\s?(?=\S+(?:\s\S+){0,6}$)")


def headline_statements(tokens: Tokens, headline: Span | None, drafts: list[Draft], lexicons: Lexicons) -> list[Draft]:
    """Add the statement that a headline makes, where the heads found none in it."""
    if headline is None or any(d.cue and overlaps(d.cue, headline) for d in drafts):
        return drafts
    text = tokens.text
    end = headline[0] + len(text[slice(*headline)].rstrip())
    for m in reversed(list(DASH.finditer(text, headline[0], end))):
        claim, source = (headline[0], m.start()), (m.end(), end)
        if _is_source(tokens, source, lexicons) and _is_claim(tokens, claim):
            dash = (m.start() + len(m.group()) - len(m.group().lstrip()), m.start() + len(m.group().rstrip()))
            return [*drafts, _draft(source, dash, claim, "rule:headline-dash@1")]
    if colon := COLON.match(text, headline[0], end):
        left, mark, right = (colon.span(k) for k in (1, 2, 3))
        if _is_source(tokens, left, lexicons):
            return [*drafts, _draft(left, mark, right, "rule:headline-colon@1")]
        if _is_source(tokens, right, lexicons) and _is_claim(tokens, left):
            return [*drafts, _draft(right, mark, left, "rule:headline-colon@1")]
    return drafts


def headline_of(article: Article) -> Span | None:
    """The headline as intake knows it, else a first line that looks like one."""
    return article.headline or first_line(article.text)


def first_line(text: str) -> Span | None:
    """The first line where it looks like a headline: short, no full stop, and more follows."""
    m = re.match(r"\s*(\S[^\n]{5,150}[^\s.,;])\s*\n\s*\S", text)
    return m.span(1) if m else None


def _draft(source: Span, cue: Span, content: Span, rule: str) -> Draft:
    return Draft(source, cue, (content,), Why(by=rule, evidence=(cue,)))


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
