"""Why the mentions of a happening are taken for one, and how it came to be what it is."""

from __future__ import annotations

from typing import TYPE_CHECKING

from reportedly.connect.nouns import Reason
from reportedly.ledger.fetch import snapshot
from reportedly.ledger.linked.cuttings import clippings
from reportedly.ledger.linked.explain import WhyHappening, why_happening
from reportedly.ledger.linked.find import find_happening
from reportedly.ledger.linked.history import States, news_of, states
from reportedly.ledger.linked.nouns import KeptChange, Passage
from reportedly.ledger.linked.queries import passages
from reportedly.record.span import Noun

if TYPE_CHECKING:
    from reportedly.ledger.connect import Ledger


class WhyView(Noun):
    """Why its mentions are one: links with their features, weights, words and makers; the outlets of its articles."""

    why: WhyHappening
    outlets: dict[str, str]


class HistoryView(Noun):
    """Its states, the oldest first; what was new in it, the newest first; its mergers and splits."""

    id: str
    states: States
    changes: tuple[KeptChange, ...] = ()
    passages: tuple[Passage, ...] = ()


def why_view(ledger: Ledger, id: str) -> WhyView:
    """Why this happening is one. LedgerError: there is none."""
    with snapshot(ledger):
        why = why_happening(ledger, id)
        told = clippings(ledger, why.found.happening.articles)
    return WhyView(why=why, outlets={a: c.called for a, c in told.items()})


def history_view(ledger: Ledger, id: str) -> HistoryView:
    """How this happening came to be what it is. LedgerError: there is none."""
    with snapshot(ledger):
        id = find_happening(ledger, id)
        return HistoryView(
            id=id, states=states(ledger, id), changes=news_of(ledger, id), passages=passages(ledger, id)
        )  # fmt: skip


def ranked(reasons: tuple[Reason, ...]) -> tuple[Reason, ...]:
    """Features by what they add to the score, the weightiest first."""
    return tuple(sorted(reasons, key=lambda r: -abs(r.value * r.weight)))
