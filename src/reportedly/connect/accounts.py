"""Accounts: what each article makes of one happening: it tells it, denies it, withdraws it, calls it off."""

from __future__ import annotations

from collections.abc import Mapping, Sequence
from typing import NamedTuple

from reportedly.connect.brief import Answer, Brief, Mention, Voice
from reportedly.connect.happenings import Cluster
from reportedly.connect.told import Telling
from reportedly.record import Span

PLANS = frozenset({"planned", "considered", "threatened", "urged", "conditional", "unknown"})
ANSWERS = ("denial", "withdrawal", "called_off", "unconfirmed")
REPORTED = frozenset({"reported", "cited", "carried", "onward"})
"""How an article names an outlet that told the matter before it."""
JUST_BEFORE = 60
"""Characters between a sentence and the denial that answers it: a short sentence may stand between them."""
HAPPENS = frozenset({"occurred", "ongoing", "attempted"})


class Account(NamedTuple):
    """One article on one happening. `tells`: somebody in it says that it happened or is planned; `plans`: so far it
    is planned only; `stale`: a copy of an earlier text, which cannot know what came since; `doubts`: it says that it
    could not be confirmed. `spans` are the words that show it."""

    brief: Brief
    mentions: tuple[Mention, ...]
    tells: bool
    denies: bool
    withdraws: bool
    calls_off: bool
    plans: bool
    happens: bool
    doubts: bool
    stale: bool
    spans: tuple[Span, ...]


def is_answered(cluster: Cluster) -> bool:
    """Does any article that mentions a happening deny it, or take it back?"""
    return any(
        a.kind in ("denial", "withdrawal") and (a.back or m.event in a.events)
        for b, m in cluster.mentions
        for a in b.answers
    )


def accounts_of(cluster: Cluster, telling: Telling) -> list[Account]:
    """What every article that mentions a happening makes of it, in order of publication."""
    mentions: dict[str, list[Mention]] = {}
    for b, m in cluster.mentions:
        mentions.setdefault(b.id, []).append(m)
    found = [_account(telling.by_id[a], tuple(ms), telling) for a, ms in mentions.items()]
    if any(a.denies for a in found):
        deniers = _deniers_of(found, telling)
        found = [_named_again(a, deniers, telling) for a in found]
        if cluster.type is not None or len(found) > 1:
            told = any(a.tells for a in found)
            found = [_with_what_is_denied(a, told, telling) for a in found]
    return sorted(found, key=lambda a: a.brief.order)


def _account(b: Brief, mentions: tuple[Mention, ...], telling: Telling) -> Account:
    own, every = {m.event for m in mentions}, telling.answers[b.id]
    answers = {kind: [a for a in every.get(kind, ()) if not own.isdisjoint(a.events)] for kind in ANSWERS}
    denied = {e for a in answers["denial"] for e in a.events}
    voices = telling.voices[b.id]
    deniers = _deniers(voices, answers["denial"])
    back = {x.kind for x in b.answers if x.back and any(_just_before(m, x) for m in mentions)}
    off = {e for a in answers["called_off"] for e in a.events} | {m.event for m in mentions if m.status == "called_off"}
    withdrawn = bool(answers["withdrawal"]) or "withdrawal" in back
    answered = denied | off
    free = [m for m in mentions if m.event not in answered and m.status not in ("denied", "called_off")]
    if deniers:
        free = [m for m in free if _speaker(voices, m.voice) not in deniers]
    statuses = {m.status for m in free}
    return Account(
        brief=b, mentions=mentions, tells=bool(free) and "withdrawal" not in every,
        denies=(bool(denied & own) or "denial" in back) and not off, withdraws=withdrawn,
        calls_off=bool(off & own), plans=bool(statuses & PLANS), happens=bool(statuses & HAPPENS),
        doubts="unconfirmed" in every,
        stale=b.id in telling.original_of,
        spans=tuple(a.span for given in answers.values() for a in given) or tuple(m.trigger for m in mentions),
    )  # fmt: skip


def _deniers(voices: Mapping[str, Voice], denials: Sequence[Answer]) -> frozenset[str]:
    """The names of those who deny: what else they say of it is no telling of what they deny."""
    return frozenset(n for a in denials if (n := _speaker(voices, a.voice)))


def _speaker(voices: Mapping[str, Voice], statement: str | None) -> str | None:
    voice = voices.get(statement or "")
    return voice.name if voice and voice.named else None


def _just_before(m: Mention, answer: Answer) -> bool:
    """Whether a mention stands in the sentence of an answer, ahead of it, or in the one before."""
    return m.trigger[1] <= answer.span[0] and m.sentence[1] >= answer.sentence[0] - 2


def _named_again(a: Account, deniers: frozenset[str], telling: Telling) -> Account:
    """An article denies what others deny where it says "denied it", without an event of its own, where somebody in it
    says that it is not so, or where one of those who deny it denies something that has no type ("there was no contact,
    it said")."""
    if a.denies:
        return a
    voices = telling.voices[a.brief.id]
    if any(m.status == "denied" and _speaker(voices, m.voice) for m in a.mentions) and not a.calls_off:
        return a._replace(denies=True)
    typed = telling.typed[a.brief.id]
    denials = telling.answers[a.brief.id].get("denial", ())
    again = any(x.back or (typed.isdisjoint(x.events) and _answerer(a.brief, x, telling) in deniers) for x in denials)
    return a._replace(denies=True) if again else a


def _deniers_of(accounts: Sequence[Account], telling: Telling) -> frozenset[str]:
    """The keys of those who deny a happening in any article."""
    keys = (
        _answerer(a.brief, x, telling)
        for a in accounts
        if a.denies
        for x in telling.answers[a.brief.id].get("denial", ())
        if x.back or not {m.event for m in a.mentions}.isdisjoint(x.events)
    )
    return frozenset(k for k in keys if k)


def _answerer(b: Brief, answer: Answer, telling: Telling) -> str | None:
    voice = telling.voices[b.id].get(answer.voice or "")
    speaker = telling.speakers.of(b, voice) if voice else None
    return speaker.key if speaker else None


def _with_what_is_denied(a: Account, told: bool, telling: Telling) -> Account:
    """An article that denies a thing tells it too where it names an outlet that had reported it, or where somebody else
    speaks just before the denial of what any article has `told`; not where it takes back what it told itself."""
    answers = telling.answers[a.brief.id]
    if a.tells or not a.denies or "withdrawal" in answers:
        return a
    if any(r.passing.how in REPORTED for r in telling.relays.get(a.brief.id, ())):
        return a._replace(tells=True)
    if not told:
        return a
    voices = telling.voices[a.brief.id]
    denials = answers.get("denial", ())
    deniers = {v.name for x in denials if (v := voices.get(x.voice or ""))}
    others = [v.sentence[1] for v in voices.values() if v.sentence and v.act == "say" and v.name not in deniers]
    return a._replace(tells=any(0 <= x.sentence[0] - end <= JUST_BEFORE for x in denials for end in others))
