"""A progress bar on standard error: only on a terminal, only where there is more than one article to wait for."""

from __future__ import annotations

import sys
from collections.abc import Iterable, Iterator, Sequence
from contextlib import contextmanager
from pathlib import Path
from types import TracebackType
from typing import TYPE_CHECKING, TypeVar

if TYPE_CHECKING:
    from rich.progress import Progress, TaskID

    from reportedly.intake import Listed

T = TypeVar("T")

LINES = (".jsonl", ".ndjson")
"""Endings of files that hold an article in each line."""


class Bar:
    """The bar, drawn from the second article on. It knows how many there are, or counts how many have come in."""

    def __init__(self, total: int | None, doing: str = "reading") -> None:
        self.total = total
        self.doing = doing
        self.come = 0
        self.done = 0
        self.wanted = sys.stderr.isatty() and total != 1
        self._drawn: tuple[Progress, TaskID] | None = None

    def __enter__(self) -> Bar:
        if self.total is not None:
            self._draw()
        return self

    def __exit__(
        self, kind: type[BaseException] | None, error: BaseException | None, trace: TracebackType | None
    ) -> None:
        if self._drawn:
            self._drawn[0].stop()

    def counting(self, items: Iterable[T]) -> Iterator[T]:
        """Hand the items on and draw the bar once a second one shows that there is something to wait for."""
        for item in items:
            self.come += 1
            if self.come == 2 and not self._drawn:
                self._draw()
            yield item

    def step(self, number: int = 1) -> None:
        """One article is done, or several are."""
        self.done += number
        if self._drawn:
            self._drawn[0].update(self._drawn[1], completed=self.done)

    @contextmanager
    def aside(self) -> Iterator[None]:
        """Take the bar off the screen while something else is written there."""
        if self._drawn:
            self._drawn[0].stop()
        yield
        if self._drawn:
            self._drawn[0].start()

    def _draw(self) -> None:
        if not self.wanted:
            return
        from rich.console import Console
        from rich.progress import BarColumn, MofNCompleteColumn, Progress, TextColumn, TimeRemainingColumn

        progress = Progress(
            TextColumn(self.doing), BarColumn(), MofNCompleteColumn(), TextColumn("articles"), TimeRemainingColumn(),
            console=Console(stderr=True), transient=True, redirect_stdout=False, redirect_stderr=False,
        )  # fmt: skip
        self._drawn = (progress, progress.add_task("", total=self.total, completed=self.done))
        progress.start()


def how_many(files: Sequence[Listed]) -> int | None:
    """How many articles files hold, lines counted where each line is one; None where only reading them can tell."""
    if not sys.stderr.isatty() or any(f.path == "-" for f in files):
        return None
    try:
        return sum(_lines(Path(f.path)) if f.path.endswith(LINES) and not f.problem else 1 for f in files)
    except OSError:
        return None


def _lines(path: Path) -> int:
    with path.open("rb") as file:
        return sum(1 for line in file if line.strip())
