"""What each voice of one article has in its words: the events, and those that its figures count."""

from __future__ import annotations

import re
from bisect import bisect_left, bisect_right
from collections.abc import Iterable, Iterator, Mapping, Sequence
from dataclasses import dataclass
from functools import cached_property, lru_cache

from reportedly.connect.brief import Brief, Mention, Voice
from reportedly.connect.brief.lists import speaker_words
from reportedly.connect.nouns import HAPPENED
from reportedly.record import Span, covers, overlaps

ANSWERING = frozenset({"answers", "silent"})
"""Stances of those who only answer, or would not."""
PEOPLE = frozenset({"killed", "injured", "arrested", "displaced"})
"""What figures of people count."""
LEAD = 420
"""Characters from the start of a text within which an article names what it is about; the first two paragraphs of the
even lineage stories end between 290 and 420."""
HARM_TYPES = frozenset({"ASSAULT"})
FAMILIAR = re.compile(
    r"\b(?:familiar with|briefed on|close to|with (?:direct )?knowledge of|involved in|aware of|privy to) "
    r"(?:the |these |those )?(?:\w+ )?"
    r"(?:matter|plans?|talks|discussions?|deliberations?|decision|situation|negotiations?|deal)\b"
)
"""Unnamed people who are said to know what the article is about."""


def is_harm(m: Mention) -> bool:
    """Is this something in which people are hurt?"""
    return m.type in HARM_TYPES or (m.type != "PROTEST" and _harms(m.word))


@lru_cache(maxsize=10_000)
def _harms(word: str) -> bool:
    return word.lower().startswith(tuple(speaker_words()["harming"]))


@dataclass(frozen=True)
class Words:
    """The events whose triggers stand in what one voice says, those of them that have a type, the events of the figures
    that stand there, whether one of them counts people, those that it takes for known, and those of which it only tells
    that others look into them."""

    events: frozenset[str]
    typed: frozenset[str]
    counted: frozenset[str]
    counts_people: bool
    known: frozenset[str]
    alleged: frozenset[str]


@dataclass(frozen=True)
class Around:
    """The events whose sentences meet a stretch of text, those with a type that stand in it, and those of the last
    sentence with events before it."""

    meeting: frozenset[str]
    typed: frozenset[str]
    before: frozenset[str]


@dataclass(frozen=True)
class Heard:
    """One article's voices and mentions, looked up by each other: made once, asked for every happening."""

    brief: Brief

    @cached_property
    def voices(self) -> Mapping[str, Voice]:
        """Voices by their statement."""
        return {v.statement: v for v in self.brief.voices}

    @cached_property
    def words(self) -> Mapping[str, Words]:
        """What every voice has in its words, by its statement."""
        events = _Placed((m.trigger, m.event) for m in self.brief.mentions)
        figures = _Placed((n.span, n.event) for n in self.brief.numbers if n.event)
        people = _Placed((n.span, n.event) for n in self.brief.numbers if n.event and (n.what in PEOPLE or n.group))
        typed = frozenset(m.event for m in self.brief.mentions if m.type)
        found = {}
        for v in self.brief.voices:
            inside = frozenset(events.inside(v.content))
            counted = frozenset(figures.inside(v.content))
            found[v.statement] = Words(
                events=inside, typed=inside & typed, counted=counted, counts_people=any(people.inside(v.content)),
                known=frozenset(v.refers), alleged=frozenset(v.alleges),
            )  # fmt: skip
        return found

    @cached_property
    def known(self) -> frozenset[str]:
        """The events that somebody takes for known."""
        return frozenset().union(*(w.known for w in self.words.values()))

    @cached_property
    def harmful(self) -> frozenset[str]:
        """The events in which people are hurt, by their type."""
        return frozenset(m.event for m in self.brief.mentions if m.type in HARM_TYPES)

    @cached_property
    def early(self) -> Sequence[Mention]:
        """The mentions that begin within the lead, in order."""
        return [m for m in self.brief.mentions if m.trigger[0] < LEAD]

    @cached_property
    def answering(self) -> frozenset[str]:
        """Statements of those who only answer, or would not say."""
        return frozenset(v.statement for v in self.brief.voices if v.stance in ANSWERING)

    @cached_property
    def inside_answers(self) -> frozenset[str]:
        """Statements that are part of what somebody denies or only answers."""
        if not self.answering:
            return frozenset()
        return frozenset(v.statement for v in self.brief.voices if self._is_inside_an_answer(v))

    def may_deny_harm(self, v: Voice) -> bool:
        """Is what a voice denies something in which people are hurt, or not named?"""
        words = self.words[v.statement]
        denied = words.events - words.known
        return not denied or any(is_harm(self.brief.mentions[self._places[e]]) for e in denied)

    def is_hurtful(self, m: Mention) -> bool:
        """Is this something in which people are hurt, by its own word or, where this only says how it came about ("left
        the runway"), by others in its sentence?"""
        return is_harm(m) or (m.type is None and m.sentence in self._hurtful)

    @cached_property
    def _hurtful(self) -> frozenset[Span]:
        """The sentences that tell of people hurt."""
        return frozenset(m.sentence for m in self.brief.mentions if is_harm(m) and m.status in HAPPENED)

    def around(self, sentence: Span) -> Around:
        """What stands in and beside a sentence."""
        return self._around.get(sentence) or self._around.setdefault(sentence, self._make_around(sentence))

    def mentions(self, events: Iterable[str], lemmas: Iterable[str]) -> list[Mention]:
        """The mentions of these events, and those with one of these words that are typed or told as more than what may
        be or is not so, in order."""
        found = {self._places[e] for e in events}
        for lemma in lemmas:
            found.update(self._alike.get(lemma, ()))
        return [self.brief.mentions[k] for k in sorted(found)]

    def on(self, mentions: Sequence[Mention], is_lead: bool, effects: Iterable[str] = ()) -> list[Voice]:
        """The voices that may speak to these mentions, in order: their words hold one of them or its figure, they are
        the statement that tells it, or confirm or saw what stands before; where the article is about it, also those
        that can count without naming it."""
        events = (*(m.event for m in mentions), *effects)
        speaking = {k for event in events for k in self._speaking.get(event, ())} | self._confirming
        if is_lead:
            speaking |= self._unprompted
        return [self.brief.voices[k] for k in sorted(speaking)]

    @cached_property
    def familiar(self) -> frozenset[str]:
        """Statements of unnamed people who are said to know what the article is about."""
        return frozenset(v.statement for v in self.brief.voices if v.words and FAMILIAR.search(v.words))

    @cached_property
    def _places(self) -> dict[str, int]:
        return {m.event: k for k, m in enumerate(self.brief.mentions)}

    @cached_property
    def _alike(self) -> dict[str, list[int]]:
        found: dict[str, list[int]] = {}
        for k, m in enumerate(self.brief.mentions):
            if m.type or m.status not in ("conditional", "denied"):
                found.setdefault(m.lemma, []).append(k)
        return found

    @cached_property
    def _confirming(self) -> set[int]:
        voices = enumerate(self.brief.voices)
        return {k for k, v in voices if v.stance == "confirms" or v.first_hand in ("reporter", "witness")}

    @cached_property
    def _unprompted(self) -> set[int]:
        voices = enumerate(self.brief.voices)
        return {k for k, v in voices if v.body or v.of_body or v.first_hand or v.statement in self.familiar}

    @cached_property
    def _speaking(self) -> dict[str, list[int]]:
        """For every event, the places of the voices whose words hold it, its figure, or that tell it."""
        found: dict[str, list[int]] = {}
        place = {v.statement: k for k, v in enumerate(self.brief.voices)}
        for k, v in enumerate(self.brief.voices):
            words = self.words[v.statement]
            for event in words.events | words.counted:
                found.setdefault(event, []).append(k)
        for m in self.brief.mentions:
            if m.voice in place:
                found.setdefault(m.event, []).append(place[m.voice])
        return found

    @cached_property
    def _around(self) -> dict[Span, Around]:
        return {}

    def _make_around(self, sentence: Span) -> Around:
        mentions = self.brief.mentions
        last = max((m.sentence for m in mentions if m.sentence[1] <= sentence[0]), default=None)
        return Around(
            meeting=frozenset(m.event for m in mentions if overlaps(sentence, m.sentence)),
            typed=frozenset(m.event for m in mentions if m.type and covers(sentence, m.trigger)),
            before=frozenset(m.event for m in mentions if m.sentence == last),
        )

    def _is_inside_an_answer(self, v: Voice) -> bool:
        at, seen = self.voices.get(v.parent or ""), {v.statement}
        while at is not None and at.statement not in seen:
            if at.stance in ANSWERING:
                return True
            seen.add(at.statement)
            at = self.voices.get(at.parent or "")
        return False


class _Placed:
    """Things by where they stand."""

    def __init__(self, things: Iterable[tuple[Span, str]]) -> None:
        self._things = sorted(things)
        self._starts = [span[0] for span, _ in self._things]

    def inside(self, stretches: Iterable[Span]) -> Iterator[str]:
        """Those that stand in one of the stretches, whole."""
        for first, last in stretches:
            for span, thing in self._things[bisect_left(self._starts, first) : bisect_right(self._starts, last)]:
                if span[1] <= last:
                    yield thing
