"""What a statement does (says, believes, wants, denies) and in which form (direct, indirect, mixed)."""

from __future__ import annotations

import re
from bisect import bisect_left, bisect_right
from collections.abc import Mapping

from reportedly.lexicons import Lexicons
from reportedly.record import Span, Why
from reportedly.record.statement import REFUSALS, Act, Form
from reportedly.statements.draft import Draft

SINGLE_QUOTED = re.compile(r"(?<!\w)['‘](?=\w)[^'‘’\n]*(?:(?<=\w)['’](?=\w)[^'‘’\n]*)*(?<=[\w.,!?])['’](?!\w)")
DIRECT_SHARE = 0.9
"""Share of a content's characters inside quotation marks from which it is direct (as scoring/attribution.py has it)."""
NEGATION = re.compile(r"\b(?:not|never|no)\b|n['’]t\b", re.I)
NOBODY = re.compile(r"(?:no|nobody|none|neither)\b", re.I)
NO_COMMENT = re.compile(r"[\"“'‘]?no comment[.,!]?[\"”'’]?", re.I)
CONFIRMING = re.compile(r"\b(?:confirm|deny|rule\s+out|comment)", re.I)
OPEN_QUESTION = re.compile(r"(?:whether|if|why|how|when|where|who|whom|what|which)\b", re.I)
SAY_FIRST = re.compile(
    r"\b(?:sa(?:y|ys|id|ying)|t(?:ell|ells|old|elling)|wrote|writ\w+|tweet\w*|post(?:ed|s|ing)?)\b", re.I
)


def with_act(draft: Draft, text: str, lexicons: Lexicons) -> Draft | None:
    """Name the act; None for a negated saying ("never said that"), which says nothing.

    "Did not say whether" leaves a question open: `decline`. A demand or an appeal is a saying. The first word of the
    cue that decides is the evidence; a verb of saying beside it ("said he believes") makes it a saying.
    """
    if draft.act in REFUSALS or draft.cue is None:
        return draft
    cue = text[slice(*draft.cue)]
    if draft.source and NOBODY.match(text[slice(*draft.source)]) and not _any_form(cue, lexicons.acts.believe):
        return None
    if NO_COMMENT.fullmatch(" ".join(text[a:b] for a, b in draft.content)):
        return draft.because("act", Why(by="rule:no-comment@1", evidence=draft.content), act="decline")
    if NEGATION.search(cue) and _any_form(cue, lexicons.acts.silent_when_negated):
        open_question = bool(draft.content) and OPEN_QUESTION.match(text, draft.content[0][0])
        if not open_question and not CONFIRMING.search(cue):
            return None
        return draft.because("act", Why(by="rule:did-not-say@1", evidence=(draft.cue,)), act="decline")
    for act, forms in _classes(lexicons):
        word = _any_form(cue, forms)
        if word and not SAY_FIRST.search(cue):
            start = draft.cue[0] + word.start()
            why = Why(by="rule:cue-word@1", evidence=((start, start + len(word.group())),))
            return draft.because("act", why, act=act)
    return draft.because("act", Why(by="rule:saying@1", evidence=(draft.cue,)), act="say")


def _classes(lexicons: Lexicons) -> tuple[tuple[Act, Mapping[str, str]], ...]:
    acts = lexicons.acts
    return ("deny", acts.deny), ("want", acts.want), ("believe", acts.believe)


def _any_form(cue: str, forms: Mapping[str, str]) -> re.Match[str] | None:
    """The first word, or pair of words, of a cue that is one of the forms."""
    pairs = re.finditer(r"(?=\b([^\W\d_]+(?:['’-][^\W\d_]+)?(?:\s+[^\W\d_]+)?))", cue)
    for m in pairs:
        both = re.sub(r"\s+", " ", m.group(1).lower())
        for phrase in (both, both.split(" ")[0]):
            if phrase in forms:
                return re.compile(re.escape(m.group(1)[: len(phrase)])).search(cue, m.start())
    return None


def with_form(draft: Draft, quotes: list[tuple[int, int, bool]]) -> Draft:
    """direct: (nearly) all of the content stands in quotation marks; mixed: some of it; indirect: none."""
    total = sum(b - a for a, b in draft.content)
    inside: list[Span] = []
    for start, end in draft.content:
        first = max(bisect_left(quotes, (start,)) - 1, 0)
        near = quotes[first : bisect_left(quotes, (end,))]
        inside += [(max(start, a), min(end, b)) for a, b, _ in near if start < b]
    quoted = sum(b - a for a, b in inside)
    form: Form = "indirect"
    if quoted and total:
        form = "direct" if quoted >= DIRECT_SHARE * total else "mixed"
    return draft.because("form", Why(by="rule:quotation-marks@1", evidence=tuple(inside)), form=form)


def quotes_of(text: str, double: list[tuple[int, int, bool]]) -> list[tuple[int, int, bool]]:
    """All stretches in quotation marks: the double ones given, and single ones that stand outside those."""
    single = [(m.start(), m.end(), True) for m in SINGLE_QUOTED.finditer(text)]
    starts = [q[0] for q in double]
    alone = []
    for q in single:
        at = bisect_right(starts, q[0]) - 1
        if at < 0 or double[at][1] <= q[0]:
            alone.append(q)
    return sorted(double + alone)
