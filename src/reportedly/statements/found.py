"""Statements that the reader's heads found, as character spans."""

from __future__ import annotations

import re

from reportedly.reader.decode import Attribution, attributions, fragments, marginals, viterbi
from reportedly.reader.decode import Range as WordRange
from reportedly.reader.model import Outputs, ReaderModel
from reportedly.reader.words import Gap, Words
from reportedly.record import Span, Why, covers
from reportedly.statements.draft import Draft

SHORTEST_INNER = 2
"""Characters; a nested content of one letter is a slip of the tags."""


def found_statements(outputs: Outputs, model: ReaderModel) -> list[Draft]:
    """The outermost statements, then those that the second layer of tags found inside their content."""
    words, breaks = outputs.words, outputs.words.gap >= Gap.LINE
    drafts: list[Draft] = []
    for head, inner in (("tags", False), ("inner_tags", True)):
        scores = outputs.heads[head]
        transitions = model.parameters.transitions
        spans = fragments(viterbi(scores, transitions, breaks), marginals(scores, transitions, breaks))
        found = attributions(spans, outputs.links, model.parameters)
        name = f"head:{'inner-' if inner else ''}attribution@{model.version}"
        drafts += [_draft(a, words, name, inner) for a in found]
    outer = [d for d in drafts if not d.inner]
    return outer + [d for d in drafts if d.inner and _fits_inside(d, outer)]


def _draft(a: Attribution, words: Words, name: str, inner: bool) -> Draft:
    content = merge_touching(tuple(_span(words, c) for c in a.contents), words.text)
    source = _span(words, a.source) if a.source else None
    return Draft(source, _span(words, a.cue), content, Why(by=name, score=round(a.score, 3)), inner=inner)


def _span(words: Words, r: WordRange) -> Span:
    return int(words.starts[r[0]]), int(words.ends[r[1] - 1])


def merge_touching(spans: tuple[Span, ...], text: str) -> tuple[Span, ...]:
    """Fragments in order; two that only spaces part, on one line, become one."""
    out: list[Span] = []
    for span in sorted(set(spans)):
        if out and re.fullmatch(r"[^\S\n]*", text[out[-1][1] : span[0]]):
            out[-1] = (out[-1][0], max(out[-1][1], span[1]))
        else:
            out.append(span)
    return tuple(out)


def _fits_inside(draft: Draft, outer: list[Draft]) -> bool:
    """Does one outer statement's content hold all of the draft, and more than it?"""
    length = sum(b - a for a, b in draft.content)
    if not draft.cue or length < SHORTEST_INNER:
        return False
    return any(all(any(covers(c, s) for c in o.content) for s in draft.spans) for o in outer if o.content)
