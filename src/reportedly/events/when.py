"""When an event is said to take place: the time expression that hangs on it in its sentence."""

from __future__ import annotations

from collections.abc import Sequence

from reportedly.events.draft import EventDraft
from reportedly.reader.tokens import Token, Tokens
from reportedly.record import Time, Why

LONGEST_PATH = 8
NO_TIME = Why(by="rule:time-on-event@1", missing="not_said")


def with_times(
    drafts: list[EventDraft], tokens: Tokens, times: Sequence[Time], said: frozenset[str]
) -> list[EventDraft]:
    """Give each event the nearest time of which it is the first event upwards in the parse. `said`: the times that
    tell when something was said."""
    by_token = {d.token: k for k, d in enumerate(drafts)}
    found: dict[int, Time] = {}
    for time in times:
        head = tokens.head_of(time.span)
        if head is None or time.id in said or time.type in ("DURATION", "SET"):
            continue
        k = _first_event(tokens, head, by_token)
        if k is None:
            continue
        place = drafts[k].trigger[0]
        if k not in found or abs(time.span[0] - place) < abs(found[k].span[0] - place):
            found[k] = time
    out = []
    for k, d in enumerate(drafts):
        when = found.get(k)
        why = Why(by="rule:time-on-event@1", evidence=(when.span,)) if when else NO_TIME
        out.append(d.because("time", why, time=when.id if when else None))
    return out


def _first_event(tokens: Tokens, t: Token, by_token: dict[int, int]) -> int | None:
    at = t
    for _ in range(LONGEST_PATH):
        if at.head == at.i:
            break
        at = tokens[at.head]
        if at.sentence != t.sentence:
            break
        if at.i in by_token:
            return by_token[at.i]
        for child in tokens.children[at.i]:  # light verbs: "staged a protest on Friday"
            if tokens[child].relation in ("dobj", "nsubjpass") and child in by_token:
                return by_token[child]
    return None
