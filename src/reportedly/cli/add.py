"""`reportedly add`, `retry`, `reread`: articles into the ledger, those that failed once more, all with newer models."""

from __future__ import annotations

import sys
from collections.abc import Sequence
from dataclasses import dataclass, field
from pathlib import Path
from typing import TYPE_CHECKING, Annotated

import typer

from reportedly.cli.options import Database
from reportedly.cli.tally import Board

if TYPE_CHECKING:
    from reportedly.adding import Tell
    from reportedly.intake import FetchOptions, Given
    from reportedly.ledger.connect import Ledger
    from reportedly.reading import Reader

EXAMPLES = """\b
Examples:
  reportedly add articles/ saved-page.html export.jsonl.gz
  reportedly add https://news.example/story https://news.example/feed.xml
  reportedly add feeds.opml CC-NEWS-20250901.warc.gz --jobs 2
  reportedly add --outlet "The Harbor Post" --published 2025-03-14 article.txt
  curl -s https://news.example/story | reportedly add -

It may be interrupted and run again at any point: what is in the ledger is not read twice.
Exit status: 0 all read, 1 an article could not be read, 2 wrong command."""

RETRY_EXAMPLES = """\b
Examples:
  reportedly problems
  reportedly retry
  reportedly retry --jobs 2 --db archive.db"""

REREAD_EXAMPLES = """\b
Examples:
  reportedly reread                    everything that the present models have not read
  reportedly reread a3f9 --jobs 2      one article
  reportedly said ceasefire --run 1    what an older run found"""

Jobs = Annotated[int, typer.Option(min=1, metavar="N", help="Worker processes, each with models of its own.")]
AsJson = Annotated[
    bool, typer.Option("--json", help="Print what became of each article, one JSON object a line, then the counts.")
]
Setting = Annotated[
    list[str] | None,
    typer.Option(metavar="NAME=VALUE", help="A setting of the ontology, as for read.", show_default=False),
]
AllowPrivate = Annotated[
    bool, typer.Option("--allow-private", help="Fetch from addresses inside this machine or its network, too.")
]


@dataclass(frozen=True)
class Order:
    """How to read, and where to keep it."""

    db: Path
    jobs: int = 1
    json: bool = False
    settings: tuple[str, ...] = ()
    allow_private: bool = False
    delay: float | None = None
    recheck: bool = False
    given: Given | None = field(default=None, repr=False)


def add(  # noqa: PLR0917 (typer takes each option from a parameter)
    context: typer.Context,
    sources: Annotated[
        list[str] | None,
        typer.Argument(
            metavar="SOURCE",
            help="Files and folders (plain text, saved pages, JSON Lines, also .gz and .zst, WARC), addresses of "
            "articles, RSS, Atom and JSON feeds, OPML lists of feeds. - is standard input.",
            show_default=False,
        ),
    ] = None,
    db: Database = Path("reportedly.db"),
    jobs: Jobs = 1,
    json: AsJson = False,
    outlet: Annotated[
        str | None, typer.Option(metavar="NAME", help="The outlet, where the input does not say.")
    ] = None,
    title: Annotated[str | None, typer.Option(metavar="WORDS", help="The title, where the input does not say.")] = None,
    published: Annotated[
        str | None, typer.Option(metavar="DATE", help="Date of publication (ISO 8601), where the input does not say.")
    ] = None,
    url: Annotated[str | None, typer.Option(metavar="URL", help="The address, where the input does not say.")] = None,
    recheck: Annotated[
        bool, typer.Option("--recheck", help="Ask for entries of feeds again that are known and look unchanged.")
    ] = False,
    delay: Annotated[
        float | None, typer.Option(min=0, metavar="SECONDS", help="Wait between two requests to one host.")
    ] = None,
    allow_private: AllowPrivate = False,
    setting: Setting = None,
) -> None:
    """Take articles into the ledger and read them.

    An article is what stands at an address; a changed text there becomes a new version and keeps the old one. Without an
    address it is its text. The ledger is made if it is not there.
    """
    if not sources and sys.stdin.isatty():
        typer.echo(context.get_help(), err=True)
        raise typer.Exit(2)
    from reportedly.intake import Given
    from reportedly.ledger.connect import open_ledger

    order = Order(
        db, jobs, json, tuple(setting or ()), allow_private, delay, recheck,
        given=Given(outlet=outlet, title=title, published=published, url=url),
    )  # fmt: skip
    with open_ledger(db) as ledger, Board(json=json) as board:
        take(sources or ["-"], ledger, order, board.show)
    raise typer.Exit(board.close())


def retry(
    db: Database = Path("reportedly.db"),
    jobs: Jobs = 1,
    json: AsJson = False,
    allow_private: AllowPrivate = False,
    setting: Setting = None,
) -> None:
    """Try again what could not be read.

    Files and addresses are opened anew, texts that are kept but could not be read are read again. What succeeds is no
    longer listed by problems. Standard input cannot be opened again.
    """
    from reportedly.adding import read_again, reading, retry as retry_all
    from reportedly.ledger.connect import existing_ledger
    from reportedly.ledger.problems import problems

    order = Order(db, jobs, json, tuple(setting or ()), allow_private, recheck=True)
    with existing_ledger(db) as ledger, Board(json=json) as board:
        reader = reader_for(order)
        read = reading(reader, jobs)
        unread = [p.article for p in problems(ledger) if p.article]
        retry_all(ledger, lambda source, tell: take([source], ledger, order, tell), board.show)
        if unread:
            read_again(ledger, read, reader.tools.run, unread, board.show)
    raise typer.Exit(board.close())


def reread(
    articles: Annotated[
        list[str] | None,
        typer.Argument(metavar="ARTICLE", help="Articles, by id or address; all where none is given.", show_default=False),
    ] = None,
    db: Database = Path("reportedly.db"),
    jobs: Jobs = 1,
    json: AsJson = False,
    setting: Setting = None,
) -> None:
    """Read the ledger's texts with the present models, where they have not read them yet.

    Older readings stay and can be asked for with --run; lists show the newest.
    """
    from reportedly.adding import read_again, reading
    from reportedly.ledger.connect import existing_ledger
    from reportedly.ledger.find import find_article

    order = Order(db, jobs, json, tuple(setting or ()))
    with existing_ledger(db) as ledger, Board(json=json) as board:
        wanted = [find_article(ledger, a) for a in articles] if articles else None
        reader = reader_for(order)
        read_again(ledger, reading(reader, jobs), reader.tools.run, wanted, board.show)
    raise typer.Exit(board.close())


def take(sources: Sequence[str], ledger: Ledger, order: Order, tell: Tell) -> None:
    """Take in sources."""
    from reportedly.adding import add as add_all, reading
    from reportedly.intake import Given, Options, arrivals
    from reportedly.ledger.write import Memory

    options = Options(stdin=sys.stdin.buffer, fetch=fetch_options(order), memory=Memory(ledger), recheck=order.recheck)
    arriving = arrivals(sources, order.given or Given(), options)
    add_all(arriving, ledger, reading(reader_for(order), order.jobs), tell)


def reader_for(order: Order) -> Reader:
    """The library's reader; it loads its models when it first reads, and with worker processes only those do."""
    from reportedly.cli.read import settings_of
    from reportedly.reading import Reader

    return Reader(settings=settings_of(order.settings))
