"""`reportedly link`: which articles tell of the same, over the ledger or over files."""

from __future__ import annotations

import sys
from collections.abc import Sequence
from dataclasses import dataclass
from json import dumps
from typing import TYPE_CHECKING, Annotated

import typer

from reportedly.cli.escape import visible_line
from reportedly.cli.listing import LEDGER, Db, write_line
from reportedly.errors import RunError
from reportedly.web.words import plural

if TYPE_CHECKING:
    from reportedly.connect.nouns import Linked
    from reportedly.ledger.connect import Ledger
    from reportedly.ledger.linked.nouns import LinkedBatch
    from reportedly.record import Record

EXAMPLES = """\b
Examples:
  reportedly link                          what is new in the ledger
  reportedly link --again                  everything, with the present rules
  reportedly link --json articles.jsonl    files, without a ledger
  reportedly link --json --all-events --jobs 2 articles.jsonl > linked.json

Over the ledger it may be interrupted and run again at any point.
Exit status: 0 all linked, 1 an article could not be read or linked, 2 wrong command."""

NoLink = Annotated[bool, typer.Option("--no-link", help="Do not link what is new; reportedly link does so later.")]


@dataclass(frozen=True)
class Order:
    """What was asked for of files."""

    files: tuple[str, ...]
    json: bool
    all_events: bool
    jobs: int


def link(  # noqa: PLR0917 (typer takes each option from a parameter)
    files: Annotated[
        list[str] | None,
        typer.Argument(
            metavar="FILE",
            help="Articles, as for read, or records that read --json wrote; linked in memory. - is standard input. "
            "Without a FILE the ledger's articles are linked.",
            show_default=False,
        ),
    ] = None,
    json: Annotated[bool, typer.Option("--json", help="Print JSON: of files all that was found.")] = False,
    all_events: Annotated[
        bool, typer.Option("--all-events", help="Of files, print happenings without a PLOVER type, too.")
    ] = False,
    again: Annotated[
        bool, typer.Option("--again", help="Link every article of the ledger anew; ids and rulings are kept.")
    ] = False,
    jobs: Annotated[
        int, typer.Option(min=1, metavar="N", help="Worker processes that read the articles of files.")
    ] = 1,
    db: Db = LEDGER,
) -> None:
    """Link articles: copies, stories, happenings, who relays whom.

    Over the ledger only what is new since the last time is linked, and what was found before is kept beside what is
    found now. `reportedly add` does the same when it is done.
    """
    if files:
        if again:
            raise RunError("--again is about the ledger; name no files with it")
        raise typer.Exit(link_files(Order(tuple(files), json, all_events, jobs)))
    from reportedly.ledger.connect import open_existing

    with open_existing(db) as ledger:
        raise typer.Exit(link_ledger(ledger, json=json, again=again))


def link_ledger(ledger: Ledger, *, json: bool = False, again: bool = False) -> int:
    """Link what is new in a ledger and say what came of it; 1 where something could not be linked, else 0."""
    from reportedly.cli.progress import Bar
    from reportedly.linking import link_again, link_new, waits

    with Bar(None if again else waits(ledger), "linking") as bar:

        def tell(batch: LinkedBatch) -> None:
            with bar.aside():
                for problem in batch.problems:
                    print(f"error: {visible_line(problem)}", file=sys.stderr, flush=True)
            bar.step(batch.articles)

        done = (link_again if again else link_new)(ledger, tell)
    if json:
        print(dumps({"linked": done.to_json()}, ensure_ascii=False))
    else:
        print(told(done))
    return 1 if done.problems else 0


def told(done: LinkedBatch) -> str:
    """ "12 articles linked: 3 new happenings, 9 articles joined 4 stories"."""
    if not done.articles:
        return "nothing new to link"
    parts = [plural(done.happenings, "new happening")] if done.happenings else []
    if done.joined:
        stories = f"{done.stories:,} {'story' if done.stories == 1 else 'stories'}"
        parts.append(f"{plural(done.joined, 'article')} joined {stories}")
    return f"{plural(done.articles, 'article')} linked" + (f": {', '.join(parts)}" if parts else "")


def link_files(order: Order) -> int:
    """Link the articles of files in memory and print what was found; 1 where one could not be read, else 0."""
    from reportedly.cli.read import warn
    from reportedly.linking import link_records

    records = []
    for record in records_of(order):
        warn(record)
        records.append(record)
    try:
        found = link_records(records)
    except ValueError as error:
        raise RunError(visible_line(str(error))) from None
    if order.json:
        write_line(found.to_json(all_events=order.all_events))
    else:
        print(summed(found, all_events=order.all_events))
    return 1 if any(r.failed for r in records) else 0


def records_of(order: Order) -> Sequence[Record]:
    """The records of files, read where they are none yet. RunError: a file cannot be opened."""
    from reportedly.cli.progress import Bar, how_many
    from reportedly.cli.read import load_reader, open_items
    from reportedly.cli.records import holds_records, read_records
    from reportedly.events.ontology import Settings
    from reportedly.intake import Given, list_files

    records = [r for path in order.files if holds_records(path) for r in read_records(path)]
    unread = [path for path in order.files if not holds_records(path)]
    if unread:
        files = list_files(unread)
        with Bar(how_many(files)) as bar:
            items = bar.counting(open_items(files, Given()))
            for record in load_reader(Settings()).read_many(items, jobs=order.jobs):
                records.append(record)
                bar.step()
    return records


def summed(found: Linked, *, all_events: bool) -> str:
    """What was found in files, counted."""
    articles = sum(len(s.articles) for s in found.stories)
    copies = sum(len(c.articles) - 1 for s in found.stories for c in s.copies)
    happenings = [h for s in found.stories for h in s.happenings if h.listed or all_events]
    several = sum(len(h.articles) > 1 for h in happenings)
    stories = f"{len(found.stories):,} {'story' if len(found.stories) == 1 else 'stories'}"
    return (
        f"{plural(articles, 'article')} in {stories}, {copies:,} of them {'a copy' if copies == 1 else 'copies'} of "
        f"another; {plural(len(happenings), 'happening')}, {several:,} told by several articles; all of it: --json"
    )
