"""Small records made by hand: a text, the names in it, and who says something in it."""

from __future__ import annotations

import re
from collections.abc import Mapping, Sequence

from reportedly.connect.brief import Voice
from reportedly.connect.brief.voices import voices_of
from reportedly.record import Article, Entity, Record, Run, Statement
from reportedly.record.entity import EntityKind
from reportedly.record.statement import Source, SourceKind

Said = tuple[str, SourceKind]
"""A source's words and kind."""


def voices(text: str, sources: Sequence[Said], names: Mapping[str, EntityKind] | None = None) -> list[Voice]:
    """The voices of some sources, each of which says its sentence, up to the cue before or after it."""
    entities = tuple(
        Entity(id=f"n{k}", name=name, kind=kind, key=f"{kind}:{name.lower()}", mentions=_places(name, text))
        for k, (name, kind) in enumerate((names or {}).items())
    )
    statements, at = [], 0
    for k, (words, kind) in enumerate(sources):
        at = text.index(words, at)
        statements.append(_statement(f"s{k}", (at, at + len(words)), kind, text))
        at += len(words)
    record = Record(
        article=Article(id="x", outlet="The Tollmere Echo", title=None, text=text, language="en"), entities=entities,
        statements=tuple(statements), run=Run(reportedly="t", config="c"),
    )  # fmt: skip
    found = {v.statement: v for v in voices_of(record)}
    return [found[s.id] for s in statements]


def _places(name: str, text: str) -> tuple[tuple[int, int], ...]:
    return tuple(m.span() for m in re.finditer(re.escape(name), text))


def _statement(number: str, source: tuple[int, int], kind: SourceKind, text: str) -> Statement:
    """The statement of a source: "X said that ..." or "..., X said"."""
    start = max(text.rfind(". ", 0, source[0]) + 2 if ". " in text[: source[0]] else 0, 0)
    cue = re.compile(r"\b(?:said|says|told)\b").search(text, source[1])
    before = text[start : source[0]].rstrip(" ,")
    inverted = before.endswith(" said")
    at = (start + len(before) - 4, start + len(before)) if inverted else cue.span() if cue else source
    content = (start, source[0] - 1) if before and not inverted else (start, at[0] - 1)
    if not before and cue:
        content = (cue.end() + 1, len(text) - 1)
    return Statement(
        id=number, source=Source(spans=(source,), text=text[slice(*source)], kind=kind, named=kind == "person"),
        cue=(at,), content=(content,), form="indirect", act="say",
    )  # fmt: skip
