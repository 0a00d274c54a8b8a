"""When an event is said to take place: the time expression that hangs on it, or on the clause that it stands in."""

from __future__ import annotations

from collections.abc import Mapping, Sequence

from reportedly.events.draft import EventDraft
from reportedly.reader.tokens import Token, Tokens
from reportedly.record import Span, Time, Why

LONGEST_PATH = 8
"""Words on the way up the parse, from a time to its event and from an event to the clause above."""
ON_EVENT, OF_CLAUSE, OF_SUBJECT = "rule:time-on-event@2", "rule:time-of-clause@1", "rule:time-of-subject@1"
NO_TIME = Why(by=ON_EVENT, missing="not_said")
CLAUSES = frozenset({"ROOT", "ccomp", "advcl", "relcl", "acl", "conj", "parataxis", "csubj"})
"""Relations at which a clause begins, where the word is a verb."""
FOLLOWING = frozenset({"advcl", "conj", "acl", "dep"})
"""Clauses that take the time of the clause above: "shelled the town on Friday, killing two"."""
APART = frozenset(
    {"after", "before", "until", "till", "since", "once", "if", "unless", "because", "although", "though"}
)
"""Words that lead a clause of another time than the clause above."""
VAGUE = frozenset({"PRESENT_REF", "PAST_REF", "FUTURE_REF"})
"""Values that name no date; an event takes such a time only where it hangs on it."""

Dated = tuple[Time, Token]
Said = tuple[str, Sequence[Span]]
"""The id of the time of a saying, and its cue."""


def with_times(
    drafts: list[EventDraft], tokens: Tokens, times: Sequence[Time], said: Sequence[Said]
) -> list[EventDraft]:
    """Give each event its time: the nearest of which it is the first event upwards in the parse, else that of its
    clause or of one that governs it. The day of publication is never taken.

    `said`: the times that tell when something was said, with the words of the saying, whose own event alone they date.
    """
    by_token = {d.token: k for k, d in enumerate(drafts)}
    sayings = {i for i, _ in said}
    usable = [t for t in times if t.id not in sayings and (t.type in ("DATE", "TIME") or _is_a_day(t))]
    dated = [(t, head) for t in usable if (head := tokens.head_of(t.span)) is not None]
    own = _own(drafts, tokens, dated, by_token) | _of_sayings(tokens, times, said, by_token)
    clauses = _of_clauses(tokens, dated, by_token)
    out = []
    for k, d in enumerate(drafts):
        found = (
            (own[k], ON_EVENT)
            if k in own
            else _from_above(d, tokens, clauses) or _from_subject(d, tokens, own, by_token)
        )
        if found and found[1] != ON_EVENT and not _same_reality(d, found[0], own, drafts):
            found = None
        why = Why(by=found[1], evidence=(found[0].span,)) if found else NO_TIME
        out.append(d.because("time", why, time=found[0].id if found else None))
    return out


def _own(
    drafts: list[EventDraft], tokens: Tokens, dated: Sequence[Dated], by_token: Mapping[int, int]
) -> dict[int, Time]:
    """The times that hang on events themselves, the nearest for each."""
    found: dict[int, Time] = {}
    for time, head in dated:
        k = _first_event(tokens, head, by_token)
        if k is None:
            continue
        place = drafts[k].trigger[0]
        if k not in found or abs(time.span[0] - place) < abs(found[k].span[0] - place):
            found[k] = time
    return found


def _of_sayings(
    tokens: Tokens, times: Sequence[Time], said: Sequence[Said], by_token: Mapping[int, int]
) -> dict[int, Time]:
    """The times of the events that are sayings themselves: "said on Monday", "agreed on Monday to withdraw"."""
    by_id = {t.id: t for t in times}
    cues = ((cue, by_id[i]) for i, spans in said if i in by_id for cue in spans)
    return {by_token[t.i]: time for cue, time in cues for t in tokens.within(cue) if t.i in by_token}


def _first_event(tokens: Tokens, t: Token, by_token: Mapping[int, int]) -> int | None:
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


def _of_clauses(tokens: Tokens, dated: Sequence[Dated], by_token: Mapping[int, int]) -> dict[int, Time]:
    """For the verb of each clause the nearest time that hangs on it, and not inside the phrase of an event's noun."""
    found: dict[int, Time] = {}
    for time, head in dated:
        at = head
        for _ in range(LONGEST_PATH):
            if at.head == at.i or (at.i in by_token and at.tag[:2] == "NN"):
                break
            at = tokens[at.head]
            if _is_clause(at):
                break
        if not _is_clause(at) or at.sentence != head.sentence or time.value in VAGUE:
            continue
        if at.i not in found or abs(time.span[0] - at.start) < abs(found[at.i].span[0] - at.start):
            found[at.i] = time
    return found


def _is_a_day(time: Time) -> bool:
    """A length that leads from a known day to another: "two days after the strike"."""
    return time.type == "DURATION" and time.earliest is not None and time.earliest == time.latest


def _is_clause(t: Token) -> bool:
    return t.tag[:2] in ("VB", "MD") and (t.relation in CLAUSES or t.head == t.i)


def _from_above(d: EventDraft, tokens: Tokens, clauses: Mapping[int, Time]) -> tuple[Time, str] | None:
    """The time of the clause that an event stands in, or of a clause above that it goes on from."""
    at = tokens[d.token]
    for _ in range(LONGEST_PATH):
        if at.i in clauses:
            return clauses[at.i], OF_CLAUSE
        if at.head == at.i or _is_closed(tokens, at):
            return None
        at = tokens[at.head]
    return None


def _is_closed(tokens: Tokens, t: Token) -> bool:
    """Does another time begin at this word: a reported or relative clause, or an infinitive ("agreed to build")?"""
    if t.relation in ("ccomp", "relcl", "pcomp", "parataxis", "csubj"):
        return True
    if t.relation == "advcl" and any(tokens[k].lower in APART for k in tokens.children[t.i]):
        return True
    if t.tag == "VB" and any(tokens[k].relation == "aux" for k in tokens.children[t.i]):
        return t.relation != "conj"
    return t.tag[:2] == "VB" and t.relation in CLAUSES - FOLLOWING


def _from_subject(
    d: EventDraft, tokens: Tokens, own: Mapping[int, Time], by_token: Mapping[int, int]
) -> tuple[Time, str] | None:
    """The time of an event that is the subject: "Friday's attack killed two"."""
    for k in tokens.children[d.token]:
        if tokens[k].relation in ("nsubj", "nsubjpass", "agent") and k in by_token and by_token[k] in own:
            return own[by_token[k]], OF_SUBJECT
    return None


def _same_reality(d: EventDraft, time: Time, own: Mapping[int, Time], drafts: Sequence[EventDraft]) -> bool:
    """Is no other event, of another status, dated by the same words? What is planned is not of the day of the plan."""
    dated = [drafts[k] for k, t in own.items() if t.id == time.id]
    return all(x.status == d.status for x in dated)
