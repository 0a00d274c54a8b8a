"""`reportedly stats`: what the ledger holds."""

from __future__ import annotations

from typing import TYPE_CHECKING, Annotated

import typer

from reportedly.cli.escape import visible_line
from reportedly.cli.listing import LEDGER, Db, opened, print_parts, write_line

if TYPE_CHECKING:
    from collections.abc import Iterator, Sequence

    from rich.text import Text

    from reportedly.cli.paper import Paper
    from reportedly.ledger.stats import Counted, Stats

EXAMPLES = """\b
Examples:
  reportedly stats
  reportedly stats --json
  reportedly stats --db archive.db"""

COUNTS = (
    "articles", "versions", "readings", "runs", "statements", "events", "untyped_events", "entities",
    "distinct_entities", "places", "times", "problems", "forgotten",
)  # fmt: skip
LISTS = ("outlets", "kinds", "acts", "types", "statuses")


def stats(
    json: Annotated[bool, typer.Option("--json", help="Print one JSON object.")] = False, db: Db = LEDGER
) -> None:
    """Count what the ledger holds: articles, statements, events, entities, problems, and the most frequent of each.

    Statements, events, entities, places and times are those of each article's latest reading.
    """
    from reportedly.ledger.stats import stats as count

    with opened(db) as ledger:
        counted = count(ledger)
    if json:
        write_line(counted.to_json())
    else:
        print_parts(lambda paper: text(counted, paper))


def text(counted: Stats, paper: Paper) -> Iterator[Text]:
    """The counts one below the other, then the lists."""
    from rich.text import Text

    from reportedly.cli.paper import section

    lines = [_line(name.replace("_", " "), getattr(counted, name)) for name in COUNTS]
    if counted.first_day:
        lines.append(Text(f"{'days':<18} {counted.first_day} to {counted.last_day}"))
    lines.append(Text(f"{'file':<18} {counted.bytes / 1e6:,.1f} MB"))
    yield Text("\n").join(lines)
    for name in LISTS:
        found: Sequence[Counted] = getattr(counted, name)
        if found:
            rows = [_line(visible_line(c.name), c.count) for c in found]
            yield Text("\n").join([section(name.capitalize(), paper), *rows])


def _line(name: str, count: int) -> Text:
    from rich.text import Text

    line = Text(name)
    line.truncate(40, overflow="ellipsis")
    line.pad_right(max(0, 18 - line.cell_len))
    return line.append(f" {count:>9,}")
