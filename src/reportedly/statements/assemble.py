"""From drafts to the statements of the record: ids, entities, kinds, times and relays."""

from __future__ import annotations

from collections.abc import Mapping, Sequence
from dataclasses import dataclass

from reportedly.ground.entities import Entities
from reportedly.lexicons import Lexicons
from reportedly.reader.tokens import Tokens
from reportedly.record import Addressee, Article, Source, Span, Statement, Time, Why, overlaps
from reportedly.statements.draft import Draft
from reportedly.statements.kinds import source_kind
from reportedly.statements.relay import with_relays


@dataclass(frozen=True, slots=True)
class Surroundings:
    """What the statements of one article point at, and the words lists that tell kinds."""

    tokens: Tokens
    entities: Entities
    times: Sequence[Time]
    lexicons: Lexicons


def statements_of(drafts: Sequence[Draft], around: Surroundings, article: Article) -> tuple[Statement, ...]:
    """Final statements, in text order. `drafts` already know their parents, acts and forms."""
    times: dict[Span, str] = {t.span: t.id for t in around.times}
    bare = [_statement(i, d, around, times) for i, d in enumerate(drafts, 1)]
    return with_relays(bare, around.entities.items, article.outlet)


def _statement(number: int, d: Draft, around: Surroundings, times: Mapping[Span, str]) -> Statement:
    tokens, entities = around.tokens, around.entities
    text = tokens.text
    entity = entities.of(d.source)
    described = entities.description_of(d.source) if d.source else None
    kind, named, why_kind = source_kind(described, entity, tokens, around.lexicons)
    told = entities.of(d.addressee)
    why = {"spans": d.why, "kind": why_kind, **d.reasons}
    if entity and entity.why.get("name"):
        why["entity"] = _entity_reason(d.source, entity.why)
    return Statement(
        id=f"s{number}",
        parent=f"s{d.parent + 1}" if d.parent is not None else None,
        source=Source(
            spans=(d.source,) if d.source else (),
            text=text[slice(*d.source)] if d.source else None,
            entity=entity.id if entity else None,
            kind=kind,
            named=named,
        ),
        cue=(d.cue,) if d.cue else (),
        content=d.content,
        form=d.form,
        act=d.act,
        addressee=Addressee(spans=(d.addressee,), text=text[slice(*d.addressee)], entity=told.id if told else None)
        if d.addressee
        else None,
        said=times.get(d.said) if d.said else None,
        why=why,
    )


def _entity_reason(span: Span | None, why: Mapping[str, Why]) -> Why:
    """The rule that joined this mention to its entity."""
    for key, reason in why.items():
        if key.startswith("mentions:") and span and any(overlaps(span, e) for e in reason.evidence):
            return reason
    return why["name"]
