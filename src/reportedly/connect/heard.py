"""What each voice of one article has in its words: the events, and those that its figures count."""

from __future__ import annotations

import re
from bisect import bisect_left, bisect_right
from collections.abc import Collection, Iterable, Iterator, Mapping, Sequence
from dataclasses import dataclass
from functools import cached_property, lru_cache

from reportedly.connect.brief import Brief, Mention, Voice
from reportedly.connect.brief.lists import speaker_words
from reportedly.connect.brief.words import WORD
from reportedly.connect.nouns import HAPPENED
from reportedly.record import Span, overlaps

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


def _is_harm(m: Mention) -> bool:
    """Is this something in which people are hurt?"""
    return m.type in HARM_TYPES or (m.type != "PROTEST" and _harms(m.word))


@lru_cache(maxsize=10_000)
def _harms(word: str) -> bool:
    return word.lower().startswith(tuple(speaker_words()["harming"]))


@lru_cache(maxsize=10_000)
def name_words(name: str) -> frozenset[str]:
    """The words of a name, in lower case."""
    return frozenset(w.lower() for w in WORD.findall(name))


@lru_cache(maxsize=10_000)
def body_words(body: str) -> frozenset[str]:
    """Those by which a body is known."""
    return name_words(body) - {"the", "of"}


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
    def early_harms(self) -> Sequence[Mention]:
        """The mentions within the lead in which people are hurt, by their type."""
        return [m for m in self.brief.mentions if m.type in HARM_TYPES and m.trigger[0] < LEAD]

    @cached_property
    def answering(self) -> frozenset[str]:
        """Statements of those who only answer, or would not say."""
        return frozenset(v.statement for v in self.brief.voices if v.stance in ANSWERING)

    def may_deny_harm(self, v: Voice) -> bool:
        """Is what a voice denies something in which people are hurt, or not named?"""
        words = self.words[v.statement]
        denied = words.events - words.known
        return not denied or not denied.isdisjoint(self.harms)

    @cached_property
    def harms(self) -> frozenset[str]:
        """The events in which people are hurt, by their own words."""
        return frozenset(m.event for m in self.brief.mentions if _is_harm(m))

    @cached_property
    def hurtful(self) -> frozenset[str]:
        """These, and those that only say how it came about ("left the runway") in a sentence that tells of people
        hurt."""
        mentions = self.brief.mentions
        hurt = {m.sentence for m in mentions if m.event in self.harms and m.status in HAPPENED}
        return self.harms | {m.event for m in mentions if m.type is None and m.sentence in hurt}

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

    def on(self, events: Iterable[str]) -> set[str]:
        """The statements whose words hold one of these events or its figure, or that tell it."""
        return {s for event in events for s in self._speaking.get(event, ())}

    def own(self, statements: Collection[str]) -> list[Voice]:
        """Those of these voices that say something of their own, in order."""
        return [v for v in self._own if v.statement in statements]

    @cached_property
    def _own(self) -> Sequence[Voice]:
        """All but those who only answer, what is part of an answer, and outlets and the unknown, reporters aside."""
        return [
            v for v in self.brief.voices
            if v.stance not in ANSWERING and (v.kind not in ("unknown", "outlet") or v.first_hand == "reporter")
            and not self._is_inside_an_answer(v)
        ]  # fmt: skip

    @cached_property
    def familiar(self) -> frozenset[str]:
        """Statements of unnamed people who are said to know what the article is about."""
        return frozenset(v.statement for v in self._own if v.words and FAMILIAR.search(v.words))

    @cached_property
    def confirming(self) -> frozenset[str]:
        """Statements that confirm what stands before, or of those who saw it."""
        return frozenset(
            v.statement for v in self._own if v.stance == "confirms" or v.first_hand in ("reporter", "witness")
        )

    @cached_property
    def tending(self) -> frozenset[str]:
        """Statements of those who dealt with the hurt, of bodies that tell of people hurt, and of their people who
        count them."""
        return frozenset(
            v.statement for v in self._own
            if v.first_hand == "care" or (v.harm and v.body) or (v.of_body and self.words[v.statement].counts_people)
        )  # fmt: skip

    @cached_property
    def counting(self) -> frozenset[str]:
        """Statements of bodies that count people."""
        return frozenset(v.statement for v in self._own if v.body and self.words[v.statement].counts_people)

    @cached_property
    def bodies(self) -> Mapping[str, Sequence[str]]:
        """The statements of every body that speaks."""
        found: dict[str, list[str]] = {}
        for v in self.brief.voices:
            if v.body:
                found.setdefault(v.body, []).append(v.statement)
        return found

    def named_in(self, name: str) -> frozenset[str]:
        """The bodies that speak and all of whose words stand in a name."""
        if name not in self._named_in:
            words = name_words(name)
            self._named_in[name] = frozenset(b for b in self.bodies if (own := body_words(b)) and own <= words)
        return self._named_in[name]

    @cached_property
    def _named_in(self) -> dict[str, frozenset[str]]:
        return {}

    @cached_property
    def around_voices(self) -> Mapping[str, set[str]]:
        """For every statement whose source is named within what others say, theirs."""
        sources = _Placed((v.spans[0], v.statement) for v in self.brief.voices if v.spans)
        found: dict[str, set[str]] = {}
        for v in self.brief.voices:
            for inner in sources.inside(v.content):
                if inner != v.statement:
                    found.setdefault(inner, set()).add(v.statement)
        return found

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
    def _speaking(self) -> dict[str, list[str]]:
        """For every event, the statements whose words hold it, its figure, or that tell it."""
        found: dict[str, list[str]] = {}
        for statement, words in self.words.items():
            for event in words.events | words.counted:
                found.setdefault(event, []).append(statement)
        for m in self.brief.mentions:
            if m.voice and m.voice in self.voices:
                found.setdefault(m.event, []).append(m.voice)
        return found

    @cached_property
    def _around(self) -> dict[Span, Around]:
        return {}

    def _make_around(self, sentence: Span) -> Around:
        last = max((s for s in self.sentences if s[1] <= sentence[0]), default=None)
        meeting = (m for s, told in self.sentences.items() if overlaps(sentence, s) for m in told)
        return Around(
            meeting=frozenset(m.event for m in meeting), typed=frozenset(self._typed.inside([sentence])),
            before=frozenset(m.event for m in self.sentences[last]) if last else frozenset(),
        )  # fmt: skip

    @cached_property
    def sentences(self) -> Mapping[Span, Sequence[Mention]]:
        """The mentions of every sentence that has some, in order."""
        found: dict[Span, list[Mention]] = {}
        for m in self.brief.mentions:
            found.setdefault(m.sentence, []).append(m)
        return found

    @cached_property
    def _typed(self) -> _Placed:
        return _Placed((m.trigger, m.event) for m in self.brief.mentions if m.type)

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
