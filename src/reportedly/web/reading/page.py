"""One self-contained page for articles, their statements and events: no external resource, no cookie.

The text is cut at every boundary of every statement (`segments`), and each piece is wrapped in an element for each role
that it plays, outermost first. The script only adds to what the marks and the list hold already: without it the marks
are links to the list, and the list links back.
"""

from __future__ import annotations

import hashlib
from base64 import b64encode
from bisect import bisect_left, bisect_right
from collections.abc import Sequence
from dataclasses import dataclass
from functools import cache
from typing import TYPE_CHECKING

from markupsafe import Markup

from reportedly.record import Event, Record, Span, Statement
from reportedly.web.jinja import environment
from reportedly.web.reading.event_view import HAPPENED_TITLE, OTHERS_TITLE, EventView
from reportedly.web.reading.notes import NOTE, notes
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


@dataclass(frozen=True)
class Piece:
    """A segment as the page shows it. `keys` are its statements and events, innermost last; `opens` those whose words
    start here, where their links from the list arrive; `tip` says whom a source stands for, or what an event is, `note`
    what the words mean: a date, a place, a pronoun."""

    words: str
    layers: tuple[str, ...]
    keys: tuple[str, ...]
    opens: tuple[str, ...]
    tip: str | None
    note: str | None = None


@dataclass(frozen=True)
class Paragraph:
    """A paragraph, and the line ends that follow it in the text."""

    pieces: tuple[Piece, ...]
    after: str
    headline: bool
    tight: bool


@dataclass(frozen=True)
class ArticlePage:
    """An article on the page: `key` begins the names of its anchors; `keys` gives each statement's and each event
    mention's, made by counting, never from the record's own text; `arrived` are those that stand in the text."""

    key: str
    view: ArticleView
    paragraphs: tuple[Paragraph, ...]
    keys: dict[int, str]
    arrived: frozenset[str]

    @property
    def headed(self) -> bool:
        """Does the text begin with its headline? Then the page sets no second one above it."""
        return any(p.headline for p in self.paragraphs)

    def anchor(self, noun: Statement | Event) -> str:
        """The name of the anchor of a statement or of a mention of an event."""
        return self.keys[id(noun)]

    def mentions(self, view: EventView) -> str:
        """The anchors of all mentions of an event."""
        return " ".join(self.anchor(e) for e in view.mentions)

    def statement_anchor(self, wanted: str | None) -> str | None:
        """The anchor of the statement with this id; None where there is none."""
        return next((self.keys[id(s)] for s in self.view.record.statements if s.id == wanted), None)


def page(records: Sequence[Record]) -> str:
    """The page, as HTML."""
    articles = [article_page(record, f"a{n}") for n, record in enumerate(records, 1)]
    environment = _environment()
    style, script = (Markup(_source(environment, name)) for name in ("article.css", "article.js"))
    return environment.get_template("article.html").render(
        articles=articles, style=style, script=script, style_hash=_hash(style), script_hash=_hash(script),
        eventful=any(a.view.events for a in articles), happened_title=HAPPENED_TITLE, others_title=OTHERS_TITLE,
        credit=CREDIT if any(p.known for a in articles for p in a.view.places) else None,
    )  # fmt: skip


def article_page(record: Record, key: str) -> ArticlePage:
    """One article, its text cut into pieces."""
    view = article_view(record)
    shown = [*view.said, *view.refused]
    keys = {id(v.statement): f"{key}s{n}" for n, v in enumerate(shown, 1)}
    keys |= {id(e): f"{key}e{n}" for n, e in enumerate((e for v in view.events for e in v.mentions), 1)}
    marks = [m for v in shown for m in _marks(v, keys[id(v.statement)])]
    marks += [Mark(e.trigger, f"event {e.status}", keys[id(e)], LEVELS) for v in view.events for e in v.mentions]
    marks += notes(record)
    tips = {keys[id(v.statement)]: v.entity for v in shown if v.entity}
    tips |= {keys[id(e)]: v.tip(e) for v in view.events for e in v.mentions}
    found = blocks(record.article.text, record.article.headline)
    cuts = [cut(block.span, here) for block, here in zip(found, _by_block(marks, found), strict=True)]
    opens = _openings([s for segments in cuts for s in segments])
    cells = visible_cells(record.article.text)
    paragraphs = tuple(
        _paragraph(block, [_piece(s, cells, opens.get(s.span, ()), tips) for s in segments], cells)
        for block, segments in zip(found, cuts, strict=True)
    )
    arrived = frozenset(key for piece_keys in opens.values() for key in piece_keys)
    return ArticlePage(key, view, paragraphs, keys, arrived)


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
        for mark in (m for m in segment.marks if m.role != NOTE):
            rank = OPENS.index(mark.role.partition(" ")[0])
            if mark.owner not in best or rank < best[mark.owner][0]:
                best[mark.owner] = (rank, segment.span)
    opens: dict[Span, tuple[str, ...]] = {}
    for key, (_, span) in best.items():
        opens[span] = (*opens.get(span, ()), key)
    return opens


def _piece(segment: Segment, cells: Sequence[str], opens: tuple[str, ...], tips: dict[str, str]) -> Piece:
    """Innermost statement last, and after it events, so that the script can take the last key."""
    marks = [m for m in segment.marks if m.role != NOTE]
    note = "; ".join(dict.fromkeys(m.owner for m in segment.marks if m.role == NOTE)) or None
    telling = (m for m in reversed(marks) if m.role not in ("cue", "content"))
    tip = next((tips[m.owner] for m in telling if m.owner in tips), None)
    layers = tuple(dict.fromkeys(f"{m.role} d{m.depth}" for m in marks))
    keys = tuple(dict.fromkeys(m.owner for m in marks))
    return Piece("".join(cells[slice(*segment.span)]), layers, keys, opens, tip, note)


def _paragraph(block: Block, pieces: list[Piece], cells: Sequence[str]) -> Paragraph:
    return Paragraph(tuple(pieces), "".join(cells[slice(*block.after)]), block.headline, block.tight)


@cache
def _environment() -> Environment:
    return environment("reportedly.web.reading")


def _source(environment: Environment, name: str) -> str:
    assert environment.loader is not None
    return environment.loader.get_source(environment, name)[0]


def _hash(text: str) -> str:
    """What the page's content security policy allows: this very text and nothing else."""
    return "sha256-" + b64encode(hashlib.sha256(text.encode()).digest()).decode()
