"""Denials that are no more than a "no" in somebody's words: "No bridge was closed," the mayor said."""

from __future__ import annotations

import re
from collections.abc import Iterable, Iterator

from reportedly.connect.brief.mentions import lemma_of
from reportedly.connect.brief.words import is_empty, root, senses_of
from reportedly.record import Event, Record, Span, Statement

NEGATED = re.compile(
    r"\b(?:(?:n(?:o(?:ne|body|thing)?|ever)|not\s+(?:one|an?|any))\b(?:\s+of\s+(?:the|our|their|its|his|her|my|those|these))?"
    r"(?:\s+(?!(?:of|in|on|at|by|to|for|from|with|about|over|into|after|before|during|since|until|that|who|which|when|"
    r"but|and|or|than|other|longer|more)\b)[\w’'-]+){1,7}|"
    r"(?:did|do|does|ha[sd]|have|was|were|is|are)(?:\s+not|n[’']t)(?:\s+(?:be|been|being))?\s+[\w’'-]+)",
    re.I,
)
"""Words that are not so: from a "no" to the next preposition or clause, and the verb behind "has not been"."""
HEARD = root("heard")


def negated_in(record: Record, sentences: Iterable[Span]) -> Iterator[tuple[Statement, Event, Span]]:
    """Events of these sentences that somebody says did not happen, with the statement and the words that say so."""
    text = record.article.text
    nos = [m.span() for s in sentences for m in NEGATED.finditer(text, *s)]
    statements = {st.id: st for st in record.statements} if nos else {}
    events = [e for e in record.events if e.according_to] if nos else []
    for start, end in nos:
        for e in events:
            within = start < e.trigger[0] < end or _is_of_all(e, text, start)
            st = statements.get(e.according_to or "") if within else None
            if st and _says(st, start) and (e.type or _tells_something(lemma_of(text, e.trigger))):
                yield st, e, (start, end)


def _is_of_all(e: Event, text: str, no: int) -> bool:
    """Does a "no" begin the sentence of what is not so, however far it stands from it?"""
    return e.status == "denied" and no >= e.sentence[0] and not text[e.sentence[0] : no].strip("\"“‘'")


def _says(st: Statement, at: int) -> bool:
    """Does somebody say what stands at a place?"""
    told = st.act in ("say", "deny") and st.source.kind not in ("unknown", "outlet")
    return told and any(a <= at < b for a, b in st.content)


def _tells_something(lemma: str) -> bool:
    """Is it a word of which there can be a denial? That nothing was heard is none."""
    return bool(senses_of(lemma)) and not is_empty(lemma) and lemma != HEARD
