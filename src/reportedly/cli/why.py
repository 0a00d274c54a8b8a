"""`reportedly why`: how a statement, an event … of a record came about: its words, its makers, their scores."""

from __future__ import annotations

import json as json_format
import sys
from typing import TYPE_CHECKING, Annotated, Any

import typer

from reportedly.cli.escape import visible_line
from reportedly.cli.listing import LEDGER, Db
from reportedly.errors import RunError

if TYPE_CHECKING:
    from rich.text import Text

    from reportedly.cli.explain import Explanation, Named, Row
    from reportedly.record import Record
    from reportedly.web.reading.segments import Segment

EXAMPLES = """\b
Examples:
  reportedly why records.jsonl s3
  reportedly why records.jsonl e3
  reportedly why records.jsonl --article harbour-1 s3
  reportedly read --json --all-events article.txt | reportedly why - e7
  reportedly why --json records.jsonl n2
  reportedly why h3f9c2                 why mentions in the ledger are one happening
  reportedly why a1b2c3                 why an article is in its story"""

AROUND = 60
"""Characters of text shown on both sides of the words: about a clause."""

LISTED = 40
"""Ids listed in a message; more would hide it."""

COLOURS = {
    "source": "bold blue",
    "cue": "bold yellow",
    "content": "green",
    "trigger": "bold red",
    "actor": "bold blue",
    "recipient": "bold cyan",
}
SHOWN = ("source", "cue", "content", "addressee", "trigger", "actor", "recipient", "span", "mentions")
"""Roles marked in the quoted words; a sentence or a count would mark the words twice."""


def why(
    file: Annotated[
        str,
        typer.Argument(
            metavar="RECORD",
            help="Records as written by reportedly read --json; - for standard input. Without an ID: a happening, a "
            "story or an article of the ledger.",
        ),
    ],
    id: Annotated[
        str | None,
        typer.Argument(
            metavar="ID",
            help="A statement (s3), event (e2), entity (n1), time (t1) or place (p1).",
            show_default=False,
        ),
    ] = None,
    article: Annotated[
        str | None, typer.Option(metavar="ID", help="The article, where several in the file have this id.")
    ] = None,
    json: Annotated[bool, typer.Option("--json", help="Print the explanation as JSON.")] = False,
    db: Db = LEDGER,
) -> None:
    """Explain a statement or an event: its words, each field's maker.

    Fields come with the head or rule and version that made them, its score and its evidence. For an event: who does
    what to whom, how many, when and where, its status, and which statement tells it.

    Of what was linked in the ledger: which features joined mentions or articles, with their weights, on which words.
    """
    if id is None:
        from reportedly.cli.why_links import why_linked

        why_linked(db, file, json=json)
        return
    explanation = find(file, article, id)
    if json:
        sys.stdout.write(json_format.dumps(explanation.to_json(), ensure_ascii=False, indent=1) + "\n")
        return
    from rich.console import Console

    console = Console(highlight=False, markup=False, emoji=False)
    console.print(explained(explanation, colour=console.color_system is not None), soft_wrap=not console.is_terminal)


def find(file: str, article: str | None, wanted: str) -> Explanation:
    """The explanation of an id in a file of records; an error that lists what there is, where it is not to be had."""
    from reportedly.cli.explain import explain
    from reportedly.cli.records import read_records

    articles: list[str] = []
    there: list[str] = []
    found: list[Explanation] = []
    for record in read_records(file):
        articles.append(record.article.id)
        if article in (None, record.article.id):
            there += [i for i in ids_in(record) if i not in there]
            one = explain(record, wanted)
            found += [one] if one else []
    if article is not None and article not in articles:
        raise RunError(f"no article {quoted(article)} in this file; it holds: {listed(articles)}")
    if not found:
        where = quoted(article) if article else "this file"
        raise RunError(f"no {quoted(wanted)} in {where}; it has: {listed(there)}{untyped_hint(wanted)}")
    if len(found) > 1:
        several = listed([e.record.article.id for e in found])
        raise RunError(f"{len(found)} articles have {quoted(wanted)}; choose one with --article: {several}")
    return found[0]


def ids_in(record: Record) -> list[str]:
    """The ids that can be asked for."""
    from reportedly.cli.explain import ids

    return ids(record)


def untyped_hint(wanted: str) -> str:
    """Why an event may be missing, and what to do."""
    event = wanted[:1] == "e" and wanted[1:].isdecimal()
    return "; events without a type are kept by reportedly read --all-events only" if event else ""


def quoted(name: str) -> str:
    """A name in a message."""
    return f"'{visible_line(name)}'"


def listed(names: list[str]) -> str:
    """Names in a message, not too many of them."""
    shown = ", ".join(map(visible_line, names[:LISTED]))
    return (shown + (f" … and {len(names) - LISTED} more" if len(names) > LISTED else "")) or "nothing"


def explained(explanation: Explanation, *, colour: bool) -> Text:
    """The explanation for people."""
    from rich.text import Text

    record = explanation.record
    origin = " · ".join(filter(None, (record.article.title or record.article.id, record.article.outlet)))
    head = Text.assemble(
        (f"{explanation.noun} {visible_line(explanation.item.id)}", "bold"), ("  " + visible_line(origin), "dim")
    )
    parts = [head, *quotes(explanation, colour=colour), *related(explanation), Text()]
    rows = [r for r in explanation.rows if r.value not in (None, [], {}) or r.why]
    width = max((len(visible_line(r.field)) for r in rows), default=0)
    for row in rows:
        parts += field_lines(row, record, width)
    unset = [r.field for r in explanation.rows if r not in rows]
    if unset:
        parts.append(Text(visible_line(f"not set: {', '.join(unset)}"), style="dim"))
    made = [f"reportedly {record.run.reportedly}", *(f"{name} {value}" for name, value in record.run.models.items())]
    parts.append(Text(visible_line(f"read by {', '.join(made)}"), style="dim"))
    return Text("\n").join(parts)


def quotes(explanation: Explanation, *, colour: bool) -> list[Text]:
    """The words in their surroundings, one paragraph for each place in the text."""
    from rich.text import Text

    from reportedly.web.reading.segments import cut, windows

    text = explanation.record.article.text
    marks = [m for m in explanation.marks if m.role in SHOWN and m.span[1] <= len(text)]
    paragraphs = []
    for window in windows([m.span for m in marks], text, AROUND):
        line = Text.assemble(("  … " if window[0] else "  ", "dim"))
        for segment in cut(window, marks):
            line.append_text(marked(segment, text, colour=colour))
        line.append(" …" if window[1] < len(text) else "", style="dim")
        paragraphs += [Text(), line]
    return paragraphs


def marked(segment: Segment, text: str, *, colour: bool) -> Text:
    """One segment: coloured, or in brackets with its role where there is no colour."""
    from rich.text import Text

    words = text[slice(*segment.span)]
    shown = visible_line(words)
    if not shown:
        return Text(" ")
    if not segment.marks:
        line = Text(shown, style="dim")
    elif colour:
        line = Text(shown, style=COLOURS.get(segment.marks[-1].role, "bold") + " underline")
    else:
        line = Text(f"[{'/'.join(dict.fromkeys(m.role for m in segment.marks))}: {shown}]")
    return Text.assemble(" " * words[0].isspace(), line, " " * words[-1].isspace())


def related(explanation: Explanation) -> list[Text]:
    """An event in words; in which statements it stands, which stand in it, of which events it tells."""
    from rich.text import Text

    from reportedly.cli.explain import ancestors, label, nested, same, told

    item, record = explanation.item, explanation.record
    lines = [f"  {words}" for words in in_words(item, record)]
    for words, others in (
        ("reported inside", ancestors(item, record)),
        ("holds", nested(item, record)),
        ("tells of", told(item, record)),
        ("the same event", same(item, record)),
    ):
        names = [f"{other.id} ({label(other.id, record)})" for other in others]
        lines += [f"  {words}: {visible_line(', '.join(names))}"] if names else []
    return [Text(), *map(Text, lines)] if lines else []


def in_words(item: Named, record: Record) -> list[str]:
    """An event as the ledger shows it: what and according to whom, then who to whom, how many, when and where."""
    from reportedly.record import Event
    from reportedly.web.reading.event_view import event_views

    if not isinstance(item, Event):
        return []
    [view] = event_views(record.model_copy(update={"events": (item,)}))
    details = " · ".join(filter(None, (view.parties, view.counts, view.when, view.where)))
    return [f"{view.mark} {view.kind}, {view.status}, {view.telling}", *([f"  {details}"] if details else [])]


def field_lines(row: Row, record: Record, width: int) -> list[Text]:
    """A field, its value, and underneath who made it."""
    from rich.text import Text

    line = Text.assemble((visible_line(row.field).ljust(width), "bold"), "  ", value_words(row))
    if row.points_at:
        line.append(f" = {visible_line(row.points_at)}")
    if row.why is None:
        return [line]
    score = f", score {row.why.score:.2f}" if row.why.score is not None else ""
    made = Text(f"{' ' * width}  by {visible_line(row.why.by)}{score}", style="cyan")
    if row.why.missing:
        made.append(f", missing: {visible_line(row.why.missing.replace('_', ' '))}", style="magenta")
    if row.why.evidence:
        evidence = ", ".join(f"“{visible_line(record.article.text[a:b])}”" for a, b in row.why.evidence)
        made.append(f", because of {evidence}")
    return [line, made]


def value_words(row: Row) -> str:
    """A value for people: spans as the words they hold with their offsets, the rest as it is."""
    from reportedly.cli.explain import spans_of

    if row.words:
        return ", ".join(
            f"“{visible_line(w)}” {a}-{b}" for w, (a, b) in zip(row.words, spans_of(row.value), strict=True)
        )
    if row.field == "relay" and row.value:
        return " → ".join(map(plain, row.value))
    return plain(row.value)


def plain(value: Any) -> str:
    """A value of the format in words."""
    if value is None:
        return "-"
    if isinstance(value, bool):
        return "yes" if value else "no"
    if isinstance(value, float) and value.is_integer():
        return str(int(value))
    if isinstance(value, list):
        return ", ".join(map(plain, value)) or "-"
    return visible_line(str(value))
