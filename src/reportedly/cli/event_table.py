"""Events for people: a table where there is room, else a few lines each; what nobody says to have happened is apart.

As with statements, the shape carries all of the meaning: headings, a mark before each event, the status in words.
"""

from __future__ import annotations

from collections.abc import Sequence
from dataclasses import dataclass
from itertools import zip_longest

from rich.cells import cell_len
from rich.text import Text

from reportedly.cli.paper import WIDE, Paper, section, shortened, trimmed, wrap
from reportedly.web.reading.event_view import HAPPENED_TITLE, MARKS, NONE, OTHER_MARK, OTHERS_TITLE, EventView
from reportedly.web.reading.phrases import TO
from reportedly.web.reading.view import ArticleView

STYLES = {
    "occurred": "bold",
    "ongoing": "bold",
    "attempted": "yellow",
    "threatened": "red",
    "called off": "magenta",
    "denied": "magenta",
    "unknown": "dim",
}
OTHER_STYLE = "cyan"
"""What is planned, considered, urged or conditional."""

COLUMNS = ("what", "status", "according to", f"actors{TO}recipients", "counts", "when", "where")
SHARES = (1.2, 1.0, 1.3, 1.7, 1.0, 0.8, 0.8)
"""How much room a column claims beside the others, where there is not enough for all: phrases get most."""
WHOLE = {COLUMNS.index("what"): 24, COLUMNS.index("status"): 11}
"""Columns whose words are never broken, as long as they are no longer than these: a type with its mode, a status."""

BETWEEN = 2
"""Blank columns between two cells."""

CELL_LINES, DETAIL_LINES = 4, 3
"""Lines shown of a cell, and of a detail where there is no table; the whole is in --json and --html."""

LONGEST_ID = 12
"""Columns for ids; longer ones, which this program does not make, are cut off."""


@dataclass(frozen=True)
class _Sheet:
    """The paper with a margin for ids and marks, and the widths of the columns; none where there is no table."""

    paper: Paper
    margin: int
    widths: tuple[int, ...]

    @property
    def room(self) -> int:
        return self.paper.measure - self.margin


def event_parts(view: ArticleView, paper: Paper) -> list[Text]:
    """Two sections, each with its heading: what is said to have happened, and what is not."""
    margin = max((len(v.id) for v in view.events), default=0) + 1
    sheet = _Sheet(paper, min(max(4, margin), LONGEST_ID + 1), ())
    if paper.measure >= WIDE:
        sheet = _with_columns(sheet, view.events)
    parts: list[Text] = []
    for title, events in ((HAPPENED_TITLE, view.happened), (OTHERS_TITLE, view.others)):
        if events and sheet.widths:
            rows = [line for v in events for line in _row(v, sheet)]
            parts += [section(title, paper), Text("\n").join([*_heads(sheet), *rows])]
        elif events:
            parts += [section(title, paper), *(Text("\n").join(_entry(v, sheet)) for v in events)]
    return parts


def event_entry(view: EventView, paper: Paper) -> Text:
    """One event on lines of its own."""
    return Text("\n").join(_entry(view, _Sheet(paper, max(4, min(len(view.id), LONGEST_ID) + 1), ())))


def event_key() -> Text:
    """What the marks before the events mean."""
    said = {MARKS["occurred"]: "said to have occurred", MARKS["ongoing"]: "said to be going on"}
    marks = {**said, OTHER_MARK: OTHERS_TITLE.lower()}
    return Text("   ").join(Text.assemble(mark, (f" {words}", "dim")) for mark, words in marks.items())


def _with_columns(sheet: _Sheet, events: Sequence[EventView]) -> _Sheet:
    """As wide as their words, and where that is too much the widest narrower, each by its share."""
    rows = [_cells(v) for v in events]
    widths = [max(len(name), *(row[i].cell_len for row in rows)) for i, name in enumerate(COLUMNS)] if rows else []
    widths = [min(w, sheet.paper.measure) for w in widths]
    room = sheet.room - 2 - BETWEEN * (len(COLUMNS) - 1)
    least = [
        max(_longest_word(row[i], most) for row in rows) if (most := WHOLE.get(i)) else 1 for i in range(len(widths))
    ]
    while sum(widths) > room:
        free = (i for i, width in enumerate(widths) if width > least[i])
        widths[max(free, key=lambda i: widths[i] / SHARES[i])] -= 1
    return _Sheet(sheet.paper, sheet.margin, tuple(widths))


def _longest_word(cell: Text, most: int) -> int:
    return min(most, max((cell_len(word) for word in cell.plain.split()), default=1))


def _cells(view: EventView) -> list[Text]:
    """The cells of its row. The statement's id stands first, where no shortening reaches it."""
    style = _style(view)
    return [
        Text.assemble((view.trigger, "bold"), " ", (view.kind, "dim")),
        Text(view.status, style=style),
        Text.assemble((f"{view.told_in} " if view.told_in else "", "dim"), view.teller),
        Text(view.parties or NONE),
        Text(view.counts or NONE),
        Text(view.when or NONE),
        Text(view.where or NONE),
    ]


def _heads(sheet: _Sheet) -> list[Text]:
    return _beside([Text(name, style="dim") for name in COLUMNS], Text(" " * (sheet.margin + 2)), sheet)


def _row(view: EventView, sheet: _Sheet) -> list[Text]:
    """One event as a row of the table, its later mentions underneath."""
    lines = _beside(_cells(view), _first(view, sheet) + Text.assemble((view.mark, _style(view)), " "), sheet)
    return lines + _indented(_also(view), sheet, 2)


def _beside(cells: Sequence[Text], first: Text, sheet: _Sheet) -> list[Text]:
    """Cells side by side, each wrapped in its column."""
    wrapped = [shortened(wrap(c, w, least=1), CELL_LINES, w) for c, w in zip(cells, sheet.widths, strict=True)]
    lines = []
    for i, parts in enumerate(zip_longest(*wrapped)):
        line = first.copy() if i == 0 else Text(" " * first.cell_len)
        for part, width in zip(parts, sheet.widths, strict=True):
            cell = part or Text()
            line.append_text(cell)
            line.append(" " * (width - cell.cell_len + BETWEEN))
        lines.append(trimmed(line))
    return lines


def _entry(view: EventView, sheet: _Sheet) -> list[Text]:
    """One event on lines of its own: what and its status, who to whom and the rest, according to whom."""
    style = _style(view)
    what = Text.assemble((view.mark, style), " ", (view.trigger, "bold"), "  ", (view.kind, "dim"), "  ")
    what.append(f"[{view.status}]", style=style)
    lines = shortened(wrap(what, sheet.room, hang=2), DETAIL_LINES, sheet.room)
    details = " · ".join(filter(None, (view.parties, view.counts, view.when, view.where)))
    lines = [_first(view, sheet) + lines[0], *(Text(" " * sheet.margin) + line for line in lines[1:])]
    lines += _indented(Text(details), sheet, 2)
    lines += _indented(Text(view.telling, style="dim"), sheet, 2)
    return lines + _indented(_also(view), sheet, 2)


def _indented(text: Text, sheet: _Sheet, by: int) -> list[Text]:
    if not text:
        return []
    lines = shortened(wrap(text, sheet.room - by, hang=2), DETAIL_LINES, sheet.room - by)
    return [Text(" " * (sheet.margin + by)) + line for line in lines]


def _first(view: EventView, sheet: _Sheet) -> Text:
    """Its id, in a margin of its own."""
    words = Text.assemble((view.id, "dim"))
    words.truncate(sheet.margin - 1, overflow="ellipsis")
    words.pad_right(sheet.margin - words.cell_len)
    return words


def _also(view: EventView) -> Text:
    return Text(view.also, style="dim")


def _style(view: EventView) -> str:
    return STYLES.get(view.status, OTHER_STYLE)
