"""`reportedly problems`: what could not be read, and why."""

from __future__ import annotations

from collections.abc import Iterable, Sequence
from typing import TYPE_CHECKING, Annotated, Any

import typer

from reportedly.cli.escape import visible_line
from reportedly.cli.listing import LEDGER, Csv, Db, Json, Shape, Wanted, opened, show_list

if TYPE_CHECKING:
    from rich.text import Text

    from reportedly.cli.paper import Paper
    from reportedly.ledger.nouns import ProblemRow

EXAMPLES = """\b
Examples:
  reportedly problems
  reportedly problems --all --csv > problems.csv
  reportedly retry"""


def problems(
    all: Annotated[bool, typer.Option("--all", help="Also those that have been solved since.")] = False,
    json: Json = False,
    csv: Csv = False,
    db: Db = LEDGER,
) -> None:
    """List what could not be read, and why. `reportedly retry` tries those again."""
    from reportedly.ledger.nouns import ProblemRow
    from reportedly.ledger.paging import Page
    from reportedly.ledger.problems import problems as ask

    columns = tuple(ProblemRow.model_fields)
    shape: Shape[ProblemRow] = Shape("problems", columns, cells, text)
    with opened(db) as ledger:
        found = ask(ledger, "all" if all else "open")
        show_list(lambda _: Page(tuple(found)), shape, Wanted(json, csv, limit=1))


def cells(problem: ProblemRow) -> Sequence[Any]:
    """A row, in the order of the fields."""
    given = "; ".join(f"{name}: {value}" for name, value in problem.given.items())
    return tuple({**problem.model_dump(), "given": given}.values())


def text(found: Sequence[ProblemRow], paper: Paper) -> Iterable[Text]:
    """What it concerns, and below it why."""
    from rich.text import Text

    from reportedly.cli.paper import wrap

    for problem in found:
        head = Text(visible_line(problem.name), style="bold")
        if problem.source != problem.name:
            head.append(f"  from {visible_line(problem.source)}", style="dim")
        told = f"solved {problem.solved}" if problem.solved else f"since {problem.met}"
        why = Text.assemble(f"  {visible_line(problem.stage)}: {visible_line(problem.message)}", (f"  ({told})", "dim"))
        yield Text("\n").join([*wrap(head, paper.measure, hang=2), *wrap(why, paper.measure, hang=4)])
