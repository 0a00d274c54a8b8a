"""One happening: who says so, through whom, what they say of each field, where they differ, what cannot be known."""

from __future__ import annotations

from collections.abc import Iterable, Iterator
from functools import cached_property
from typing import TYPE_CHECKING, NamedTuple

from reportedly.connect.wording import (
    STANDINGS,
    articles_words,
    copies_words,
    days_words,
    has_happened,
    kind_of,
    spread_words,
    status_words,
    title_of,
)
from reportedly.ledger.fetch import snapshot
from reportedly.ledger.linked.assertions import Assertion, assertions
from reportedly.ledger.linked.cuttings import Dossier, dossier, quotes
from reportedly.ledger.linked.history import StateRef, state_ref
from reportedly.ledger.linked.queries import articles_of, quoted
from reportedly.record.span import Noun
from reportedly.web.views import claims, lineage, moments
from reportedly.web.views.claims import Grid, Sources
from reportedly.web.views.differ import Difference, differences
from reportedly.web.views.lineage import DIRECTED, MEANT, EdgeKind, Lineage
from reportedly.web.views.moments import Moment, Place
from reportedly.web.views.voices import Range, VoiceView, range_of, unknowns, voices

if TYPE_CHECKING:
    from reportedly.connect.clippings import Clipping, Wording
    from reportedly.connect.nouns import Evidence, Standing
    from reportedly.ledger.connect import Ledger

UNSETTLED = ("disputed", "unconfirmed", "retracted")
"""Statuses of what somebody says or has said to have happened."""

NOT_SAID = "Not said to have happened"


class Head(Noun):
    """What it is in a few words. `figures` is the headline: "14 articles · 9 copies · independent origins 2–4";
    `meaning` says what the status means, where it is not said to have happened."""

    title: str
    kind: str
    status: str
    happened: bool
    meaning: str | None = None
    days: str
    precision: str
    figures: str


class ToldIn(NamedTuple):
    """Articles that tell something: those that are no copies, and how many copies there are."""

    own: tuple[Clipping, ...]
    copies: int


class Pictures(Noun):
    """What scripts draw. `meant` says what each kind of edge is read as; along those that are `directed` words went."""

    happened: bool
    lineage: Lineage
    moments: tuple[Moment, ...]
    places: tuple[Place, ...]
    meant: dict[EdgeKind, str]
    directed: tuple[EdgeKind, ...]


class HappeningView(Noun):
    """All that the page of one happening shows. `dossier` is what `reportedly happening --json` prints; the rest is
    made of it and of the records of its articles; `texts` are the hashes of their texts by the article's id."""

    dossier: Dossier
    head: Head
    state: StateRef
    range: Range
    voices: tuple[VoiceView, ...] = ()
    grid: Grid = Grid()
    differences: tuple[Difference, ...] = ()
    lineage: Lineage = Lineage()
    moments: tuple[Moment, ...] = ()
    places: tuple[Place, ...] = ()
    unknown: tuple[str, ...] = ()
    texts: dict[str, str]

    @cached_property
    def clippings(self) -> dict[str, Clipping]:
        """Its articles by id."""
        return {c.article: c for c in self.dossier.articles}

    @cached_property
    def sentences(self) -> dict[Evidence, str]:
        """Sentences by the evidence that stands in them."""
        return {q.evidence: q.words for q in self.dossier.quotes}

    @property
    def sections(self) -> Iterator[tuple[str, str]]:
        """The parts of the page that have something to say, by their anchors."""
        yield "voices", "who says so"
        if self.differences:
            yield "differ", "where they differ"
        yield from (("claims", "claims"), ("lineage", "lineage"), ("when", "when"), ("where", "where"))
        yield from (("articles", "articles"), ("unknown", "what cannot be known"), ("why", "why"))

    def told(self, articles: Iterable[str]) -> ToldIn:
        """Some of its articles, copies apart."""
        known = [c for a in articles if (c := self.clippings.get(a))]
        own = tuple(c for c in known if not c.copy_of) or tuple(known)
        return ToldIn(own, len(known) - len(own))

    def first_told(self, evidence: Iterable[Evidence]) -> Evidence | None:
        """The first of these pieces of evidence whose sentence is known."""
        return next((e for e in evidence if e in self.sentences), None)

    def worded(self, articles: Iterable[str]) -> Wording | None:
        """How the first of some articles words it, where its sentence is known."""
        among = set(articles)
        return next((w for w in self.dossier.wordings if w.sentence and w.mention.article in among), None)

    @property
    def pictures(self) -> Pictures:
        """What is drawn of it."""
        return Pictures(
            happened=self.head.happened, lineage=self.lineage, moments=self.moments, places=self.places,
            meant=MEANT, directed=tuple(sorted(DIRECTED)),
        )  # fmt: skip

    @property
    def citation(self) -> str:
        """What it is cited by: its id, and the hash of the state that is shown."""
        told = (
            f"{self.head.title} ({self.head.status})", f"happening {self.dossier.happening.id}",
            f"state of {self.state.at} by {self.state.by}", f"sha256 {self.state.sha256}",
        )  # fmt: skip
        return ", ".join(told)

    def table(self) -> Iterator[tuple[str | int | bool | None, ...]]:
        """The claims grid."""
        return claims.table_of(self.grid)


def happening_view(ledger: Ledger, id: str) -> HappeningView:
    """The happening with this id, its beginning, or one of its events (ARTICLE/e5). LedgerError: there is none."""
    with snapshot(ledger):
        found = dossier(ledger, id)
        h = found.happening
        said = assertions(ledger, h.mentions)
        sentences = {q.evidence: q.words for q in found.quotes}
        missing = [e for e in lineage.evidence_of(found) if e not in sentences]
        sentences.update((q.evidence, q.words) for q in quotes(ledger, missing))
        state = state_ref(ledger, h.id)
        texts = {a: kept.text_sha256 for a, kept in articles_of(ledger, h.articles).items()}
        words = _words(ledger, found)
    return HappeningView(
        dossier=found, head=head_of(found), state=state, range=range_of(h.origins), voices=voices(h),
        grid=claims.grid_of(h, _sources(found, said, words)), differences=differences(h),
        lineage=lineage.lineage_of(found, sentences), moments=moments.moments(found, said),
        places=moments.places(h, said), unknown=tuple(unknowns(found)), texts=texts,
    )  # fmt: skip


def head_of(found: Dossier) -> Head:
    """What it is, its status, when; how many articles and origins."""
    h = found.happening
    copies = sum(1 for c in found.articles if c.copy_of)
    parts = [
        articles_words(len(h.articles)),
        copies_words(copies) if copies else "no copies",
        f"independent origins {spread_words(h.origins)}",
    ]
    return Head(
        title=title_of(h), kind=kind_of(h), status=status_words(h.status), happened=has_happened(h.status),
        meaning=meaning_of(h.status), days=days_words(h.date), precision=moments.precision(h.date),
        figures=" · ".join(parts),
    )  # fmt: skip


def meaning_of(status: Standing) -> str | None:
    """What a status means that is none of something that is said to have happened."""
    if status in ("occurred", "ongoing"):
        return None
    words = status_words(status)
    first = words.capitalize() if status in UNSETTLED else NOT_SAID
    return f"{first}: {STANDINGS.get(status, f'it is {words}, as far as is told')}."


def _sources(found: Dossier, said: tuple[Assertion, ...], words: dict[Evidence, str]) -> Sources:
    """What the grid is made of, without copies."""
    own = {c.article: (c.called, c.published or c.day) for c in found.articles if not c.copy_of}
    known = own or {c.article: (c.called, c.published or c.day) for c in found.articles}
    return Sources(tuple(a for a in said if a.mention.article in known), words, known)


def _words(ledger: Ledger, found: Dossier) -> dict[Evidence, str]:
    """The words of the evidence of its origins and figures."""
    h = found.happening
    told = [e for o in h.origins.origins for e in o.evidence] + [e for f in h.counts for e in f.evidence]
    return dict(zip(told, quoted(ledger, told), strict=True))
