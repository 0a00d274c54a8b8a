"""One self-contained page for articles, their statements and events: no external resource, no cookie.

The text is cut at every boundary of every statement (`segments`), and each piece is wrapped in an element for each role
that it plays, outermost first. The script only adds to what the marks and the list hold already: without it the marks
are links to the list, and the list links back.
"""

from __future__ import annotations

import hashlib
from base64 import b64encode
from bisect import bisect_left, bisect_right
from collections.abc import Iterable, Mapping, Sequence
from dataclasses import dataclass
from functools import cache, cached_property
from typing import TYPE_CHECKING

from markupsafe import Markup

from reportedly.record import Record, Span
from reportedly.record.span import Noun
from reportedly.web.jinja import environment
from reportedly.web.reading.anchors import Naming, counted
from reportedly.web.reading.event_view import HAPPENED_TITLE, OTHERS_TITLE, EventView
from reportedly.web.reading.notes import KINDS, NOTE, notes
from reportedly.web.reading.place_view import CREDIT
from reportedly.web.reading.segments import Mark, Segment, cut
from reportedly.web.reading.text_blocks import Block, blocks
from reportedly.web.reading.view import ArticleView, StatementView, article_view
from reportedly.web.visible import visible_cells

if TYPE_CHECKING:
    from jinja2 import Environment

LEVELS = 4
"""Levels of nesting that are drawn apart; deeper ones look like the last."""

ROLES = ("content", "source", "cue")
"""Outermost first where one statement has two roles in the same words ("a claim", "as he put it")."""

OPENS = ("event", "cue", "source", "content")
"""Which words a link from the list arrives at: the first of these that there are."""

ASKED = "asked"
"""The role of words that somebody wants to see."""

AT = "at"
"""The name of their anchor."""

ASIDE = (NOTE, ASKED)
"""Roles that belong to no statement and no event."""


@dataclass(frozen=True)
class Piece:
    """A segment as the page shows it. `keys` are its statements and events, innermost last; `opens` those whose words
    start here, where their links from the list arrive; `tip` says whom a source stands for, or what an event is, `note`
    what the words mean: a date, a place, a pronoun. `kinds` says which of these it is, `noted` are their names where
    they have any, `begins` those that begin here; `asked`: somebody asked for these very words."""

    words: str
    layers: tuple[str, ...]
    keys: tuple[str, ...]
    opens: tuple[str, ...]
    tip: str | None
    note: str | None = None
    kinds: tuple[str, ...] = ()
    noted: tuple[str, ...] = ()
    begins: tuple[str, ...] = ()
    asked: bool = False

    @property
    def noticed(self) -> bool:
        """Are its words more than words, whatever statement or event they belong to?"""
        return bool(self.note or self.asked)


@dataclass(frozen=True)
class Names:
    """Names of anchors: of each noun; which of them open and begin in a segment; and the tips of some."""

    keys: Mapping[int, str]
    tips: Mapping[str, str]
    opens: Mapping[Span, tuple[str, ...]]
    begins: Mapping[Span, tuple[str, ...]]

    @property
    def arrived(self) -> frozenset[str]:
        """Those that stand in the text."""
        return frozenset(key for held in (self.opens, self.begins) for keys in held.values() for key in keys)


@dataclass(frozen=True)
class Paragraph:
    """A paragraph, and the line ends that follow it in the text. `start` is where it begins there; `odd` are those of
    its characters that are shown as none or several: "12:8" (the one at 12 as 8 units of UTF-16)."""

    pieces: tuple[Piece, ...]
    after: str
    headline: bool
    tight: bool
    start: int
    odd: str


@dataclass(frozen=True)
class ArticlePage:
    """An article on the page: `key` begins the names of its anchors; `keys` gives each statement's, each event
    mention's and whatever else was named (see `anchors`); `arrived` are those that stand in the text."""

    key: str
    view: ArticleView
    paragraphs: tuple[Paragraph, ...]
    keys: dict[int, str]
    arrived: frozenset[str]

    @property
    def headed(self) -> bool:
        """Does the text begin with its headline? Then the page sets no second one above it."""
        return any(p.headline for p in self.paragraphs)

    def anchor(self, noun: Noun) -> str:
        """The name of the anchor of a noun of the record."""
        return self.keys[id(noun)]

    def mentions(self, view: EventView) -> str:
        """The anchors of all mentions of an event."""
        return " ".join(self.anchor(e) for e in view.mentions)

    def statement_anchor(self, wanted: str | None) -> str | None:
        """The anchor of the statement with this id; None where there is none."""
        return self._statements.get(wanted)

    @cached_property
    def _statements(self) -> dict[str | None, str]:
        return {s.id: self.keys[id(s)] for s in reversed(self.view.record.statements)}


def page(records: Sequence[Record]) -> str:
    """The page, as HTML."""
    articles = [article_page(record, f"a{n}") for n, record in enumerate(records, 1)]
    environment = _environment()
    style, script = (Markup(_source(environment, name)) for name in ("reading/article.css", "reading/article.js"))
    return environment.get_template("reading/article.html").render(
        articles=articles, style=style, script=script, style_hash=_hash(style), script_hash=_hash(script),
        eventful=any(a.view.events for a in articles), happened_title=HAPPENED_TITLE, others_title=OTHERS_TITLE,
        credit=CREDIT if any(p.known for a in articles for p in a.view.places) else None,
    )  # fmt: skip


def article_page(record: Record, key: str, named: Naming = counted, asked: Span | None = None) -> ArticlePage:
    """One article, its text cut into pieces; `asked` are words that somebody wants to see."""
    view = article_view(record)
    keys = named(view, key)
    shown = [*view.said, *view.refused]
    marks = [m for v in shown for m in _marks(v, keys[id(v.statement)])]
    marks += [Mark(e.trigger, f"event {e.status}", keys[id(e)], LEVELS) for v in view.events for e in v.mentions]
    marks += notes(record)
    marks += [Mark(asked, ASKED, "")] if asked else []
    tips = {keys[id(v.statement)]: v.entity for v in shown if v.entity}
    tips |= {keys[id(e)]: v.tip(e) for v in view.events for e in v.mentions}
    found = blocks(record.article.text, record.article.headline)
    cuts = [cut(block.span, here) for block, here in zip(found, _by_block(marks, found), strict=True)]
    every = [s for segments in cuts for s in segments]
    names = Names(keys, tips, _openings(every), _beginnings(every, keys))
    cells = visible_cells(record.article.text)
    paragraphs = tuple(
        _paragraph(block, [_piece(s, cells, names) for s in segments], cells)
        for block, segments in zip(found, cuts, strict=True)
    )
    return ArticlePage(key, view, paragraphs, keys, names.arrived)


def _marks(view: StatementView, key: str) -> list[Mark]:
    statement = view.statement
    spans = {"source": statement.source.spans, "cue": statement.cue, "content": statement.content}
    depth = min(_depth_of(view), LEVELS - 1)
    return [Mark(span, role, key, depth) for role in ROLES for span in spans[role]]


def _by_block(marks: Sequence[Mark], found: Sequence[Block]) -> list[list[Mark]]:
    """For each paragraph the marks that reach into it: found by halving, since long texts have thousands of both."""
    starts = [block.span[0] for block in found]
    here: list[list[Mark]] = [[] for _ in found]
    for mark in marks:
        for i in range(max(0, bisect_right(starts, mark.span[0]) - 1), bisect_left(starts, mark.span[1])):
            here[i].append(mark)
    return here


def _depth_of(view: StatementView) -> int:
    """A refusal is listed apart, on the first level, but its words may stand inside another statement's."""
    return view.depth or int(view.refusal and view.parent is not None)


def _openings(segments: Sequence[Segment]) -> dict[Span, tuple[str, ...]]:
    """For each segment the statements and events whose anchors go there."""
    best: dict[str, tuple[int, Span]] = {}
    for segment in segments:
        for mark in (m for m in segment.marks if m.role not in ASIDE):
            rank = OPENS.index(mark.role.partition(" ")[0])
            if mark.owner not in best or rank < best[mark.owner][0]:
                best[mark.owner] = (rank, segment.span)
    return _by_span((span, key) for key, (_, span) in best.items())


def _beginnings(segments: Sequence[Segment], keys: Mapping[int, str]) -> dict[Span, tuple[str, ...]]:
    """For each segment the times, places … and asked words that begin there."""
    first: dict[str, Span] = {}
    for segment in segments:
        for mark in (m for m in segment.marks if m.role in ASIDE):
            if key := AT if mark.role == ASKED else keys.get(id(mark.of)):
                first.setdefault(key, segment.span)
    return _by_span((span, key) for key, span in first.items())


def _by_span(pairs: Iterable[tuple[Span, str]]) -> dict[Span, tuple[str, ...]]:
    found: dict[Span, tuple[str, ...]] = {}
    for span, key in pairs:
        found[span] = (*found.get(span, ()), key)
    return found


def _piece(segment: Segment, cells: Sequence[str], names: Names) -> Piece:
    """Innermost statement last, and after it events, so that the script can take the last key."""
    marks = [m for m in segment.marks if m.role not in ASIDE]
    told = [m for m in segment.marks if m.role == NOTE]
    telling = (m for m in reversed(marks) if m.role not in ("cue", "content"))
    return Piece(
        words="".join(cells[slice(*segment.span)]),
        layers=tuple(dict.fromkeys(f"{m.role} d{m.depth}" for m in marks)),
        keys=tuple(dict.fromkeys(m.owner for m in marks)),
        opens=names.opens.get(segment.span, ()),
        tip=next((names.tips[m.owner] for m in telling if m.owner in names.tips), None),
        note="; ".join(dict.fromkeys(m.owner for m in told)) or None,
        kinds=tuple(dict.fromkeys(KINDS[type(m.of)] for m in told)),
        noted=tuple(dict.fromkeys(key for m in told if (key := names.keys.get(id(m.of))))),
        begins=names.begins.get(segment.span, ()),
        asked=any(m.role == ASKED for m in segment.marks),
    )


def _paragraph(block: Block, pieces: list[Piece], cells: Sequence[str]) -> Paragraph:
    start, end = block.span
    odd = " ".join(f"{i - start}:{len(cells[i])}" for i in range(start, end) if len(cells[i]) != 1)
    after = "".join(cells[slice(*block.after)])
    return Paragraph(tuple(pieces), after, block.headline, block.tight, start, odd)


@cache
def _environment() -> Environment:
    return environment("reportedly.web")


def _source(environment: Environment, name: str) -> str:
    assert environment.loader is not None
    return environment.loader.get_source(environment, name)[0]


def _hash(text: str) -> str:
    """What the page's content security policy allows: this very text and nothing else."""
    return "sha256-" + b64encode(hashlib.sha256(text.encode()).digest()).decode()
