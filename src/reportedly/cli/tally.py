"""What became of the articles of a source: counts, one line of words, a row on the screen while it goes on."""

from __future__ import annotations

import sys
import time
from collections import Counter
from collections.abc import Collection
from json import dumps
from types import TracebackType
from typing import TYPE_CHECKING

from reportedly.cli.escape import visible_line

if TYPE_CHECKING:
    from rich.progress import Progress, TaskID

    from reportedly.ledger.nouns import Kind, Outcome

WORDS: dict[Kind, tuple[str, str]] = {
    "new": ("new", "new"),
    "changed": ("changed", "changed"),
    "copy": ("copy", "copies"),
    "read_again": ("read again", "read again"),
    "known": ("already known", "already known"),
    "forgotten": ("forgotten before", "forgotten before"),
    "failed": ("failed", "failed"),
}
"""Singular and plural, in the order of the line."""
ALWAYS = ("new", "known", "failed")
"""Kinds that the line has even at 0."""

NAME_WIDTH = 40
"""Columns for a source's name beside the counts; the end of an address says more than its start."""
BESIDE = 60
"""Columns that counts and times take on a terminal."""
RATED = 5
"""Articles from which on a rate says something."""
FILES = "single files"
"""The row of sources that hold one article each."""


class Tally:
    """Counts of outcomes, and since when they are counted."""

    def __init__(self, started: float) -> None:
        self.counts: Counter[str] = Counter()
        self.started = self.ended = started

    def add(self, outcome: Outcome) -> None:
        """One more, now."""
        self.counts[outcome.kind] += 1
        self.ended = time.monotonic()

    @property
    def total(self) -> int:
        """How many articles there were."""
        return self.counts.total()

    @property
    def rate(self) -> str:
        """Articles a second, in words; nothing where there are too few."""
        seconds = self.ended - self.started
        return f"{self.total / seconds:.1f} a second" if self.total >= RATED and seconds > 0 else ""

    def line(self, always: Collection[str] = ALWAYS) -> str:
        """ "412 read · 371 new · 29 copies · 9 already known · 3 failed"."""
        parts = [f"{self.total:,} read"]
        for kind, (one, several) in WORDS.items():
            count = self.counts[kind]
            if count or kind in always:
                parts.append(f"{count:,} {one if count == 1 else several}")
        return " · ".join(parts)

    def to_json(self) -> dict[str, int]:
        """The same for programs."""
        return {"read": self.total, **{kind: self.counts[kind] for kind in WORDS}}


class Board:
    """One row a source on standard error, with counts and rate: live on a terminal, else once, at the end."""

    def __init__(self, *, json: bool) -> None:
        self.json = json
        self.all = Tally(time.monotonic())
        self.sources: dict[str, Tally] = {}
        self._rows: dict[str, TaskID] = {}
        self._progress: Progress | None = None

    def __enter__(self) -> Board:
        if sys.stderr.isatty():
            self._progress = _progress()
            self._progress.start()
        return self

    def __exit__(
        self, kind: type[BaseException] | None, error: BaseException | None, trace: TracebackType | None
    ) -> None:
        if self._progress:
            self._progress.stop()
        elif len(self.sources) > 1:
            for name, tally in self.sources.items():
                print(f"{shortened(name)}: {_row(tally)}", file=sys.stderr)
        if kind and issubclass(kind, KeyboardInterrupt) and self.all.total:
            print(f"interrupted: {self.all.line()}; they are kept, run the same again to go on", file=sys.stderr)

    def show(self, outcome: Outcome) -> None:
        """Count an outcome and redraw its source's row; say why an article failed."""
        name = row_of(outcome.source)
        tally = self.sources.setdefault(name, Tally(self.all.ended))
        tally.add(outcome)
        self.all.add(outcome)
        if outcome.message:
            self.say(outcome)
        if self.json:
            print(dumps(outcome.to_json(), ensure_ascii=False), flush=True)
        if self._progress:
            if name not in self._rows:
                width = min(NAME_WIDTH, max(12, self._progress.console.width - BESIDE))
                self._rows[name] = self._progress.add_task(shortened(name, width), total=None, counts="")
            self._progress.update(self._rows[name], completed=tally.total, counts=_row(tally))

    def close(self) -> int:
        """Print the counts; 1 where an article failed, else 0."""
        print(dumps({"total": self.all.to_json()}) if self.json else self.all.line())
        return 1 if self.all.counts["failed"] else 0

    def say(self, outcome: Outcome) -> None:
        """Why an article failed or was not taken, in one line that names it."""
        message = outcome.message or ""
        who = "" if message.startswith(outcome.name) else f"{visible_line(outcome.name)}: "
        label = "error" if outcome.kind == "failed" else "note"
        line = f"{label}: {who}{visible_line(message)}"
        if self._progress:
            self._progress.console.print(line, markup=False, highlight=False, soft_wrap=True)
        else:
            print(line, file=sys.stderr, flush=True)


def row_of(source: str) -> str:
    """Under which name a source is counted: files of one article each are counted together."""
    from reportedly.intake.sniff import format_by_ending

    return FILES if "://" not in source and format_by_ending(source) in ("text", "page") else source


def shortened(source: str, width: int = NAME_WIDTH) -> str:
    """A source's name, at most so wide, cut in front."""
    name = "standard input" if source == "-" else visible_line(source)
    return name if len(name) <= width else f"…{name[1 - width :]}"


def _row(tally: Tally) -> str:
    return " · ".join(filter(None, (tally.line(()), tally.rate)))


def _progress() -> Progress:
    from rich.console import Console
    from rich.progress import Progress, SpinnerColumn, TextColumn, TimeElapsedColumn

    return Progress(
        SpinnerColumn(), TextColumn("{task.description}", markup=False), TextColumn("{task.fields[counts]}"),
        TimeElapsedColumn(), console=Console(stderr=True), transient=False,
    )  # fmt: skip
