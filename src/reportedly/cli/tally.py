"""What became of the articles of a source: counts, one line of words, a row on the screen while it goes on."""

from __future__ import annotations

import sys
import time
from collections import Counter
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


class Tally:
    """Counts of outcomes, and since when they are counted."""

    def __init__(self) -> None:
        self.counts: Counter[str] = Counter()
        self.started = time.monotonic()

    def add(self, outcome: Outcome) -> None:
        """One more."""
        self.counts[outcome.kind] += 1

    @property
    def total(self) -> int:
        """How many articles there were."""
        return self.counts.total()

    @property
    def rate(self) -> float:
        """Articles a second so far."""
        return self.total / max(time.monotonic() - self.started, 1e-3)

    def line(self) -> str:
        """ "412 read · 371 new · 29 copies · 9 already known · 3 failed"."""
        parts = [f"{self.total:,} read"]
        for kind, (one, several) in WORDS.items():
            count = self.counts[kind]
            if count or kind in ALWAYS:
                parts.append(f"{count:,} {one if count == 1 else several}")
        return " · ".join(parts)

    def to_json(self) -> dict[str, int]:
        """The same for programs."""
        return {"read": self.total, **{kind: self.counts[kind] for kind in WORDS}}


class Board:
    """One row a source on standard error, with counts and rate: live on a terminal, else once, at the end."""

    def __init__(self, *, json: bool) -> None:
        self.json = json
        self.all = Tally()
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
            for source, tally in self.sources.items():
                print(f"{shortened(source)}: {tally.line()} · {tally.rate:.1f} a second", file=sys.stderr)

    def show(self, outcome: Outcome) -> None:
        """Count an outcome and redraw its source's row; say why an article failed."""
        tally = self.sources.setdefault(outcome.source, Tally())
        tally.add(outcome)
        self.all.add(outcome)
        if outcome.message:
            self.say(outcome)
        if self.json:
            print(dumps(outcome.to_json(), ensure_ascii=False), flush=True)
        if self._progress:
            name = shortened(outcome.source)
            if outcome.source not in self._rows:
                self._rows[outcome.source] = self._progress.add_task(name, total=None, counts="")
            counts = f"{tally.line()} · {tally.rate:.1f} a second"
            self._progress.update(self._rows[outcome.source], completed=tally.total, counts=counts)

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


def shortened(source: str) -> str:
    """A source's name, at most so wide, cut in front."""
    name = "standard input" if source == "-" else visible_line(source)
    return name if len(name) <= NAME_WIDTH else f"…{name[1 - NAME_WIDTH :]}"


def _progress() -> Progress:
    from rich.console import Console
    from rich.progress import Progress, SpinnerColumn, TextColumn, TimeElapsedColumn

    return Progress(
        SpinnerColumn(), TextColumn("{task.description}", markup=False), TextColumn("{task.fields[counts]}"),
        TimeElapsedColumn(), console=Console(stderr=True), transient=False,
    )  # fmt: skip
