"""`reportedly happening`: all that is told of one happening, on one screen."""

from __future__ import annotations

from typing import Annotated

import typer

from reportedly.cli.listing import LEDGER, Db, opened, print_parts, write_line

EXAMPLES = """\b
Examples:
  reportedly happening h3f9c2
  reportedly happening a1b2c3/e5             the one that this event is a mention of
  reportedly happening --json h3f9c2
  reportedly why h3f9c2                      why its mentions are taken for one

Nothing of it is presented as true: it says who says what, how many of them could know it independently at least and at
most, and where they differ. Long lists are folded; --json has all of it."""


def happening(
    id: Annotated[
        str,
        typer.Argument(metavar="ID", help="A happening's id or its first letters, or one of its events: ARTICLE/e5."),
    ],
    json: Annotated[bool, typer.Option("--json", help="Print all of it as JSON.")] = False,
    db: Db = LEDGER,
) -> None:
    """Show a happening: who says so, through whom, which figures, what is disputed, and what cannot be known."""
    from reportedly.cli.happening_screen import Screen
    from reportedly.ledger.linked.cuttings import dossier

    with opened(db) as ledger:
        found = dossier(ledger, id)
    if json:
        write_line(found.to_json())
    else:
        print_parts(lambda paper: Screen(found, paper).parts())
