"""`reportedly sources`: who is quoted, over the whole ledger."""

from __future__ import annotations

from collections.abc import Iterable, Sequence
from typing import TYPE_CHECKING, Annotated, Any

import typer

from reportedly.cli.listing import (
    LEDGER,
    After,
    Csv,
    Db,
    Json,
    Limit,
    Shape,
    Wanted,
    choices,
    joined,
    opened,
    show_list,
)

if TYPE_CHECKING:
    from rich.text import Text

    from reportedly.cli.paper import Paper
    from reportedly.ledger.sourced.nouns import FoundSource

EXAMPLES = """\b
Examples:
  reportedly sources
  reportedly sources defence ministry
  reportedly sources --kind anonymous,group --outlet "The Harbor Post"
  reportedly sources --kind person --since 2025-09 --csv > people.csv
  reportedly said --by "defence ministry"         what it said

\b
--kind: person, organisation, outlet, document, group, anonymous."""

COLUMNS = (
    "id", "name", "kind", "named", "country", "roles", "statements", "articles", "published", "first_day", "last_day",
)  # fmt: skip


def sources(  # noqa: PLR0917 (typer takes each option from a parameter)
    name: Annotated[
        list[str] | None,
        typer.Argument(metavar="NAME", help="Beginnings of words of the name, or an id.", show_default=False),
    ] = None,
    kind: Annotated[list[str] | None, typer.Option(metavar="KIND", help="Of this kind.")] = None,
    outlet: Annotated[str | None, typer.Option(metavar="NAME", help="Whom this outlet quotes.")] = None,
    since: Annotated[str | None, typer.Option(metavar="DATE", help="Quoted on or after this day, month, year.")] = None,
    until: Annotated[str | None, typer.Option(metavar="DATE", help="Quoted up to this day, month or year.")] = None,
    limit: Limit = 50,
    after: After = None,
    json: Json = False,
    csv: Csv = False,
    db: Db = LEDGER,
) -> None:
    """List sources: people, bodies, outlets, documents, kinds of unnamed people; those with the most statements first.

    They go by name, which is no proof that they are one. People without a public role are not listed.
    """
    from reportedly.ledger.sourced.nouns import Whom
    from reportedly.ledger.sources import sources as ask

    asked = Whom(words=joined(name), kinds=choices(kind), outlet=outlet, since=since, until=until)
    shape: Shape[FoundSource] = Shape("sources", COLUMNS, cells, text)
    with opened(db) as ledger:
        show_list(lambda part: ask(ledger, asked, part), shape, Wanted(json, csv, limit, after))


def cells(found: FoundSource) -> Sequence[Any]:
    """A row of COLUMNS."""
    return (
        found.id, found.name, found.kind, "yes" if found.named else "no", found.country, "; ".join(found.roles),
        found.statements, found.articles, found.published, found.first_day, found.last_day,
    )  # fmt: skip


def text(found: Sequence[FoundSource], paper: Paper) -> Iterable[Text]:
    """Each in a line with its id, and a second one with its roles, numbers and days."""
    from rich.text import Text

    from reportedly.cli.escape import visible_line
    from reportedly.cli.linked import lines_of
    from reportedly.ledger.sourced.nouns import KIND_WORDS

    lines: list[Text] = []
    for s in found:
        kind = ", ".join(filter(None, (KIND_WORDS[s.kind], s.country)))
        head = Text.assemble((f"{s.id}  ", "bold cyan"), visible_line(s.name), (f"  {visible_line(kind)}", "dim"))
        lines += [*lines_of(head, paper, 0, 4), *lines_of(Text(visible_line(told(s)), style="dim"), paper, 4)]
    yield Text("\n").join(lines)


def told(s: FoundSource) -> str:
    """Numbers, days and roles of a source."""
    from reportedly.connect.wording import days_words
    from reportedly.web.words import plural

    said = f"{plural(s.statements, 'statement')} in {plural(s.articles, 'article')}" if s.statements else None
    days = days_words((s.first_day, s.last_day)) if s.first_day and s.last_day else None
    published = f"published {plural(s.published, 'article')}" if s.published else None
    return " · ".join(filter(None, (said, days, published, "; ".join(s.roles) or None)))
