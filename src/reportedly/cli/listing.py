"""What the commands that ask a ledger share: its file, lists of choices, and lists as JSON Lines, CSV or text."""

from __future__ import annotations

import csv
import json
import sys
from collections.abc import Callable, Iterable, Iterator, Sequence
from contextlib import contextmanager
from dataclasses import dataclass
from pathlib import Path
from typing import TYPE_CHECKING, Annotated, Any, Generic, TypeVar

import typer

from reportedly.cli.escape import visible_line
from reportedly.errors import RunError

if TYPE_CHECKING:
    from rich.text import Text

    from reportedly.cli.paper import Paper
    from reportedly.ledger.connect import Ledger
    from reportedly.ledger.nouns import Kept
    from reportedly.ledger.paging import Page, Part
    from reportedly.record.span import Noun

T = TypeVar("T", bound="Noun")

LEDGER = Path("reportedly.db")
"""The ledger where nothing else is said: in the present folder."""

Db = Annotated[Path, typer.Option("--db", metavar="FILE", envvar="REPORTEDLY_DB", help="The ledger.")]
Json = Annotated[bool, typer.Option("--json", help="Print JSON, one line for each.")]
Csv = Annotated[bool, typer.Option("--csv", help="Print CSV; cells that a spreadsheet would run get an apostrophe.")]
Limit = Annotated[int, typer.Option(min=0, metavar="N", help="At most so many; 0 is all.")]
After = Annotated[
    str | None, typer.Option(metavar="CURSOR", help="Go on behind an earlier list, with the cursor that it ended with.")
]
Words = Annotated[
    list[str] | None,
    typer.Argument(
        metavar="WORDS",
        help="Words to look for, all of them; '\"a phrase\"' in quotation marks, a beginning with an asterisk "
        "(cease*), a word that must not be there with a minus sign, after --.",
        show_default=False,
    ),
]
Since = Annotated[str | None, typer.Option(metavar="DATE", help="Of articles from this day, month or year on.")]
Until = Annotated[str | None, typer.Option(metavar="DATE", help="Of articles up to this day, month or year.")]
Outlet = Annotated[str | None, typer.Option(metavar="NAME", help="Of this outlet.")]
InArticle = Annotated[str | None, typer.Option("--article", metavar="ID", help="Of this article: its id or address.")]
OfRun = Annotated[
    int | None, typer.Option("--run", metavar="N", help="As an older run has read it; by default the latest reading.")
]


@dataclass(frozen=True)
class Wanted:
    """How a list is to be printed, and which part of it."""

    json: bool
    csv: bool
    limit: int
    after: str | None = None

    def __post_init__(self) -> None:
        if self.json and self.csv:
            raise RunError("--json and --csv: choose one of them")


@dataclass(frozen=True)
class Shape(Generic[T]):
    """How the things of one list look: what they are called, as cells of CSV under `columns`, and as text."""

    name: str
    columns: Sequence[str]
    cells: Callable[[T], Sequence[Any]]
    text: Callable[[Sequence[T], Paper], Iterable[Text]]


@contextmanager
def opened(db: Path) -> Iterator[Ledger]:
    """The ledger, to be read. LedgerError: there is none, or it cannot be read."""
    from reportedly.ledger.connect import read_ledger

    with read_ledger(db) as ledger:
        yield ledger


def choices(given: Sequence[str] | None) -> tuple[Any, ...]:
    """The values of an option that may be repeated and may hold several, with commas between. The query checks them."""
    return tuple(value.strip() for several in given or () for value in several.split(",") if value.strip())


def joined(words: Sequence[str] | None) -> str | None:
    """The words of the command line as one search."""
    return " ".join(words) if words else None


def show_list(ask: Callable[[Part], Page[T]], shape: Shape[T], wanted: Wanted) -> None:
    """Print a list; where there is more, or nothing, say so on standard error."""
    from reportedly.ledger.paging import Page, Part, every

    if wanted.limit:
        page = ask(Part(wanted.limit, wanted.after))
    else:
        page = Page(tuple(every(ask))) if not (wanted.json or wanted.csv) else Page(())
    items = page.items if wanted.limit or page.items else every(ask)
    if wanted.json:
        count = write_json(items)
    elif wanted.csv:
        count = write_csv(shape.columns, map(shape.cells, items))
    else:
        count = write_text(shape, page.items)
    if not count:
        print(f"no {shape.name} found", file=sys.stderr)
    if page.next:
        print(f"there are more; go on with --after {page.next}, or list all with --limit 0", file=sys.stderr)


def write_json(items: Iterable[Noun]) -> int:
    """One JSON object a line; how many."""
    count = 0
    for item in items:
        count += 1
        write_line(item.to_json())
    return count


def write_line(value: Any) -> None:
    """One line of JSON. A lone surrogate, which UTF-8 cannot hold, becomes its JSON escape."""
    sys.stdout.write(json.dumps(value, ensure_ascii=False) + "\n")


def write_csv(columns: Sequence[str], rows: Iterable[Sequence[Any]]) -> int:
    """A table with its header; how many rows below it."""
    from reportedly.exports.cells import guarded_row

    writer = csv.writer(sys.stdout, lineterminator="\n")
    writer.writerow(columns)
    count = 0
    for row in rows:
        count += 1
        writer.writerow(guarded_row(["" if cell is None else cell for cell in row]))
    return count


def write_text(shape: Shape[T], items: Sequence[T]) -> int:
    """Text for people, in the terminal's width, with colour only on a terminal that has it."""
    print_parts(lambda paper: shape.text(items, paper) if items else ())
    return len(items)


def print_parts(parts: Callable[[Paper], Iterable[Text]]) -> None:
    """Print what is made for the paper at hand, with a blank line between two parts."""
    from rich.console import Console
    from rich.text import Text

    from reportedly.cli.paper import Paper

    console = Console(highlight=False, markup=False, emoji=False, soft_wrap=True)
    made = list(parts(Paper(console.width, console.is_terminal)))
    if made:
        console.print(Text("\n\n").join(made))


def heading(ref: str, kept: Kept, paper: Paper) -> Text:
    """What names a thing in the ledger, and the day, the outlet and the title of its article; on one line."""
    from rich.text import Text

    day = kept.day if kept.published else f"seen {kept.day}"
    origin = " · ".join(visible_line(x) for x in (day, kept.outlet, kept.title) if x)
    line = Text.assemble((visible_line(ref), "bold cyan"), "  ", (origin, "dim"))
    line.truncate(paper.measure, overflow="ellipsis")
    return line
