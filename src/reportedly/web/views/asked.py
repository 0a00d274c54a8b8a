"""What a reader of the desk asks for. The address of the page is the question: nothing else is remembered."""

from __future__ import annotations

import re
from collections.abc import Iterator, Mapping, Sequence
from typing import Any, Literal, get_args
from urllib.parse import quote, urlencode

from reportedly.errors import RunError
from reportedly.ledger.clauses import STATUSES
from reportedly.ledger.facets import FacetName
from reportedly.ledger.linked.nouns import Sought
from reportedly.ledger.nouns import Box, Filter
from reportedly.ledger.paging import Part
from reportedly.record.span import Noun

Show = Literal["happenings", "events", "statements"]
SHOWS: tuple[Show, ...] = get_args(Show)

LARGEST = 500
"""Rows of one page: beyond that a browser takes seconds to lay out the table."""

SEVERAL = ("kind", "act", "type", "mode", "status", "dispute")
"""Fields of which several values may be chosen; each may come several times or with commas."""

LABELS = {
    "q": "Words", "by": "Source", "kind": "Kind of source", "act": "Act", "type": "Type", "mode": "Mode",
    "status": "Status", "dispute": "Dispute", "actor": "Actor", "recipient": "Recipient", "place": "Place",
    "bbox": "Part of the map", "outlet": "Outlet", "since": "Printed since", "until": "Printed until",
    "happened_since": "Happened since", "happened_until": "Happened until", "all_events": "Also without a type",
}  # fmt: skip

ALL = frozenset(LABELS)
TAKES: Mapping[Show, frozenset[str]] = {
    "happenings": ALL - {"actor", "recipient"},
    "events": ALL - {"dispute"},
    "statements": frozenset(("q", "by", "kind", "act", "outlet", "since", "until")),
}
"""What may be asked of each list."""

OF_FACET: Mapping[FacetName, str] = {"country": "place"}
"""The field of a facet, where it has another name."""

PHRASED = frozenset(("by", "place"))
"""Fields in which words are looked for: a value of a facet is put between quotation marks, to be found as it stands."""


class Asked(Noun):
    """A question, with the names that it has in an address; see `Filter` and `Sought` for what each field means.

    `bbox` is a part of the map, "west,south,east,north" in degrees. `after` is a cursor, `limit` the rows of a page.
    """

    show: Show | None = None
    q: str | None = None
    by: str | None = None
    kind: tuple[str, ...] = ()
    act: tuple[str, ...] = ()
    type: tuple[str, ...] = ()
    mode: tuple[str, ...] = ()
    status: tuple[str, ...] = ()
    dispute: tuple[str, ...] = ()
    actor: str | None = None
    recipient: str | None = None
    place: str | None = None
    bbox: str | None = None
    outlet: str | None = None
    since: str | None = None
    until: str | None = None
    happened_since: str | None = None
    happened_until: str | None = None
    all_events: bool = False
    after: str | None = None
    limit: int = 50

    @property
    def part(self) -> Part:
        """The page of the list."""
        return Part(self.limit, self.after)

    def filter(self) -> Filter:
        """The question as it is put to statements and events."""
        return Filter(
            **self._shared(),
            statuses=self.status,  # type: ignore[arg-type]  # checked by the query, which names those that there are
            actor=self.actor,
            recipient=self.recipient,
        )

    def sought(self) -> Sought:
        """The question as it is put to happenings."""
        return Sought(**self._shared(), statuses=self.status, disputes=self.dispute)  # type: ignore[arg-type]

    def _shared(self) -> dict[str, Any]:
        return {
            "words": self.q, "by": self.by, "kinds": self.kind, "acts": self.act, "types": self.type,
            "modes": self.mode, "place": self.place, "box": box_of(self.bbox), "outlet": self.outlet,
            "since": self.since, "until": self.until, "happened_since": self.happened_since,
            "happened_until": self.happened_until, "all_events": self.all_events,
        }  # fmt: skip

    def taken(self) -> Iterator[tuple[str, str]]:
        """Every choice: its field and the value."""
        for field in LABELS:
            value = getattr(self, field)
            if isinstance(value, tuple):
                yield from ((field, one) for one in value)
            elif value is True:
                yield field, "yes"
            elif value:
                yield field, value

    def query(self, **changes: Any) -> str:
        """The address of the same question, changed, from its first page unless `after` is given."""
        told = self.model_copy(update={"after": None, **changes})
        pairs = [("show", told.show)] if told.show else []
        pairs += [(f, "1" if f == "all_events" else v) for f, v in told.taken()]  # type: ignore[misc]
        pairs += [("limit", str(told.limit))] if told.limit != Asked().limit else []  # type: ignore[list-item]
        pairs += [("after", told.after)] if told.after else []  # type: ignore[list-item]
        return "?" + urlencode(pairs, quote_via=quote) if pairs else "?"

    def of(self, show: Show) -> Asked:
        """The same as far as it can be asked of another list."""
        lost = {f: Asked.model_fields[f].default for f in ALL - TAKES[show]}
        if show == "events":
            lost["status"] = tuple(s for s in self.status if s in STATUSES)
        return self.model_copy(update={"show": show, "after": None, **lost})

    def chose(self, facet: FacetName, value: str) -> bool:
        """Is a facet's value chosen?"""
        field = OF_FACET.get(facet, facet)
        if facet == "day":
            return (self.since, self.until) == (value, value)
        chosen = getattr(self, field)
        return value in chosen if isinstance(chosen, tuple) else chosen == _as_asked(facet, value)

    def toggled(self, facet: FacetName, value: str) -> str:
        """The address of the same with a facet's value chosen, or without it where it is."""
        back = self.chose(facet, value)
        if facet == "day":
            return self.query(since=None if back else value, until=None if back else value)
        field = OF_FACET.get(facet, facet)
        before = getattr(self, field)
        if isinstance(before, tuple):
            return self.query(**{field: tuple(v for v in before if v != value) if back else (*before, value)})
        return self.query(**{field: None if back else _as_asked(facet, value)})

    def back(self, field: str, value: str) -> str:
        """The address of the same without one choice."""
        before = getattr(self, field)
        left: Any = tuple(v for v in before if v != value) if isinstance(before, tuple) else None
        return self.query(**{field: False if field == "all_events" else left})


def asked_of(pairs: Sequence[tuple[str, str]]) -> Asked:
    """The question in an address. What is empty was not asked; names that the desk does not know are left alone.

    RunError: a value cannot be what its name says.
    """
    found: dict[str, Any] = {}
    for name, value in ((name, value.strip()) for name, value in pairs):
        if name in SEVERAL:
            found[name] = (*found.get(name, ()), *(v for v in value.split(",") if v))
        elif name in Asked.model_fields and value:
            found[name] = value
    if (show := found.get("show")) is not None and show not in SHOWS:
        raise RunError(f"show={show}: there is no such list; choose from: {', '.join(SHOWS)}")
    if (limit := found.pop("limit", None)) is not None:
        if not (limit.isascii() and limit.isdigit() and 1 <= int(limit[:6]) <= LARGEST):
            raise RunError(f"limit={limit}: give a number from 1 to {LARGEST}")
        found["limit"] = int(limit)
    found["all_events"] = found.get("all_events", "0").lower() not in ("0", "false", "no")
    once = {name: tuple(dict.fromkeys(v)) if isinstance(v, tuple) else v for name, v in found.items()}
    return Asked.model_validate(once)


_DEGREES = re.compile(r"-?\d{1,3}(\.\d{1,6})?", re.ASCII)


def box_of(words: str | None) -> Box | None:
    """ "west,south,east,north" in degrees. RunError: it is no part of the map."""
    if words is None:
        return None
    parts = [p.strip() for p in words.split(",")]
    if len(parts) == 4 and all(_DEGREES.fullmatch(p) for p in parts):
        box = Box(*map(float, parts))
        if -90 <= box.south <= box.north <= 90 and abs(box.west) <= 180 and abs(box.east) <= 180:
            return box
    raise RunError(
        f"bbox={words}: no part of the map; write west,south,east,north in degrees, as in 34.2,31.2,34.6,31.6"
    )


def _as_asked(facet: FacetName, value: str) -> str:
    if facet == "country" or facet not in PHRASED:
        return value
    return '"' + value.replace('"', " ") + '"'
