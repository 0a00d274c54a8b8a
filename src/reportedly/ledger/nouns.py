"""What queries give back: an article's place in the ledger, and with it the types of the record."""

from __future__ import annotations

from dataclasses import dataclass
from typing import Literal, NamedTuple

from reportedly.record import Entity, Event, Place, Record, Statement, Time
from reportedly.record.event import Status
from reportedly.record.span import Noun
from reportedly.record.statement import Act, SourceKind


class Kept(Noun):
    """An article as the ledger knows it. `id` is the same in every ledger; `day` is its day of publication, else the
    day on which it was seen; `version` counts its texts from 1; `run` is the number of the run that read it; `seen` is
    when this text was last known to stand there (UTC)."""

    id: str
    given: str
    version: int
    run: int
    url: str | None = None
    outlet: str | None = None
    title: str | None = None
    published: str | None = None
    day: str
    seen: str
    text_sha256: str


class KeptRecord(Noun):
    """An article with its record."""

    kept: Kept
    record: Record


class KeptReading(Noun):
    """One reading of an article: when it was read (UTC), by which release, and whether nothing could be read. `kept`
    has its version and its run."""

    kept: Kept
    read: str
    reportedly: str
    failed: bool = False


class Said(Noun):
    """A statement found in the ledger. `ref` ("a1b2…/s3") names it for good; `content` is its words, `name` that of the
    entity that its source stands for, with its role."""

    ref: str
    kept: Kept
    statement: Statement
    content: str
    name: str | None = None


class Happened(Noun):
    """An event found in the ledger, with its place, its time, and the statement that tells it (null: the article).

    `entities` are those that its actors, its recipients and the source of that statement stand for.
    """

    ref: str
    kept: Kept
    event: Event
    trigger: str
    place: Place | None = None
    time: Time | None = None
    teller: Statement | None = None
    entities: tuple[Entity, ...] = ()


class Box(NamedTuple):
    """A part of the map, in degrees (WGS84); where `west` is greater than `east`, it crosses the 180th meridian."""

    west: float
    south: float
    east: float
    north: float


@dataclass(frozen=True)
class Filter:
    """What is asked for. A field left out asks for everything; several values in a field are alternatives.

    `words`: every word, "a phrase" in quotation marks, a prefix with an asterisk; accents and case do not count.
    For articles they are looked for in title and text, for statements in the content.
    `by`, `actor`, `recipient`: words of a name; the latter two also a country code (USA). `place`: a name or a code.
    `box`: where an event's place is. Of events, `by`, `kinds` and `acts` are asked of the statement that tells them.
    `since`, `until`: the article's day, both included (2025, 2025-09 or 2025-09-01). `happened_since` and
    `happened_until`: the time of an event, which has to overlap. `run`: an older run by its number; None is the latest
    of each article.
    """

    words: str | None = None
    article: str | None = None
    outlet: str | None = None
    since: str | None = None
    until: str | None = None
    run: int | None = None
    by: str | None = None
    kinds: tuple[SourceKind, ...] = ()
    acts: tuple[Act, ...] = ()
    types: tuple[str, ...] = ()
    modes: tuple[str, ...] = ()
    statuses: tuple[Status, ...] = ()
    actor: str | None = None
    recipient: str | None = None
    place: str | None = None
    box: Box | None = None
    happened_since: str | None = None
    happened_until: str | None = None
    all_events: bool = False


Kind = Literal["new", "changed", "copy", "known", "failed", "forgotten", "read_again"]


class Outcome(Noun):
    """What became of one article that was taken in.

    new: an article not met before. changed: a new version of one, or an older one that is back. copy: an article of its
    own, with a text that stands at another address, too. known: nothing new. failed: see `message`. forgotten: it was
    erased and is not taken again. read_again: the ledger's own text, by newer models.
    """

    kind: Kind
    source: str
    name: str
    article: str | None = None
    message: str | None = None


class ProblemRow(Noun):
    """What could not be read: what was asked for, the file, line or address within it, and why. `article` is set where
    a text was kept that could not be read; `met` and `solved` are UTC; `given` is what the caller said of the articles
    (outlet, title, published, url)."""

    source: str
    name: str
    stage: str
    message: str
    met: str
    solved: str | None = None
    article: str | None = None
    given: dict[str, str] = {}


class Forgotten(Noun):
    """An erasure. `texts` were erased; `copies` are articles that hold one of them still, each to be forgotten itself;
    `backups` are the files from which it was erased, too; `pending` says what keeps its words on the disk for now."""

    article: str
    texts: int
    copies: tuple[str, ...] = ()
    backups: tuple[str, ...] = ()
    pending: str | None = None


class Fault(Noun):
    """Something in a ledger that is not as it was written: in which table, at which key."""

    table: str
    key: str
    message: str
