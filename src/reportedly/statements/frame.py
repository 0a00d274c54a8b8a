"""Whom a statement was told to and when it was said: what stands around the cue, outside the content."""

from __future__ import annotations

import re
from bisect import bisect_left
from dataclasses import replace

from reportedly.lexicons import Lexicons
from reportedly.reader.tokens import Token, Tokens
from reportedly.record import Span, Why, overlaps
from reportedly.record.statement import REFUSALS
from reportedly.statements.draft import Draft

OCCASION = (
    r"(?:interviews?|statements?|e-?mails?|calls?|comments?|remarks?|letters?|messages?|texts?|briefings?|conversations?|"
    r"posts?|speech(?:es)?|appearances?|testimony|report|memo)"
)
IN_INTERVIEW = re.compile(
    rf"\b(?:in|during|on|by|via)\s+(?:(?:an?|the|his|her|their|written|recent|telephone|phone|emailed|exclusive|brief|short|\w+day)\s+)*"
    rf"{OCCASION}\s+(?:\w+day\s+)?(?:with|to|for|before)\s+",
    re.I,
)
SPEAKING_TO = re.compile(r"\b(?:speaking|talking|speaks|spoke|testifying)\s+(?:to|with|before)\s+", re.I)
REACH = 90
"""Characters around cue and source in which an occasion or a date still belongs to the saying."""
LONGEST_PATH = 6
"""Words on the way up the parse from a time to its verb."""
STOP_TAGS = ("IN", "VBD", "VBZ", "VBP", "VBG", "MD", "WP", "WDT", "WRB", "TO", "RB", ",", ".", ":", "``", "''", "-LRB-")


def with_addressee(draft: Draft, tokens: Tokens, lexicons: Lexicons) -> Draft:
    """Find the hearer: "told CNN", "said to reporters", "in an interview with The Post"."""
    if draft.addressee or not draft.cue or draft.act in REFUSALS:
        return draft
    found = _told(draft, tokens, lexicons) or _to_someone(draft, tokens) or _occasion(draft, tokens)
    if (
        found is None
        or any(overlaps(found[0], c) for c in draft.content)
        or (draft.source and overlaps(found[0], draft.source))
    ):
        return draft
    span, rule = found
    return replace(draft, addressee=span).because("addressee", Why(by=rule, evidence=(draft.cue, span)))


def _told(draft: Draft, tokens: Tokens, lexicons: Lexicons) -> tuple[Span, str] | None:
    assert draft.cue
    verbs = [t for t in tokens.within(draft.cue) if t.lower in lexicons.acts.tell and t.tag.startswith("VB")]
    if not verbs:
        return None
    verb = verbs[-1]
    limit = min((c[0] for c in draft.content if c[0] >= verb.end), default=draft.cue[1] + REACH)
    phrase = _phrase_after(tokens, verb.i + 1, limit)
    return (phrase, "rule:told@1") if phrase else None


def _phrase_after(tokens: Tokens, first: int, limit: int) -> Span | None:
    """The noun phrase that begins at a token and ends before a verb, a preposition, a comma or a date."""
    taken: list[Token] = []
    for t in tokens.items[first : first + 14]:
        joins = t.lower in ("and", "of", "’s", "'s", "for") and taken
        if t.start >= limit or (taken and t.sentence != taken[0].sentence):
            break
        if (
            t.name in ("DATE", "TIME")
            or (not joins and t.tag in STOP_TAGS)
            or t.lower in ("that", "how", "why", "what", "if", "whether")
        ):
            break
        taken.append(t)
    while taken and taken[-1].lower in ("and", "of", "for", "’s", "'s"):
        taken.pop()
    if not taken or not any(t.tag[:2] in ("NN", "PR") for t in taken):
        return None
    return taken[0].start, taken[-1].end


def _to_someone(draft: Draft, tokens: Tokens) -> tuple[Span, str] | None:
    assert draft.cue
    after = tokens.within((draft.cue[1], draft.cue[1] + 40))
    if not after or after[0].lower != "to" or after[0].relation not in ("prep", "dative"):
        return None
    limit = min((c[0] for c in draft.content if c[0] >= draft.cue[1]), default=draft.cue[1] + REACH)
    phrase = _phrase_after(tokens, after[0].i + 1, limit)
    return (phrase, "rule:said-to@1") if phrase else None


def _occasion(draft: Draft, tokens: Tokens) -> tuple[Span, str] | None:
    """ "in an interview with X" near the cue and outside the content."""
    area = _surroundings(draft, tokens)
    for pattern in (IN_INTERVIEW, SPEAKING_TO):
        for m in pattern.finditer(tokens.text, *area):
            if any(overlaps(m.span(), c) for c in draft.content):
                continue
            following = tokens.within((m.end(), m.end() + 1))
            phrase = _phrase_after(tokens, following[0].i, area[1]) if following else None
            if phrase:
                return phrase, "rule:occasion@1"
    return None


def _surroundings(draft: Draft, tokens: Tokens) -> Span:
    """The sentence of the cue, or what of it lies near cue and source."""
    assert draft.cue
    first = tokens.within(draft.cue)
    a, b = tokens.sentence_of(first[0]) if first else draft.cue
    low = min(draft.cue[0], draft.source[0] if draft.source else draft.cue[0])
    high = max(draft.cue[1], draft.source[1] if draft.source else draft.cue[1])
    return max(a, low - REACH), min(max(b, high), high + REACH)


def with_said(draft: Draft, tokens: Tokens, times: list[Span]) -> Draft:
    """When it was said: of the dates and times in the cue's sentence that lie in nobody's content the one that hangs on
    the cue, else the nearest that does not hang on another verb."""
    if not draft.cue or draft.is_cited:
        return draft  # the date of "reported Friday, citing Y" is that of the report
    area = _surroundings(draft, tokens)
    blocked = [*draft.content, *([draft.source] if draft.source else [])]
    near = times[bisect_left(times, (area[0], 0)) : bisect_left(times, (area[1], 0))]
    near = [t for t in near if t[1] <= area[1] and not any(overlaps(t, c) for c in blocked)]
    near = [t for t in near if not _verb_between(tokens, draft, t) and not _modifies_noun(tokens, draft, t)]
    verbs = {t: _verb_above(tokens, t) for t in near}
    near = [t for t in near if not _of_another_clause(verbs[t], draft)]
    if not near:
        return draft
    cue = draft.cue
    best = min(near, key=lambda t: (not _is_cue(verbs[t], cue), max(t[0] - cue[1], cue[0] - t[1])))
    return replace(draft, said=best).because("said", Why(by="rule:beside-cue@1", evidence=(best,)))


def _verb_above(tokens: Tokens, time: Span) -> Token | None:
    """The verb that a time hangs on."""
    at = tokens.head_of(time)
    for _ in range(LONGEST_PATH):
        if at is None or at.head == at.i:
            break
        at = tokens[at.head]
        if at.tag.startswith("VB"):
            return at
    return None


def _is_cue(verb: Token | None, cue: Span) -> bool:
    return verb is not None and cue[0] <= verb.start < cue[1]


def _of_another_clause(verb: Token | None, draft: Draft) -> bool:
    """Does a time hang on a verb that only tells more of someone: "the mayor, who took office in May, said"?"""
    assert draft.cue
    return verb is not None and verb.relation in ("relcl", "acl") and not _is_cue(verb, draft.cue)


def _modifies_noun(tokens: Tokens, draft: Draft, time: Span) -> bool:
    """Does the time only tell which thing is meant ("its evening bulletin")?"""
    following = tokens.within((time[1], time[1] + 2))
    return (
        bool(following)
        and following[0].tag.startswith("NN")
        and not any(overlaps((following[0].start, following[0].end), s) for s in draft.spans)
    )


def _verb_between(tokens: Tokens, draft: Draft, time: Span) -> bool:
    """Does another finite verb, outside content and source, part a time from the cue?"""
    assert draft.cue
    between = (draft.cue[1], time[0]) if time[0] >= draft.cue[1] else (time[1], draft.cue[0])
    skip = [*draft.content, *([draft.source] if draft.source else [])]
    return any(
        t.tag in ("VBD", "VBZ", "VBP") and not any(overlaps((t.start, t.end), s) for s in skip)
        for t in tokens.within(between)
    )
