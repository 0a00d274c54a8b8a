"""What linking finds. Every finding says how sure it is, why, on which words, and which rule made it."""

from __future__ import annotations

from typing import Any, Literal

from reportedly.record.event import Quad, Status
from reportedly.record.span import Noun, Span

LinkKind = Literal[
    "copy_of",
    "relays",
    "same_publisher",
    "same_named_origin",
    "maybe_same_origin",
    "same_story",
    "same_happening",
    "shares_text",
]
NodeKind = Literal["article", "outlet", "agency", "source", "anonymous", "document"]
DisputeKind = Literal["superseded", "different_scope", "different_attribution", "conflict", "denial"]
What = Literal["killed", "injured", "arrested", "displaced", "money", "other"]
Standing = Status | Literal["disputed", "unconfirmed", "retracted"]
"""The status of a happening: the record's values, and three that only several articles together can show."""
HAPPENED: frozenset[str] = frozenset({"occurred", "ongoing"})
"""Statuses of what is said to have happened, by whoever speaks of it and by nobody denied."""


class Evidence(Noun):
    """Words of one article."""

    article: str
    span: Span


class Reason(Noun):
    """One feature of a decision: its value for this pair and the weight it has; the score is made of their products."""

    feature: str
    value: float
    weight: float


class Judged(Noun):
    """What every finding carries: score 0..1 where its maker gives one, reasons, evidence, maker (rule:x@1)."""

    score: float | None = None
    reasons: tuple[Reason, ...] = ()
    evidence: tuple[Evidence, ...] = ()
    by: str


class Node(Noun):
    """One end of a link. `id` is an article's id, else a key that is the same in every article that names it so."""

    kind: NodeKind
    id: str
    name: str


class Link(Judged):
    """An edge of the graph of lineage, or a decision that two things are one. `said` are ids of statements, in the
    article `start`, that it rests on."""

    kind: LinkKind
    start: Node
    end: Node
    note: str | None = None


class CopyGroup(Noun):
    """Articles with one text; `original` is the likely first, `links` say of every other how it came by the text."""

    original: str
    articles: tuple[str, ...]
    links: tuple[Link, ...] = ()


class MentionRef(Noun):
    """One event mention of one article."""

    article: str
    event: str
    trigger: Span


class Origin(Noun):
    """Somebody who could know: a person, body, document or reporter. `maybe` are the keys of origins that may be the
    same or rest on the same; `articles` carry what it says."""

    key: str
    name: str
    kind: str
    articles: tuple[str, ...]
    maybe: tuple[str, ...] = ()
    why: str | None = None
    evidence: tuple[Evidence, ...] = ()


class Origins(Noun):
    """How many independent origins something has: at least, after every merger that is possible; at most, after those
    that are certain. One chain per article and origin: origin first, then every outlet that carried it, the id of the
    article last. `unknown` says in words what cannot be known."""

    at_least: int
    at_most: int
    chains: tuple[tuple[str, ...], ...] = ()
    origins: tuple[Origin, ...] = ()
    unknown: tuple[str, ...] = ()


class Figure(Noun):
    """One figure for one happening; `scope` says what it includes or leaves out where the text says so. `of_part`: it
    is told of a part of the happening or of what came of it (the arrests of a raid), a happening of its own."""

    what: What
    low: float | None
    high: float | None
    unit: str | None = None
    of: str | None = None
    scope: str | None = None
    of_part: bool = False
    articles: tuple[str, ...]
    origins: Origins | None = None
    evidence: tuple[Evidence, ...] = ()


class Dispute(Judged):
    """Claims of one happening that differ; nothing here says which is right. `what` as in Figure, or "occurrence",
    "time", "place", "actor", "status". `sides` are the articles that carry each, `values` their words or ranges."""

    kind: DisputeKind
    what: str
    sides: tuple[tuple[str, ...], ...]
    values: tuple[str, ...] = ()
    note: str | None = None


class Where(Noun):
    """Where something happened, as far as the articles say."""

    name: str
    country: str | None = None
    lat: float | None = None
    lon: float | None = None


class Happening(Noun):
    """One real-world event as several articles tell it. `date` is the first and the last day on which it may have
    happened or is to happen; `counts` has the best figure of each kind first; `links` join its mentions."""

    id: str
    type: str | None = None
    mode: str | None = None
    quad: Quad | None = None
    name: str | None = None
    date: tuple[str, str] | None = None
    place: Where | None = None
    mentions: tuple[MentionRef, ...]
    articles: tuple[str, ...]
    origins: Origins
    counts: tuple[Figure, ...] = ()
    disputes: tuple[Dispute, ...] = ()
    status: Standing = "unknown"
    links: tuple[Link, ...] = ()

    @property
    def listed(self) -> bool:
        """Is it shown where nobody asks for all events? PLOVER has a type for it, or people came to harm in it (an
        earthquake, a ferry that sinks), or it is disputed whether it happened (a rumour)."""
        harm = any(c.what in ("killed", "injured", "displaced") for c in self.counts)
        return self.type is not None or harm or any(d.what == "occurrence" for d in self.disputes)


class Story(Noun):
    """Articles that belong together, with everything that was found between them. `links` is the graph of lineage."""

    id: str
    articles: tuple[str, ...]
    copies: tuple[CopyGroup, ...] = ()
    happenings: tuple[Happening, ...] = ()
    links: tuple[Link, ...] = ()


class Linked(Noun):
    """What linking found in a set of articles."""

    stories: tuple[Story, ...]

    def to_json(self, *, all_events: bool = False) -> dict[str, Any]:
        """The object that `reportedly link --json` prints: stories and copies as lists of ids, happenings in full;
        those that are not `listed` only where `all_events` asks for them."""
        return {
            "stories": [list(s.articles) for s in self.stories],
            "copies": [list(c.articles) for s in self.stories for c in s.copies],
            "happenings": [h.to_json() for s in self.stories for h in s.happenings if h.listed or all_events],
            "links": [link.to_json() for s in self.stories for link in s.links],
        }
