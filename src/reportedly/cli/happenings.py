"""`reportedly happenings` and `reportedly stories`: lists of what linking found."""

from __future__ import annotations

from collections.abc import Iterable, Sequence
from typing import TYPE_CHECKING, Annotated, Any

import typer

from reportedly.cli.listing import (
    LEDGER,
    After,
    Csv,
    Db,
    InArticle,
    Json,
    Limit,
    Outlet,
    Shape,
    Since,
    Until,
    Wanted,
    Words,
    choices,
    joined,
    opened,
    show_list,
)

if TYPE_CHECKING:
    from rich.text import Text

    from reportedly.cli.paper import Paper
    from reportedly.connect.nouns import Happening
    from reportedly.ledger.linked.nouns import FoundHappening, FoundStory, Sought

HAPPENINGS_EXAMPLES = """\b
Examples:
  reportedly happenings
  reportedly happenings --type ASSAULT --place XAA --happened-since 2025-03
  reportedly happenings --status disputed,unconfirmed,retracted
  reportedly happenings --dispute conflict --csv > conflicts.csv
  reportedly happening h3f9c2

\b
--status: occurred, ongoing, attempted, planned, considered, threatened, urged, conditional, called_off, denied,
unknown, disputed, unconfirmed, retracted.
--dispute: superseded, different_scope, different_attribution, conflict, denial."""

STORIES_EXAMPLES = """\b
Examples:
  reportedly stories
  reportedly stories ceasefire --since 2025-09
  reportedly stories --dispute denial
  reportedly timeline s4d2c1"""

Type = Annotated[list[str] | None, typer.Option(metavar="TYPE", help="Of this PLOVER type.")]
Mode = Annotated[list[str] | None, typer.Option(metavar="MODE", help="Of this PLOVER mode.")]
Status = Annotated[list[str] | None, typer.Option(metavar="STATUS", help="In this status.")]
Disputed = Annotated[list[str] | None, typer.Option("--dispute", metavar="KIND", help="With a dispute of this kind.")]
Spot = Annotated[str | None, typer.Option(metavar="PLACE", help="Where: words of a name, or a country code (USA).")]
HappenedSince = Annotated[str | None, typer.Option(metavar="DATE", help="That may have happened from this day on.")]
HappenedUntil = Annotated[str | None, typer.Option(metavar="DATE", help="That may have happened up to this day.")]
AllEvents = Annotated[bool, typer.Option("--all-events", help="Also those that have no PLOVER type and harmed nobody.")]

COLUMNS = (
    "id", "story", "name", "type", "mode", "status", "first_day", "last_day", "place", "country", "lat", "lon",
    "articles", "mentions", "origins_at_least", "origins_at_most", "figures", "disputes", "since",
)  # fmt: skip
STORY_COLUMNS = ("id", "first_day", "day", "articles", "copies", "happenings", "main", "since")

MAIN = 3
"""Happenings that stand for a story: those of which the most articles tell."""


def happenings(  # noqa: PLR0917 (typer takes each option from a parameter)
    words: Words = None,
    type: Type = None,
    mode: Mode = None,
    status: Status = None,
    dispute: Disputed = None,
    place: Spot = None,
    happened_since: HappenedSince = None,
    happened_until: HappenedUntil = None,
    since: Since = None,
    until: Until = None,
    outlet: Outlet = None,
    article: InArticle = None,
    story: Annotated[str | None, typer.Option(metavar="ID", help="Of this story.")] = None,
    all_events: AllEvents = False,
    limit: Limit = 50,
    after: After = None,
    json: Json = False,
    csv: Csv = False,
    db: Db = LEDGER,
) -> None:
    """List happenings: real events as all articles that tell of them have them, the newest article first.

    Those said to have happened are apart from those planned, denied, disputed, retracted … Nothing is called true.
    """
    from reportedly.ledger.linked.nouns import Sought
    from reportedly.ledger.linked.queries import happenings as ask

    asked = Sought(
        words=joined(words), types=choices(type), modes=choices(mode), statuses=choices(status),
        disputes=choices(dispute), place=place, happened_since=happened_since, happened_until=happened_until,
        since=since, until=until, outlet=outlet, article=article, story=story, all_events=all_events,
    )  # fmt: skip
    shape: Shape[FoundHappening] = Shape("happenings", COLUMNS, cells, text)
    with opened(db) as ledger:
        show_list(lambda part: ask(ledger, asked, part), shape, Wanted(json, csv, limit, after))


def stories(  # noqa: PLR0917 (typer takes each option from a parameter)
    words: Words = None,
    type: Type = None,
    status: Status = None,
    dispute: Disputed = None,
    place: Spot = None,
    since: Since = None,
    until: Until = None,
    outlet: Outlet = None,
    article: InArticle = None,
    limit: Limit = 50,
    after: After = None,
    json: Json = False,
    csv: Csv = False,
    db: Db = LEDGER,
) -> None:
    """List stories: articles that belong together, the newest article first. What is asked for is asked of happenings.

    `reportedly timeline STORY` shows what each is said to tell of, in order.
    """
    from reportedly.ledger.linked.nouns import Sought
    from reportedly.ledger.linked.queries import stories as ask

    asked = Sought(
        words=joined(words), types=choices(type), statuses=choices(status), disputes=choices(dispute), place=place,
        since=since, until=until, outlet=outlet, article=article,
    )  # fmt: skip
    if asked != Sought():
        asked = _every(asked)
    shape: Shape[FoundStory] = Shape("stories", STORY_COLUMNS, story_cells, story_text)
    with opened(db) as ledger:
        show_list(lambda part: ask(ledger, asked, part), shape, Wanted(json, csv, limit, after))


def _every(asked: Sought) -> Sought:
    """The same of happenings with and without a type: a story about an earthquake is a story."""
    from dataclasses import replace

    return replace(asked, all_events=True)


def cells(found: FoundHappening) -> Sequence[Any]:
    """A row of COLUMNS."""
    from reportedly.connect.wording import figure_words, title_of

    h = found.happening
    place = (h.place.name, h.place.country, h.place.lat, h.place.lon) if h.place else (None,) * 4
    return (
        h.id, found.story, title_of(h), h.type, h.mode, h.status, *(h.date or (None, None)), *place, len(h.articles),
        len(h.mentions), h.origins.at_least, h.origins.at_most, "; ".join(map(figure_words, h.counts)),
        "; ".join(dict.fromkeys(f"{d.kind} ({d.what})" for d in h.disputes)), found.since,
    )  # fmt: skip


def text(found: Sequence[FoundHappening], paper: Paper) -> Iterable[Text]:
    """Two sections, each with its heading: what is said to have happened, and what is not."""
    from rich.text import Text

    from reportedly.cli.paper import section
    from reportedly.connect.wording import has_happened
    from reportedly.web.reading.event_view import HAPPENED_TITLE, OTHERS_TITLE

    for title, happened in ((HAPPENED_TITLE, True), (OTHERS_TITLE, False)):
        among = [f for f in found if has_happened(f.happening.status) is happened]
        if among:
            yield section(title, paper)
            yield Text("\n").join(line for f in among for line in entry(f.happening, paper))


def entry(h: Happening, paper: Paper) -> list[Text]:
    """A happening in a line with its id, and below it when, figures, articles, origins, disputes."""
    from rich.text import Text

    from reportedly.cli.escape import visible_line
    from reportedly.cli.linked import lines_of, marked
    from reportedly.connect.wording import kind_of

    kind = visible_line(kind_of(h))
    head = Text.assemble((f"{h.id}  ", "bold cyan"), marked(h.status, _named(h)), (f"  {kind}", "dim"))
    return [*lines_of(head, paper, 0, 4), *lines_of(Text(told(h), style="dim"), paper, 4)]


def _named(h: Happening) -> str:
    from reportedly.connect.wording import title_of

    return title_of(h)


def told(h: Happening) -> str:
    """When, the best figures, how many articles and origins, over what it is disputed."""
    from reportedly.cli.escape import visible_line
    from reportedly.connect.wording import SHARP, counted, days_words, figure_words, spread_words, subject_words
    from reportedly.web.words import plural

    best = {counted(f): figure_words(f) for f in reversed(h.counts)}
    disputed = [f"{d.kind} over {subject_words(d.what)}" for d in h.disputes if d.kind in SHARP]
    parts = [
        days_words(h.date), *list(reversed(best.values()))[:2], plural(len(h.articles), "article"),
        f"independent origins {spread_words(h.origins)}", *dict.fromkeys(disputed),
    ]  # fmt: skip
    return visible_line(" · ".join(parts))


def main_of(found: FoundStory) -> list[Happening]:
    """The happenings that stand for a story: those that lists show, told by the most articles."""
    every = found.story.happenings
    shown = [h for h in every if h.listed] or list(every)
    return sorted(shown, key=lambda h: (-len(h.articles), -len(h.mentions)))[:MAIN]


def story_cells(found: FoundStory) -> Sequence[Any]:
    """A row of STORY_COLUMNS."""
    s = found.story
    main = "; ".join(f"{_named(h)} ({h.status})" for h in main_of(found))
    shown = sum(h.listed for h in s.happenings)
    return (found.story.id, found.first_day, found.day, len(s.articles), _copies(found), shown, main, found.since)


def _copies(found: FoundStory) -> int:
    return sum(len(c.articles) - 1 for c in found.story.copies)


def story_text(found: Sequence[FoundStory], paper: Paper) -> Iterable[Text]:
    """Each in a line, its main happenings below it."""
    from rich.text import Text

    from reportedly.cli.linked import articles_words, lines_of, marked
    from reportedly.connect.wording import days_words
    from reportedly.web.words import plural

    for f in found:
        shown = sum(h.listed for h in f.story.happenings)
        days = days_words((f.first_day, f.day))
        words = f"{days} · {articles_words(len(f.story.articles), _copies(f))} · {plural(shown, 'happening')}"
        lines = lines_of(Text.assemble((f.story.id, "bold cyan"), f"  {words}"), paper)
        for h in main_of(f):
            lines += lines_of(marked(h.status, _named(h)), paper, 4)
        yield Text("\n").join(lines)
