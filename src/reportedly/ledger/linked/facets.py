"""How many happenings fit, and how many of them have which value."""

from __future__ import annotations

from typing import TYPE_CHECKING

from reportedly.ledger.clauses import Clause, where
from reportedly.ledger.facets import Counted, Listing, chosen, counted, without
from reportedly.ledger.linked.nouns import Sought
from reportedly.ledger.linked.queries import happening_clauses

if TYPE_CHECKING:
    from reportedly.ledger.connect import Ledger

_MENTIONS = "JOIN linked_mentions n ON n.happening_key = m.key JOIN latest t ON t.article_key = n.article_key"
_TELLERS = (
    f"{_MENTIONS} JOIN events e ON (e.reading_key, e.id) = (t.reading_key, n.event)"
    " JOIN statements s ON (s.reading_key, s.id) = (e.reading_key, e.according_to)"
)

HAPPENINGS = Listing(
    table="linked_happenings l",
    order="l.day DESC, l.happening_key DESC",
    own={"type": "l.type", "status": "l.status", "country": "l.country", "place": "l.place", "day": "l.day"},
    joined={
        "kind": (_TELLERS, "s.source_kind"),
        "by": (_TELLERS, "coalesce(s.source_name, s.source)"),
        "outlet": (f"{_MENTIONS} JOIN versions v ON v.version_key = t.version_key", "v.outlet"),
    },
    keys="l.happening_key AS key",
)


def happening_facets(ledger: Ledger, asked: Sought) -> Counted:
    """Happenings as `happenings` finds them, counted. RunError: what is asked for cannot be understood."""
    return counted(ledger, HAPPENINGS, chosen(asked), lambda facet: happenings_wanted(ledger, without(asked, facet)))


def happenings_wanted(ledger: Ledger, asked: Sought) -> Clause:
    """The condition for happenings (l)."""
    return where(happening_clauses(ledger, asked))
