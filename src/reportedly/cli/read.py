"""`reportedly read`: articles in, ledgers or records or a page out, each article as soon as it is read."""

from __future__ import annotations

import os
import sys
import tempfile
from collections.abc import Callable, Iterable, Iterator, Sequence
from dataclasses import dataclass
from json import dumps
from pathlib import Path
from typing import TYPE_CHECKING, Annotated, Protocol

import typer

from reportedly.cli.escape import visible_line
from reportedly.cli.given import GivenDate, GivenOutlet, GivenTitle, GivenUrl
from reportedly.errors import RunError
from reportedly.web.words import plural

if TYPE_CHECKING:
    from reportedly.events.ontology import Settings
    from reportedly.intake import Given, Listed
    from reportedly.intake.item import Item
    from reportedly.record import Record

STDIN = "-"

EXAMPLES = """\b
Examples:
  reportedly read article.txt
  reportedly read --outlet "The Harbor Post" --published 2025-03-14 article.txt
  reportedly read --json --jobs 2 articles/ > records.jsonl
  reportedly read --json --all-events article.txt
  reportedly read --html page.html articles/
  curl -s https://news.example/story | reportedly read -

Exit status: 0 all read, 1 an article could not be read, 2 wrong command."""


class ReadsMany(Protocol):
    """What this command needs of a reader."""

    def read_many(self, items: Iterable[Item], *, jobs: int = 1) -> Iterator[Record]:
        """Records in the order of the items."""


@dataclass(frozen=True)
class Order:
    """What was asked for."""

    paths: tuple[str, ...]
    given: Given
    jobs: int
    json: bool
    html: Path | None
    all_events: bool = False
    settings: tuple[str, ...] = ()
    future_as_agree: bool = False


def read(  # noqa: PLR0917 (typer takes each option from a parameter)
    context: typer.Context,
    paths: Annotated[
        list[str] | None,
        typer.Argument(
            metavar="PATH",
            help="Plain text, saved HTML pages, JSON Lines, or folders of these. - is standard input, "
            "which is also read when it is no terminal and no PATH is given.",
            show_default=False,
        ),
    ] = None,
    json: Annotated[bool, typer.Option("--json", help="Print records as JSON, one line an article.")] = False,
    html: Annotated[
        Path | None,
        typer.Option(metavar="FILE", help="Write one self-contained page instead, with statements and events marked."),
    ] = None,
    all_events: Annotated[
        bool,
        typer.Option(
            "--all-events", help="Keep events and states without a PLOVER type too; they are listed as untyped."
        ),
    ] = False,
    setting: Annotated[
        list[str] | None,
        typer.Option(
            metavar="NAME=VALUE",
            help="What the codebook leaves open: sanction_quad=material_conflict (default) or verbal_conflict, "
            "retreat_in_future=RETREAT (default) or AGREE. May be repeated.",
            show_default=False,
        ),
    ] = None,
    future_as_agree: Annotated[
        bool,
        typer.Option(
            "--future-as-agree", help="With --json: print planned cooperation as AGREE, as the codebook collapses it."
        ),
    ] = False,
    jobs: Annotated[int, typer.Option(min=1, metavar="N", help="Worker processes, each with models of its own.")] = 1,
    outlet: GivenOutlet = None,
    title: GivenTitle = None,
    published: GivenDate = None,
    url: GivenUrl = None,
) -> None:
    """Read articles: who says what happened, on whose authority.

    Prints a ledger for people, statements first, then events; --json and --html give records and a page.
    Events that are planned, threatened, denied … are listed apart from those said to have happened.
    """
    if not paths and sys.stdin.isatty():
        typer.echo(context.get_help(), err=True)
        raise typer.Exit(2)
    from reportedly.intake import Given

    given = Given(outlet=outlet, title=title, published=published, url=url)
    if future_as_agree and not json:
        raise RunError("--future-as-agree changes what --json prints and nothing else; add --json")
    order = Order(tuple(paths or [STDIN]), given, jobs, json, html, all_events, tuple(setting or ()), future_as_agree)
    raise typer.Exit(read_all(order))


def read_all(order: Order) -> int:
    """Read everything that was ordered; 1 where an article could not be read, else 0."""
    from reportedly.cli.progress import Bar, how_many
    from reportedly.intake import list_files

    if order.html:
        check_writable(order.html)
    settings = settings_of(order.settings)
    speak = json_line if order.json else no_output if order.html else person()
    kept: list[Record] = []
    failed = count = 0
    files = list_files(order.paths)
    bar = Bar(how_many(files))
    with bar:
        for record in load_reader(settings).read_many(bar.counting(open_items(files, order.given)), jobs=order.jobs):
            record = as_ordered(record, order)  # noqa: PLW2901 (what is shown of it)
            with bar.aside():
                speak(record, count)
                warn(record)
            count += 1
            failed += record.failed
            kept += [record] if order.html else []
            bar.step()
    if order.html:
        write_page(kept, order.html)
    elif not order.json and count > 1:
        print(f"\n{plural(count, 'article')} read{f', {failed} of them failed' if failed else ''}.")
    return 1 if failed else 0


def as_ordered(record: Record, order: Order) -> Record:
    """What is shown of a record."""
    record = record if order.all_events else record.typed_only
    if order.future_as_agree:
        from reportedly.events.export import future_as_agree
        from reportedly.events.ontology import load_ontology

        return future_as_agree(record, load_ontology())
    return record


def settings_of(given: Sequence[str]) -> Settings:
    """The ontology's settings. RunError names what there is where one is unknown."""
    from reportedly.events.ontology import settings_from

    try:
        return settings_from(given)
    except ValueError as error:
        raise RunError(f"--setting {visible_line(str(error))}") from None


def load_reader(settings: Settings) -> ReadsMany:
    """The library's reader; it loads its models when it first reads, and with worker processes only those do."""
    from reportedly.reading import Reader

    return Reader(settings=settings)


def open_items(files: Sequence[Listed], given: Given) -> Iterator[Item]:
    """What intake makes of the files, each opened when its turn comes."""
    from reportedly.intake import read_files

    return read_files(files, given, sys.stdin.buffer)


def json_line(record: Record, before: int) -> None:
    """Print one record as one line, at once. A lone surrogate, which UTF-8 cannot hold, becomes its JSON escape."""
    line = dumps(record.to_json(), ensure_ascii=False) + "\n"
    out = getattr(sys.stdout, "buffer", None)
    if out is None:
        sys.stdout.write(line)
    else:
        out.write(line.encode("utf-8", "backslashreplace"))
    sys.stdout.flush()


def no_output(record: Record, before: int) -> None:
    """With --html alone, standard output stays empty."""


def person() -> Callable[[Record, int], None]:
    """Prints ledgers for people, in the terminal's width, with colour only on a terminal that has it."""
    from rich.console import Console

    from reportedly.cli.ledger import key, ledger
    from reportedly.cli.paper import Paper

    console = Console(highlight=False, markup=False, emoji=False, soft_wrap=True)
    paper = Paper(console.width, console.is_terminal)

    def speak(record: Record, before: int) -> None:
        console.print(*(["\n"] if before else [key(), ""]), ledger(record, paper), sep="\n")
        console.file.flush()

    return speak


def warn(record: Record) -> None:
    """Problems on standard error, each naming its article."""
    for problem in record.problems:
        label = "error" if problem.fatal else "warning"
        named = problem.message.startswith(record.article.id)
        who = "" if named else f"{visible_line(record.article.id)}: "
        print(f"{label}: {who}{visible_line(problem.message)}", file=sys.stderr)
    sys.stderr.flush()


def check_writable(path: Path) -> None:
    """Fail before the reading, not after it."""
    if path.is_dir():
        raise RunError(f"--html {path}: this is a folder; name a file")
    if not path.absolute().parent.is_dir():
        raise RunError(f"--html {path}: its folder does not exist; make it first")


def write_page(records: list[Record], path: Path) -> None:
    """Write the page beside its final name and move it there, so that a half-written page is never seen."""
    from reportedly.web.reading.page import page

    text = page(records).encode("utf-8", "backslashreplace")
    try:
        handle, name = tempfile.mkstemp(dir=path.absolute().parent, prefix=f".{path.name}.")
        with os.fdopen(handle, "wb") as file:
            file.write(text)
        Path(name).chmod(0o666 & ~_umask())
        Path(name).replace(path)
    except OSError as error:
        raise RunError(f"--html {path}: cannot be written: {error.strerror}") from error
    print(f"wrote {visible_line(str(path))}: {plural(len(records), 'article')}", file=sys.stderr)


def _umask() -> int:
    mask = os.umask(0)
    os.umask(mask)
    return mask
