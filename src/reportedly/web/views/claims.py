"""The claims grid: what each origin says of each field, with its words, and where they differ. Nobody is right here."""

from __future__ import annotations

from collections import defaultdict
from collections.abc import Iterable, Iterator, Mapping, Sequence
from typing import NamedTuple

from reportedly.connect.nouns import DisputeKind, Evidence, Happening
from reportedly.connect.wording import counted, days_words, figure_words, status_words
from reportedly.ledger.linked.assertions import Assertion
from reportedly.record.span import Noun, Span
from reportedly.web.views.marks import Mark, of_figure, of_side
from reportedly.web.views.whose import Column, Columns

FIELDS = {
    "status": "whether it happened",
    "time": "when",
    "place": "where",
    "actor": "who did it",
    "recipient": "to whom",
    "type": "what it is",
}
"""Fields of every event and what their rows are called; a row for each kind of figure follows."""

OF = {"status": ("occurrence", "status"), "time": ("time",), "place": ("place",), "actor": ("actor",)}
"""What disputes over a field are about."""

ANSWERS = frozenset({"denied", "called_off"})
"""Statuses of a mention that stands on the answering side of a dispute."""

COLUMNS = (
    "field", "origin", "origin_kind", "is_origin", "value", "words", "articles", "outlets", "references", "disputes",
)  # fmt: skip
"""Columns of the grid as a table of its claims."""


class Ref(Noun):
    """Where a claim stands: the article, its outlet and day, the event that says it or the place of the words."""

    article: str
    outlet: str
    day: str | None = None
    event: str | None = None
    span: Span | None = None


class Claim(Noun):
    """One value that somebody gives, the words of the articles for it, where they stand, and its marks of dispute."""

    value: str
    happened: bool = True
    words: tuple[str, ...] = ()
    refs: tuple[Ref, ...] = ()
    marks: tuple[Mark, ...] = ()


class Row(Noun):
    """A field, the kinds of dispute over it, and what each column says of it."""

    field: str
    label: str
    disputes: tuple[DisputeKind, ...] = ()
    cells: tuple[tuple[Claim, ...], ...] = ()


class Grid(Noun):
    """Fields by origins. `silent` are the names of origins that no article quotes on any field."""

    columns: tuple[Column, ...] = ()
    rows: tuple[Row, ...] = ()
    silent: tuple[str, ...] = ()


class Sources(NamedTuple):
    """What the grid is made of: what the mentions say, the words of evidence, articles by id with outlet and day."""

    assertions: Sequence[Assertion]
    words: Mapping[Evidence, str]
    articles: Mapping[str, tuple[str, str | None]]


class _Said(NamedTuple):
    field: str
    column: Column
    value: str
    word: str
    ref: Ref
    marks: tuple[Mark, ...]
    happened: bool = True


def grid_of(h: Happening, given: Sources) -> Grid:
    """The grid of one happening. Copies say nothing of their own: leave them out of what is given."""
    columns = Columns(h, given.words)
    said = [*_mentions(h, given, columns), *_figures(h, given, columns)]
    fields = [f for f in (*FIELDS, *dict.fromkeys(counted(f) for f in h.counts)) if any(s.field == f for s in said)]
    cells: dict[tuple[str, str], list[_Said]] = defaultdict(list)
    for s in said:
        cells[s.field, s.column.key].append(s)
    used = {s.column.key for s in said}
    every = columns.by_key.values()
    shown = sorted((c for c in every if c.key in used), key=lambda c: not c.counted)
    silent = tuple(c.name for c in every if c.key not in used and c.counted)
    rows = (_row(h, field, [cells.get((field, c.key), []) for c in shown]) for field in fields)
    return Grid(columns=tuple(shown), rows=tuple(rows), silent=silent)


def table_of(grid: Grid) -> Iterator[tuple[str | int | bool | None, ...]]:
    """COLUMNS, then the claims, each in a row."""
    yield COLUMNS
    for row in grid.rows:
        for column, cell in zip(grid.columns, row.cells, strict=True):
            for c in cell:
                articles = tuple(dict.fromkeys(r.article for r in c.refs))
                yield (
                    row.field, column.name, column.kind, column.counted, c.value, "; ".join(c.words),
                    len(articles), "; ".join(dict.fromkeys(r.outlet for r in c.refs)),
                    "; ".join(f"{r.article}/{r.event}" if r.event else _at(r) for r in c.refs),
                    "; ".join(f"{m.kind}: {m.words}" for m in c.marks),
                )  # fmt: skip


def _row(h: Happening, field: str, said: Sequence[Sequence[_Said]]) -> Row:
    cells = tuple(_cell(among) for among in said)
    over = [d.kind for d in h.disputes if d.what in OF.get(field, (field,))]
    kinds = dict.fromkeys([*over, *(m.kind for cell in cells for c in cell for m in c.marks)])
    return Row(field=field, label=FIELDS.get(field, field), disputes=tuple(kinds), cells=cells)


def _at(r: Ref) -> str:
    return f"{r.article}:{r.span[0]}-{r.span[1]}" if r.span else r.article


def _mentions(h: Happening, given: Sources, columns: Columns) -> Iterator[_Said]:
    for a in given.assertions:
        if a.mention.article not in given.articles:
            continue
        outlet, day = given.articles[a.mention.article]
        ref = Ref(article=a.mention.article, outlet=outlet, day=day, event=a.mention.event, span=a.mention.trigger)
        column, answers = columns.of_assertion(a), _answers(a)
        for field, value in _values(a):
            marks = of_side(OF.get(field, ()), ref.article, answers, h.disputes)
            happened = field != "status" or a.status in ("occurred", "ongoing")
            yield _Said(field, column, value, a.words, ref, marks, happened)


def _answers(a: Assertion) -> bool:
    return a.status in ANSWERS or (a.teller is not None and a.teller.act == "deny")


def _values(a: Assertion) -> Iterator[tuple[str, str]]:
    if a.status != "unknown":
        yield "status", status_words(a.status)
    if a.days:
        yield "time", days_words(a.days)
    if a.place:
        yield "place", a.place.name
    yield from (("actor", name) for name in a.actors)
    yield from (("recipient", name) for name in a.recipients)
    if a.type:
        yield "type", ".".join(filter(None, (a.type, a.mode)))


def _figures(h: Happening, given: Sources, columns: Columns) -> Iterator[_Said]:
    for f in h.counts:
        marks = of_figure(f, h.disputes)
        for article in f.articles:
            if article not in given.articles:
                continue
            outlet, day = given.articles[article]
            e = next((e for e in f.evidence if e.article == article), None)
            ref = Ref(article=article, outlet=outlet, day=day, span=e.span if e else None)
            for column in columns.of_claim(f.origins, article):
                yield _Said(counted(f), column, figure_words(f), given.words.get(e, "") if e else "", ref, marks)


def _cell(said: Iterable[_Said]) -> tuple[Claim, ...]:
    """What one column says of one field, each value once, in the order in which they came."""
    values: dict[tuple[str, tuple[Mark, ...]], list[_Said]] = defaultdict(list)
    for s in said:
        values[s.value.casefold(), s.marks].append(s)
    return tuple(
        Claim(
            value=among[0].value, happened=among[0].happened, marks=marks,
            words=tuple(dict.fromkeys(s.word for s in among if s.word)),
            refs=tuple(dict.fromkeys(s.ref for s in among)),
        )
        for (_, marks), among in values.items()
    )  # fmt: skip
