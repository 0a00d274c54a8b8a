"""The events that the heads see: their triggers, types, modes, actors and recipients."""

from __future__ import annotations

from dataclasses import dataclass

import numpy as np

from reportedly.events.draft import EventDraft
from reportedly.events.sites import is_tool_or_site
from reportedly.events.syntax import SUBJECTS, Role, hints, is_passive, with_conjuncts
from reportedly.reader.decode import Floats, softmax
from reportedly.reader.model import Outputs, ReaderModel
from reportedly.reader.phrases import participant_phrase
from reportedly.reader.tokens import Token, Tokens
from reportedly.reader.words import Gap
from reportedly.record import Span, Why, covers

TYPED = 0.5
"""Share of all kinds but "none" from which a word is an event of a PLOVER type."""
NEEDED = {"ASSAULT": 0.84, "THREATEN": 0.4, "PROTEST": 0.4, "COERCE": 0.4, "SANCTION": 0.4}
TYPE = 0.55
"""Share of its best type below which a word has none: most is asked for ASSAULT, the worst thing to make up, least for
types with words of their own, `TYPE` for the others. Set on the dev rows and our own dev lines."""
MODE = 0.45
"""Share of a type's mass below which its best mode is left open: above it 7 of 10 are right on our dev sentences."""
EVENT = 0.4
"""Probability of the trigger head below which a word is no event of a PLOVER type, whatever its kind ("terrorists")."""
UNTYPED = 0.1
"""Probability of the trigger head from which a word is an event or state of some other kind."""
LEAST = 0.05
"""Share from which a status is worth keeping; the likeliest of eleven has at least 0.09."""
MAIN_VERB = Why(by="rule:main-verb@1")
NO_PARTY = Why(by="rule:syntax@1", missing="not_said")
"""One for all: a megabyte of text has a hundred thousand events without one."""
ROLES: tuple[tuple[Role, str], ...] = (("actor", "actors"), ("recipient", "recipients"))
CORE = 1.5
"""Log-odds from which the parse alone makes a noun a party of an event without a type: subject, object, agent."""
NO_HINT, NO_AGENT, ELSEWHERE = -2.0, -5.0, 4.0
"""Log-odds taken off a word whose place in the parse tells no role, off one that a passive verb does not name as its
agent, and off another verb's subject where the trigger has its own ("12 were killed and 18 wounded"); chosen on our own
dev sentences."""


@dataclass(frozen=True, slots=True)
class _Kinds:
    """The kind head's labels, and which of them belong to which type."""

    names: list[str]
    types: list[str]
    member: Floats

    @classmethod
    def of(cls, names: list[str]) -> _Kinds:
        types = list(dict.fromkeys(n.partition(".")[0] for n in names[1:]))
        member = np.array([[n.partition(".")[0] == t for t in types] for n in names], dtype=np.float32)
        return cls(names, types, member)


def found_events(tokens: Tokens, outputs: Outputs, model: ReaderModel) -> list[EventDraft]:
    """One draft a trigger, in text order.

    A trigger's type is the one with most of the kind head's mass, its mode the best of that type's, with "no mode"
    among them. Participants are sought in the trigger's sentence by the role heads (a bilinear form of trigger and
    word, Dozat and Manning 2017) and are the phrases around the words found.
    """
    if not len(tokens):
        return []
    heads, kinds = outputs.heads, _Kinds.of(model.kinds)
    word = np.searchsorted(outputs.words.starts, [t.start for t in tokens.items])
    shares = softmax(heads["kind"][word].astype(np.float32))
    events = _sigmoid(heads["trigger"][word, 0])
    mass = shares @ kinds.member
    needed = np.array([NEEDED.get(t, TYPE) for t in kinds.types])[mass.argmax(1)]
    typed = (1 - shares[:, 0] >= TYPED) & (events >= EVENT) & (mass.max(1) >= needed)
    found = []
    for t in tokens.items:
        i = t.i
        by_rule = not typed[i] and events[i] < UNTYPED
        if not any(c.isalnum() for c in t.text) or (by_rule and not _is_main_verb(t)):
            continue
        likely = zip(model.statuses, softmax(heads["status"][word[i]].astype(np.float32)).tolist(), strict=True)
        told = {s: share for s, share in likely if share >= LEAST}
        certainty = float(np.clip(heads["factuality"][word[i], 0], -3, 3))
        draft = EventDraft(i, hyphenated(tokens, t), None, None, told, certainty, model.events_version)  # type: ignore[arg-type]
        maker = MAIN_VERB if by_rule else Why(by=f"head:trigger@{model.events_version}", score=_score(events[i]))
        draft = draft.because("trigger", maker)
        if typed[i]:
            draft = _typed(draft, shares[i], mass[i], kinds)
        else:
            draft = draft.because(
                "type", Why(by=f"head:kind@{model.events_version}", score=_score(shares[i, 0]), missing="unsupported")
            )
        found.append(draft)
    happenings = frozenset(d.token for d in found if d.type)
    return [
        _with_participants(d, tokens, outputs, model, happenings) if d.type else _with_core(d, tokens, happenings)
        for d in found
    ]


def _typed(draft: EventDraft, shares: Floats, mass: Floats, kinds: _Kinds) -> EventDraft:
    best = int(mass.argmax())
    of_type = np.flatnonzero(kinds.member[:, best])
    kind = int(of_type[shares[of_type].argmax()])
    share = shares[kind] / mass[best]
    mode = kinds.names[kind].partition(".")[2] or None
    unsure = mode is not None and share < MODE
    by = f"head:kind@{draft.heads}"
    draft = draft.because(
        "type", Why(by=by, score=_score(mass[best]), evidence=(draft.trigger,)), type=kinds.types[best]
    )
    why = Why(by=by, score=_score(share), missing="ambiguous" if unsure else None if mode else "not_said")
    return draft.because("mode", why, mode=None if unsure else mode)


def _with_participants(
    d: EventDraft, tokens: Tokens, outputs: Outputs, model: ReaderModel, happenings: frozenset[int]
) -> EventDraft:
    """The heads' log-odds, raised for words whose place in the parse tells a role and lowered for all others.

    What happens itself (`happenings`, by token) is no party.
    """
    trigger = tokens[d.token]
    near = [t for t in tokens.within(tokens.sentence_of(trigger)) if t.i not in happenings and _has_part(d, tokens, t)]
    at, *rows = np.searchsorted(outputs.words.starts, [t.start for t in (trigger, *near)])
    told, passive = hints(tokens, d.token), is_passive(tokens, trigger)
    for i, (role, name) in enumerate(ROLES):
        query = outputs.heads[f"{role}_query"][at].astype(np.float32)
        keys = outputs.heads[f"{role}_key"][rows].astype(np.float32)
        seen = keys @ query / np.sqrt(len(query)) + model.role_bias[i] if near else np.zeros(0, np.float32)
        unlikely = NO_AGENT if role == "actor" and passive else NO_HINT
        odds = seen + np.array([told.get((t.i, role), unlikely) for t in near], dtype=np.float32)
        if (role == "recipient") == passive and _has_subject(tokens, trigger):
            odds -= ELSEWHERE * np.array([t.relation in SUBJECTS and t.head != trigger.i for t in near])
        by_head = True
        spans: dict[Span, float] = {}
        for k in np.argsort(-odds).tolist():
            if odds[k] < 0:
                break
            by_head &= bool(seen[k] > 0)
            for t in with_conjuncts(tokens, near[k]):
                if not _has_part(d, tokens, t):
                    continue
                span = participant_phrase(tokens, t)
                if not any(covers(s, span) or covers(span, s) for s in spans) and not covers(span, d.trigger):
                    spans[span] = float(_sigmoid(odds[k : k + 1])[0])
        by = f"head:{role}@{model.events_version}" if by_head else "rule:syntax@1"
        why = Why(by=by, score=_score(min(spans.values())) if spans else None, evidence=tuple(sorted(spans)),
                  missing=None if spans else "not_said")  # fmt: skip
        d = d.because(name, why, **{name: tuple(sorted(spans))})
    return d


def _has_part(d: EventDraft, tokens: Tokens, t: Token) -> bool:
    return may_act(t) and not (d.type == "ASSAULT" and is_tool_or_site(tokens, t))


def _with_core(d: EventDraft, tokens: Tokens, happenings: frozenset[int]) -> EventDraft:
    """Subject, object and agent of an event without a type, as the parse has them."""
    told = [(i, role) for (i, role), value in hints(tokens, d.token).items() if value >= CORE and i not in happenings]
    for role, name in ROLES:
        spans = {participant_phrase(tokens, tokens[i]) for i, r in told if r == role and may_act(tokens[i])}
        kept = tuple(sorted(s for s in spans if not covers(s, d.trigger)))
        d = d.because(name, Why(by="rule:syntax@1", evidence=kept) if kept else NO_PARTY, **{name: kept})
    return d


def _has_subject(tokens: Tokens, verb: Token) -> bool:
    """Does a verb have a noun for its subject, so that another verb's subject is not also its own?"""
    children = (tokens[i] for i in tokens.children[verb.i])
    return verb.tag.startswith("VB") and any(c.relation in SUBJECTS and c.tag[:2] in ("NN", "CD") for c in children)


def _is_main_verb(t: Token) -> bool:
    """Is a word a verb that is no auxiliary, or an adjective in its place? Even "is" tells of a state."""
    if t.tag.startswith("JJ"):
        return t.relation == "acomp"
    return t.tag.startswith("VB") and t.relation not in ("aux", "auxpass")


def hyphenated(tokens: Tokens, t: Token) -> Span:
    """The span of a word with what a hyphen ties to it ("test-fired", "cease-fire")."""
    first = last = t.i
    while first >= 2 and tokens[first - 1].text == "-" and Gap.NONE == tokens[first - 1].gap == tokens[first].gap:
        first -= 2
    following = tokens.items[last + 1 : last + 3]
    while len(following) == 2 and following[0].text == "-" and Gap.NONE == following[0].gap == following[1].gap:
        last += 2
        following = tokens.items[last + 1 : last + 3]
    return tokens[first].start, tokens[last].end


def may_act(t: Token) -> bool:
    """Can a word be the head of a participant: a noun, a pronoun, a number for people; no date, no verb?"""
    if t.name in ("DATE", "TIME", "MONEY", "PERCENT", "ORDINAL"):
        return False
    if t.lower.endswith(("self", "selves")) and t.tag == "PRP":
        return False  # "they entrenched themselves"
    return t.tag[:2] in ("NN", "CD") or t.tag in ("PRP", "PRP$") or bool(t.name in ("NORP", "GPE") and t.tag == "JJ")


def _sigmoid(x: Floats) -> Floats:
    return np.asarray(1 / (1 + np.exp(-np.clip(x.astype(np.float32), -30, 30))), dtype=np.float32)


def _score(x: float) -> float:
    return round(float(x), 4)
