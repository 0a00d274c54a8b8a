"""The timeline: what is said to have happened when, who said so when, and when that was published, kept apart."""

from __future__ import annotations

from collections.abc import Iterable, Mapping, Sequence
from dataclasses import dataclass, field

from reportedly.connect.clippings import Clipping, Wording
from reportedly.connect.nouns import DisputeKind, Evidence, Figure, Happening, Standing, Where
from reportedly.connect.wording import counted, figure_words, speakers, title_of
from reportedly.record.span import Noun

QUOTED = 3
"""Wordings that an entry carries: of its first tellings, copies left out."""

Days = tuple[str, str]


class Given(Noun):
    """A figure, in words, and the days of the first and the last article that gives it; `articles` without copies, but
    where only copies do. `by` are the names of those who give it, as far as that is known."""

    what: str
    words: str
    published: Days | None = None
    articles: tuple[str, ...]
    by: tuple[str, ...] = ()
    evidence: tuple[Evidence, ...] = ()


class Entry(Noun):
    """One happening on a timeline.

    `date` is when it happened or is to happen, `said` the first and last day on which somebody is quoted as having said
    so, `published` those of its articles: three different things, each None where nobody tells. `origins` is the range
    of independent origins; `articles` counts all that tell of it, `copies` those among them that carry the text of
    another.
    """

    happening: str
    name: str
    type: str | None = None
    mode: str | None = None
    place: Where | None = None
    date: Days | None = None
    said: Days | None = None
    published: Days | None = None
    status: Standing
    origins: tuple[int, int]
    articles: int
    copies: int = 0
    figures: tuple[Given, ...] = ()
    disputes: tuple[tuple[DisputeKind, str], ...] = ()
    wordings: tuple[Wording, ...] = ()


@dataclass(frozen=True)
class Cuttings:
    """What is known of some articles beside what linking found: clippings by the article's id, wordings by article and
    event."""

    clippings: Mapping[str, Clipping] = field(default_factory=dict)
    wordings: Mapping[tuple[str, str], Wording] = field(default_factory=dict)

    def days(self, articles: Iterable[str]) -> Days | None:
        """The first and last day of publication among these; None where none is known."""
        return spread_of(c.published[:10] for a in articles if (c := self.clippings.get(a)) and c.published)

    def own(self, articles: Iterable[str]) -> tuple[str, ...]:
        """These without copies of others; all of them where nothing else is left."""
        articles = tuple(articles)
        own = tuple(a for a in articles if not ((c := self.clippings.get(a)) and c.copy_of))
        return own or articles


def timeline_of(happenings: Iterable[Happening], cuttings: Cuttings) -> tuple[Entry, ...]:
    """Entries by the day on which each thing happened or is to happen, then by publication; those without a date last.

    Of two that may have happened on several days, that which may have been first comes first.
    """
    return tuple(sorted((entry_of(h, cuttings) for h in happenings), key=_place))


def _place(e: Entry) -> tuple[object, ...]:
    unknown = ("9999", "9999")
    return (e.date is None, e.date or unknown, e.published or unknown, e.name, e.happening)


def entry_of(h: Happening, cuttings: Cuttings) -> Entry:
    """The entry of one happening."""
    copies = sum(1 for a in h.articles if (c := cuttings.clippings.get(a)) and c.copy_of)
    worded = [w for m in h.mentions if (w := cuttings.wordings.get((m.article, m.event)))]
    return Entry(
        happening=h.id, name=title_of(h), type=h.type, mode=h.mode, place=h.place, date=h.date,
        said=spread_of(day for w in worded if w.said for day in w.said), published=cuttings.days(h.articles),
        status=h.status, origins=(h.origins.at_least, h.origins.at_most), articles=len(h.articles),
        copies=min(copies, len(h.articles) - 1), figures=given_of(h.counts, cuttings),
        disputes=tuple(dict.fromkeys((d.kind, d.what) for d in h.disputes)), wordings=_quoted(worded, cuttings),
    )  # fmt: skip


def given_of(figures: Sequence[Figure], cuttings: Cuttings) -> tuple[Given, ...]:
    """Figures with the days on which they were given, each kind by itself, in the order in which they came."""
    kinds = list(dict.fromkeys(counted(f) for f in figures))
    found = [
        Given(
            what=counted(f), words=figure_words(f), published=cuttings.days(f.articles),
            articles=cuttings.own(f.articles), evidence=f.evidence,
            by=speakers(f.origins),
        )
        for f in figures
    ]  # fmt: skip
    return tuple(sorted(found, key=lambda g: (kinds.index(g.what), g.published or ("9999", "9999"))))


def spread_of(days: Iterable[str]) -> Days | None:
    """The first and the last of some days; None for none."""
    known = sorted(days)
    return (known[0], known[-1]) if known else None


def _quoted(worded: Sequence[Wording], cuttings: Cuttings) -> tuple[Wording, ...]:
    """The first wordings, one for each article, without copies."""
    first: dict[str, Wording] = {}
    for w in worded:
        first.setdefault(w.mention.article, w)
    own = cuttings.own(first)
    return tuple(first[a] for a in own[:QUOTED])
