"""What a refusal to speak is made of is no event: "declined to comment", "did not respond to a request"."""

from __future__ import annotations

from collections.abc import Sequence

from reportedly.events.draft import EventDraft
from reportedly.reader.tokens import Tokens
from reportedly.record import Span, Why, overlaps
from reportedly.record.statement import REFUSALS
from reportedly.statements.draft import Draft

ASKED = frozenset(
    {"request", "requests", "comment", "call", "calls", "email", "emails", "message", "messages", "seeking"}
)
"""Words of a journalist's question beside a refusal."""


def without_refusals(drafts: Sequence[EventDraft], statements: Sequence[Draft], tokens: Tokens) -> list[EventDraft]:
    """Take the type off what the cue of a refusal consists of, and off the request that it answers.

    Who would not say is recorded as a statement; as an event it would be a REJECT in every second article.
    """
    cues = [s.cue for s in statements if s.act in REFUSALS and s.cue]
    sentences = {tokens.within(c)[0].sentence: c for c in cues if tokens.within(c)}
    return [_untyped(d, sentences[t.sentence]) if _is_part(d, t.lower, sentences.get(t.sentence)) else d
            for d in drafts for t in (tokens[d.token],)]  # fmt: skip


def _is_part(d: EventDraft, word: str, cue: Span | None) -> bool:
    return cue is not None and d.type is not None and (overlaps(d.trigger, cue) or word in ASKED)


def _untyped(d: EventDraft, cue: Span) -> EventDraft:
    kept = {k: v for k, v in d.reasons.items() if k not in ("mode", "actors", "recipients")}
    plain = EventDraft(d.token, d.trigger, None, None, d.told, d.certainty, d.heads, reasons=kept)
    return plain.because("type", Why(by="rule:refusal@1", evidence=(cue,), missing="unsupported"))
