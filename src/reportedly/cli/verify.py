"""`reportedly verify`: is everything in the ledger as it was written?"""

from __future__ import annotations

import sys
from json import dumps
from typing import Annotated

import typer

from reportedly.cli.escape import visible_line
from reportedly.cli.listing import LEDGER, Db
from reportedly.web.words import plural

EXAMPLES = """\b
Examples:
  reportedly verify
  reportedly verify --db archive.db --json

Exit status: 0 all is well, 1 something is not as it was written, 2 the file cannot be read at all."""


def verify(
    db: Db = LEDGER,
    json: Annotated[bool, typer.Option("--json", help="Print each fault as JSON, one to a line.")] = False,
) -> None:
    """Check the whole ledger: hashes, spans inside texts, rows against records, index, references, orphans.

    Nothing is changed. It reads everything: about a minute for 10,000 articles.
    """
    from reportedly.ledger.connect import open_to_check
    from reportedly.ledger.migrate import backups_of
    from reportedly.ledger.stats import stats
    from reportedly.ledger.verify import verify as check

    faults = 0
    with open_to_check(db) as ledger:
        if ledger.db.readonly("main"):
            print(
                f"note: {visible_line(str(db))} cannot be written, so the words in its index are not checked",
                file=sys.stderr,
            )
        for fault in check(ledger):
            faults += 1
            words = f"{fault.table} {fault.key}: {fault.message}"
            print(dumps(fault.to_json(), ensure_ascii=False) if json else f"fault: {visible_line(words)}", flush=True)
        if faults:
            if not json:
                backup = "put a backup in the ledger's place, or " if backups_of(ledger.path) else ""
                print(f"{plural(faults, 'fault')}; {backup}forget what is damaged and add it again")
            raise typer.Exit(1)
        if not json:
            print(f"{visible_line(str(db))}: all is well, {plural(stats(ledger).articles, 'article')} checked")
