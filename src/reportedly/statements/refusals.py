"""Those who would not say: refusals to speak and requests that went unanswered (rules over tokens)."""

from __future__ import annotations

import re
from dataclasses import replace

from reportedly.reader.phrases import subject_of
from reportedly.reader.tokens import Tokens
from reportedly.record import Span, Why, overlaps
from reportedly.record.statement import Act
from reportedly.statements.draft import Draft

_NOT = r"(?:(?:did|has|have|had|does|do)\s*(?:\s+not|n['’]t)|never)"
_ADV = r"(?:\s+(?:immediately|yet|initially|directly|otherwise|publicly|formally|officially|also|promptly))*"
_ASKED = (
    r"(?:(?:repeated|multiple|several|numerous|further|email(?:ed)?|e-mailed|written|media|press|phone|telephone|\w+['’]s?)\s+)*"
    r"(?:requests?|calls?|messages?|e-?mails?|questions?|inquir(?:y|ies)|enquir(?:y|ies)|queries|query|voicemails?|letters?|texts?|allegations?|accusations?|claims?)"
)

NO_RESPONSE = re.compile(
    rf"\b(?P<cue>{_NOT}{_ADV}\s+(?:respond(?:ed)?|repl(?:y|ied)|answer(?:ed)?|return(?:ed)?))\b"
    rf"(?=(?:\s+to)?(?:\s+(?:an?|the|any|our|his|her|their|two|three|four|five|several|multiple|repeated|numerous|\d+|(?P<who>(?:[A-Z][\w.&-]*\s+){{1,4}}?[A-Z][\w.&-]*['’]s?|[A-Z][\w.&-]*['’]s?|[A-Z][A-Za-z]+)))?"
    rf"\s+{_ASKED}\b|\s*(?:immediately|by\s+deadline|in\s+time)?\s*[.,;\n]|\s*$|\s+(?:immediately|by|before|in\s+time|to\s+[A-Z]\w+))"
    rf"|\b(?P<cue2>(?:could|can)\s*(?:not|n['’]t){_ADV}\s+be\s+(?:immediately\s+)?reached)\b(?=\s*(?:[.,;\n]|$|(?:for|by|on|at|late|immediately|\w+day)\b))"
    rf"|\b(?P<cue3>(?:was|were|is|are)\s*(?:not|n['’]t){_ADV}\s+available)\b(?=\s+for\s+(?:comment|an?\s+interview))"
    rf"|\b(?P<cue7>(?:failed|(?:has|have|had)\s+yet)\s+to\s+(?:respond|reply|answer))\b(?=\s*(?:[.,;\n]|$|to\s+(?:\w+\s+){{0,3}}{_ASKED}))"
    rf"|\b(?P<cue6>(?:respond|repl)(?:ed|ied))\b(?=\s+to\s+(?:\w+\s+)?(?:requests?|calls?|messages?|emails?|questions?|inquiries)\b)"
    rf"|\b(?P<cue4>(?:was|were)\s+unavailable)\b(?=\s+for\s+comment)"
    rf"|\b(?P<cue5>ignored)\b(?=\s+(?:\w+\s+){{0,3}}(?:requests?|calls?|messages?|emails?|questions?)\b)"
)
UNANSWERED = re.compile(
    rf"\b(?:{_ASKED})(?:\s+for\s+(?:comment|information|clarification|details))?\s+(?:sent\s+|left\s+|made\s+|put\s+)?"
    rf"(?:to|with|for|at|by)\s+(?P<source>(?:(?!\b(?:was|were|went|did|has|have)\b)(?:[^.;\n]|(?<=\b[A-Z])\.|(?<=\b[MD]r)\.|(?<=\bMrs)\.|(?<=\bMs)\.)){{2,80}}?)\s+"
    rf"(?P<cue>(?:went|go|were\s+left)\s+unanswered|(?:was|were|has|have)\s*(?:not|n['’]t){_ADV}\s+(?:been\s+)?(?:returned|answered)|went\s+unreturned)\b",
    re.I,
)
UNREACHED = re.compile(
    r"\b(?:[Aa]ttempts|[Ee]fforts)\s+to\s+(?:reach|contact)\s+(?P<source>[^.;\n]{2,80}?)\s+(?P<cue>(?:were|was|have\s+been)\s+"
    r"(?:unsuccessful|not\s+successful|without\s+success)|failed)\b"
)
NO_WORD = re.compile(
    r"\b(?P<cue>(?:[Tt]here\s+was|[Tt]here\s+has\s+been|[Ww]ith)\s+no\s+(?:immediate\s+|official\s+|further\s+)*(?:comment|response|reaction|word|reply))"
    r"\s+from\s+(?P<source>[^.,;\n]{2,80})"
)
DECLINE = re.compile(
    r"\b(?P<cue>(?:would|will|could|can)\s*(?:not|n['’]t)\s+(?:comment|discuss|elaborate|say|confirm|answer|specify|disclose)"
    r"|(?:would|could|can|will|did)\s+neither\s+confirm\s+nor\s+deny"
    r"|(?:had|has|have)\s+no\s+(?:immediate\s+|further\s+|official\s+)*comment"
    r"|(?:did\s+not|didn['’]t|has\s+not|hasn['’]t|have\s+not|haven['’]t)\s+(?:immediately\s+|yet\s+|publicly\s+)*comment(?:ed)?"
    r"|(?:declin|refus)(?:e|es|ed|ing)(?:\s+(?:to\s+(?:comment|respond|answer|discuss|elaborate|say|confirm|tell|disclose|specify|be\s+interviewed|speak|talk)|requests?\s+for|an?\s+interview|(?:immediate\s+|further\s+|public\s+)*comment)))\b"
)
REFUSAL = re.compile(
    r"(?:also\s+)?(?:(?:has|have|had|was|were)\s+)?(?:repeatedly\s+|also\s+)?(?:declin|refus)\w*", re.I
)
NOTHING_REPORTED = re.compile(
    r"(?:to\s+)?(?:comment|respond|reply|answer|elaborate|speak|talk|be\s+interviewed|give\s+(?:details|an\s+interview))"
    r"(?:\s+(?:further|publicly|on\s+the\s+record|immediately|questions?|to\s+(?:reporters|the\s+media)))*"
    r"|(?:an?\s+|any\s+|all\s+|repeated\s+|multiple\s+)*(?:interviews?|requests?|questions?)(?:\s+(?:for|from)\s.*)?|(?:to\s+)?comment\b.*|to\s+answer\s+(?:\w+\s+){0,2}questions?(?:\s+(?:from|by)\s.*)?|to\s+(?:respond|reply)\s+to\s+(?:an?\s+|the\s+)?(?:requests?|questions?).*",
    re.I | re.S,
)
NEITHER = re.compile(r"\b[Nn]either\s+[^.;\n]{2,60}\s+nor\s+[^.;\n]{2,60}?(?=\s*$)")
ASKED_BY = re.compile(
    r"(?:\s+to)?\s+(?:\w+\s+){0,2}?(?:requests?|calls?|messages?|e-?mails?|questions?|inquiries|enquiries)(?:\s+for\s+comment)?"
    r"\s+(?:from|by)\s+(?P<who>(?:[Tt]he\s+)?[A-Z](?:[\w.&’-]*\w)?(?:\s+[A-Z](?:[\w.&-]*\w)?)*|reporters|journalists)"
)
TELLING = re.compile(
    r"\bto\s+tell\s+(?P<who>(?:the\s+)?[A-Z](?:[\w.&’'-]*\w)?(?:\s+[A-Z](?:[\w.&-]*\w)?)*|reporters|journalists|the\s+\w+)"
)


def refusals(tokens: Tokens, drafts: list[Draft]) -> list[Draft]:
    """Add refusals that no draft holds; a draft whose cue is one gets its act, its own cue and no content."""
    out = list(drafts)
    for act, cue, source, who in _matches(tokens):
        why = Why(by=f"rule:{act.replace('_', '-')}@1", evidence=(cue,))
        at = next((i for i, d in enumerate(out) if d.cue and _same_place(d, cue)), None)
        if at is None:
            if source and not any(d.content and any(overlaps(c, cue) for c in d.content) and d.act == act for d in out):
                out.append(Draft(source, cue, (), why, act=act, addressee=who, reasons={"act": why}))
            continue
        d = out[at]
        if act == "no_response":
            out[at] = replace(d, content=(), cue=cue, addressee=who, source=d.source or source).because(
                "act", why, act=act
            )
        else:
            out[at] = replace(d, source=d.source or source, addressee=d.addressee or who).because("act", why, act=act)
    return [_without_empty_content(d, tokens.text) for d in out]


def _same_place(draft: Draft, cue: Span) -> bool:
    """Is a draft's cue the refusal, or does its content begin inside the refusing words ("declined" + "to comment")?"""
    return draft.cue is not None and (
        overlaps(draft.cue, cue)
        or (bool(draft.content) and overlaps(draft.content[0], cue) and abs(draft.cue[0] - cue[0]) < 40)
    )


def _matches(tokens: Tokens) -> list[tuple[Act, Span, Span | None, Span | None]]:
    found: list[tuple[Act, Span, Span | None, Span | None]] = []
    text = tokens.text
    for m in NO_RESPONSE.finditer(text):
        cue = next(m.span(name) for name, words in m.groupdict().items() if words and name.startswith("cue"))
        source = subject_of(tokens, cue)
        if m.group("cue6"):
            neither = NEITHER.search(text, max(cue[0] - 120, 0), cue[0])
            if not neither:
                continue
            source = neither.span()
        who = m.span("who") if m.group("who") else None
        asked = ASKED_BY.match(text, cue[1])
        who = _without_possessive(text, who) or (asked.span("who") if asked else None)
        found.append(("no_response", cue, source, who))
    for pattern in (UNANSWERED, UNREACHED, NO_WORD):
        found += [("no_response", m.span("cue"), m.span("source"), None) for m in pattern.finditer(text)]
    for m in DECLINE.finditer(text):
        cue = m.span("cue")
        verb = REFUSAL.match(text, cue[0])
        telling = TELLING.search(text, cue[0], cue[1] + 60)
        asked = ASKED_BY.match(text, cue[1])
        who = telling.span("who") if telling and telling.start() < cue[1] else asked.span("who") if asked else None
        short = (cue[0], verb.end()) if verb else cue
        found.append(("decline", short, subject_of(tokens, cue), who))
    return found


def _without_possessive(text: str, span: Span | None) -> Span | None:
    if span and (m := re.search(r"['’]s?$", text[span[0] : span[1]])):
        return span[0], span[0] + m.start()
    return span


def _without_empty_content(draft: Draft, text: str) -> Draft:
    """A refusal that reports nothing ("declined to comment") has no content."""
    if draft.act == "say" and draft.cue and REFUSAL.fullmatch(text[slice(*draft.cue)]):
        content = text[draft.content[0][0] : draft.content[-1][1]] if draft.content else ""
        if NOTHING_REPORTED.fullmatch(content.strip()) or re.match(
            r"(?:to\s+)?(?:say|tell|specify|disclose|confirm|discuss|identify|name|answer|address|directly)\b", content
        ):
            why = Why(by="rule:decline@1", evidence=(draft.cue,))
            draft = draft.because("act", why, act="decline")
    if draft.act == "decline" and draft.content:
        content = text[draft.content[0][0] : draft.content[-1][1]]
        commenting = draft.cue is not None and text[slice(*draft.cue)].lower().endswith(("comment", "comment on"))
        if commenting or NOTHING_REPORTED.fullmatch(content.strip()):
            return replace(draft, content=())
    return draft
