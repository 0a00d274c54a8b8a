"""Clippings: what pages about many articles show of each, and how it words one event."""

from __future__ import annotations

import re

from reportedly.connect.nouns import MentionRef
from reportedly.record import Record
from reportedly.record.event import Status
from reportedly.record.span import Noun, Span

LONGEST = 240
"""Characters of a sentence that are quoted: most sentences of news are shorter; the article has the rest."""

_SHORT = re.compile(r"(?:\b(?:Dr|Mr|Mrs|Ms|Prof|Gen|Lt|Col|Capt|Sgt|Sen|Rep|Gov|St|No|Jr|Sr|vs)|\b[A-Z])\.\s*$")
"""What ends in a full stop that ends no sentence."""

TAIL = 8
"""Characters before the end of a sentence in which the longest abbreviation fits, and two spaces."""

_END = re.compile(r"(?<=[.!?])[”\"’')]*\s+(?=[“\"‘'(A-Z0-9])|\n+")
"""Where a sentence ends, as near as a quotation needs it: an abbreviation may cut one short."""


class Clipping(Noun):
    """An article as a page about many shows it. `day` is its day of publication, else the day on which it was seen;
    `published` is None where it does not say. `copy_of` is the likely original of its text. `lost` says why it can no
    longer be had at its address; what it said is kept all the same."""

    article: str
    outlet: str | None = None
    title: str | None = None
    url: str | None = None
    published: str | None = None
    day: str | None = None
    versions: int = 1
    copy_of: str | None = None
    lost: str | None = None

    @property
    def called(self) -> str:
        """Its outlet, or that this is not known."""
        return self.outlet or "an unknown outlet"


class Wording(Noun):
    """One mention as its article has it: the word, its sentence, the status there, who says it (None: the article in
    its own voice) and the first and last day on which that may have been said."""

    mention: MentionRef
    words: str
    sentence: str
    status: Status | None = None
    by: str | None = None
    said: tuple[str, str] | None = None


def clipping_of(record: Record) -> Clipping:
    """An article's clipping from its record."""
    a = record.article
    return Clipping(
        article=a.id, outlet=a.outlet, title=a.title, url=a.url, published=a.published,
        day=a.published[:10] if a.published else None,
    )  # fmt: skip


def wordings_of(record: Record) -> tuple[Wording, ...]:
    """How an article words each of its events."""
    statements = {s.id: s for s in record.statements}
    times = {t.id: t for t in record.times}
    found = []
    for e in record.events:
        s = statements.get(e.according_to or "")
        t = times.get(s.said or "") if s else None
        said = (t.earliest[:10], t.latest[:10]) if t and t.earliest and t.latest else None
        found.append(
            Wording(
                mention=MentionRef(article=record.article.id, event=e.id, trigger=e.trigger),
                words=record.words((e.trigger,)), sentence=quotation(record.article.text, e.trigger), status=e.status,
                by=(s.source.text or "no source given") if s else None, said=said,
            )
        )  # fmt: skip
    return tuple(found)


def quotation(text: str, span: Span) -> str:
    """The sentence around some words, at most LONGEST characters with the words among them."""
    start, stop = span
    near, far = max(0, start - 2 * LONGEST), min(len(text), stop + 2 * LONGEST)
    around = text[near:far]
    ends = [
        m.end() + near for m in _END.finditer(around) if not _SHORT.search(around[max(0, m.start() - TAIL) : m.end()])
    ]
    first = max((e for e in ends if e <= start), default=near)
    last = min((e for e in ends if e >= stop), default=far)
    sentence = text[first:last].strip()
    if len(sentence) <= LONGEST:
        return sentence
    at = text.find(sentence, first)
    from_ = max(0, min(start - at - LONGEST // 3, len(sentence) - LONGEST))
    cut = sentence[from_ : from_ + LONGEST].strip()
    return f"{'…' if from_ else ''}{cut}{'…' if from_ + LONGEST < len(sentence) else ''}"
