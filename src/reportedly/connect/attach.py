"""Which voices say that a happening happened, and which only answer, weigh or mention it."""

from __future__ import annotations

from collections.abc import Iterable, Mapping, Sequence
from dataclasses import dataclass
from functools import cached_property

from reportedly.connect.brief import Mention, Voice
from reportedly.connect.brief.sources import PRONOUNS
from reportedly.connect.brief.stance import PAST
from reportedly.connect.happenings import Cluster
from reportedly.connect.heard import LEAD, Heard, body_words, name_words
from reportedly.connect.nouns import HAPPENED
from reportedly.connect.relays import Relay, bare

NEXT = 160
"""Characters from an event to the start of the next sentence, at most."""
NOT_SO = frozenset({"denied"})
STATE = frozenset({"government", "ministry", "presidency", "army", "cabinet"})
"""Words of bodies that know what their state plans."""
UNREAL = frozenset({"denied", "conditional", "urged", "unknown"})
"""Statuses of mentions that do not say that something happened, where others say that it did."""
SPOKEN_TYPES = frozenset({"REQUEST", "REJECT", "ACCUSE", "THREATEN", "CONSULT"})
"""Types of what is only said, which nobody has seen by having been there."""
MUTUAL_TYPES = frozenset({"AGREE", "CONSULT", "COOPERATE"})
CHARGED = frozenset(["police", "prosecutors", "army", "navy", "coastguard", "ministry", "government", "presidency"])
"""Words of bodies that are told of what befalls people in their state."""
MAY_KNOW = "speaks of it as of something known to it"
"""Why somebody counts who only refers to it and may have it from any other."""
IS_PARTY = "is a party to it"
DID_IT = "did it"
"""Why a party to it counts, which does not name it."""
DEALT_WITH_IT = "dealt with the hurt"
TELLS_OF_IT = "tells of the hurt"
"""Why somebody counts who does not name it; whoever denies something in the story may tell of the hurt to deny it."""
NONE: frozenset[str] = frozenset()


@dataclass(frozen=True)
class Matter:
    """One happening in all articles: whether it has happened, whether its parties do it together, so that each of them
    knows it, or against those who govern or employ them, the words of the names of those who do it together, and
    whether it is what the whole story is about."""

    has_happened: bool
    is_mutual: bool
    is_protest: bool
    is_harm: bool
    is_spoken: bool
    parties: frozenset[str]
    is_main: bool


def matter_of(cluster: Cluster, harms: int, is_main: bool) -> Matter:
    """A happening by all its mentions, of which so many tell of people hurt."""
    mentions = [m for _, m in cluster.mentions]
    is_mutual = cluster.type in MUTUAL_TYPES
    return Matter(
        has_happened=_has_happened(mentions), is_mutual=is_mutual, is_protest=cluster.type == "PROTEST",
        is_harm=2 * harms >= len(mentions), is_spoken=cluster.type in SPOKEN_TYPES,
        parties=_party_words(mentions) if is_mutual else NONE, is_main=is_main,
    )  # fmt: skip


def _has_happened(mentions: Sequence[Mention]) -> bool:
    """Do most mentions, in order of publication, tell it as something that has happened, or most by far of the later
    ones, where it was planned before? What is said with "if" tells nothing of it."""
    told = [m.status in HAPPENED for m in mentions if m.status != "conditional"]
    late = told[len(told) // 2 :]
    return 2 * sum(told) > len(told) or 3 * sum(late) > 2 * len(late)


class Told:
    """One happening in one article: the mentions there, and what stands around them. `events` are the ids of the
    mentions; `real` of those that say that it happened, or that it will where nobody says more, `done` of those that
    are told as something that has happened, `denied` of those with a type that are told as not being so. `is_lead`:
    this is what the article is about, `is_around`: or what all the story is about."""

    def __init__(
        self, heard: Heard, mentions: Sequence[Mention], matter: Matter, effects: frozenset[str] = NONE
    ) -> None:
        self.heard = heard
        self.effects = effects
        self.mentions = mentions
        self.matter = matter
        self.events = frozenset([m.event for m in mentions])
        self.is_harm = matter.is_harm or (not matter.is_protest and not self.events.isdisjoint(heard.harms))
        unreal = UNREAL if matter.has_happened else NOT_SO
        self.real = frozenset([m.event for m in mentions if m.status not in unreal])
        self.done = frozenset([m.event for m in mentions if m.status in HAPPENED])
        self.denied = frozenset([m.event for m in mentions if m.type and m.status in NOT_SO])
        self.leads = any(m.trigger[0] < LEAD for m in mentions)
        self.is_lead = self.leads or self._is_told_otherwise
        self.is_around = self.is_lead or matter.is_main

    @property
    def _is_told_otherwise(self) -> bool:
        """Is it taken for known where the article first names it ("the leak"), so that it was told in other words
        before?"""
        first = min(self.mentions, key=lambda m: m.trigger, default=None)
        return first is not None and first.event in self.heard.known

    @property
    def happened_here(self) -> bool:
        """Has it happened, by all articles or by this one, which may be the first that can know?"""
        return self.matter.has_happened or all(m.status in HAPPENED for m in self.mentions)

    @property
    def is_known(self) -> bool:
        """Has it happened by all articles of a story that is about it, and does this one not say otherwise?"""
        return self.matter.is_main and self.matter.has_happened and not self.denied

    @cached_property
    def is_seen(self) -> bool:
        """May those who were there have seen it where they do not name it, and nothing else or what came of it?"""
        if self.matter.is_spoken or not (self.done or self.is_known):
            return False
        return (self.is_harm or not self._is_aside) and not self._is_beside_harm

    @property
    def _is_aside(self) -> bool:
        """Does the article begin with something else, and take this for known there ("those who fled were caught")?"""
        lead = [m for m in self.heard.sentences[self.mentions[0].sentence] if m.trigger[0] < LEAD]
        anew = any(m.type and m.event not in self.heard.known | self.events for m in lead)
        own = [m for m in lead if m.event in self.events]
        return anew and all(m.event in self.heard.known and PAST.fullmatch(m.word) for m in own)

    @property
    def _is_beside_harm(self) -> bool:
        """Is the article also about something else, in which people are hurt, and which it tells no later?"""
        others = [m.trigger[0] for m in self.heard.early_harms if m.event not in self.events]
        return bool(others) and not self.is_harm and min(others) < min(m.sentence[1] for m in self.mentions)

    @cached_property
    def tellers(self) -> Mapping[str | None, set[str]]:
        """The events of those that are real by the statement that tells them."""
        found: dict[str | None, set[str]] = {}
        for m in self.mentions:
            if m.event in self.real:
                found.setdefault(m.voice, set()).add(m.event)
        return found

    @cached_property
    def doers(self) -> frozenset[str]:
        """The bodies that speak in the article and stand as those who did it, in whatever sentence ("the agency
        recalled ...")."""
        named = {p.name or p.text for m in self.mentions for p in m.actors if p.text.lower() not in PRONOUNS}
        return NONE.union(*map(self.heard.named_in, named))

    @cached_property
    def parties(self) -> frozenset[str]:
        """The bodies that speak in the article and are among those who did it or to whom it was done."""
        names = _party_words(self.mentions) | self.matter.parties
        return frozenset(body for body in self.heard.bodies if not body_words(body).isdisjoint(names))

    @cached_property
    def naming(self) -> set[str]:
        """The statements whose words hold it, its figure or what it brought about, or that tell it."""
        return self.heard.on(self.events | self.effects)

    @property
    def speaking(self) -> Sequence[Voice]:
        """The voices that may count, in order: they name it, or confirm or saw what stands before; where the article is
        about it, also those that can count without naming it."""
        found = self.naming | self.heard.confirming
        return self.heard.own(found | self._unprompted if self.is_around else found)

    @property
    def _unprompted(self) -> frozenset[str]:
        """The statements that can count without naming it."""
        bodies = self.doers | self.parties if self.matter.is_mutual else self.doers
        found = self.heard.familiar.union(*(self.heard.bodies[b] for b in bodies))
        if self.is_harm:
            found |= self.heard.tending
        return found | self.heard.counting if self.matter.is_protest else found


def _party_words(mentions: Iterable[Mention]) -> frozenset[str]:
    """The words of the names of those who did it and to whom it was done."""
    return NONE.union(*(name_words(p.name or p.text) for m in mentions for p in (*m.actors, *m.recipients)))


def speaks_to(v: Voice, told: Told) -> str | None:
    """Why one of the voices that may count does so, as one that says it happened; None where it does not."""
    if (v.body or "").startswith("both ") and not told.matter.is_mutual:
        return None
    names = v.statement in told.naming
    if names and _says_so(v, told):
        return "says so"
    is_witness = v.first_hand == "witness" and v.person is not None and not told.matter.is_spoken
    if (v.first_hand == "reporter" or is_witness) and _is_after(v, told):
        return "saw it" if v.first_hand == "reporter" else "was there"
    if names and (why := _speaks_of(v, told)):
        return why
    confirms = v.stance == "confirms" and not _of_another(v, told)
    if confirms and (v.body in told.parties or told.is_harm) and (told.is_around or _is_near(v, told)):
        return "confirms what stands before"
    return _in_the_lead(v, told) if told.is_around else None


def _says_so(v: Voice, told: Told) -> bool:
    """Does it tell it, and not only take it for known or look into it?"""
    words = told.heard.words[v.statement]
    tells = (words.events & told.real) | told.tellers.get(v.statement, NONE)
    return not tells <= words.known | words.alleged


def _speaks_of(v: Voice, told: Told) -> str | None:
    """Why a voice counts that names it without telling it."""
    words = told.heard.words[v.statement]
    within = (words.events & told.real) - words.alleged
    figures = not words.counted.isdisjoint(told.events)
    came_of_it = told.matter.has_happened or v.body in told.parties
    tells_on = within and came_of_it and _tells_on(v, told)
    if tells_on and (figures or words.counts_people or v.harm or v.body in told.parties):
        return "tells what came of it"
    if within and not told.is_harm and v.first_hand != "witness" and _could_know(v, told):
        return "speaks of it as of something known"
    if figures and came_of_it:
        return "gives a figure for it"
    effects = (words.events & told.effects) - words.known
    if effects and told.is_harm and told.matter.is_main and v.body and v.stance == "tells":
        return TELLS_OF_IT
    if v.kind == "anonymous" and not v.body and not told.is_harm and within & told.done:
        return MAY_KNOW
    is_charged = v.of_body is not None or (v.body is not None and bool(set(v.body.split()) & CHARGED))
    if within and told.is_harm and told.matter.has_happened and is_charged:
        return MAY_KNOW
    return None


def _in_the_lead(v: Voice, told: Told) -> str | None:
    """Why a voice counts that does not name it, in an article that is about it and does not only deny it."""
    saw = v.first_hand in ("witness", "reporter")
    if not (told.real or told.is_known) or not (told.is_lead or saw or v.harm):
        return None
    if v.statement in told.heard.familiar:
        return "knows the matter"
    if told.matter.is_mutual and v.body in told.parties and v.stance == "tells" and not _is_near(v, told):
        return IS_PARTY  # near, the article tells it of the party itself
    if told.matter.has_happened and v.stance == "tells" and v.body in told.doers:
        return DID_IT
    counts = told.heard.words[v.statement].counts_people
    if told.is_harm and v.of_body and counts and not _tells_another_harm(v, told) and _is_told_before(v, told):
        return MAY_KNOW
    apart = not told.leads and not v.harm and (told.is_harm or not told.matter.is_main)
    if saw and (apart or not told.is_seen or (not told.is_harm and _saw_another(v, told))):
        return None  # of something else, or what became of it later
    body_tells = v.body and v.stance == "tells" and not v.harm
    if counts and body_tells and told.matter.is_protest and told.matter.has_happened:
        return "gives a figure for it"
    is_known = v.person is not None or v.first_hand == "reporter"
    if told.is_harm or (told.happened_here and saw and is_known):
        return _at_first_hand(v, told)
    return None


def names_somebody(told: Told) -> bool:
    """Does the article first tell of it in somebody's words, or another outlet's, be it as of something known, so that
    it is no origin of its own?"""
    first = min(told.mentions, key=lambda m: m.trigger).event
    own = bare(told.heard.brief.outlet or "")
    named = [
        v for v in told.heard.brief.voices if v.stance != "silent"
        and (v.person or v.body or v.group or (v.kind == "outlet" and not v.first_hand and bare(v.name or "") != own))
    ]  # fmt: skip
    speaking = [v for v in named if told.matter.is_mutual or not (v.body or "").startswith("both ")]
    hurt = told.is_harm and any(v.harm and v.content and v.content[0][0] < LEAD for v in speaking)
    doer = not told.is_harm and any(v.stance == "tells" and v.body in told.doers for v in speaking)
    return hurt or doer or any(first in told.heard.words[v.statement].events for v in speaking)


def _tells_on(v: Voice, told: Told) -> bool:
    """Is what a body tells a part of it? Where nobody is hurt in it, what is told of those who are known from it ("the
    men who fled were caught") is another matter."""
    words = told.heard.words[v.statement]
    others = words.typed - told.events - words.known
    return told.is_harm or v.body is None or not others or bool(words.events & told.events - words.known)


def _of_another(v: Voice, told: Told) -> bool:
    """Is what is confirmed named, and another event ("confirmed the truce" or "the truce, which it confirmed", where
    this is the battle)?"""
    named = told.heard.words[v.statement].typed
    if not named and v.sentence and all(b - a <= len("which") for a, b in v.content):
        named = told.heard.around(v.sentence).meeting
    return bool(named) and not named & told.events


def denies(v: Voice, told: Told) -> bool:
    """Does a voice deny that it happened, and not only something else about it ("denied that the train had been too
    fast when it crashed")?"""
    against = told.events if v.act == "deny" or v.says_not else told.denied
    words = told.heard.words[v.statement]
    return bool(against) and not (words.events & against) <= words.known


def _at_first_hand(v: Voice, told: Told) -> str | None:
    """Whoever dealt with what the article is about, or saw it, without naming it."""
    if v.first_hand == "reporter":
        return "saw it"
    if v.first_hand == "witness":
        return "was there"
    if _tells_another_harm(v, told):
        return None
    if v.first_hand == "care":
        return DEALT_WITH_IT
    return TELLS_OF_IT if v.harm and v.body else None


def _tells_another_harm(v: Voice, told: Told) -> bool:
    """Are people hurt in what a voice tells by something else than this?"""
    others = told.heard.words[v.statement].typed - told.events - told.effects
    return not others.isdisjoint(told.heard.harmful)


def _saw_another(v: Voice, told: Told) -> bool:
    """Does somebody who was there tell of another matter, a reporter of one in which people are hurt?"""
    others = told.heard.words[v.statement].typed - told.events
    if v.first_hand != "reporter":
        return bool(others)
    return not others.isdisjoint(told.heard.harms)


def _could_know(v: Voice, told: Told) -> bool:
    """Could who only mentions it know it otherwise than from others? What is planned is known to those who plan it;
    who has an office of another kind (a town's mayor, a league) only speaks about it."""
    if not v.body:
        return v.kind == "anonymous" and told.matter.has_happened
    return (
        told.matter.has_happened
        or v.body in told.parties
        or bool(set(v.body.split()) & STATE and not told.matter.is_protest)
    )


def _is_told_before(v: Voice, told: Told) -> bool:
    """Has the article told of it before this is said?"""
    return v.sentence is not None and any(m.trigger[0] < v.sentence[0] for m in told.mentions)


def _is_near(v: Voice, told: Told) -> bool:
    """Is it told in the sentence of the statement?"""
    return v.sentence is not None and not told.heard.around(v.sentence).meeting.isdisjoint(told.events)


def _is_after(v: Voice, told: Told) -> bool:
    """Does what somebody saw stand directly after the sentence that tells it, and tell of nothing else? A witness may
    tell of something else where that sentence only refers to it."""
    if v.sentence is None or told.heard.words[v.statement].typed - told.events:
        return False
    real = told.real if v.first_hand == "reporter" else told.real - told.heard.known
    return any(m.event in real and 0 <= v.sentence[0] - m.trigger[1] < NEXT for m in told.mentions)


def passes_on(r: Relay, told: Told) -> bool:
    """Does a relay pass on this happening: in its own sentence or statement, or in the sentence before?"""
    p = r.passing
    if r.is_credit:
        return True
    words = told.heard.words.get(p.voice or "")
    if words and not words.events.isdisjoint(told.events):
        return True
    if p.sentence is None:
        return False
    around = told.heard.around(p.sentence)
    if meeting := around.meeting & told.events:
        return bool(meeting & told.real) and not meeting <= told.heard.known
    if around.typed - told.events or p.how not in ("carried", "onward", "cited"):
        return False
    if words and words.events:
        return False  # what it reported stands beside it
    return not around.before.isdisjoint(told.events)


def denied_only(told: Told) -> bool:
    """Does the article only say that it did not happen?"""
    return all(m.status == "denied" or m.voice in told.heard.answering for m in told.mentions)
