"""The desk: what fits a question, as a table, with the values by which it can be narrowed down and what is new."""

from __future__ import annotations

import hashlib
import json
from collections.abc import Callable, Iterator, Sequence
from datetime import UTC, datetime, timedelta
from typing import TYPE_CHECKING, Literal, NamedTuple

from reportedly.connect.changes import KINDS, Change, ChangeKind, change_words
from reportedly.ledger.facets import Counted, Facet, FacetName, event_facets, statement_facets
from reportedly.ledger.fetch import fetch
from reportedly.ledger.happened import happened
from reportedly.ledger.linked.facets import happening_facets
from reportedly.ledger.linked.queries import happenings
from reportedly.ledger.linked.recent import Recent, recent
from reportedly.ledger.said import said
from reportedly.ledger.spread import (
    Bar,
    Days,
    Places,
    Spot,
    event_days,
    event_places,
    happening_days,
    happening_places,
    statement_days,
)
from reportedly.record.span import Noun
from reportedly.web.answers import Cell
from reportedly.web.views.asked import LABELS, OF_FACET, SHOWS, Asked, Show
from reportedly.web.views.rows import COLUMNS, Row, event_row, happening_row, statement_row

if TYPE_CHECKING:
    from reportedly.ledger.connect import Ledger

NEWS = 6
"""Changes at the top of the desk: a glance; the number of all of them stands beside."""

FIRST, ALL = 7, 60
"""Values of a facet that are shown at once, and those that can be unfolded."""

AROUND = 0.001
"""Degrees around a place that is chosen on the map: 100 m, for rounding; nothing else has its coordinates."""

FACETS: dict[FacetName, str] = {
    "kind": "Kind of source", "by": "Source", "act": "Act", "type": "Type", "status": "Status", "country": "Country",
    "place": "Place", "outlet": "Outlet", "day": "Printed",
}  # fmt: skip


class Choice(NamedTuple):
    """A value of a facet as a link: how many entries it leaves, is it chosen, the address with or without it."""

    value: str
    number: int
    chosen: bool
    address: str


class Group(NamedTuple):
    """A facet with its first values and the others; `of` is the number of entries looked at where that is not all."""

    name: FacetName
    label: str
    first: tuple[Choice, ...]
    others: tuple[Choice, ...]
    of: int | None


class Chip(NamedTuple):
    """A choice that is made, and the address without it."""

    label: str
    value: str
    address: str


class DeskView(Noun):
    """One page of the desk. `linked`: articles have been linked, so that there are happenings. `day` is the day (UTC)
    on which this was asked; `sha256` that of the rows, for citing."""

    ledger: str
    asked: Asked
    show: Show
    linked: bool
    day: str
    counted: Counted
    rows: tuple[Row, ...]
    next: str | None = None
    sha256: str

    @property
    def groups(self) -> Iterator[Group]:
        """The facets, with links. A value that is chosen is shown even where nothing has it."""
        for facet in self.counted.facets:
            choices = [Choice(v, n, self.asked.chose(facet.name, v), self.asked.toggled(facet.name, v))
                       for v, n in facet.values[:ALL]]  # fmt: skip
            choices += self._missing(facet, {c.value for c in choices})
            choices.sort(key=lambda c: not c.chosen)
            if choices:
                yield Group(facet.name, FACETS[facet.name], tuple(choices[:FIRST]), tuple(choices[FIRST:]),
                            facet.of if facet.more else None)  # fmt: skip

    @property
    def chips(self) -> tuple[Chip, ...]:
        """Every choice but the words, each with the way back."""
        taken = (pair for pair in self.asked.taken() if pair[0] != "q")
        return tuple(Chip(LABELS[field], value, self.asked.back(field, value)) for field, value in taken)

    @property
    def tabs(self) -> tuple[tuple[Show, str], ...]:
        """The lists, each with the address of the same question."""
        return tuple((show, self.asked.of(show).query()) for show in SHOWS if show != "happenings" or self.linked)

    @property
    def number(self) -> str:
        """How many entries fit, in words."""
        noun = self.show if self.counted.number != 1 or self.counted.more else self.show[:-1]
        return f"{'more than ' if self.counted.more else ''}{self.counted.number:,} {noun}"

    @property
    def citation(self) -> str:
        """How to cite this page."""
        asked = "; ".join(f"{LABELS[f].lower()} “{v}”" for f, v in self.asked.taken()) or "everything"
        return (
            f"{self.ledger}, ledger of Reportedly: {self.number} for {asked}; asked on {self.day}; rows of this page "
            f"sha256:{self.sha256}"
        )

    @property
    def more(self) -> str | None:
        """The address of the next page."""
        return self.asked.query(after=self.next) if self.next else None

    def table(self) -> Iterator[Sequence[Cell]]:
        """The rows of this page."""
        yield COLUMNS
        yield from (row.cells for row in self.rows)

    def _missing(self, facet: Facet, known: set[str]) -> Iterator[Choice]:
        field = OF_FACET.get(facet.name, facet.name)
        chosen = getattr(self.asked, field, ())
        for value in chosen if isinstance(chosen, tuple) else ():
            if value not in known:
                yield Choice(value, 0, True, self.asked.toggled(facet.name, value))


class NewsView(Noun):
    """What is new since a moment."""

    recent: Recent

    @property
    def number(self) -> int:
        """How many changes there are."""
        return sum(n.number for n in self.recent.numbers)

    @property
    def days(self) -> tuple[tuple[str, str], ...]:
        """Further moments to ask from."""
        now = datetime.now(UTC)
        ago = (("yesterday", 1), ("a week ago", 7), ("a month ago", 30), ("a year ago", 365))
        return tuple((name, (now - timedelta(days=n)).date().isoformat()) for name, n in ago)

    @staticmethod
    def kind(kind: ChangeKind) -> str:
        """A kind of change in words."""
        return KINDS[kind]

    @staticmethod
    def told(change: Change) -> str:
        """A change in words; who says so is named."""
        return change_words(change)


class Spread(Noun):
    """The map or the timeline of the same question; `of` says which list it is of."""

    asked: Asked
    of: Show
    what: Literal["places", "days"]
    found: Places | Days | None

    def within(self, bar: Bar) -> str:
        """The desk with only what is of a bar."""
        fields = ("since", "until") if self.of == "statements" else ("happened_since", "happened_until")
        return "/" + self.asked.query(**dict.fromkeys(fields, bar.start))

    def at(self, spot: Spot) -> str:
        """The desk with only what is at a place."""
        west, south = max(-180.0, spot.lon - AROUND), max(-90.0, spot.lat - AROUND)
        east, north = min(180.0, spot.lon + AROUND), min(90.0, spot.lat + AROUND)
        return "/" + self.asked.query(bbox=f"{west:.4f},{south:.4f},{east:.4f},{north:.4f}")

    def table(self) -> Iterator[Sequence[Cell]]:
        """Places with their counts, or days."""
        match self.found:
            case Places():
                yield ("place", "country", "lat", "lon", "happened", "others")
                yield from ((s.name, s.country, s.lat, s.lon, s.happened, s.others) for s in self.found.spots)
            case Days():
                yield ("start", "happened", "others")
                yield from ((b.start, b.happened, b.others) for b in self.found.bars)


def desk_view(ledger: Ledger, asked: Asked) -> DeskView:
    """What fits. RunError: what is asked for cannot be understood."""
    linked = is_linked(ledger)
    show = shown(asked, linked)
    counted, rows, cursor = _ASKED[show](ledger, asked)
    content = json.dumps([row.to_json() for row in rows], ensure_ascii=True)
    return DeskView(
        ledger=ledger.path.name, asked=asked, show=show, linked=linked,
        day=datetime.now(UTC).date().isoformat(), counted=counted, rows=rows, next=cursor,
        sha256=hashlib.sha256(content.encode()).hexdigest(),
    )  # fmt: skip


def news_view(ledger: Ledger, since: str | None) -> NewsView:
    """What is new since a moment; since yesterday where none is given. RunError: that is no moment."""
    return NewsView(recent=recent(ledger, since or yesterday(), NEWS))


def places_view(ledger: Ledger, asked: Asked) -> Spread:
    """The map of what fits; a statement has no place."""
    show = shown(asked, is_linked(ledger))
    found = None
    if show == "happenings":
        found = happening_places(ledger, asked.sought())
    elif show == "events":
        found = event_places(ledger, asked.filter())
    return Spread(asked=asked, of=show, what="places", found=found)


def days_view(ledger: Ledger, asked: Asked) -> Spread:
    """The timeline of what fits."""
    show = shown(asked, is_linked(ledger))
    if show == "happenings":
        return Spread(asked=asked, of=show, what="days", found=happening_days(ledger, asked.sought()))
    find = event_days if show == "events" else statement_days
    return Spread(asked=asked, of=show, what="days", found=find(ledger, asked.filter()))


def is_linked(ledger: Ledger) -> bool:
    """Are there happenings?"""
    return bool(fetch(ledger, "SELECT 1 FROM linked_happenings LIMIT 1"))


def shown(asked: Asked, linked: bool) -> Show:
    """The list that is shown: happenings where there are any, unless another one was asked for."""
    return asked.show or ("happenings" if linked else "events")


def yesterday() -> str:
    """This time yesterday (UTC), to the hour, so that a page stays the same for a while."""
    return (datetime.now(UTC) - timedelta(days=1)).strftime("%Y-%m-%dT%H:00:00Z")


_Found = tuple[Counted, tuple[Row, ...], str | None]


def _happenings(ledger: Ledger, asked: Asked) -> _Found:
    page = happenings(ledger, asked.sought(), asked.part)
    return happening_facets(ledger, asked.sought()), tuple(map(happening_row, page)), page.next


def _events(ledger: Ledger, asked: Asked) -> _Found:
    page = happened(ledger, asked.filter(), asked.part)
    return event_facets(ledger, asked.filter()), tuple(map(event_row, page)), page.next


def _statements(ledger: Ledger, asked: Asked) -> _Found:
    page = said(ledger, asked.filter(), asked.part)
    return statement_facets(ledger, asked.filter()), tuple(map(statement_row, page)), page.next


_ASKED: dict[Show, Callable[[Ledger, Asked], _Found]] = {
    "happenings": _happenings,
    "events": _events,
    "statements": _statements,
}
