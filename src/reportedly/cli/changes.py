"""`reportedly changes`: what is new since a day or a moment."""

from __future__ import annotations

from collections.abc import Iterable, Sequence
from typing import TYPE_CHECKING, Annotated, Any

import typer

from reportedly.cli.listing import LEDGER, After, Csv, Db, Json, Limit, Shape, Wanted, choices, opened, show_list

if TYPE_CHECKING:
    from rich.text import Text

    from reportedly.cli.paper import Paper
    from reportedly.connect.clippings import Clipping
    from reportedly.ledger.linked.nouns import KeptChange

EXAMPLES = """\b
Examples:
  reportedly changes --since 2025-09-01
  reportedly changes --since 2025-09-01T06:00:00Z --kind figure_changed,denial
  reportedly changes --story s4d2c1 --json

WHEN is when something was found here, not when it happened or was published. Copies and relays are no news.

\b
--kind: new_happening, new_origin, figure_changed, status_changed, correction, denial, conflict, retraction, merged,
split."""

COLUMNS = (
    "at", "kind", "happening", "name", "type", "story", "what", "before", "after", "by", "note", "articles", "others",
)  # fmt: skip

STYLES = {"denial": "red", "conflict": "red", "retraction": "magenta", "correction": "yellow"}


def changes(  # noqa: PLR0917 (typer takes each option from a parameter)
    since: Annotated[
        str | None, typer.Option(metavar="WHEN", help="Found since this day, month, year or moment (UTC).")
    ] = None,
    kind: Annotated[list[str] | None, typer.Option(metavar="KIND", help="Of this kind.")] = None,
    story: Annotated[
        str | None, typer.Option(metavar="ID", help="In this story: its id, or that of a happening or article of it.")
    ] = None,
    limit: Limit = 50,
    after: After = None,
    json: Json = False,
    csv: Csv = False,
    db: Db = LEDGER,
) -> None:
    """List what is new, the oldest first: happenings, independent origins, figures, statuses, denials, corrections.

    What is new is what was told since, by whomever it was told; it may be wrong.
    """
    from reportedly.ledger.linked.cuttings import clippings
    from reportedly.ledger.linked.nouns import News
    from reportedly.ledger.linked.queries import changes as ask

    asked = News(kinds=choices(kind), story=story)
    with opened(db) as ledger:

        def text(found: Sequence[KeptChange], paper: Paper) -> Iterable[Text]:
            return parts(found, clippings(ledger, (a for f in found for a in f.change.articles)), paper)

        shape: Shape[KeptChange] = Shape("changes", COLUMNS, cells, text)
        show_list(lambda part: ask(ledger, since, part, asked), shape, Wanted(json, csv, limit, after))


def cells(found: KeptChange) -> Sequence[Any]:
    """A row of COLUMNS."""
    c = found.change
    return (
        found.at, c.kind, c.happening, c.name, c.type, found.story, c.what, c.before, c.after, "; ".join(c.by), c.note,
        "; ".join(c.articles), "; ".join(c.others),
    )  # fmt: skip


def parts(found: Sequence[KeptChange], clippings: dict[str, Clipping], paper: Paper) -> Iterable[Text]:
    """Under the day on which they were found, each on two or three lines."""
    from rich.text import Text

    from reportedly.cli.paper import section
    from reportedly.connect.wording import days_words

    for day in dict.fromkeys(f.at[:10] for f in found):
        yield section(f"Found on {days_words((day, day))}", paper)
        lines = [line for f in found if f.at[:10] == day for line in _entry(f, clippings, paper)]
        yield Text("\n").join(lines)


def _entry(found: KeptChange, clippings: dict[str, Clipping], paper: Paper) -> list[Text]:
    from rich.text import Text

    from reportedly.cli.escape import visible_line
    from reportedly.cli.linked import known, lines_of, outlets_words
    from reportedly.connect.changes import KINDS
    from reportedly.connect.news import told

    c = found.change
    head = Text.assemble(
        (f"{found.at[11:16]}  ", "dim"), (KINDS[c.kind], STYLES.get(c.kind, "bold")), f": {visible_line(c.name)}",
        (f"  {c.happening or ''}", "dim"),
    )  # fmt: skip
    lines = lines_of(head, paper, 0, 7)
    if said := visible_line(told(c)):
        lines += lines_of(said, paper, 7)
    if articles := known(c.articles, clippings):
        lines += lines_of(Text(f"in {outlets_words(articles)}", style="dim"), paper, 7)
    return lines
