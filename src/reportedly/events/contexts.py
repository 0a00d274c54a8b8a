"""PLOVER's contexts: what an event is about, by the words of its sentence."""

from __future__ import annotations

from reportedly.events.draft import EventDraft
from reportedly.events.ontology import Ontology
from reportedly.reader.tokens import Tokens
from reportedly.record import Span, Why


def with_contexts(drafts: list[EventDraft], tokens: Tokens, ontology: Ontology) -> list[EventDraft]:
    """Every context of which a keyword stands in the sentence of a typed event; the keywords are the evidence."""
    known: dict[Span, dict[str, Span]] = {}
    out = []
    for d in drafts:
        if d.type is None:
            out.append(d)
            continue
        area = tokens.sentence_of(tokens[d.token])
        if area not in known:
            hits = ((c, p.search(tokens.text, *area)) for c, p in ontology.context_patterns.items())
            known[area] = {c: m.span() for c, m in hits if m}
        found = known[area]
        why = Why(
            by="rule:context-words@1",
            evidence=tuple(dict.fromkeys(found.values())),
            missing=None if found else "not_said",
        )
        out.append(d.because("contexts", why, contexts=tuple(found)))
    return out
