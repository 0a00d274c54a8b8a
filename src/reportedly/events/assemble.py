"""From drafts to the events of the record: ids, entities, codes and pointers."""

from __future__ import annotations

from collections.abc import Callable, Sequence

from reportedly.events.draft import EventDraft
from reportedly.events.ontology import Ontology
from reportedly.reader.tokens import Tokens
from reportedly.record import Entity, Event, Participant, Span, Why

FIRST_MENTION = Why(by="rule:same-event@1", missing="not_said")


def events_of(
    drafts: Sequence[EventDraft], tokens: Tokens, entity_of: Callable[[Span | None], Entity | None], ontology: Ontology
) -> tuple[Event, ...]:
    """Final events, in text order; `drafts` know everything but their codes."""
    return tuple(_event(f"e{i}", d, tokens, entity_of, ontology) for i, d in enumerate(drafts, 1))


def _event(
    number: str, d: EventDraft, tokens: Tokens, entity_of: Callable[[Span | None], Entity | None], ontology: Ontology
) -> Event:
    kind, why = d.type, dict(d.reasons)
    if kind == "RETREAT" and d.status == "planned" and ontology.settings.retreat_in_future == "AGREE":
        kind = "AGREE"
        why["type"] = Why(by="rule:retreat-in-future@1", evidence=d.reasons["status"].evidence)
        why["mode"] = Why(by="rule:retreat-in-future@1", missing="unsupported")
    mode = d.mode if kind == d.type else None
    if kind:
        why["cameo"] = why["quad"] = Why(by="rule:ontology@1", evidence=(d.trigger,))
    why.setdefault("same_as", FIRST_MENTION)

    def side(spans: Sequence[Span]) -> tuple[Participant, ...]:
        """One participant a span; of two names for one thing ("the governor, Ana Resk") the first."""
        found: list[Participant] = []
        for s in spans:
            e = entity_of(s)
            if e is None or e.id not in {p.entity for p in found}:
                found.append(Participant(span=s, text=tokens.text[slice(*s)], entity=e.id if e else None))
        return tuple(found)

    return Event(
        id=number,
        trigger=d.trigger,
        sentence=tokens.sentence_of(tokens[d.token]),
        type=kind,
        mode=mode,
        contexts=d.contexts,
        cameo=ontology.cameo(kind, mode) if kind else None,
        quad=ontology.quad(kind) if kind else None,
        actors=side(d.actors),
        recipients=side(d.recipients),
        counts=d.counts,
        place=d.place,
        time=d.time,
        status=d.status,
        factuality=d.factuality,
        according_to=f"s{d.holder + 1}" if d.holder is not None else None,
        same_as=f"e{d.same_as + 1}" if d.same_as is not None else None,
        why=why,
    )
