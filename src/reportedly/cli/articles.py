"""`reportedly articles`: the articles of the ledger."""

from __future__ import annotations

from collections.abc import Iterable, Sequence
from typing import TYPE_CHECKING, Any

from reportedly.cli.escape import visible_line
from reportedly.cli.listing import (
    LEDGER,
    After,
    Csv,
    Db,
    Json,
    Limit,
    OfRun,
    Outlet,
    Shape,
    Since,
    Until,
    Wanted,
    Words,
    heading,
    joined,
    opened,
    show_list,
)

if TYPE_CHECKING:
    from rich.text import Text

    from reportedly.cli.paper import Paper
    from reportedly.ledger.nouns import Kept

EXAMPLES = """\b
Examples:
  reportedly articles
  reportedly articles ceasefire --since 2025-09 --until 2025-09
  reportedly articles '"port workers"' --outlet "The Harbor Post"
  reportedly articles --limit 0 --csv > articles.csv
  reportedly show a1b2c3d4e5f6a7b"""

COLUMNS = ("id", "day", "outlet", "title", "url", "published", "version", "run", "seen", "text_sha256", "given")


def articles(  # noqa: PLR0917 (typer takes each option from a parameter)
    words: Words = None,
    since: Since = None,
    until: Until = None,
    outlet: Outlet = None,
    run: OfRun = None,
    limit: Limit = 50,
    after: After = None,
    json: Json = False,
    csv: Csv = False,
    db: Db = LEDGER,
) -> None:
    """List the articles of the ledger, the newest first, each in its latest version.

    WORDS are looked for in the title and the text. Articles that could not be read are listed by `reportedly problems`.
    """
    from reportedly.ledger.articles import articles as ask
    from reportedly.ledger.nouns import Filter

    asked = Filter(words=joined(words), since=since, until=until, outlet=outlet, run=run)
    with opened(db) as ledger:
        show_list(lambda part: ask(ledger, asked, part), SHAPE, Wanted(json, csv, limit, after))


def cells(kept: Kept) -> Sequence[Any]:
    """A row of COLUMNS."""
    return tuple(getattr(kept, column) for column in COLUMNS)


def text(found: Sequence[Kept], paper: Paper) -> Iterable[Text]:
    """A line for each, and a second one with its address and its version."""
    from rich.text import Text

    lines: list[Text] = []
    for kept in found:
        version = f"version {kept.version}, " if kept.version > 1 else ""
        second = Text(f"    {version}{visible_line(kept.url or kept.given)}", style="dim")
        second.truncate(paper.measure, overflow="ellipsis")
        lines += [heading(kept.id, kept, paper), second]
    yield Text("\n").join(lines)


SHAPE: Shape[Kept] = Shape("articles", COLUMNS, cells, text)
