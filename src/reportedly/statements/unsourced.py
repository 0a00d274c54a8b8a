"""Statements whose source the article leaves unsaid: "reportedly", "it is understood", "is widely thought"."""

from __future__ import annotations

import re

from reportedly.lexicons import Lexicons
from reportedly.reader.phrases import subject_of
from reportedly.reader.tokens import Token, Tokens
from reportedly.record import Span, Why, overlaps
from reportedly.statements.draft import Draft

PASSIVE = re.compile(
    r"\bit\s+(?P<cue>(?:is|was|has\s+been)\s+(?:widely\s+|generally\s+|now\s+|also\s+|commonly\s+)*"
    r"(?:understood|believed|said|reported|thought|alleged|rumou?red|assumed|feared|expected|claimed))\s+(?P<content>(?:that\s+)?[^.;\n]{8,})"
    r"|\b(?P<cue2>(?:is|are|was|were)\s+(?:widely\s+|generally\s+|now\s+|also\s+|commonly\s+)*"
    r"(?:understood|believed|said|reported|thought|alleged|rumou?red|assumed|feared))\s+to\s+(?:be|have)\b",
    re.I,
)


def unsourced(tokens: Tokens, drafts: list[Draft], lexicons: Lexicons) -> list[Draft]:
    """Add what no draft's cue holds yet; such a statement has neither source nor speaker (kind unknown)."""
    out = list(drafts)
    text = tokens.text
    for t in tokens.items:
        if t.lower in lexicons.acts.adverbs:
            content = tuple(_clause(tokens, t))
            if content:
                _add(out, (t.start, t.end), content, "rule:adverb@1")
    for m in PASSIVE.finditer(text):
        if m.group("cue"):
            end = m.end("content") - (len(m["content"]) - len(m["content"].rstrip(" ,\"”'’")))
            _add(out, m.span("cue"), ((m.start("content"), end),), "rule:passive@1")
        else:
            tail = re.compile(r"\s+to\s[^.;\n,]*").match(text, m.end("cue2"))
            subject = subject_of(tokens, m.span("cue2"))
            if tail and subject:
                start = tail.start() + len(tail.group()) - len(tail.group().lstrip())
                _add(out, m.span("cue2"), (subject, (start, tail.end())), "rule:passive@1")
    return out


def _add(out: list[Draft], cue: Span, content: tuple[Span, ...], rule: str) -> None:
    if not any(d.cue and overlaps(d.cue, cue) for d in out):
        out.append(Draft(None, cue, content, Why(by=rule, evidence=(cue,))))


def _clause(tokens: Tokens, adverb: Token) -> list[Span]:
    """The clause that an adverb stands in, without the adverb, cut at the clause's outer commas and full stop."""
    top = tokens[adverb.head]
    while top.head != top.i and not top.tag.startswith(("VB", "MD")) and tokens[top.head].sentence == top.sentence:
        top = tokens[top.head]
    tree = [t for t in tokens.subtree(top) if t.sentence == adverb.sentence]
    if len(tree) < 3:
        a, b = tokens.sentence_of(adverb)
        tree = list(tokens.within((a, b)))
    return _pieces(tokens, [t for t in tree if t.i != adverb.i])


def _pieces(tokens: Tokens, members: list[Token]) -> list[Span]:
    """Runs of neighbouring tokens as spans, punctuation at the edges left out."""
    runs: list[list[Token]] = []
    for t in members:
        if runs and runs[-1][-1].i + 1 == t.i:
            runs[-1].append(t)
        else:
            runs.append([t])
    return [span for run in runs if (span := _without_edges(run))]


def _without_edges(run: list[Token]) -> Span | None:
    """The span of a run without the punctuation at its edges, quotation marks and currency signs aside."""
    words = [k for k, t in enumerate(run) if any(c.isalnum() for c in t.text)]
    if not words:
        return None
    first, last = words[0], words[-1]
    if first and run[first - 1].text in "\"“‘'$£€":
        first -= 1
    if last + 1 < len(run) and run[last + 1].text in "\"”’'":
        last += 1
    return run[first].start, run[last].end
