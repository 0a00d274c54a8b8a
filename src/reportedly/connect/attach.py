"""Which voices say that a happening happened, and which only answer, weigh or mention it."""

from __future__ import annotations

import re
from collections import Counter
from collections.abc import Iterable, Mapping, Sequence
from dataclasses import dataclass
from functools import cached_property

from reportedly.connect.brief import Brief, Mention, Voice
from reportedly.connect.brief.bodies import speaker_words
from reportedly.connect.brief.words import WORD
from reportedly.connect.relays import Relay
from reportedly.record import Span, covers, overlaps

LEAD = 420
"""Characters from the start of a text within which an article names what it is about; the first two paragraphs of the
even lineage stories end between 290 and 420."""
HARM_TYPES = frozenset({"ASSAULT"})
NOT_SO = frozenset({"denied"})
STATE = frozenset({"government", "ministry", "presidency", "army", "cabinet"})
"""Words of bodies that know what their state plans."""
UNREAL = frozenset({"denied", "conditional", "urged", "unknown"})
"""Statuses of mentions that do not say that something happened, where others say that it did."""
MUTUAL_TYPES = frozenset({"AGREE", "CONSULT", "COOPERATE"})
FAMILIAR = re.compile(
    r"\b(?:familiar with|briefed on|close to|with (?:direct )?knowledge of|involved in|aware of|privy to) "
    r"(?:the |these |those )?(?:\w+ )?"
    r"(?:matter|plans?|talks|discussions?|deliberations?|decision|situation|negotiations?|deal)\b"
)
"""Unnamed people who are said to know what the article is about."""


@dataclass(frozen=True)
class Told:
    """One happening in one article: the mentions there, and what stands around them."""

    brief: Brief
    mentions: Sequence[Mention]
    has_happened: bool = False

    @cached_property
    def events(self) -> frozenset[str]:
        """Ids of the mentions."""
        return frozenset(m.event for m in self.mentions)

    @cached_property
    def is_lead(self) -> bool:
        """Is this what the article is about?"""
        return any(m.trigger[0] < LEAD for m in self.mentions)

    @cached_property
    def is_harm(self) -> bool:
        """Is it something in which people are hurt?"""
        stems = tuple(speaker_words()["harming"])
        return any(
            m.type in HARM_TYPES or m.word.lower().startswith(stems) for m in self.mentions if m.type != "PROTEST"
        )

    @cached_property
    def is_mutual(self) -> bool:
        """Is it something that its parties do together, so that each of them knows it?"""
        types = Counter(m.type for m in self.mentions if m.type).most_common(1)
        return bool(types) and types[0][0] in MUTUAL_TYPES

    @cached_property
    def sentences(self) -> frozenset[Span]:
        """The sentences that mention it."""
        return frozenset(m.sentence for m in self.mentions)

    def inside(self, spans: Iterable[Span]) -> list[Mention]:
        """The mentions that stand in a stretch of text."""
        found = []
        given = tuple(spans)
        for m in self.mentions:
            start, end = m.trigger
            for a, b in given:  # read for every voice of every happening
                if a <= start and end <= b:
                    found.append(m)
                    break
        return found

    @cached_property
    def inside_answers(self) -> frozenset[str]:
        """Statements that are part of what somebody denies or only answers."""
        by_id = {v.statement: v for v in self.brief.voices}
        if not any(v.stance in ("answers", "silent") for v in self.brief.voices):
            return frozenset()
        return frozenset(v.statement for v in self.brief.voices if _inside_an_answer(v, by_id))


def speaks_to(v: Voice, told: Told) -> str | None:
    """Why a voice counts as one that says it happened; None where it does not."""
    if v.stance in ("answers", "silent") or (v.kind in ("unknown", "outlet") and v.first_hand != "reporter"):
        return None
    if v.statement in told.inside_answers or ((v.body or "").startswith("both ") and not told.is_mutual):
        return None
    unreal = UNREAL if told.has_happened else NOT_SO
    within = [m for m in told.inside(v.content) if m.status not in unreal]
    own = [m for m in told.mentions if m.voice == v.statement and m.status not in unreal and m not in within]
    asserted = [m for m in (*within, *own) if m.event not in v.refers]
    if asserted:
        return "says so"
    figures = [n for n in told.brief.numbers if n.event in told.events and any(covers(c, n.span) for c in v.content)]
    if within and (figures or v.harm or _is_party(v, told)):
        return "tells what came of it"
    if within and not told.is_harm and v.first_hand != "witness" and _could_know(v, told):
        return "speaks of it as of something known"
    if figures:
        return "gives a figure for it"
    confirms = v.stance == "confirms" and not _of_another(v, told)
    if confirms and (_is_party(v, told) or told.is_harm) and (told.is_lead or _is_near(v, told)):
        return "confirms what stands before"
    return _in_the_lead(v, told) if told.is_lead else None


def _in_the_lead(v: Voice, told: Told) -> str | None:
    """Why a voice counts that does not name it, in an article that is about it."""
    if FAMILIAR.search(v.words or ""):
        return "knows the matter"
    if told.is_mutual and _is_party(v, told) and v.stance == "tells":
        return "is a party to it"
    if told.has_happened and v.stance == "tells" and _is_doer(v, told):
        return "did it"
    saw = v.first_hand in ("witness", "reporter")
    if told.is_harm or (told.has_happened and not told.is_mutual and saw):
        return _at_first_hand(v)
    return None


def _of_another(v: Voice, told: Told) -> bool:
    """Is what is confirmed named, and another event ("confirmed the truce", where this is the battle)?"""
    named = [m for m in told.brief.mentions if m.type and any(covers(c, m.trigger) for c in v.content)]
    return bool(named) and not any(m.event in told.events for m in named)


def denies(v: Voice, told: Told) -> bool:
    """Does a voice deny that it happened, and not only something else about it ("denied that the train had been too
    fast when it crashed")?"""
    within = [m for m in told.inside(v.content) if m.event not in v.refers]
    return any(v.act == "deny" or (m.type and m.status in NOT_SO) for m in within)


def _inside_an_answer(v: Voice, by_id: Mapping[str, Voice]) -> bool:
    """Is it part of what somebody denies or only answers?"""
    at, seen = by_id.get(v.parent or ""), {v.statement}
    while at is not None and at.statement not in seen:
        if at.stance in ("answers", "silent"):
            return True
        seen.add(at.statement)
        at = by_id.get(at.parent or "")
    return False


def _at_first_hand(v: Voice) -> str | None:
    """Whoever dealt with what the article is about, or saw it, without naming it."""
    if v.first_hand == "reporter":
        return "saw it"
    if v.first_hand == "witness":
        return "was there"
    if v.first_hand == "care":
        return "dealt with the hurt"
    return "tells of the hurt" if v.harm and v.body else None


def _is_party(v: Voice, told: Told) -> bool:
    """Is the body that speaks one of those who did it or to whom it was done?"""
    body = set((v.body or "").split())
    if not body:
        return False
    parties = [p for m in told.mentions for p in (*m.actors, *m.recipients)]
    words = [{w.lower() for w in WORD.findall(p.name or p.text)} for p in parties]
    return any(w & body - {"the", "of"} for w in words)


def _could_know(v: Voice, told: Told) -> bool:
    """Could who only mentions it know it otherwise than from others? What is planned is known to those who plan it;
    who has an office of another kind (a town's mayor, a league) only speaks about it."""
    if not v.body:
        return v.kind == "anonymous" and told.has_happened
    return told.has_happened or _is_party(v, told) or bool(set(v.body.split()) & STATE)


def _is_doer(v: Voice, told: Told) -> bool:
    """Does the body that speaks stand as the one that did it, in whatever sentence ("the agency recalled ...")?"""
    body = set((v.body or "").split()) - {"the", "of"}
    names = [{w.lower() for w in WORD.findall(p.name or p.text)} for m in told.mentions for p in m.actors]
    return bool(body) and any(body <= name for name in names)


def _is_near(v: Voice, told: Told) -> bool:
    """Is it told in the sentence of the statement?"""
    return v.sentence is not None and any(overlaps(v.sentence, s) for s in told.sentences)


def passes_on(r: Relay, told: Told) -> bool:
    """Does a relay pass on this happening: in its own sentence or statement, or in the sentence before?"""
    p = r.passing
    if r.is_credit:
        return True
    voice = next((v for v in told.brief.voices if v.statement == p.voice), None)
    if voice and told.inside(voice.content):
        return True
    if p.sentence is None:
        return False
    if any(overlaps(p.sentence, s) for s in told.sentences):
        return True
    mine = any(covers(p.sentence, m.trigger) for m in told.brief.mentions if m.type and m.event not in told.events)
    if mine or p.how not in ("carried", "onward", "cited"):
        return False
    before = [s for s in {m.sentence for m in told.brief.mentions} if s[1] <= p.sentence[0]]
    return bool(before) and max(before) in told.sentences


def denied_only(told: Told) -> bool:
    """Does the article only say that it did not happen?"""
    answering = {v.statement for v in told.brief.voices if v.stance in ("answers", "silent")}
    return all(m.status == "denied" or m.voice in answering for m in told.mentions)
