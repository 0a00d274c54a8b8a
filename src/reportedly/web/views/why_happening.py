"""Why the mentions of a happening are taken for one, and how it came to be what it is."""

from __future__ import annotations

from collections.abc import Iterator
from typing import TYPE_CHECKING

from reportedly.connect.nouns import Reason
from reportedly.connect.wording import title_of
from reportedly.ledger.fetch import snapshot
from reportedly.ledger.linked.cuttings import clippings
from reportedly.ledger.linked.explain import WhyHappening, why_happening
from reportedly.ledger.linked.history import States, news_of, states
from reportedly.ledger.linked.nouns import KeptChange, Passage
from reportedly.ledger.linked.queries import happening, passages
from reportedly.record.span import Noun

if TYPE_CHECKING:
    from reportedly.ledger.connect import Ledger


class WhyView(Noun):
    """Why its mentions are one: links with their features, weights, words and makers; the outlets of its articles."""

    why: WhyHappening
    outlets: dict[str, str]

    @property
    def title(self) -> str:
        """What the happening is called."""
        return title_of(self.why.found.happening)


class HistoryView(Noun):
    """Its states, the oldest first; what was new in it, the newest first; its mergers and splits."""

    id: str
    title: str
    states: States
    changes: tuple[KeptChange, ...] = ()
    passages: tuple[Passage, ...] = ()

    @property
    def citation(self) -> str:
        """What it is cited by: its id, and the hash of its last state."""
        last = self.states.states[-1].ref
        return f"History of happening {self.id} up to its state of {last.at}, sha256 {last.sha256}"

    def table(self) -> Iterator[tuple[str | int, ...]]:
        """Its states."""
        yield "at", "by", "status", "words", "articles", "origins_at_least", "origins_at_most", "sha256"
        for s in self.states.states:
            yield s.ref.at, s.ref.by, s.status, s.words, s.articles, *s.origins, s.ref.sha256


def why_view(ledger: Ledger, id: str) -> WhyView:
    """Why this happening is one. LedgerError: there is none."""
    with snapshot(ledger):
        why = why_happening(ledger, id)
        told = clippings(ledger, why.found.happening.articles)
    return WhyView(why=why, outlets={a: c.called for a, c in told.items()})


def history_view(ledger: Ledger, id: str) -> HistoryView:
    """How this happening came to be what it is. LedgerError: there is none."""
    with snapshot(ledger):
        h = happening(ledger, id).happening
        id = h.id
        return HistoryView(
            id=id, title=title_of(h), states=states(ledger, id), changes=news_of(ledger, id),
            passages=passages(ledger, id),
        )  # fmt: skip


def ranked(reasons: tuple[Reason, ...]) -> tuple[Reason, ...]:
    """Features by what they add to the score, the weightiest first."""
    return tuple(sorted(reasons, key=lambda r: -abs(r.value * r.weight)))
