"""Statements inside statements: which one is reported inside which other."""

from __future__ import annotations

import re
from bisect import bisect_left, bisect_right
from dataclasses import replace

from reportedly.lexicons import Lexicons
from reportedly.reader.phrases import noun_phrase, subject_of
from reportedly.reader.tokens import Tokens
from reportedly.record import Span, Why, covers, overlaps
from reportedly.statements.draft import CITED_BY, Draft

REACH = 8
"""Tokens between the verb of reporting and "citing": a date, an adverb, a comma."""
SHORTEST_CLAIM = 3
"""Words before the one who reported; fewer are an adverb or a date, and no claim."""
APPOSITION = re.compile(r",\s+(?P<name>[A-Z][\w’-]+(?:\s+[A-Z][\w’-]+)*),")
CITING = re.compile(r"\b(?:citing|quoting)\b", re.I)


def cited_sources(tokens: Tokens, drafts: list[Draft], lexicons: Lexicons) -> list[Draft]:
    """ "X reported, citing Y": Y said it to X, so Y's statement has the same content and stands inside X's."""
    out = list(drafts)
    for m in CITING.finditer(tokens.text):
        word = tokens.within(m.span())
        if not word or any(overlaps(c, m.span()) for d in out for c in d.content):
            continue
        near = [d for d in out if d.cue and overlaps(d.cue, tokens.sentence_of(word[0])) and not d.inner]
        cited = next((d for d in near if overlaps(d.cue or (0, 0), m.span())), None)
        relays = [d for d in near if d.source and d.content and d is not cited]
        told = _reporting(tokens, word[0].i)
        same = next((d for d in relays if told and overlaps(d.cue or (0, 0), told.cue or (0, 0))), None)
        relay = same or told or min(relays, key=lambda d: abs(d.start - m.start()), default=None)
        source = _object(tokens, word[0].i)
        if relay is None or source is None or not _can_speak(tokens, source, lexicons):
            continue
        why = Why(by=CITED_BY, evidence=(m.span(), relay.cue or m.span()))
        statement = Draft(source, m.span(), relay.content, why, inner=True, reasons={"parent": why})
        inside = [
            d
            for d in near
            if d is not relay
            and d is not cited
            and relay.content
            and d.cue
            and any(covers(c, d.cue) for c in relay.content)
        ]
        out = [d for d in out if d is not cited and d is not relay and d not in inside] + [relay, statement]
        out += [replace(d, inner=True) for d in inside]
    return out


def _can_speak(tokens: Tokens, source: Span, lexicons: Lexicons) -> bool:
    """Is what is cited a person, a body or a document, rather than a reason ("citing a threat to health")?"""
    head = tokens.head_of(source)
    if head is None:
        return False
    nouns, word = lexicons.sources, head.lower
    known = nouns.document | nouns.outlet | nouns.organisation | nouns.anonymous | lexicons.roles.nouns
    return bool(head.name) or {word, word.removesuffix("s")} & known != set() or word in ("people", "sources")


def _reporting(tokens: Tokens, citing: int) -> Draft | None:
    """The statement of "content, X reported Friday, citing Y" and of "X said, quoting Y, that content"."""
    verb = citing - 1
    while verb > 0 and citing - verb < REACH and tokens[verb].sentence == tokens[citing].sentence:
        if tokens[verb].tag.startswith("VB"):
            break
        verb -= 1
    cue = (tokens[verb].start, tokens[verb].end)
    source = subject_of(tokens, cue) if tokens[verb].tag in ("VBD", "VBZ", "VBP", "VBN") else None
    if source is None or tokens[verb].sentence != tokens[citing].sentence:
        return None
    start, end = tokens.sentence_of(tokens[verb])
    before = tokens.text[start : source[0]].rstrip(" ,\t")
    that = re.compile(r",\s+(that\s[^\n]*)").search(tokens.text, tokens[citing].end, end)
    if that:
        content = (that.start(1), that.start(1) + len(that.group(1).rstrip(" .\n")))
    elif len(before.split()) >= SHORTEST_CLAIM:
        content = (start, start + len(before))
    else:
        return None
    why = Why(by="rule:reported-citing@1", evidence=(cue, (tokens[citing].start, tokens[citing].end)))
    return Draft(source, cue, (content,), why)


def _object(tokens: Tokens, verb: int) -> Span | None:
    for child in tokens.children[verb]:
        if tokens[child].relation in ("dobj", "pobj") and child > verb:
            return _with_apposition(tokens, noun_phrase(tokens, tokens[child]))
    following = [t for t in tokens.items[verb + 1 : verb + 12] if t.sentence == tokens[verb].sentence]
    noun = next((t for t in following if t.tag.startswith("NN") and following[0].text != ","), None)
    return _with_apposition(tokens, (following[0].start, noun.end)) if noun else None


def _with_apposition(tokens: Tokens, span: Span) -> Span:
    """ "the port director, Kaarel Mägi," is one source."""
    m = APPOSITION.match(tokens.text, span[1])
    inside = tokens.within(m.span("name")) if m else ()
    return (span[0], m.end()) if m and any(t.name == "PERSON" for t in inside) else span


def with_parents(drafts: list[Draft]) -> list[Draft]:
    """Order by place and give each draft the index of the statement whose content holds it most tightly.

    A holder has more content than what it holds, or as much and an earlier place, so that there are no circles.
    """
    ordered = sorted(drafts, key=lambda d: (d.start, d.inner, d.spans))
    sizes = [sum(b - a for a, b in d.content) for d in ordered]
    contents = sorted((c, sizes[k], k) for k, d in enumerate(ordered) for c in d.content)
    starts = [c[0] for c, _, _ in contents]
    longest = max((b - a for (a, b), _, _ in contents), default=0)
    out = []
    for i, d in enumerate(ordered):
        anchor = d.cue or (d.start, d.start + 1)
        near = contents[bisect_left(starts, anchor[0] - longest) : bisect_right(starts, anchor[0])]
        holders = [(size, k) for c, size, k in near if (size, -k) > (sizes[i], -i) and covers(c, anchor)]
        if d.is_cited:
            holders = [
                (0, k) for k, other in enumerate(ordered) if other.content == d.content and not other.is_cited
            ] + holders
        out.append(replace(d, parent=min(holders)[1] if holders else None))
    return out
