"""`reportedly add`, `retry`, `reread`: articles into the ledger, those that failed once more, all with newer models."""

from __future__ import annotations

import sys
from collections.abc import Iterator, Sequence
from dataclasses import dataclass, replace
from functools import cached_property
from typing import TYPE_CHECKING, Annotated

import typer

from reportedly.cli.given import GivenDate, GivenOutlet, GivenTitle, GivenUrl
from reportedly.cli.link import NoLink, link_ledger
from reportedly.cli.listing import LEDGER, Db
from reportedly.cli.tally import Board
from reportedly.errors import RunError

if TYPE_CHECKING:
    from reportedly.adding import Read, Tell
    from reportedly.intake import Arrival, Given, Options
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
Delay = Annotated[
    float | None, typer.Option(min=0, metavar="SECONDS", help="Wait between two requests to one host; by default 1.")
]
Contact = Annotated[
    str | None,
    typer.Option(
        metavar="WORDS",
        envvar="REPORTEDLY_CONTACT",
        help="How to reach you, told to servers with the user agent: an address of a page or of mail.",
    ),
]
AllowPrivate = Annotated[
    bool, typer.Option("--allow-private", help="Fetch from addresses inside this machine or its network, too.")
]


@dataclass(frozen=True)
class Order:
    """How to read, and how to ask the web."""

    jobs: int = 1
    settings: tuple[str, ...] = ()
    allow_private: bool = False
    delay: float | None = None
    contact: str | None = None
    recheck: bool = False
    link: bool = True


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
    db: Db = LEDGER,
    jobs: Jobs = 1,
    json: AsJson = False,
    outlet: GivenOutlet = None,
    title: GivenTitle = None,
    published: GivenDate = None,
    url: GivenUrl = None,
    no_link: NoLink = False,
    recheck: Annotated[
        bool, typer.Option("--recheck", help="Ask for entries of feeds again that are known and look unchanged.")
    ] = False,
    delay: Delay = None,
    contact: Contact = None,
    allow_private: AllowPrivate = False,
    setting: Setting = None,
) -> None:
    """Take articles into the ledger and read them.

    An article is what stands at an address; a changed text there becomes a new version and keeps the old one. Without
    an address it is its text. The ledger is made if it is not there.
    """
    if not sources and sys.stdin.isatty():
        typer.echo(context.get_help(), err=True)
        raise typer.Exit(2)
    from reportedly.intake import Given
    from reportedly.ledger.connect import open_ledger

    order = Order(jobs, tuple(setting or ()), allow_private, delay, contact, recheck, link=not no_link)
    given = Given(outlet=outlet, title=title, published=published, url=url)
    with open_ledger(db) as ledger:
        with Board(json=json) as board:
            way = Way(ledger, order)
            arriving = way.arrivals(sources or ["-"], given)
            way.take(single(arriving) if url or title else arriving, board.show)
        raise typer.Exit(close(board, ledger, order))


def retry(  # noqa: PLR0917 (typer takes each option from a parameter)
    db: Db = LEDGER,
    jobs: Jobs = 1,
    json: AsJson = False,
    no_link: NoLink = False,
    delay: Delay = None,
    contact: Contact = None,
    allow_private: AllowPrivate = False,
    setting: Setting = None,
) -> None:
    """Try again what could not be read.

    Files and addresses are opened anew, texts that are kept but could not be read are read again. What succeeds is no
    longer listed by problems. Standard input cannot be opened again.
    """
    from reportedly.adding import read_again
    from reportedly.adding import retry as retry_all
    from reportedly.intake import named_after
    from reportedly.ledger.connect import open_existing
    from reportedly.ledger.problems import problems

    order = Order(jobs, tuple(setting or ()), allow_private, delay, contact, recheck=True, link=not no_link)
    with open_existing(db) as ledger:
        with Board(json=json) as board:
            way = Way(ledger, order)

            def take(place: str, source: str, given: Given, tell: Tell) -> None:
                way.take(named_after(source, way.arrivals([place], given)), tell)

            unread = [p.article for p in problems(ledger) if p.article]
            retry_all(ledger, take, board.show)
            if unread:
                read_again(ledger, way.read, way.reader.tools.run, unread, board.show)
        raise typer.Exit(close(board, ledger, order))


def reread(  # noqa: PLR0917 (typer takes each option from a parameter)
    articles: Annotated[
        list[str] | None,
        typer.Argument(
            metavar="ARTICLE", help="Articles, by id or address; all where none is given.", show_default=False
        ),
    ] = None,
    db: Db = LEDGER,
    jobs: Jobs = 1,
    json: AsJson = False,
    no_link: NoLink = False,
    setting: Setting = None,
) -> None:
    """Read the ledger's texts with the present models, where they have not read them yet.

    Older readings stay and can be asked for with --run; lists show the newest.
    """
    from reportedly.adding import read_again
    from reportedly.ledger.connect import open_existing
    from reportedly.ledger.find import find_article

    order = Order(jobs, tuple(setting or ()), link=not no_link)
    with open_existing(db) as ledger:
        with Board(json=json) as board:
            wanted = [find_article(ledger, a) for a in articles] if articles else None
            way = Way(ledger, order)
            read_again(ledger, way.read, way.reader.tools.run, wanted, board.show)
        raise typer.Exit(close(board, ledger, order))


def close(board: Board, ledger: Ledger, order: Order) -> int:
    """Print the counts and link what is new; 1 where an article could not be read or linked, else 0."""
    from reportedly.linking import waits

    status = board.close()
    return max(status, link_ledger(ledger, json=board.json)) if order.link and waits(ledger) else status


@dataclass(frozen=True)
class Way:
    """The way in, for one command: one reader, and one memory of which host was asked when."""

    ledger: Ledger
    order: Order

    @cached_property
    def reader(self) -> Reader:
        """The library's reader; it loads its models when it first reads, and with worker processes only those do."""
        from reportedly.cli.read import settings_of
        from reportedly.reading import Reader

        return Reader(settings=settings_of(self.order.settings))

    @cached_property
    def read(self) -> Read:
        """Reads articles with as many workers as were ordered."""
        from reportedly.adding import reading

        return reading(self.reader, self.order.jobs)

    @cached_property
    def options(self) -> Options:
        """How sources are opened."""
        from reportedly.intake import FetchOptions, Options
        from reportedly.ledger.write import Memory

        fetch = FetchOptions(allow_private=self.order.allow_private)
        if self.order.delay is not None:
            fetch = replace(fetch, host_delay=self.order.delay)
        if self.order.contact:
            fetch = replace(fetch, user_agent=user_agent(self.order.contact))
        return Options(sys.stdin.buffer, fetch, Memory(self.ledger), "all" if self.order.recheck else "newer")

    def arrivals(self, places: Sequence[str], given: Given) -> Iterator[Arrival]:
        """What stands at places."""
        from reportedly.intake import arrivals

        return arrivals(places, given, self.options)

    def take(self, arriving: Iterator[Arrival], tell: Tell) -> None:
        """Read and keep what arrives."""
        from reportedly.adding import add

        add(arriving, self.ledger, self.read, tell)


def single(arriving: Iterator[Arrival]) -> Iterator[Arrival]:
    """The same, of which only one may be an article: an address and a title belong to one. RunError: there are more."""
    from reportedly.intake import Item

    held = []
    for arrival in arriving:
        held.append(arrival)
        if sum(isinstance(a, Item) for a in held) > 1:
            raise RunError("--url and --title are about one article, and there are several: add them one by one")
    return iter(held)


def user_agent(contact: str) -> str:
    """What servers are told. RunError: it would break the request."""
    from reportedly.intake.fetch_options import USER_AGENT

    if not contact.isascii() or not contact.isprintable():
        raise RunError("--contact: write it in plain letters, for example https://desk.example/about")
    return f"{USER_AGENT} ({contact})"
