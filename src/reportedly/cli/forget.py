"""`reportedly forget`: erase an article, and leave a note that it was."""

from __future__ import annotations

import getpass
import sys
from json import dumps
from typing import TYPE_CHECKING, Annotated

import typer

from reportedly.cli.escape import visible_line
from reportedly.cli.listing import LEDGER, Db
from reportedly.errors import RunError
from reportedly.web.words import plural

if TYPE_CHECKING:
    from reportedly.ledger.nouns import Forgotten

EXAMPLES = """\b
Examples:
  reportedly forget a3f9c2 --reason "erasure request of 2025-09-02"
  reportedly forget https://news.example/story --reason "published by mistake" --yes

What was exported before is not touched; make exports again where they hold the article."""


def forget(  # noqa: PLR0917 (typer takes each option from a parameter)
    article: Annotated[str, typer.Argument(metavar="ARTICLE", help="Its id, the start of it, or its address.")],
    reason: Annotated[str, typer.Option(metavar="WORDS", help="Why; it is kept.")],
    db: Db = LEDGER,
    who: Annotated[
        str | None, typer.Option(metavar="NAME", help="Who decides so; it is kept. By default the user's name.")
    ] = None,
    yes: Annotated[bool, typer.Option("--yes", help="Do not ask.")] = False,
    json: Annotated[bool, typer.Option("--json", help="Print what was erased as JSON.")] = False,
) -> None:
    """Erase an article: its texts, everything read in them, its traces in the index and in backups.

    Hash, reason, name and time of it stay, and neither the text nor the address is taken in again. It cannot be undone.
    With the full id of an article that was forgotten before, backups and logs are gone through once more.
    """
    from reportedly.ledger.connect import open_existing
    from reportedly.ledger.find import find_to_forget
    from reportedly.ledger.forget import forget as erase
    from reportedly.linking import link_new, waits

    with open_existing(db) as ledger:
        found = find_to_forget(ledger, article)
        if not yes:
            confirm(found)
        done = erase(ledger, found, reason, who or getpass.getuser())
        if waits(ledger):
            link_new(ledger)
    if json:
        print(dumps(done.to_json(), ensure_ascii=False))
    else:
        show(done)


def confirm(article: str) -> None:
    """Ask a person; without one, --yes is needed."""
    if not sys.stdin.isatty():
        raise RunError(f"{article} would be erased for good; say so with --yes")
    typer.confirm(f"Erase {article} and all that was read in it, for good?", abort=True, err=True)


def show(done: Forgotten) -> None:
    """What was erased, and what is left to do."""
    backups = f", also from {', '.join(map(visible_line, done.backups))}" if done.backups else ""
    erased = f"{plural(done.texts, 'text')} erased" if done.texts else "its texts had been erased before"
    print(f"forgot {done.article}: {erased}{backups}")
    if done.copies:
        print(f"note: the same text is kept as {', '.join(done.copies)}; forget these one by one", file=sys.stderr)
    if done.pending:
        print(f"note: {visible_line(done.pending)}", file=sys.stderr)
