"""`reportedly timeline`: what is said to have happened when, who said so when, when that was published."""

from __future__ import annotations

import re
from collections.abc import Iterable, Iterator, Sequence
from dataclasses import dataclass
from typing import TYPE_CHECKING, Annotated, Any

import typer

from reportedly.cli.happenings import AllEvents, HappenedSince, HappenedUntil, Spot, Status, Type
from reportedly.cli.listing import LEDGER, Csv, Db, Json, Limit, Shape, Wanted, choices, joined, opened, show_list
from reportedly.errors import LedgerError

if TYPE_CHECKING:
    from rich.text import Text

    from reportedly.cli.paper import Paper
    from reportedly.connect.clippings import Clipping
    from reportedly.connect.timeline import Cuttings, Entry, Given
    from reportedly.ledger.connect import Ledger
    from reportedly.ledger.linked.nouns import Sought

EXAMPLES = """\b
Examples:
  reportedly timeline s4d2c1                       a story
  reportedly timeline h3f9c2                       the story of a happening; also of an article: a1b2c3
  reportedly timeline ceasefire --place XAA        all happenings that the words fit
  reportedly timeline ceasefire --happened-since 2025-09 --json

Of each entry three dates are kept apart: when it is said to have happened or to be going to, when somebody said so, and
when that was published."""

COLUMNS = (
    "happening", "name", "type", "mode", "status", "happened_first", "happened_last", "said_first", "said_last",
    "published_first", "published_last", "place", "origins_at_least", "origins_at_most", "articles", "copies",
    "figures", "disputes", "words",
)  # fmt: skip

GIVEN = 4
"""Figures of one kind that an entry shows: the first, and the last ones."""

_ID = re.compile(r"[hsa][0-9a-f]{3,}|.+/e\d+|\w+://\S+")
"""What may name a story, a happening or an article; other words are looked for."""


@dataclass(frozen=True)
class Told:
    """The happenings of a timeline, and what is known of their articles."""

    entries: tuple[Entry, ...]
    cuttings: Cuttings


def timeline(  # noqa: PLR0917 (typer takes each option from a parameter)
    what: Annotated[
        list[str],
        typer.Argument(metavar="STORY|QUERY", help="A story, by its id or that of a happening or article; or words."),
    ],
    type: Type = None,
    status: Status = None,
    place: Spot = None,
    happened_since: HappenedSince = None,
    happened_until: HappenedUntil = None,
    all_events: AllEvents = False,
    limit: Limit = 200,
    json: Json = False,
    csv: Csv = False,
    db: Db = LEDGER,
) -> None:
    """Print happenings in order of the day on which each happened or is to happen; those without a date come last.

    Each with its status, its independent origins as a range, its figures as they came in, and the words of an article.
    Copies are folded.
    """
    from reportedly.ledger.linked.nouns import Sought
    from reportedly.ledger.paging import Page

    words = joined(what) or ""
    with opened(db) as ledger:
        story = _story(ledger, words)
        asked = Sought(
            words=None if story else words, story=story, types=choices(type), statuses=choices(status), place=place,
            happened_since=happened_since, happened_until=happened_until, all_events=all_events,
        )  # fmt: skip
        told = told_of(ledger, asked, limit)

        def text(found: Sequence[Entry], paper: Paper) -> Iterable[Text]:
            return parts(found, told.cuttings, paper)

        shape: Shape[Entry] = Shape("happenings", COLUMNS, cells, text)
        show_list(lambda _: Page(told.entries), shape, Wanted(json, csv, limit=1))


def _story(ledger: Ledger, words: str) -> str | None:
    """The id of the story that is meant; None for words to look for."""
    from reportedly.ledger.linked.queries import story

    if not _ID.fullmatch(words.strip()):
        return None
    try:
        return story(ledger, words).story.id
    except LedgerError:
        if "/" in words or len(words.strip()) > 15:
            raise
        return None  # "cafe", "added" and the like are words, too


def told_of(ledger: Ledger, asked: Sought, limit: int = 200) -> Told:
    """The timeline of all happenings that fit, at most so many, those with the newest articles; 0 is all."""
    from reportedly.connect.timeline import timeline_of
    from reportedly.ledger.fetch import snapshot
    from reportedly.ledger.linked.cuttings import cuttings
    from reportedly.ledger.linked.queries import happenings, story
    from reportedly.ledger.paging import Part, every

    with snapshot(ledger):
        if limit:
            found = list(happenings(ledger, asked, Part(limit)).items)
        else:
            found = list(every(lambda part: happenings(ledger, asked, part)))
        stories = dict.fromkeys(f.story for f in found)
        copies = [c for id in stories for c in story(ledger, id).story.copies]
        known = cuttings(ledger, [f.happening for f in found], copies)
    return Told(timeline_of((f.happening for f in found), known), known)


def cells(e: Entry) -> Sequence[Any]:
    """A row of COLUMNS."""
    none = (None, None)
    return (
        e.happening, e.name, e.type, e.mode, e.status, *(e.date or none), *(e.said or none), *(e.published or none),
        e.place.name if e.place else None, *e.origins, e.articles, e.copies, "; ".join(g.words for g in e.figures),
        "; ".join(f"{kind} ({what})" for kind, what in e.disputes), e.wordings[0].sentence if e.wordings else None,
    )  # fmt: skip


def parts(entries: Sequence[Entry], cuttings: Cuttings, paper: Paper) -> Iterator[Text]:
    """Under each date what is said to have happened on it."""
    from rich.text import Text

    from reportedly.cli.linked import lines_of
    from reportedly.cli.paper import section
    from reportedly.connect.wording import days_words

    last: object = ()
    for e in entries:
        if e.date != last:
            yield section(days_words(e.date, "No date: none of the articles gives one that could be read"), paper)
            last = e.date
        lines = entry(e, paper)
        for g in figures(e):
            lines += lines_of(g, paper, 4)
        for w in e.wordings[:1]:
            c = cuttings.clippings.get(w.mention.article)
            lines += lines_of(_worded(w.sentence, w.by, c), paper, 4)
        yield Text("\n").join(lines)


def entry(e: Entry, paper: Paper) -> list[Text]:
    """What and its status, then the other two dates, then how many articles and origins."""
    from rich.text import Text

    from reportedly.cli.escape import visible_line
    from reportedly.cli.linked import lines_of, marked
    from reportedly.connect.wording import SHARP, articles_words, days_words, subject_words

    kind = visible_line(".".join(filter(None, (e.type, e.mode)))) or "untyped"
    head = Text.assemble(marked(e.status, e.name), (f"  {kind}  {e.happening}", "dim"))
    low, high = e.origins
    parts = [
        f"said {days_words(e.said)}" if e.said else "", f"published {days_words(e.published, 'on days not known')}",
        articles_words(e.articles, e.copies), f"independent origins {low if low == high else f'{low}–{high}'}",
        *(f"{kind} over {subject_words(what)}" for kind, what in e.disputes if kind in SHARP),
    ]  # fmt: skip
    return [*lines_of(head, paper, 0, 4), *lines_of(Text(visible_line(" · ".join(filter(None, parts)))), paper, 4)]


def figures(e: Entry) -> Iterator[Text]:
    """Each kind in a line, as it came in: "5 killed (4 March 2025) → 9 killed (5 March 2025)"."""
    from rich.text import Text

    for what in dict.fromkeys(g.what for g in e.figures):
        given = [g for g in e.figures if g.what == what]
        shown = given if len(given) <= GIVEN else [given[0], *given[1 - GIVEN :]]
        words = [_given(g) for g in shown]
        if len(given) > GIVEN:
            words.insert(1, f"{len(given) - GIVEN:,} more")
        yield Text("figures as they came in: " if len(given) > 1 else "") + Text(" → ".join(words))


def _given(g: Given) -> str:
    from reportedly.cli.escape import visible_line
    from reportedly.connect.wording import days_words, listed

    by = f", according to {listed(g.by, 2)}" if g.by else ""
    return visible_line(f"{g.words} ({days_words(g.published, 'day not known')}{by})")


def _worded(sentence: str, by: str | None, c: Clipping | None) -> Text:
    from reportedly.cli.linked import quoted

    outlet = c.called if c else "an article that was forgotten since"
    return quoted(sentence, f"{outlet}, according to {by}" if by and by != "no source given" else outlet)
