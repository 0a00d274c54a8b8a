"""Whoever gives the figures of one record: in a statement, or in the words of a sentence."""

from __future__ import annotations

import re
from collections.abc import Sequence
from dataclasses import dataclass
from functools import cached_property

from reportedly.connect.brief.sentences import sentences_of
from reportedly.record import Entity, Event, Record, Span, Statement

GIVES = re.compile(
    r"(?:[\w’']+,\s+)?(?P<who>(?:he|she|it|they)(?=\s)|"
    r"(?:the|an?|its|[A-Z])[^.;]{2,70}?),?\s+(?:(?:has|have|had|earlier|later|also|"
    r"itself)\s+)*(?:puts?|gave|gives|"
    r"given|counts?|counted|reports?|reported|estimates?|estimated|claims?|claimed|stood\s+by|stands\s+by|lists?|"
    r"listed|confirms?|sp(?:eaks?|oken?)\s+of|own(?:s|ed)\s+(?:up\s+)?to|admits|"
    r"confirmed|acknowledged|admitted)\b",
    re.I,
)
ACCORDING = re.compile(r"\baccording\s+to\s+(?P<who>[^.,;]{3,80})", re.I)
LONGEST = 90
"""Characters of a noun phrase that tells who somebody is; longer ones tell of other matters too."""


@dataclass(frozen=True)
class Given:
    """What the figures of one record are given with: its statements, by whomever these are made, and its events."""

    record: Record

    @cached_property
    def _statements(self) -> dict[str, Statement]:
        return {s.id: s for s in reversed(self.record.statements)}

    @cached_property
    def _entities(self) -> dict[str | None, Entity]:
        return {e.id: e for e in reversed(self.record.entities)}

    @cached_property
    def _contents(self) -> tuple[tuple[Span, str], ...]:
        """Each part of what is said, with the statement."""
        return tuple([(span, s.id) for s in self.record.statements for span in s.content])

    @cached_property
    def _events(self) -> dict[Span, list[Event]]:
        """The events of each sentence."""
        found: dict[Span, list[Event]] = {}
        for e in self.record.events:
            found.setdefault(e.sentence, []).append(e)
        return found

    def events_at(self, place: int) -> Sequence[Event]:
        """The events of the sentence that holds a place."""
        return [e for (start, end), events in self._events.items() if start <= place < end for e in events]

    def voice_at(self, span: Span) -> str | None:
        """The statement whose words hold a span, the innermost of several."""
        holding = [(end - start, id) for (start, end), id in self._contents if start <= span[0] and span[1] <= end]
        return min(holding)[1] if holding else None

    def by(self, statement: str | None, span: Span) -> str | None:
        """The words for whoever gives the figure at a span, in this statement if in any."""
        return self._source_of(statement) or self._giver(span)

    def _source_of(self, statement: str | None) -> str | None:
        """The words for whoever makes a statement: the source's own, its name, what it is and is called in the
        article."""
        s = self._statements.get(statement or "")
        if s is None:
            return None
        entity, text = self._entities.get(s.source.entity), self.record.article.text
        called = [text[a:b] for a, b in entity.mentions if b - a <= LONGEST] if entity else []
        state = "state" if entity and entity.kind == "state" else None
        words = (s.source.text, entity.name if entity else None, entity.role if entity else None, *called, state)
        return " | ".join(dict.fromkeys(w for w in words if w)) or None

    def _giver(self, span: Span) -> str | None:
        """Whoever gives a figure outside a statement; for "he put their losses at 30" whoever spoke last before."""
        who = giver_of(span, self.record.article.text) if span[1] else None
        if who is None or who.lower() not in ("he", "she", "it", "they"):
            return who
        before = [(max(c[1] for c in s.content), s.id) for s in self.record.statements if s.content]
        last = max((x for x in before if x[0] <= span[0]), default=None)
        return self._source_of(last[1]) if last else who


def giver_of(span: Span, text: str) -> str | None:
    """Whoever gives a figure in a sentence that is no statement: "the army had put its losses at four"."""
    start, end = sentences_of(text).at(span[0])
    m = GIVES.match(text, start, span[0]) or ACCORDING.search(text, span[1], end)
    return m["who"] if m else None
