"""Attributions at the end of a sentence that the reading has no statement for: "..., Finance Minister X said on Monday"."""

from __future__ import annotations

import re
from collections.abc import Iterator, Sequence

from reportedly.connect.brief.sentences import Sentences
from reportedly.record import Record, Span, Statement, overlaps
from reportedly.record.statement import Source

SAID = re.compile(
    r",\s+(?P<source>(?:[^,;:\"“”\n]{2,70}?)(?:,\s+[^,;:\"“”\n]{3,60},)?)\s+(?P<cue>said|says|told\s+[^,.;\n]{3,40}?)"
    r"(?=\s+on\s+\w+|\s+late|\s+early|[,.;]|\s+in\s+a\s|\s+at\s)"
)
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
        kind = "person" if re.search(r"[A-Z]\w+ [A-Z]\w+$|,$", words) else "organisation"
        yield Statement(
            id=f"said{number}", source=Source(spans=(source,), text=words, kind=kind, named=words[:1].isupper()),
            cue=(m.span("cue"),), content=((start, m.start()),), form="indirect", act="say",
        )  # fmt: skip
