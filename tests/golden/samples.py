"""The sample articles, read as the command reads them, beside the records expected of them (rules: README.md)."""

from __future__ import annotations

import io
import json
from collections.abc import Iterator
from dataclasses import dataclass
from pathlib import Path
from typing import Any

from reportedly.intake import Given, read_paths
from reportedly.reading import Reader
from reportedly.record import Record
from tests.comparing import FIELDS, Comparison
from tests.golden.events import EventComparison

ROOT = Path(__file__).parents[2]
HERE = Path(__file__).parent
KNOWN = HERE / "known_differences.toml"
MAY_MISS = 0.15
"""Share of the expected statements, nested ones included, for which nothing may be found, over all samples."""
MAY_DIFFER = 0.1
"""Share of the fields of the statements found that may not be as expected, over all samples."""
MAY_ADD = 0.08
"""Outermost statements that nobody expects, as a share of the expected ones, over all samples."""
EVENTS_MAY_MISS, EVENTS_MAY_ADD = 0.5, 0.6
"""The same of events with a type: a sample has few, and which mentions are events is often a judgement."""


@dataclass(frozen=True)
class Sample:
    """One expected record."""

    name: str
    file: str
    options: dict[str, str]
    article: dict[str, Any]
    statements: tuple[dict[str, Any], ...]
    events: tuple[dict[str, Any], ...]

    def read(self, reader: Reader) -> Record:
        """The reader's record of the same article."""
        items = read_paths([str(ROOT / self.file)], Given(**self.options), io.BytesIO())
        return next(reader.read_item(i) for i in items if self.article.get("id") in (None, i.article.id))


def load_samples() -> list[Sample]:
    """All expected records, by file name."""
    samples = []
    for path in sorted(HERE.glob("*.expected.json")):
        data = json.loads(path.read_text(encoding="utf-8"))
        name = path.name.removesuffix(".expected.json")
        said, done = tuple(data["statements"]), tuple(data["events"])
        samples.append(Sample(name, data["file"], data.get("options", {}), data["article"], said, done))
    return samples


def compare(sample: Sample, record: Record) -> Comparison:
    """Expected statements beside predicted ones."""
    return Comparison(record, sample.statements, FIELDS)


def failures(sample: Sample, compared: Comparison) -> Iterator[tuple[str, str]]:
    """What is not as expected: "SAMPLE CUE FIELD" or "SAMPLE extra CUE", and how it differs.

    A place is told as cue and number of that cue in the sample, so that an edit elsewhere does not move it.
    """
    labels = _labels([s["cue"] for s in sample.statements])
    for d in compared.differences():
        yield f"{sample.name} {labels[d.statement]} {d.field}", f"expected {d.expected!r}, got {d.predicted!r}"
    extra = compared.extra()
    text = compared.record.article.text
    for label, s in zip(_labels([" ".join(text[a:b] for a, b in s.cue) for s in extra]), extra, strict=True):
        yield f"{sample.name} extra {label}", compared.words(s)
    yield from event_failures(sample, EventComparison(compared, sample.events))


def event_failures(sample: Sample, compared: EventComparison) -> Iterator[tuple[str, str]]:
    """The same of events: "SAMPLE event TRIGGER FIELD" or "SAMPLE event extra TRIGGER"."""
    labels = _labels([e["trigger"] for e in sample.events])
    for number, field, expected, value in compared.differences():
        yield f"{sample.name} event {labels[number]} {field}", f"expected {expected!r}, got {value!r}"
    extra = compared.extra()
    text = compared.compared.record.article.text
    for label, e in zip(_labels([text[slice(*e.trigger)] for e in extra]), extra, strict=True):
        yield f"{sample.name} event extra {label}", f"{e.type} {e.status}"


def _labels(cues: list[str]) -> list[str]:
    return [f"{cue!r}-{cues[: i + 1].count(cue)}" for i, cue in enumerate(cues)]
