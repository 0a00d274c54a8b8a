"""Who "I", "we" and "you" are: inside a quotation its source, in an interview those who ask and answer in turns.

An interview is told by its questions: paragraphs outside quotation marks in which someone says "I" and "you". Whoever
the text before the first question names most is who answers; paragraphs that end with a question mark, or speak to
"you" between answers, are the interviewer's. A label before a colon ("Q:", "Resk:") goes before all that.
"""

from __future__ import annotations

from bisect import bisect_left
from collections.abc import Mapping, Sequence
from dataclasses import dataclass
from itertools import pairwise

from reportedly.ground.nominals import mention_phrase
from reportedly.ground.things import Thing
from reportedly.reader.tokens import Token, Tokens
from reportedly.reader.words import Gap
from reportedly.record import Span, covers
from reportedly.statements.draft import Draft

I = frozenset({"i", "me", "my", "mine", "myself"})  # noqa: E741 (the pronoun)
WE = frozenset({"we", "us", "our", "ours", "ourselves"})
YOU = frozenset({"you", "your", "yours", "yourself"})
FEWEST_TURNS, FEWEST_QUESTIONS = 4, 2
"""Paragraphs in which somebody outside quotation marks says "I", "we" or "you", and that end with a question mark, from
which a text is an interview; half as many do where its beginning calls it one."""
INTERVIEWS = frozenset(
    {
        "interview",
        "interviewed",
        "interviews",
        "spoke",
        "speaks",
        "talked",
        "talks",
        "sat",
        "caught",
        "tells",
        "told",
        "asked",
    }
)
"""Words of the sentences that tell who is interviewed."""
IN_HEADLINE = 3
"""Mentions that one in the headline counts for."""
LONGEST_QUESTION = 150
"""Words; what follows a question and is longer is the answer, though it ends with a question mark."""
LONGEST_PROMPT = 60
"""Words; a paragraph that speaks to "you" and asks nothing is the interviewer's only up to here."""
LONGEST_HEADING = 12
"""Words of a heading or caption between the turns."""
SENTENCE_ENDS = frozenset({".", "?", "!", "...", "…", "--", "—"})
LONGEST_LABEL = 3
"""Words before the colon of a label."""


@dataclass(frozen=True, slots=True)
class Speech:
    """A stretch of text that someone says to someone. `rule` tells how that is known."""

    span: Span
    speaker: Thing | None
    hearer: Thing | None
    rule: str


@dataclass(frozen=True, slots=True)
class Paragraph:
    """A paragraph by its tokens, with the pronouns outside quotation marks counted."""

    tokens: tuple[Token, ...]
    first_person: int
    second_person: int
    asks: bool

    @property
    def span(self) -> Span:
        """Where it stands."""
        return self.tokens[0].start, self.tokens[-1].end

    @property
    def is_heading(self) -> bool:
        """Is it too short for a turn, and no sentence?"""
        return (
            len(self.tokens) <= LONGEST_HEADING
            and not self.speaks
            and not any(t.text in SENTENCE_ENDS for t in self.tokens[-2:])
        )

    @property
    def speaks(self) -> bool:
        """Does somebody outside quotation marks speak of himself or to somebody?"""
        return bool(self.first_person or self.second_person)


class Cast:
    """All things of an article so far, and the pairs that may become one ("Resk and her colleagues")."""

    def __init__(self, things: list[Thing], pairs: Sequence[Thing]) -> None:
        self.things, self.pairs = things, pairs
        self._known = set(map(id, things))
        self._pair_of = {id(m): p for p in pairs if p.kind == "group" for m in p.members}
        bodies = sorted((s, k) for k, t in enumerate(things) if t.kind == "organisation" for s in t.spans)
        self._bodies, self._spans = [things[k] for _, k in bodies], [s for s, _ in bodies]

    def add(self, thing: Thing) -> None:
        """Let a pair or a new group be a thing."""
        if id(thing) not in self._known:
            self._known.add(id(thing))
            self.things.append(thing)

    def pair_of(self, thing: Thing) -> Thing | None:
        """The last pair that a person belongs to."""
        return self._pair_of.get(id(thing))

    def bodies_in(self, span: Span) -> list[Thing]:
        """The bodies mentioned in a stretch of text."""
        first, last = (bisect_left(self._spans, (at, 0)) for at in span)
        return [self._bodies[k] for k in range(first, last) if covers(span, self._spans[k])]


def with_speech(
    tokens: Tokens, drafts: Sequence[Draft], cast: Cast, by_span: dict[Span, Thing]
) -> list[tuple[Thing, Thing]]:
    """Add "I", "we" and "you" to the things that they stand for, also as sources and parties in `by_span`.

    Returns each person with the "we" that he speaks for.
    """
    speeches = [*_turns(tokens, cast), *_quotations(drafts, by_span)]
    claimed: dict[int, tuple[Thing, str]] = {}
    speakers = {id(s.speaker): s.speaker for s in speeches if s.speaker and s.speaker.kind == "person"}
    groups = {key: body for key, who in speakers.items() if (body := _body_of(tokens, who, cast))}
    for speech in sorted(speeches, key=lambda s: s.span[0] - s.span[1]):  # the longest first: inner ones win
        for t in tokens.within(speech.span):
            who = _who(t, speech, groups)
            if who:
                claimed[t.i] = (who, speech.rule)
    for i, (who, rule) in sorted(claimed.items()):
        span = (tokens[i].start, tokens[i].end)
        if who.described is None and not who.names:
            who.described = span
            cast.add(who)
        elif span not in who.spans_seen:
            who.others.append((span, rule))
            if who.members:
                cast.add(who)
        who.spans_seen.add(span)
        by_span.setdefault(span, who)
    return [(speakers[key], group) for key, group in groups.items() if key in speakers and group.noun == "we"]


def _who(t: Token, speech: Speech, groups: dict[int, Thing]) -> Thing | None:
    if t.lower in YOU:
        return speech.hearer
    speaker = speech.speaker
    if speaker is None:
        return None
    if t.lower in I:
        return speaker if speaker.kind == "person" else None
    if t.lower in WE and t.text != "US":
        if speaker.kind in ("organisation", "outlet", "state", "group"):
            return speaker
        return groups.setdefault(id(speaker), Thing("group", noun="we", plural=True))
    return None


def _body_of(tokens: Tokens, who: Thing, cast: Cast) -> Thing | None:
    """Whom a person's "we" means: those it was named with last ("Resk and her colleagues"), else the body named most
    of those named in what the article says the person is ("Harbor Rail founder Ana Resk")."""
    if pair := cast.pair_of(who):
        return pair
    phrases = [p for span in who.spans if (p := _described(tokens, span))] + ([who.role.span] if who.role else [])
    bodies = (t for p in phrases for t in cast.bodies_in(p) if len(t.spans) > 1 or len(t.name(tokens.text).split()) > 1)
    return max(bodies, key=lambda t: len(t.spans), default=None)


def _described(tokens: Tokens, span: Span) -> Span | None:
    """The phrase around a mention that is no pronoun."""
    head = tokens.head_of(span)
    return mention_phrase(tokens, head) if head and not head.tag.startswith("PRP") else None


def _quotations(drafts: Sequence[Draft], by_span: Mapping[Span, Thing]) -> list[Speech]:
    """What is quoted, with its source and addressee."""
    found = []
    for d in drafts:
        owner = by_span.get(d.source) if d.source else None
        if owner is None or d.inner or d.form == "indirect":
            continue
        hearer = by_span.get(d.addressee) if d.addressee else None
        hearer = hearer if hearer and hearer.kind == "person" else None
        found += [Speech(c, owner, hearer, "speaker") for c in d.content]
    return found


def _turns(tokens: Tokens, cast: Cast) -> list[Speech]:
    """The paragraphs of an interview with who says each; nothing where the text is none."""
    things = cast.things
    paragraphs = _paragraphs(tokens)
    start = next((k for k, p in enumerate(paragraphs) if k and p.asks), None)
    if start is None:
        return []
    earlier = [k for k in range(start - 1, 0, -1) if not paragraphs[k].is_heading][:2]
    start = next((k for k in earlier if _prompts(paragraphs[k])), start)
    talk = paragraphs[start:]
    called = any(t.lower.startswith("interview") for p in paragraphs[:start] for t in p.tokens)
    turns, questions = sum(p.speaks for p in talk), sum(p.asks for p in talk)
    if (turns < FEWEST_TURNS or questions < FEWEST_QUESTIONS) and not (
        called and turns >= FEWEST_TURNS / 2 and questions >= FEWEST_QUESTIONS / 2
    ):
        return []
    guest, host = _guest(tokens, cast, paragraphs, start), next((t for t in things if t.own), None)
    host = None if host is guest else host
    guest = guest or Thing("group", noun="we", plural=True)  # not named: "you" and "we" are they, "I" is one of them
    labels = {w.lower(): t for t in things if t.kind == "person" for n in t.names for w in (n.words[0], n.words[-1])}
    found: list[Speech] = []
    asked = False
    for p in talk:
        if p.is_heading:
            continue
        asked = _asks(p, asked) if found else len(p.tokens) <= LONGEST_QUESTION
        label = _label(p, labels)
        if label in ("q", "a"):
            asked = label == "q"
        if isinstance(label, Thing):
            found.append(Speech(p.span, label, None if label is guest else guest, "label"))
        elif asked:
            found.append(Speech(p.span, host, guest, "interview"))
        else:
            found.append(Speech(p.span, guest, None, "interview"))  # in an answer "you" is mostly anybody
    return found


def _asks(p: Paragraph, asked_before: bool) -> bool:
    """Is a paragraph the interviewer's? After a question comes an answer, unless it is a question, too."""
    if p.asks:
        return not (asked_before and (len(p.tokens) > LONGEST_QUESTION or p.first_person > p.second_person))
    return not asked_before and p.second_person > p.first_person and _prompts(p)


def _prompts(p: Paragraph) -> bool:
    """Does a short paragraph speak to somebody, without a question mark?"""
    return p.second_person > 0 and len(p.tokens) <= LONGEST_PROMPT


def _guest(tokens: Tokens, cast: Cast, paragraphs: Sequence[Paragraph], start: int) -> Thing | None:
    """Who is interviewed: the person whom the text before the first question names most; mentions in the headline and
    beside a word of interviewing count for more, and whom the questions name counts less. Of several the first."""
    before = paragraphs[start].span[0]
    asked = {t.sentence for p in paragraphs[start:] if p.asks for t in p.tokens}
    told = {t.sentence for t in tokens.within((0, before)) if t.lower in INTERVIEWS}
    best: tuple[int, Thing | None] = (0, None)
    for thing in sorted((t for t in cast.things if t.kind == "person" and t.names), key=lambda t: t.spans[0]):
        heads = [tokens[n.first] for n in thing.names if n.span[0] < before]
        weight = sum(1 + (IN_HEADLINE - 1) * (t.sentence == tokens[0].sentence) + (t.sentence in told) for t in heads)
        weight -= sum(tokens[n.first].sentence in asked for n in thing.names)
        if weight > best[0]:
            best = (weight, thing)
    for pair in cast.pairs:
        together = pair.described is not None and pair.described[1] <= before and all(m.names for m in pair.members)
        if together and any(m is best[1] for m in pair.members) and tokens.within(pair.spans[0])[0].sentence in told:
            return pair
    return best[1]


def _label(p: Paragraph, people: Mapping[str, Thing]) -> Thing | str | None:
    """Whom the words before a colon at the start of a paragraph name; "q" and "a" are question and answer."""
    colon = next((k for k, t in enumerate(p.tokens[: LONGEST_LABEL + 1]) if t.text == ":"), 0)
    word = p.tokens[colon - 1].lower if colon else ""
    return {"q": "q", "question": "q", "a": "a", "answer": "a"}.get(word) or people.get(word)


def _paragraphs(tokens: Tokens) -> list[Paragraph]:
    starts = [t.i for t in tokens.items if t.gap >= Gap.LINE] + [len(tokens)]
    return [_paragraph(tokens.items[a:b]) for a, b in pairwise(starts) if a < b]


def _paragraph(inside: tuple[Token, ...]) -> Paragraph:
    first = second = 0
    quoted = False
    for t in inside:
        if t.text in ("“", "”", '"'):
            quoted = t.text == "“" or (t.text == '"' and not quoted)
        elif not quoted:
            first += t.lower in I or (t.lower in WE and t.text != "US")
            second += t.lower in YOU
    return Paragraph(inside, first, second, not quoted and any(t.text == "?" for t in inside[-2:]))
