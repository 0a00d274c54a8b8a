"""Expected events of the samples beside predicted ones."""

from __future__ import annotations

from collections.abc import Iterator
from typing import Any

from reportedly.record import Event, overlaps
from tests.comparing import Comparison, places_of, plain


class EventComparison:
    """The expected events of one article, each with the typed event at its place; `compared` knows its statements."""

    def __init__(self, compared: Comparison, expected: tuple[dict[str, Any], ...]) -> None:
        self.compared, self.expected = compared, expected
        self.predicted = [e for e in compared.record.events if e.type]
        self.matched: dict[int, Event] = {}
        for number, want in enumerate(expected):
            taken = {e.id for e in self.matched.values()}
            near = [e for e in self.predicted if e.id not in taken and self._same_place(e, want)]
            if near:
                self.matched[number] = min(near, key=lambda e: (e.type != want["type"], e.trigger))

    def _same_place(self, e: Event, want: dict[str, Any]) -> bool:
        words, at = want["trigger"], want["at"]
        places = places_of(words, self.compared.record.article.text) if at is None else [(at, at + len(words))]
        return any(overlaps(e.trigger, p) for p in places)

    def differences(self) -> Iterator[tuple[int, str, Any, Any]]:
        """(number, field, expected, predicted) of each field that is not as expected; `found` where there is none."""
        for number, want in enumerate(self.expected):
            e = self.matched.get(number)
            if e is None:
                yield number, "found", want["type"], None
                continue
            for field, expected, value in self._fields(want, e):
                if expected != value:
                    yield number, field, expected, value

    def _fields(self, want: dict[str, Any], e: Event) -> Iterator[tuple[str, Any, Any]]:
        yield "type", want["type"], e.type
        yield "mode", want["mode"], e.mode
        yield "status", want["status"], e.status
        holder = self.compared.matched.get(want["according_to"]) if want["according_to"] is not None else None
        if want["according_to"] is None or holder:
            yield "according_to", holder.id if holder else None, e.according_to
        for role in ("actors", "recipients"):
            yield role, sorted(map(plain, want[role])), sorted(plain(p.text) for p in getattr(e, role))
        yield "counts", _counts(want["counts"]), _counts([c.to_json() for c in e.counts])
        first = self.matched.get(want["same_as"]) if want["same_as"] is not None else None
        if want["same_as"] is None or first:
            yield "same_as", first.id if first else None, e.same_as

    def extra(self) -> list[Event]:
        """Typed events that nobody expects."""
        known = {e.id for e in self.matched.values()}
        return [e for e in self.predicted if e.id not in known]


def _counts(counts: list[dict[str, Any]]) -> list[str]:
    return sorted(f"{c['what']} {_f(c['low'])}-{_f(c['high'])}" for c in counts)


def _f(number: float | None) -> str:
    return "" if number is None else f"{number:g}"
