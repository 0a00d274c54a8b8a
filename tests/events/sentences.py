"""The sentences of tests/data/events.txt, marked by hand, and what the reader makes of them."""

from __future__ import annotations

from collections.abc import Iterator
from dataclasses import dataclass
from pathlib import Path
from typing import Any

from reportedly.reading import Reader
from reportedly.record import Event, Record, overlaps
from training.markup import Marked, lines_of

DATA = Path(__file__).parents[1] / "data"
SENTENCES = DATA / "events.txt"
NON_EVENTS = DATA / "non_events.txt"
KNOWN = DATA / "known_event_failures.toml"


@dataclass(frozen=True)
class Case:
    """One marked text."""

    id: str
    marked: Marked


def load_cases() -> list[Case]:
    """All cases; the id is the number of the line among the marked ones."""
    return [Case(f"event-{i}", m) for i, m in enumerate(lines_of(SENTENCES), 1)]


def load_non_events() -> list[str]:
    """Texts without any event that PLOVER has a type for."""
    rows = NON_EVENTS.read_text(encoding="utf-8").splitlines()
    return [r.replace("\\t", "\t") for r in rows if r.strip() and not r.startswith("#")]


def differences(case: Case, reader: Reader) -> Iterator[str]:
    """What is wrong of typed events: one missed or made up, its type, its status."""
    text = case.marked.text
    record = reader.read(text)
    assert not record.failed
    matched = set()
    for want in case.marked.events:
        found = at_trigger(record, want)
        if found:
            matched.add(found.id)
        words = text[slice(*want["trigger"])]
        if want["type"] is None:
            if found and found.type:
                yield f"{words}: typed {found.type}, expected none"
        elif found is None or found.type is None:
            yield f"{words}: not found as {want['type']}"
        elif (found.type, found.status) != (want["type"], want["status"]):
            yield f"{words}: {found.type} {found.status}, expected {want['type']} {want['status']}"
    for e in record.events:
        if e.type and e.id not in matched:
            yield f"{text[slice(*e.trigger)]}: made up as {e.type}"


def at_trigger(record: Record, want: dict[str, Any]) -> Event | None:
    """The event whose trigger overlaps the expected one, a typed one first."""
    near = [e for e in record.events if overlaps(e.trigger, want["trigger"])]
    return min(near, key=lambda e: e.type is None, default=None)
