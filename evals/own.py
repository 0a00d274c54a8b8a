"""How our own marked sentences are read, and what our texts without events set off.

usage: python evals/own.py [EVENTS.txt [NON_EVENTS.txt]]

EVENTS is marked as training/events/README.md says, NON_EVENTS holds one text a line (`\\t` is a tab); without them they
are those of tests/data. Prints a table by type and by status, all in per cent:

trigger    precision: typed events whose trigger overlaps a marked typed one; recall: marked typed ones so found.
type       Of the found ones: those with the right type; status: those with the right status.
actors     Recall: of all that are marked for typed triggers, found or not, those that an actor of the event overlaps;
           recipients likewise.
alarms     Of the texts without events: those in which a typed event is said to have occurred or to be going on.
"""

from __future__ import annotations

import importlib
import sys
from collections import Counter
from collections.abc import Collection, Iterable, Iterator
from dataclasses import dataclass, field
from pathlib import Path
from typing import TYPE_CHECKING, Any

# Run as a script, it has to find its neighbours by the names that the tests use.
sys.path.insert(0, str(Path(__file__).resolve().parents[1]))

from evals.measures import OWN
from evals.readings import NotMeasured

if TYPE_CHECKING:
    from reportedly import Reader
    from reportedly.record import Event, Record, Span
    from reportedly.record.event import Participant

ROOT = Path(__file__).resolve().parents[1]
EVENTS = ROOT / "tests" / "data" / "events.txt"
NON_EVENTS = ROOT / "tests" / "data" / "non_events.txt"
ROLES = ("actors", "recipients")


@dataclass(frozen=True, slots=True)
class Answer:
    """A typed trigger as it is marked, the typed event that answers it if one does, and which marked parties it has."""

    type: str
    status: str
    event: Event | None
    parties: dict[str, list[bool]]


@dataclass(slots=True)
class Reading:
    """All marked typed triggers of a file with their answers; of each typed event read, whether one is marked there."""

    answers: list[Answer] = field(default_factory=list)
    right: list[bool] = field(default_factory=list)

    @property
    def found(self) -> list[tuple[Answer, Event]]:
        """The answers that are there."""
        return [(a, a.event) for a in self.answers if a.event]


def scores(
    reader: Reader, names: Collection[str] = OWN, events: Path = EVENTS, non_events: Path = NON_EVENTS
) -> dict[str, dict[str, Any]]:
    """The figures of both sets, or of those named, as the scorers of the corpora print them."""
    found = {}
    if OWN[0] in names:
        found[OWN[0]] = sentence_scores(read_sentences(reader, events))
    if OWN[1] in names:
        alarms = read_non_events(reader, non_events)
        found[OWN[1]] = {"texts": {"alarms": percent(bool(a) for _, a in alarms), "gold": len(alarms)}}
    return found


def sentence_scores(reading: Reading) -> dict[str, Any]:
    """The figures of marked sentences."""
    answers, found = reading.answers, reading.found
    parties = {role: [hit for a in answers for hit in a.parties[role]] for role in ROLES}
    return {
        "trigger": {
            "p": percent(reading.right),
            "r": percent(a.event is not None for a in answers),
            "gold": len(answers),
            "pred": len(reading.right),
        },
        "type": {"accuracy": percent(e.type == a.type for a, e in found), "gold": len(found)},
        "status": {"accuracy": percent(e.status == a.status for a, e in found), "gold": len(found)},
        **{role: {"r": percent(hits), "gold": len(hits)} for role, hits in parties.items()},
    }


def read_sentences(reader: Reader, path: Path) -> Reading:
    """Read the marked sentences of a file and compare."""
    from reportedly.record import overlaps

    # Not imported by name: training/ is no part of what mypy checks.
    marked = importlib.import_module("training.markup").lines_of(existing(path))
    out = Reading()
    for line in marked:
        wanted = [e for e in line.events if e["type"]]
        typed = read(reader, line.text).typed_only.events
        for want in wanted:
            event = answer(want["trigger"], typed)
            hits = {r: [touches(s, getattr(event, r, ())) for s in want[r]] for r in ROLES}
            out.answers.append(Answer(want["type"], want["status"], event, hits))
        out.right += [any(overlaps(e.trigger, want["trigger"]) for want in wanted) for e in typed]
    return out


def answer(trigger: Span, events: Iterable[Event]) -> Event | None:
    """The event whose trigger shares most with a marked one, the first of several."""
    shared = [(min(trigger[1], e.trigger[1]) - max(trigger[0], e.trigger[0]), e) for e in events]
    return max((x for x in shared if x[0] > 0), key=lambda x: x[0], default=(0, None))[1]


def touches(span: Span, parties: Iterable[Participant]) -> bool:
    """Does any participant overlap a span?"""
    from reportedly.record import overlaps

    return any(overlaps(span, p.span) for p in parties)


def read_non_events(reader: Reader, path: Path) -> list[tuple[str, list[Event]]]:
    """Each text of a file with the typed events that are said to have happened in it."""
    lines = existing(path).read_text(encoding="utf-8").splitlines()
    texts = [line.replace("\\t", "\t") for line in lines if line.strip() and not line.startswith("#")]
    return [
        (t, [e for e in read(reader, t).typed_only.events if e.status in ("occurred", "ongoing")]) for t in texts
    ]  # fmt: skip


def read(reader: Reader, text: str) -> Record:
    """Read a text; one that fails would pass for one without events, and is an error."""
    record = reader.read(text)
    if record.failed:
        raise NotMeasured(f"{text[:60]!r} could not be read: {record.problems[0].message}")
    return record


def existing(path: Path) -> Path:
    """A path that leads to a file."""
    if not path.is_file():
        raise NotMeasured(f"{path} does not exist")
    return path


def percent(values: Iterable[bool]) -> float:
    """The share of what is true; 0 of nothing."""
    all_of = list(values)
    return round(100 * sum(all_of) / len(all_of), 2) if all_of else 0.0


def table(reading: Reading) -> str:
    """The figures as a whole, by the type and by the status that are marked."""
    lines = [
        f"{name:11} {' '.join(f'{k} {v}' for k, v in group.items())}"
        for name, group in sentence_scores(reading).items()
    ]
    for by in ("type", "status"):
        lines += ["", f"{by:11} {'n':>4} {'found':>6} {'type':>6} {'status':>6} {'actors':>6} {'recip.':>6}  instead"]
        kinds = Counter(getattr(a, by) for a in reading.answers)
        lines += [_line(kind, by, [a for a in reading.answers if getattr(a, by) == kind]) for kind in sorted(kinds)]
    return "\n".join(lines)


def _line(kind: str, by: str, answers: list[Answer]) -> str:
    found = Reading(answers).found
    shares = (
        percent(a.event is not None for a in answers),
        percent(e.type == a.type for a, e in found),
        percent(e.status == a.status for a, e in found),
        *(percent(hit for a in answers for hit in a.parties[role]) for role in ROLES),
    )
    instead = Counter(getattr(e, by) for _, e in found if getattr(e, by) != kind).most_common(3)
    said = ", ".join(f"{k} {n}" for k, n in instead)
    return f"{kind:11} {len(answers):4} {' '.join(f'{s:6.1f}' for s in shares)}  {said}".rstrip()


def alarm_lines(alarms: list[tuple[str, list[Event]]]) -> Iterator[str]:
    """The share of texts with alarms, and each of them."""
    yield f"alarms      {percent(bool(a) for _, a in alarms)} of {len(alarms)} texts"
    for text, events in alarms:
        if events:
            yield f"  {', '.join(f'{text[slice(*e.trigger)]} {e.type}' for e in events)}: {text[:80]}"


def main(arguments: list[str]) -> int:
    """Read both files and print."""
    if len(arguments) > 2 or any(a.startswith("-") for a in arguments):
        print(__doc__, file=sys.stderr)
        return 2
    events, non_events = (*map(Path, arguments), *(EVENTS, NON_EVENTS)[len(arguments) :])
    import reportedly

    try:
        reader = reportedly.load()
        print(table(read_sentences(reader, events)), *alarm_lines(read_non_events(reader, non_events)), sep="\n")
    except NotMeasured as error:
        print(f"error: {error}", file=sys.stderr)
        return 2
    return 0


if __name__ == "__main__":
    sys.exit(main(sys.argv[1:]))
