"""What queries of links are asked, and what they give back."""

from __future__ import annotations

from dataclasses import dataclass
from itertools import pairwise
from typing import Literal

from reportedly.connect.changes import Change, ChangeKind
from reportedly.connect.happenings import Ruling
from reportedly.connect.nouns import DisputeKind, Happening, MentionRef, Standing, Story, Where
from reportedly.ledger.nouns import Box
from reportedly.record.span import Noun
from reportedly.record.statement import Act, SourceKind

PassageKind = Literal["merged", "split", "ended", "back"]
RulingKind = Literal["same", "apart", "undone"]


@dataclass(frozen=True)
class Sought:
    """What is asked for. A field left out asks for everything; several values in a field are alternatives.

    `words` are looked for in the title and text of an article that tells of it. `place`: words of its name, or a code.
    `since`, `until`: some article about it is of a day in between. `happened_since`, `happened_until`: its own date,
    which has to overlap. `disputes`: kinds, of which it has one. `all_events`: also those without a type. `box`: where
    it is. `by`, `kinds`, `acts`: asked of a statement that tells of it, all of the same one.
    """

    words: str | None = None
    types: tuple[str, ...] = ()
    modes: tuple[str, ...] = ()
    statuses: tuple[Standing, ...] = ()
    disputes: tuple[DisputeKind, ...] = ()
    by: str | None = None
    kinds: tuple[SourceKind, ...] = ()
    acts: tuple[Act, ...] = ()
    place: str | None = None
    box: Box | None = None
    since: str | None = None
    until: str | None = None
    happened_since: str | None = None
    happened_until: str | None = None
    article: str | None = None
    story: str | None = None
    outlet: str | None = None
    all_events: bool = False


@dataclass(frozen=True)
class News:
    """Which changes are asked for. A field left out asks for everything; several kinds are alternatives. `story`: its
    id, or that of a happening or an article of it."""

    kinds: tuple[ChangeKind, ...] = ()
    story: str | None = None


EVERYTHING = News()


class FoundHappening(Noun):
    """A happening of the ledger, the id of its story, when it was first found (UTC); `asked` is the id of one that was
    merged into it, where that was asked for."""

    happening: Happening
    story: str
    since: str
    asked: str | None = None


class HappeningOutline(Noun):
    """What a list tells of a happening, without its mentions, origins and links: those are many kilobytes. `date` are
    its first and last day; `articles` how many tell of it; `at_least` and `at_most` its independent origins; `disputes`
    the kinds that it has; `day` and `first_day` those of its newest and oldest article."""

    id: str
    story: str
    since: str
    name: str
    type: str | None = None
    mode: str | None = None
    status: Standing
    date: tuple[str, str] | None = None
    place: Where | None = None
    articles: int
    at_least: int
    at_most: int
    disputes: tuple[DisputeKind, ...] = ()
    day: str
    first_day: str


class FoundStory(Noun):
    """A story of the ledger with its happenings, when it was first found, the days of its newest and oldest article."""

    story: Story
    since: str
    day: str
    first_day: str
    asked: str | None = None


class Passage(Noun):
    """A story or happening, `start`, that went into another (merged), of which part became another (split), of which
    nothing is told any more (ended), or that is told of again (back)."""

    kind: PassageKind
    start: str
    end: str | None = None
    at: str
    by: str


class KeptChange(Noun):
    """Something new, the id of its story, and when it was found (UTC)."""

    at: str
    story: str
    change: Change


class RuledMention(Noun):
    """A mention that somebody ruled on: which, of which text, on which side, and of which happening it was then."""

    mention: MentionRef
    text_sha256: str
    side: int
    happening: str


class KeptRuling(Noun):
    """A person's ruling: mentions are the same happening, or those of side 1 are apart from those of side 0. `undoes`
    is the number of the ruling that one of kind "undone" takes back; `undone` that of the one that took this back."""

    number: int
    kind: RulingKind
    who: str
    because: str | None = None
    at: str
    mentions: tuple[RuledMention, ...] = ()
    undoes: int | None = None
    undone: int | None = None

    @property
    def holds(self) -> bool:
        """Is it in force?"""
        return self.kind != "undone" and self.undone is None

    @property
    def pairs(self) -> tuple[Ruling, ...]:
        """The same as linking takes it: a chain for those that are the same, every pair across for those apart."""
        named = [((m.text_sha256, m.mention.trigger), m.side) for m in self.mentions]
        if self.kind == "same":
            return tuple(Ruling(True, a, b) for (a, _), (b, _) in pairwise(named))
        return tuple(Ruling(False, a, b) for a, here in named if here == 0 for b, there in named if there == 1)


class LinkedBatch(Noun):
    """What became of some articles that were linked: how many, how many happenings are new (of those that lists show),
    and how many of the articles joined a story that was there, of how many such stories; `waiting` are those still to
    be linked, of which some may only have found their kin. `problems` name articles in which nothing could be linked,
    and say why."""

    articles: int = 0
    happenings: int = 0
    joined: int = 0
    stories: int = 0
    waiting: int = 0
    problems: tuple[str, ...] = ()
