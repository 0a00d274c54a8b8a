"""`reportedly events`: what happened, or is said to be going to, from the whole ledger."""

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
    from reportedly.ledger.nouns import Happened
    from reportedly.record import Participant
    from reportedly.web.reading.event_view import EventView

EXAMPLES = """\b
Examples:
  reportedly events --type ASSAULT --status considered,threatened --place VEN
  reportedly events --actor USA --recipient "coast guard" --since 2025-09
  reportedly events --happened-since 2025-03-10 --happened-until 2025-03-14
  reportedly events blockade --status denied --json
  reportedly show a1b2c3d4e5f6a7b/e2

\b
--status: occurred, ongoing, attempted, planned, considered, threatened,
  urged, conditional, called_off, denied, unknown.
--place, --actor and --recipient take a name or an ISO code of a country (VEN).
WORDS are looked for in the whole article."""

COLUMNS = (
    "ref", "day", "outlet", "title", "url", "trigger", "type", "mode", "status", "factuality", "actors", "recipients",
    "counts", "place", "country", "lat", "lon", "time", "earliest", "latest", "according_to", "source_kind", "version",
    "run",
)  # fmt: skip


def events(  # noqa: PLR0917 (typer takes each option from a parameter)
    words: Words = None,
    type: Annotated[list[str] | None, typer.Option(metavar="TYPE", help="Of this PLOVER type.")] = None,
    mode: Annotated[list[str] | None, typer.Option(metavar="MODE", help="Of this mode.")] = None,
    status: Annotated[list[str] | None, typer.Option(metavar="STATUS", help="In this status.")] = None,
    actor: Annotated[str | None, typer.Option(metavar="WHO", help="By whom.")] = None,
    recipient: Annotated[str | None, typer.Option(metavar="WHO", help="To whom.")] = None,
    place: Annotated[str | None, typer.Option(metavar="WHERE", help="In this place or country.")] = None,
    happened_since: Annotated[
        str | None, typer.Option(metavar="DATE", help="Whose time is known and reaches this day, month or year.")
    ] = None,
    happened_until: Annotated[
        str | None, typer.Option(metavar="DATE", help="Whose time is known and begins no later than this.")
    ] = None,
    all_events: Annotated[bool, typer.Option("--all-events", help="Also those without a PLOVER type.")] = False,
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
    """Find events in the ledger: who does what to whom, in which status, according to whom.

    Those said to have happened are apart from those planned, threatened, denied …; the newest articles come first.
    Nothing is called true here: each event says who tells it.
    """
    from reportedly.ledger.happened import happened as ask
    from reportedly.ledger.nouns import Filter

    asked = Filter(
        words=joined(words), types=choices(type), modes=choices(mode), statuses=choices(status), actor=actor,
        recipient=recipient, place=place, happened_since=happened_since, happened_until=happened_until,
        all_events=all_events, since=since, until=until, outlet=outlet, article=article, run=run,
    )  # fmt: skip
    with opened(db) as ledger:
        show_list(lambda part: ask(ledger, asked, part), SHAPE, Wanted(json, csv, limit, after))


def cells(found: Happened) -> Sequence[Any]:
    """A row of COLUMNS; people and bodies by the names behind their words."""
    kept, e, place, time, teller = found.kept, found.event, found.place, found.time, found.teller
    named = {entity.id: entity.name for entity in found.entities}

    def name(entity: str | None, words: str) -> str:
        return named.get(entity or "", words)

    def names(parties: Sequence[Participant]) -> str:
        return "; ".join(name(p.entity, p.text) for p in parties)

    return (
        found.ref, kept.day, kept.outlet, kept.title, kept.url, found.trigger, e.type, e.mode, e.status, e.factuality,
        names(e.actors), names(e.recipients), view_of(found).counts,
        *((place.name or place.text, place.country, place.lat, place.lon) if place else (None,) * 4),
        *((time.text, time.earliest, time.latest) if time else (None,) * 3),
        name(teller.source.entity, teller.source.text or "no source given") if teller else None,
        teller.source.kind if teller else None, kept.version, kept.run,
    )  # fmt: skip


def view_of(found: Happened) -> EventView:
    """The event in words, from as much of its record as it takes."""
    from reportedly.record import Article, Record, Run
    from reportedly.web.reading.event_view import event_views

    record = Record(
        article=Article(id=found.kept.id),
        events=(found.event.model_copy(update={"same_as": None}),),
        places=(found.place,) if found.place else (),
        entities=found.entities,
        times=(found.time,) if found.time else (),
        statements=(found.teller,) if found.teller else (),
        run=Run(reportedly="", config=""),
    )
    [view] = event_views(record)
    return replace(view, id="", trigger=visible_line(found.trigger) or view.trigger)


def text(found: Sequence[Happened], paper: Paper) -> Iterable[Text]:
    """Two sections, each with its heading: what is said to have happened, and what is not."""
    from rich.text import Text

    from reportedly.cli.event_table import event_entry
    from reportedly.cli.paper import section
    from reportedly.web.reading.event_view import HAPPENED_TITLE, OTHERS_TITLE

    views = [(one, view_of(one)) for one in found]
    for title, happened in ((HAPPENED_TITLE, True), (OTHERS_TITLE, False)):
        listed = [(one, view) for one, view in views if view.happened is happened]
        if listed:
            yield section(title, paper)
        for one, view in listed:
            yield Text("\n").join([heading(one.ref, one.kept, paper), event_entry(view, paper)])


SHAPE: Shape[Happened] = Shape("events", COLUMNS, cells, text)
