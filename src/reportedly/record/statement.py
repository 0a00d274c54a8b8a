"""Statements: who says, believes, wants, or would not say."""

from __future__ import annotations

from typing import Literal

from reportedly.record.span import Noun, Span, Why

SourceKind = Literal["person", "organisation", "document", "outlet", "group", "anonymous", "unknown"]
Form = Literal["direct", "indirect", "mixed"]
Act = Literal["say", "believe", "want", "deny", "decline", "no_response"]
REFUSALS: frozenset[Act] = frozenset({"decline", "no_response"})
"""The acts of those who tell nothing."""


class Source(Noun):
    """Whom a statement comes from. `text` is the words of `spans`, joined by a space where there are several.

    organisation: also an unnamed spokesperson, who speaks for the body. anonymous: someone particular whom the article
    does not name and who speaks for no body. group: an unnamed collective. unknown: no source is given.
    """

    spans: tuple[Span, ...] = ()
    text: str | None = None
    entity: str | None = None
    kind: SourceKind = "unknown"
    named: bool = False


class Addressee(Noun):
    """Whom the source told it."""

    spans: tuple[Span, ...]
    text: str
    entity: str | None = None


class Statement(Noun):
    """One attribution relation: source, cue and content, all as spans.

    `parent` is the id of the statement that this one is reported inside; `relay` names through whom it reached this
    article, origin first, the outlet in hand last; `said` is the id of a time of the record.
    """

    id: str
    parent: str | None = None
    source: Source
    cue: tuple[Span, ...] = ()
    content: tuple[Span, ...] = ()
    form: Form
    act: Act
    relay: tuple[str, ...] = ()
    addressee: Addressee | None = None
    said: str | None = None
    why: dict[str, Why] = {}
