"""Who speaks in one record."""

from __future__ import annotations

from reportedly.connect.brief.nouns import Voice
from reportedly.record import Record


def voices_of(record: Record) -> tuple[Voice, ...]:
    """Every statement of the record, in order."""
    entities = {e.id: e for e in record.entities}
    out = []
    for s in record.statements:
        entity = entities.get(s.source.entity or "")
        out.append(
            Voice(
                statement=s.id, name=entity.name if entity else s.source.text, key=entity.key if entity else None,
                kind=s.source.kind, named=s.source.named, role=entity.role if entity else None, act=s.act,
                relay=s.relay, parent=s.parent, spans=(*s.source.spans, *s.cue), content=s.content,
            )
        )  # fmt: skip
    return tuple(out)
