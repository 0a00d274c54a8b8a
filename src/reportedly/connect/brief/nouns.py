"""The parts of a brief. Ids and spans are those of the record; an article's id is carried along, never looked into."""

from __future__ import annotations

from reportedly.connect.nouns import What
from reportedly.record.event import Quad, Status
from reportedly.record.span import Noun, Span
from reportedly.record.statement import Act, SourceKind


class Party(Noun):
    """An actor or recipient: its words, the head of these in lower case, and its entity's name and key."""

    text: str
    head: str
    name: str | None = None
    key: str | None = None
    country: str | None = None


class Spot(Noun):
    """A place, as its record has it."""

    name: str
    feature: str | None = None
    country: str | None = None
    geonames_id: int | None = None
    lat: float | None = None
    lon: float | None = None


class Mention(Noun):
    """One event mention: `lemma` is the root of its trigger, `earliest` and `latest` bound its day, `voice` is the
    statement that tells it (null: the article itself). `town`: the only town in its sentence, where it has no place,
    and `day` the nearest day, where it has no time; `lead`: it stands in the headline or the first sentence after
    it; `apart`: what the words beside it make of it (drill, fiction, commemoration, other), `nth`: which of several it
    is ("the second attack"); `near`: roots of the words around it; `counts`: (what, low, high) of its figures."""

    event: str
    trigger: Span
    sentence: Span
    word: str
    lemma: str
    type: str | None = None
    mode: str | None = None
    status: Status
    actors: tuple[Party, ...] = ()
    recipients: tuple[Party, ...] = ()
    place: Spot | None = None
    earliest: str | None = None
    latest: str | None = None
    same_as: str | None = None
    voice: str | None = None
    quad: Quad | None = None
    town: Spot | None = None
    day: tuple[str, str] | None = None
    lead: bool = False
    apart: str | None = None
    nth: int | None = None
    near: tuple[str, ...] = ()
    counts: tuple[tuple[str, float | None, float | None], ...] = ()


class Number(Noun):
    """A figure that the article gives, on an event. `scope`: what it includes or leaves out ("with attacker");
    `part`: it counts only some ("one hospital"); `outdated`: it is named as one that no longer holds."""

    what: What
    low: float | None
    high: float | None
    unit: str | None = None
    of: str | None = None
    event: str | None = None
    voice: str | None = None
    span: Span
    scope: str | None = None
    part: str | None = None
    outdated: bool = False


class Voice(Noun):
    """One statement: who speaks, for which body, through whom. `spans` are those of source and cue, `content` of what
    is said."""

    statement: str
    name: str | None = None
    key: str | None = None
    kind: SourceKind
    named: bool = False
    role: str | None = None
    act: Act
    relay: tuple[str, ...] = ()
    parent: str | None = None
    spans: tuple[Span, ...] = ()
    content: tuple[Span, ...] = ()


class Passing(Noun):
    """An outlet or agency that the article names as having carried the matter; `voice` where a statement says so."""

    outlet: str
    spans: tuple[Span, ...]
    voice: str | None = None


class Credit(Noun):
    """Whose text an article says that it carries: "(Meridian Wire) -"."""

    outlet: str
    span: Span


class Brief(Noun):
    """One article as linking sees it."""

    id: str
    url: str | None = None
    outlet: str | None = None
    title: str | None = None
    published: str | None = None
    text_sha256: str
    words: int
    terms: tuple[tuple[str, int], ...] = ()
    proper: tuple[str, ...] = ()
    shingles: tuple[int, ...] = ()
    credit: Credit | None = None
    spots: tuple[Spot, ...] = ()
    names: tuple[str, ...] = ()
    streets: tuple[str, ...] = ()
    ages: tuple[int, ...] = ()
    numerals: tuple[str, ...] = ()
    mentions: tuple[Mention, ...] = ()
    numbers: tuple[Number, ...] = ()
    voices: tuple[Voice, ...] = ()
    passings: tuple[Passing, ...] = ()

    @property
    def order(self) -> tuple[str, str]:
        """By which articles are put in order: publication, then text; those without a date come last."""
        return (self.published or "9999", self.text_sha256)
