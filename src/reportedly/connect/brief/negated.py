"""Denials that are no more than a "no" in somebody's words: "No bridge was closed," the mayor said."""

from __future__ import annotations

import re
from collections.abc import Iterator

from reportedly.connect.brief.mentions import lemma_of
from reportedly.connect.brief.words import is_empty, root, senses_of
from reportedly.record import Event, Record, Span, Statement

REACH = 70
"""Characters before an event in which the "no" can stand."""
NEGATED = re.compile(
    r"\b(?:(?:no|none|nobody|nothing|never|not\s+(?:one|an?|any))\b(?:\s+of\s+(?:the|our|their|its|his|her|my|those|these))?"
    r"(?:\s+(?!(?:of|in|on|at|by|to|for|from|with|about|over|into|after|before|during|since|until|that|who|which|when|"
    r"but|and|or|than|other|longer|more)\b)[\w’'-]+){0,6}?|"
    r"(?:did|do|does|has|have|had|was|were|is|are|will|would)(?:\s+not|n[’']t)(?:\s+(?:be|been|being))?)\s+\Z",
    re.I,
)
"""Words before an event that say that it is not so; no preposition or clause stands between."""
HEARD = root("heard")


def negated_in(record: Record) -> Iterator[tuple[Statement, Event, Span]]:
    """Events that somebody says did not happen, with the statement and the words from the "no" on."""
    text = record.article.text
    says = {
        st.id: st
        for st in record.statements
        if st.act in ("say", "deny") and st.source.kind not in ("unknown", "outlet")
    }
    for e in record.events:
        st = says.get(e.according_to or "")
        if st is None or not (e.type or _tells_something(lemma_of(text, e.trigger))):
            continue
        start = next((a for a, b in st.content if a <= e.trigger[0] < b), None)
        if start is None:
            continue
        no = NEGATED.search(text, max(start, e.sentence[0], e.trigger[0] - REACH), e.trigger[0])
        if no:
            yield st, e, (no.start(), e.trigger[1])


def _tells_something(lemma: str) -> bool:
    """Is it a word of which there can be a denial? That nothing was heard is none."""
    return bool(senses_of(lemma)) and not is_empty(lemma) and lemma != HEARD
