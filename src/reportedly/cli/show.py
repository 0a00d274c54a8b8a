"""`reportedly show`: one article of the ledger as it was read, or how one of its statements or events came about."""

from __future__ import annotations

import json as json_format
import re
import sys
from typing import TYPE_CHECKING, Annotated

import typer

from reportedly.cli.escape import visible_line
from reportedly.cli.listing import LEDGER, Db, opened, print_parts
from reportedly.errors import LedgerError, RunError

if TYPE_CHECKING:
    from collections.abc import Iterator

    from rich.text import Text

    from reportedly.cli.paper import Paper
    from reportedly.ledger.connect import Ledger
    from reportedly.ledger.nouns import Kept, KeptRecord

EXAMPLES = """\b
Examples:
  reportedly show a1b2c3d4e5f6a7b
  reportedly show https://harborpost.example/news/tarrow
  reportedly show a1b2/s3
  reportedly show a1b2 --version 1
  reportedly show --json a1b2 > record.jsonl"""

_PART = re.compile(r"(?P<article>.+)/(?P<id>[a-z]\d+)", re.DOTALL)
"""The name of a statement or event in the ledger: its article's, a stroke, its id in the record."""


def show(  # noqa: PLR0917 (typer takes each option from a parameter)
    id: Annotated[
        str,
        typer.Argument(
            metavar="ID",
            help="An article: its id, the first letters of it, its address or the id that it came with; "
            "or with a stroke one of its statements (ID/s3), events (ID/e2), entities, times or places.",
        ),
    ],
    version: Annotated[
        int | None, typer.Option(metavar="N", help="An older text of it; by default the one that was seen last.")
    ] = None,
    run: Annotated[
        int | None, typer.Option(metavar="N", help="As an older run has read it; by default the last reading.")
    ] = None,
    all_events: Annotated[bool, typer.Option("--all-events", help="Also events without a PLOVER type.")] = False,
    json: Annotated[bool, typer.Option("--json", help="Print the whole record, or the explanation, as JSON.")] = False,
    db: Db = LEDGER,
) -> None:
    """Show an article of the ledger as `reportedly read` shows it; with /s3 explain a statement, with /e2 an event.

    Nothing is read again: it is the record that was kept.
    """
    from reportedly.cli.read import json_line

    with opened(db) as ledger:
        found, part = find(ledger, id, version, run)
        versions = versions_in(ledger, found.kept)
    if part is not None:
        explain(found, part, json=json)
    elif json:
        json_line(found.record, 0)
    else:
        print_parts(lambda paper: view(found, versions, paper, all_events))


def find(ledger: Ledger, words: str, version: int | None, run: int | None) -> tuple[KeptRecord, str | None]:
    """An article, and the id of the part that is meant. An address may end like such a part: it comes first."""
    from reportedly.ledger.articles import kept_record

    part = _PART.fullmatch(words)
    try:
        return kept_record(ledger, words, version, run), None
    except LedgerError:
        if part is None:
            raise
    return kept_record(ledger, part["article"], version, run), part["id"]


def versions_in(ledger: Ledger, kept: Kept) -> int:
    """How many versions the article has."""
    from reportedly.ledger.articles import versions_of

    return len(versions_of(ledger, kept.id))


def view(found: KeptRecord, versions: int, paper: Paper, all_events: bool) -> Iterator[Text]:
    """The ledger of one article under its place in the whole ledger."""
    from rich.text import Text

    from reportedly.cli.ledger import key, ledger

    kept = found.kept
    told = [f"seen {kept.seen}", f"run {kept.run}"]
    told += [f"version {kept.version} of {versions}; what changed: reportedly diff {kept.id}"] if versions > 1 else []
    head = [Text.assemble((kept.id, "bold cyan"), "  ", (visible_line(" · ".join(told)), "dim"))]
    head += [Text(visible_line(kept.url), style="dim")] if kept.url else []
    yield Text("\n").join([*head, key()])
    yield ledger(found.record if all_events else found.record.typed_only, paper)


def explain(found: KeptRecord, part: str, *, json: bool) -> None:
    """How a statement or an event came about, as `reportedly why` prints it."""
    from reportedly.cli.why import explained, listed, quoted
    from reportedly.web.reading.explain import explain as explain_part
    from reportedly.web.reading.explain import ids

    explanation = explain_part(found.record, part)
    if explanation is None:
        raise RunError(f"no {quoted(part)} in {found.kept.id}; it has: {listed(ids(found.record))}")
    if json:
        sys.stdout.write(json_format.dumps(explanation.to_json(), ensure_ascii=False, indent=1) + "\n")
        return
    print_parts(lambda paper: [explained(explanation, colour=paper.terminal)])
