"""`reportedly said`: who said it, from the whole ledger."""

from __future__ import annotations

from collections.abc import Iterable, Sequence
from dataclasses import replace
from typing import TYPE_CHECKING, Annotated, Any

import typer

from reportedly.cli.escape import visible_line
from reportedly.cli.listing import (
    LEDGER,
    After,
    Csv,
    Db,
    InArticle,
    Json,
    Limit,
    OfRun,
    Outlet,
    Shape,
    Since,
    Until,
    Wanted,
    Words,
    choices,
    heading,
    joined,
    opened,
    show_list,
)

if TYPE_CHECKING:
    from rich.text import Text

    from reportedly.cli.paper import Paper
    from reportedly.ledger.nouns import Said

EXAMPLES = """\b
Examples:
  reportedly said ceasefire
  reportedly said "ceasefire" --by "defence ministry" --since 2025-09-01
  reportedly said --kind anonymous --outlet "The Harbor Post" --until 2025-03
  reportedly said --act deny,decline --by "resk*" --csv > denials.csv
  reportedly show a1b2c3d4e5f6a7b/s3

\b
--kind: person, organisation, document, outlet, group, anonymous, unknown.
--act: say, believe, want, deny, decline, no_response."""

COLUMNS = (
    "ref", "day", "outlet", "title", "url", "source", "name", "kind", "named", "act", "form", "content", "relay",
    "version", "run",
)  # fmt: skip


def said(  # noqa: PLR0917 (typer takes each option from a parameter)
    words: Words = None,
    by: Annotated[
        str | None, typer.Option(metavar="WORDS", help="Words of the source, as the article names it or its entity.")
    ] = None,
    kind: Annotated[list[str] | None, typer.Option(metavar="KIND", help="Of sources of this kind.")] = None,
    act: Annotated[list[str] | None, typer.Option(metavar="ACT", help="Of this act.")] = None,
    since: Since = None,
    until: Until = None,
    outlet: Outlet = None,
    article: InArticle = None,
    run: OfRun = None,
    limit: Limit = 50,
    after: After = None,
    json: Json = False,
    csv: Csv = False,
    db: Db = LEDGER,
) -> None:
    """Find statements in the ledger: who said it, on what terms, via whom.

    The newest come first. Each begins with its name in the ledger, under which `reportedly show` explains it.
    """
    from reportedly.ledger.nouns import Filter
    from reportedly.ledger.said import said as ask

    asked = Filter(
        words=joined(words), by=by, kinds=choices(kind), acts=choices(act), since=since, until=until, outlet=outlet,
        article=article, run=run,
    )  # fmt: skip
    with opened(db) as ledger:
        show_list(lambda part: ask(ledger, asked, part), SHAPE, Wanted(json, csv, limit, after))


def cells(said: Said) -> Sequence[Any]:
    """A row of COLUMNS."""
    kept, s = said.kept, said.statement
    return (
        said.ref, kept.day, kept.outlet, kept.title, kept.url, s.source.text, said.name, s.source.kind,
        "yes" if s.source.named else "no", s.act, s.form, said.content, " → ".join(s.relay), kept.version, kept.run,
    )  # fmt: skip


def text(found: Sequence[Said], paper: Paper) -> Iterable[Text]:
    """Each as in the ledger of its article, under its name."""
    from rich.text import Text

    from reportedly.cli.ledger import entry
    from reportedly.record import Article, Entity, Record, Run
    from reportedly.web.reading.view import stands_for, statement_view

    for said in found:
        article = Article(id=said.kept.id, outlet=said.kept.outlet)
        view = statement_view(said.statement, Record(article=article, run=Run(reportedly="", config="")))
        name, _, role = (said.name or "").partition(", ")
        who = Entity(id="", name=name, role=role or None, kind="other") if name else None
        view = replace(view, id="", content=visible_line(said.content), entity=stands_for(said.statement.source, who))
        yield Text("\n").join([heading(said.ref, said.kept, paper), entry(view, paper)])


SHAPE: Shape[Said] = Shape("statements", COLUMNS, cells, text)
