"""`reportedly export`: what the ledger holds, in the formats of others."""

from __future__ import annotations

from contextlib import closing
from dataclasses import asdict
from json import dumps
from pathlib import Path
from typing import TYPE_CHECKING, Annotated

import typer

from reportedly.cli.escape import visible_line
from reportedly.cli.listing import LEDGER, Db, InArticle, OfRun, Outlet, Since, Until, Words, choices, joined, opened
from reportedly.errors import RunError
from reportedly.web.words import plural

if TYPE_CHECKING:
    from reportedly.exports import Form, Manifest

EXAMPLES = """\b
Examples:
  reportedly export --as parquet -o strikes/ --type ASSAULT --since 2025
  reportedly export --as csv -o table/
  reportedly export --as jsonl -o records.jsonl --outlet "The Harbor Post"
  reportedly export --as polecat -o events.txt --include-unrealised
  reportedly export --as geojson -o map.geojson --place VEN
  reportedly export --as prov -o relays.jsonld --kind anonymous

--as: parquet, csv (folders), jsonl, plover, polecat, acled, geojson, webannotation, prov (files).
Each export comes with a manifest: the query, counts, what was left out, models, hashes of the files."""


def export(  # noqa: PLR0917 (typer takes each option from a parameter)
    form: Annotated[str, typer.Option("--as", metavar="FORM", help="The format, see below.")],
    output: Annotated[Path, typer.Option("-o", "--output", metavar="PATH", help="The file, or folder, to make.")],
    words: Words = None,
    by: Annotated[str | None, typer.Option(metavar="WORDS", help="Statements of this source.")] = None,
    kind: Annotated[list[str] | None, typer.Option(metavar="KIND", help="Statements of this kind of source.")] = None,
    act: Annotated[list[str] | None, typer.Option(metavar="ACT", help="Statements of this act.")] = None,
    type: Annotated[list[str] | None, typer.Option(metavar="TYPE", help="Events of this PLOVER type.")] = None,
    mode: Annotated[list[str] | None, typer.Option(metavar="MODE", help="Events of this mode.")] = None,
    status: Annotated[list[str] | None, typer.Option(metavar="STATUS", help="Events of this status.")] = None,
    actor: Annotated[str | None, typer.Option(metavar="WHO", help="Events by this country or name.")] = None,
    recipient: Annotated[str | None, typer.Option(metavar="WHO", help="Events done to this country or name.")] = None,
    place: Annotated[str | None, typer.Option(metavar="WHERE", help="Events in this country or place.")] = None,
    happened_since: Annotated[str | None, typer.Option(metavar="DATE", help="Events of this time or later.")] = None,
    happened_until: Annotated[str | None, typer.Option(metavar="DATE", help="Events of this time or earlier.")] = None,
    since: Since = None,
    until: Until = None,
    outlet: Outlet = None,
    article: InArticle = None,
    run: OfRun = None,
    all_events: Annotated[bool, typer.Option("--all-events", help="Also events without a PLOVER type.")] = False,
    include_unrealised: Annotated[
        bool,
        typer.Option(
            "--include-unrealised",
            help="Keep events that nobody says to have happened in the formats that have no place for a status, too.",
        ),
    ] = False,
    future_as_agree: Annotated[
        bool, typer.Option("--future-as-agree", help="plover: planned cooperation as AGREE, as the codebook has it.")
    ] = False,
    raw_csv: Annotated[
        bool, typer.Option("--raw-csv", help="Leave cells as they are that a spreadsheet would run as a formula.")
    ] = False,
    force: Annotated[bool, typer.Option("--force", help="Replace what is there.")] = False,
    json: Annotated[bool, typer.Option("--json", help="Print the manifest.")] = False,
    db: Db = LEDGER,
) -> None:
    """Write what the ledger holds in a format that other tools read.

    Statements and events can be chosen as by said and events; without a choice everything is written. Nothing is
    written as true: each format names who says so, if need be in columns of its own.
    """
    from reportedly.exports import Chosen, Target
    from reportedly.exports import export as write
    from reportedly.ledger.articles import chosen
    from reportedly.ledger.nouns import Filter

    asked = Filter(
        words=joined(words), by=by, kinds=choices(kind), acts=choices(act), types=choices(type), modes=choices(mode),
        statuses=choices(status), actor=actor, recipient=recipient, place=place, happened_since=happened_since,
        happened_until=happened_until, since=since, until=until, outlet=outlet, article=article, run=run,
        all_events=all_events,
    )  # fmt: skip
    query = {name: value for name, value in asdict(asked).items() if value not in (None, (), False)}
    target = Target(output, force, include_unrealised, raw_csv, future_as_agree, query)
    with opened(db) as ledger, closing(chosen(ledger, asked)) as found:
        manifest = write(known_form(form), (Chosen(*c) for c in found), target)
    print(dumps(manifest.to_json(), ensure_ascii=False, indent=1)) if json else show(manifest, output)


def known_form(form: str) -> Form:
    """A format by its name. RunError lists what there is."""
    from reportedly.exports import FORMS

    for known in FORMS:
        if form == known:
            return known
    raise RunError(f"--as {visible_line(form)}: there is no such format; there are: {', '.join(FORMS)}")


def show(manifest: Manifest, output: Path) -> None:
    """What was written, and what was left out."""
    from reportedly.exports.job import UNREALISED

    counts = (("article", manifest.articles), ("statement", manifest.statements), ("event", manifest.events))
    held = ", ".join(plural(count, noun) for noun, count in counts if count)
    print(f"wrote {visible_line(str(output))}: {held or 'nothing was found'}")
    for reason, count in manifest.left_out.items():
        hint = "; --include-unrealised keeps them" if reason == UNREALISED else ""
        print(f"left out: {count:,} {reason}{hint}")
