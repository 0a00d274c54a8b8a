"""What queries of sources are asked, and what they give back."""

from __future__ import annotations

from dataclasses import dataclass
from typing import get_args

from reportedly.connect.nouns import Standing
from reportedly.ledger.linked.nouns import FoundHappening
from reportedly.ledger.nouns import Kept
from reportedly.ledger.sourced.who import WhoKind
from reportedly.record.event import Status
from reportedly.record.span import Noun
from reportedly.record.statement import Act

WHO_KINDS: tuple[str, ...] = get_args(WhoKind)

KIND_WORDS: dict[WhoKind, str] = {
    "person": "person",
    "organisation": "body",
    "outlet": "outlet",
    "document": "document",
    "group": "unnamed group",
    "anonymous": "unnamed person",
}
"""The kinds of a source as people are told them."""


@dataclass(frozen=True)
class Whom:
    """Which sources are asked for. A field left out asks for everything; several kinds are alternatives.

    `words`: beginnings of words of the name, all of them, or an id. `outlet`: whom this outlet has let speak. `since`,
    `until`: that said something on a day in between (2025, 2025-09 or 2025-09-01).
    """

    words: str | None = None
    kinds: tuple[WhoKind, ...] = ()
    outlet: str | None = None
    since: str | None = None
    until: str | None = None


@dataclass(frozen=True)
class Which:
    """Which statements of a source are asked for. A field left out asks for everything; several acts are
    alternatives. `role`: as an article has it."""

    acts: tuple[Act, ...] = ()
    outlet: str | None = None
    role: str | None = None
    since: str | None = None
    until: str | None = None


class RoleMet(Noun):
    """A role and a country that articles give a source, in how many articles, with how many statements there. None:
    they do not say."""

    role: str | None = None
    country: str | None = None
    statements: int
    articles: int


class FoundSource(Noun):
    """A source of the ledger: whoever articles call so. `named` is false for a kind of source ("interior ministry
    official"), which is nobody in particular. `statements` are those of articles' latest readings, `articles` those
    that hold them; `published` are an outlet's own articles. `roles` are those that its newest articles give."""

    id: str
    kind: WhoKind
    name: str
    named: bool
    country: str | None = None
    statements: int
    articles: int
    published: int = 0
    first_day: str | None = None
    last_day: str | None = None
    roles: tuple[str, ...] = ()


class Tallied(Noun):
    """A name, how many statements and articles it has here, and the id of the source that is called so, if any."""

    name: str
    statements: int
    articles: int
    source: str | None = None


class Daily(Noun):
    """How many statements are of one day or, where `day` has seven letters, of one month."""

    day: str
    statements: int


class Portrait(Noun):
    """What is known of one source: the roles and countries that articles give it, and its statements counted by act, by
    the outlet that published them, by whom that had them through, by whom they were told to, and by day. Lists hold the
    most frequent names. `alike` are other sources that may be the same or only be called alike."""

    source: FoundSource
    roles: tuple[RoleMet, ...] = ()
    acts: tuple[Tallied, ...] = ()
    outlets: tuple[Tallied, ...] = ()
    through: tuple[Tallied, ...] = ()
    told_to: tuple[Tallied, ...] = ()
    days: tuple[Daily, ...] = ()
    alike: tuple[FoundSource, ...] = ()

    @property
    def countries(self) -> tuple[str, ...]:
        """The countries that articles give it: several are a sign of several people of one name."""
        return tuple(dict.fromkeys(r.country for r in self.roles if r.country))


class ToldSo(Noun):
    """An event as a source told it: the statement, the event (both by their names in the ledger), on which day, with
    which status."""

    statement: str
    event: str
    day: str
    status: Status


class Outcome(Noun):
    """A happening that a source told of, as it stands now, and how the source told it."""

    found: FoundHappening
    told: tuple[ToldSo, ...]


class Stood(Noun):
    """How many happenings have a standing."""

    status: Standing
    happenings: int


class Press(Noun):
    """An outlet: how many articles it published, on which days, and the newest of them; whom they let speak, other
    outlets that had it from this one, and of its newest `looked_at` articles how many are copies (of whose) or were
    copied (by whom)."""

    published: int
    first_day: str | None = None
    last_day: str | None = None
    newest: tuple[Kept, ...] = ()
    relays: tuple[Tallied, ...] = ()
    relayed_by: tuple[Tallied, ...] = ()
    looked_at: int = 0
    copies: int = 0
    copied: int = 0
    copied_from: tuple[Tallied, ...] = ()
    copied_by: tuple[Tallied, ...] = ()
