"""`reportedly diff`: what is different between two versions of an article, or two readings of it."""

from __future__ import annotations

from typing import TYPE_CHECKING, Annotated

import typer

from reportedly.cli.escape import visible_line
from reportedly.cli.listing import LEDGER, Db, opened, print_parts, write_line

if TYPE_CHECKING:
    from collections.abc import Iterator

    from rich.text import Text

    from reportedly.cli.paper import Paper
    from reportedly.ledger.difference import Change, Difference, Field, Passage
    from reportedly.ledger.nouns import Kept

EXAMPLES = """\b
Examples:
  reportedly diff a1b2c3d4e5f6a7b
  reportedly diff https://harborpost.example/news/tarrow --from 1 --to 3
  reportedly diff a1b2 --from-run 1 --to-run 2
  reportedly diff --json a1b2"""

SIGNS = {"added": "+", "removed": "-", "changed": "~"}
STYLES = {"added": "green", "removed": "red", "changed": "yellow"}
UNSET = "–"


def diff(  # noqa: PLR0917 (typer takes each option from a parameter)
    article: Annotated[str, typer.Argument(metavar="ARTICLE", help="Its id, the first letters of it, or its address.")],
    old: Annotated[
        int | None, typer.Option("--from", metavar="N", help="The older version; by default the one before.")
    ] = None,
    new: Annotated[
        int | None, typer.Option("--to", metavar="N", help="The newer version; by default the one that was seen last.")
    ] = None,
    from_run: Annotated[int | None, typer.Option(metavar="N", help="The older version as this run read it.")] = None,
    to_run: Annotated[int | None, typer.Option(metavar="N", help="The newer version as this run read it.")] = None,
    json: Annotated[bool, typer.Option("--json", help="Print one JSON object.")] = False,
    db: Db = LEDGER,
) -> None:
    """Show what an outlet changed in an article, and what that changes in its record.

    Without options the last text is compared with the one before it; of an article with one text, the last reading with
    the one before. In the text, what is gone stands in [-…-] and what is new in {+…+}.
    """
    from reportedly.ledger.difference import Reading, difference

    before = Reading(old, from_run) if old is not None or from_run is not None else None
    with opened(db) as ledger:
        found = difference(ledger, article, before, Reading(new, to_run))
    if json:
        write_line(found.to_json())
    else:
        print_parts(lambda paper: text(found, paper))


def text(found: Difference, paper: Paper) -> Iterator[Text]:
    """The two sides, what changed about the article, in its text and in its record."""
    from rich.text import Text

    from reportedly.cli.paper import section, wrap

    yield Text("\n").join([_side("-", found.old), _side("+", found.new)])
    if found.old.run != found.new.run and found.old.version != found.new.version:
        yield Text("Two runs have read these: what differs in statements and events may be theirs, not the outlet's.")
    if not (found.fields or found.text or found.changes):
        yield Text("Nothing is different but blanks.")
    if found.fields:
        rows = [line for f in found.fields for line in wrap(_field(f), paper.measure, hang=4)]
        yield Text("\n").join([section("About the article", paper), *rows])
    if found.text:
        passages = [Text("\n").join(wrap(_passage(p), paper.measure, hang=2)) for p in found.text]
        yield Text("\n\n").join([Text("\n").join([section("Text", paper), passages[0]]), *passages[1:]])
    for noun in ("statement", "event"):
        changes = [c for c in found.changes if c.noun == noun]
        if changes:
            rows = [line for c in changes for line in _change(c, paper)]
            yield Text("\n").join([section(f"{noun.capitalize()}s", paper), *rows])


def _side(sign: str, kept: Kept) -> Text:
    from rich.text import Text

    origin = f"{sign} {kept.id} version {kept.version}, run {kept.run}, seen {kept.seen}"
    return Text(visible_line(origin), style=STYLES["removed" if sign == "-" else "added"])


def _field(field: Field) -> Text:
    """A field, what it was and what it is: "status: considered → occurred"."""
    from rich.text import Text

    old, new = (visible_line(x) if x else UNSET for x in (field.old, field.new))
    return Text.assemble((f"  {field.field}: ", "dim"), (old, "red"), " → ", (new, "green"))


def _passage(passage: Passage) -> Text:
    """A passage with the words that are gone and new marked in place."""
    from rich.text import Text

    from reportedly.ledger.difference import reworded

    old, new = visible_line(passage.old).split(), visible_line(passage.new).split()
    line = Text()
    for gone, come, same in reworded(old, new):
        for words, around, style in ((gone, "[-{}-]", "red"), (come, "{{+{}+}}", "green"), (same, "{}", "")):
            if words:
                line.append(around.format(" ".join(words)), style=style).append(" ")
    return line


def _change(change: Change, paper: Paper) -> Iterator[Text]:
    from rich.text import Text

    from reportedly.cli.paper import wrap

    ids = " → ".join(visible_line(i) for i in dict.fromkeys((change.old, change.new)) if i)
    style = STYLES[change.change]
    line = Text.assemble((SIGNS[change.change], style), f" {visible_line(change.words)}", (f"  ({ids})", "dim"))
    yield from wrap(line, paper.measure, hang=2)
    for field in change.fields:
        yield from wrap(_field(field), paper.measure, hang=4)
