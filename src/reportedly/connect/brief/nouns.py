"""The parts of a brief. Ids and spans are those of the record; an article's id is carried along, never looked into."""

from __future__ import annotations

from typing import Literal

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
    is ("the second attack"); `joint`: it is done to others beside its recipients ("the driver and Ann Lund"); `near`:
    roots of the words around it; `counts`: (what, low, high) of its figures."""

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
    joint: bool = False
    near: tuple[str, ...] = ()
    counts: tuple[tuple[str, float | None, float | None], ...] = ()


class Number(Noun):
    """A figure that the article gives, on an event. `scope`: what it includes or leaves out ("with attacker");
    `part`: it counts only some ("one hospital"); `outdated`: it is named as one that no longer holds; `basis` says how
    a figure was come by that the text does not state as a number; `onward` that it counts on from an earlier one;
    `source` are the words for whoever gives it; `group` whom it counts where nobody comes to harm ("taking part",
    "rescued", "missing", "aboard", "ill", "freed") or whose things ("votes of Brandt"); `headline`: the title gives it
    too; `about`: of money and things, the roots of the words of its sentence. A span (0, 0) is the title's."""

    what: What
    low: float | None
    high: float | None
    unit: str | None = None
    of: str | None = None
    basis: str | None = None
    event: str | None = None
    voice: str | None = None
    span: Span
    scope: str | None = None
    part: str | None = None
    outdated: bool = False
    onward: bool = False
    source: str | None = None
    group: str | None = None
    headline: bool = False
    about: tuple[str, ...] = ()


AnswerKind = Literal["denial", "withdrawal", "called_off", "unconfirmed", "blame"]


class Answer(Noun):
    """What the article answers to reports: somebody denies that it happened, an outlet withdraws what it reported, what
    was planned is called off, it could not be confirmed, or each of two sides blames the other. `events` are those that
    its words govern; `back` says that it is about what stands before ("denied it"); `span` are the words that show it;
    `voice` who answers, null: the article itself."""

    kind: AnswerKind
    sentence: Span
    span: Span
    events: tuple[str, ...] = ()
    voice: str | None = None
    back: bool = False


FirstHand = Literal["reporter", "witness", "care"]
Stance = Literal["tells", "confirms", "answers", "silent"]


class Voice(Noun):
    """One statement: who speaks, for which body, through whom. `spans` are those of source and cue, `content` of what
    is said.

    `person` and `body` are keys that are the same in every article: of the person quoted, and of the body that he or
    she speaks for (or that speaks itself); `owner` whose body it is, as far as it is said (a country's code or a name
    in lower case). `of_body` is the body that an unnamed person belongs to without speaking for it. `people` are how
    many unnamed people speak with one voice (0: several), `group` which of the article's groups they are.
    `first_hand`: a reporter's eyes, a witness, those who took in or carried the hurt. `stance`: who only denies,
    comments, asks or condemns answers; who would not say is silent. `harm` is true where what is said tells of people
    hurt, `says_not` where it begins with that something was not so. `refers` are the events that it takes for known,
    `alleges` those of which it only tells that others look into them. Statement ids that begin with "eyes" (what a
    reporter saw) and "said" (an attribution that the reading has no statement for) are no statements of the record.
    """

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
    words: str | None = None
    head: str | None = None
    person: str | None = None
    body: str | None = None
    body_name: str | None = None
    owner: str | None = None
    of_body: str | None = None
    people: int = 1
    group: str | None = None
    first_hand: FirstHand | None = None
    stance: Stance = "tells"
    harm: bool = False
    refers: tuple[str, ...] = ()
    alleges: tuple[str, ...] = ()
    says_not: bool = False
    sentence: Span | None = None


PassedBy = Literal["reported", "told", "cited", "carried", "onward", "credit"]


class Passing(Noun):
    """An outlet or agency that the article names as having carried the matter; `voice` where a statement says so.

    `how`: the outlet reported it, somebody told it to the outlet, the article cites it, it was carried there first or
    (onward) after another, or the text itself is credited to it (dateline, last line). `sure` is false where nothing
    but its place makes the name an outlet's: it counts only where an outlet of the story has this name. `words` are
    stems of its sentence.
    """

    outlet: str
    spans: tuple[Span, ...]
    voice: str | None = None
    how: PassedBy = "reported"
    sure: bool = True
    sentence: Span | None = None
    words: tuple[str, ...] = ()


class Credit(Noun):
    """Whose text an article says that it carries: "(Meridian Wire) -"."""

    outlet: str
    span: Span


class Brief(Noun):
    """One article as linking sees it. `shingles` are hashes of its runs of words, `run_spans` where each stands."""

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
    run_spans: tuple[Span, ...] = ()
    credit: Credit | None = None
    spots: tuple[Spot, ...] = ()
    names: tuple[str, ...] = ()
    streets: tuple[str, ...] = ()
    ages: tuple[int, ...] = ()
    numerals: tuple[str, ...] = ()
    mentions: tuple[Mention, ...] = ()
    numbers: tuple[Number, ...] = ()
    answers: tuple[Answer, ...] = ()
    voices: tuple[Voice, ...] = ()
    passings: tuple[Passing, ...] = ()

    @property
    def order(self) -> tuple[str, str]:
        """By which articles are put in order: publication, then text; those without a date come last."""
        return (self.published or "9999", self.text_sha256)
