"""Attributions at the end of a sentence that the reading has no statement for, or one without its source:
"..., Finance Minister X said on Monday", "..., three officials told the Harbor Post"."""

from __future__ import annotations

import re
from collections.abc import Iterator, Sequence

from reportedly.connect.brief.lists import speaker_words
from reportedly.connect.brief.sentences import Sentences
from reportedly.connect.brief.sources import head_of
from reportedly.record import Record, Span, Statement, overlaps
from reportedly.record.statement import Source, SourceKind

SAID = re.compile(
    r",\s+(?P<source>(?:[^,;:\"“”\n]{2,70}?)(?:,\s+[^,;:\"“”\n]{3,60},)?)\s+(?P<cue>(?:(?:has|have|had)\s+)?"
    r"(?:said|says|found|announced|reported|concluded|confirmed|told\s+[^,.;\n]{3,40}?))"
    r"(?=\s+on\s+\w+|\s+late|\s+early|\s+after\s|[,.;]|\s+in\s+a\s|\s+at\s)"
)
BEFORE_TAIL = re.compile(r"(?:^|(?<=[.!?\n]))\s*(?P<said>[^\s.!?\n][^.!?\n]{20,300}),\s+\Z")
"""What is said before its source ("The road is closed, an officer told the Echo")."""
BEFORE = re.compile(r"(?:^|(?<=[.!?\n]))\s*(?P<said>[^\s.!?\n](?:[^!?\n.]|\.(?=\d)){20,300})[.!]\s+\Z")
"""The whole sentence before."""
IS_ACCORDING = (" is according to", " was according to")
FARTHEST = 310
UNNAMED = re.compile(r"(?:an?|one|two|three|several)\s")
SHORTEST = 20
"""Characters of what is said; less is no claim."""


def attributed(record: Record, sentences: Sentences) -> Iterator[Statement]:
    """A statement for every sentence that ends in somebody's "said" and that no statement of the record touches there.
    Their ids begin with "said"."""
    text = record.article.text
    taken: Sequence[Span] = [x for s in record.statements for x in (*s.source.spans, *s.cue)]
    number = 0
    for start, end in sentences.spans:
        m = SAID.search(text, start + SHORTEST, end)
        if m is None or any(overlaps(m.span(), t) for t in taken):
            continue
        source = m.span("source")
        words = text[slice(*source)]
        if words.split()[0].lower() in ("which", "who", "he", "she", "it", "they", "and", "but", "as", "that"):
            continue
        number += 1
        kind = source_kind_of(words)
        yield Statement(
            id=f"said{number}", source=Source(spans=(source,), text=words, kind=kind, named=words[:1].isupper()),
            cue=(m.span("cue"),), content=((start, m.start()),), form="indirect", act="say",
        )  # fmt: skip


TAIL = re.compile(r",\s+([^,;:\"“”]{2,70})$")


def with_source(s: Statement, record: Record) -> Statement:
    """A statement whose source the reading left in what is said, directly before its cue."""
    if s.source.text is not None and s.content:
        return _of_what_stands_before(s, record.article.text)
    if s.source.text is not None or not s.cue or not s.content or s.act in ("decline", "no_response"):
        return s
    start, end = s.content[-1]
    text = record.article.text
    m = TAIL.search(text[start:end]) if text[end : s.cue[0][0]].strip() == "" and end <= s.cue[0][0] else None
    if m is None:
        return _all_source(s, text)
    span = (start + m.start(1), start + m.end(1))
    kind = source_kind_of(m.group(1))
    content = (*s.content[:-1], (start, start + m.start()))
    source = Source(spans=(span,), text=m.group(1), kind=kind, named=kind == "person")
    return s.model_copy(update={"source": source, "content": content})


def _of_what_stands_before(s: Statement, text: str) -> Statement:
    """A statement of which only "that" is said ("That is according to the mayor"): what is said is the sentence
    before."""
    start, end = s.content[0]
    if len(s.content) > 1 or text[start:end] not in ("That", "This") or not text[end:].startswith(IS_ACCORDING):
        return s
    said = BEFORE.search(text, max(0, start - FARTHEST), start)
    return s.model_copy(update={"content": (said.span("said"),)}) if said else s


def _all_source(s: Statement, text: str) -> Statement:
    """A statement whose content is only its source: what is said is the sentence before it."""
    start, end = s.content[0]
    if len(s.content) > 1 or text[end : s.cue[0][0]].strip() or not UNNAMED.match(text, start):
        return s
    said = BEFORE_TAIL.search(text, max(0, start - FARTHEST), start)
    if said is None:
        return s
    words = text[start:end]
    source = Source(spans=((start, end),), text=words, kind=source_kind_of(words), named=False)
    return s.model_copy(update={"source": source, "content": (said.span("said"),)})


def source_kind_of(words: str) -> SourceKind:
    """A rough kind of source, for words that the reading did not take for one."""
    lists = speaker_words()
    if UNNAMED.match(words) and head_of(words) in lists["anonymous"]:
        return "anonymous"  # "an official of the Health Ministry"
    if re.search(r"(?:^|\s)[A-Z]\w+ [A-Z]\w+$|,$", words):
        return "person"
    heads = {w.lower() for w in re.split(r"\s+(?:with|of|in|at|from|close|familiar|who)\s+", words)[0].split()}
    return "anonymous" if heads & lists["anonymous"] else "organisation"
