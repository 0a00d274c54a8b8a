"""What ledgers are written on, and how words are fitted to its width."""

from __future__ import annotations

from dataclasses import dataclass

from rich.console import Console
from rich.text import Text

MEASURE = 150
"""Columns beyond which lines are too long to read."""

WIDE = 110
"""Columns from which what belongs together stands side by side; below it stands underneath."""

LEAST = 12
"""Columns that words get even where there is no room: no word is cut into single letters."""


@dataclass(frozen=True)
class Paper:
    """Its width in columns, and whether it is a terminal, which may draw rules."""

    width: int = 80
    terminal: bool = False

    @property
    def measure(self) -> int:
        """Columns used."""
        return max(30, min(self.width, MEASURE))


def section(title: str, paper: Paper) -> Text:
    """A heading with a rule."""
    rule = Text(("─" if paper.terminal else "-") * len(title), style="dim")
    return Text("\n").join([Text(title, style="bold"), rule])


_RULER = Console(width=80, file=None, color_system=None)


def wrap(text: Text, room: int, hang: int = 0, least: int = LEAST) -> list[Text]:
    """Lines of at most `room` columns, those after the first indented by `hang`; longer words are broken."""
    room = max(least, room)
    first, *rest = text.wrap(_RULER, room - hang) if hang else text.wrap(_RULER, room)
    return [trimmed(line) for line in (first, *(Text(" " * hang) + line for line in rest))]


def trimmed(line: Text) -> Text:
    """A line with nothing behind its last word."""
    line.rstrip()
    return line


def shortened(lines: list[Text], most: int, room: int) -> list[Text]:
    """At most so many lines; an ellipsis ends what goes on."""
    if len(lines) <= most:
        return lines
    last = lines[most - 1]
    last.truncate(room - 2)
    last.rstrip()
    last.append(" …", style="dim")
    return [*lines[: most - 1], last]
