"""The flat table of statements."""

from __future__ import annotations

from reportedly.exports.columns import Column, article_columns
from reportedly.exports.facts import StatementFacts, as_day

_C = Column[StatementFacts]

STATEMENT_COLUMNS: tuple[_C, ...] = (
    _C("ref", "text", "name of the statement for good", lambda f: f.reading.ref(f.statement.id)),
    *article_columns(lambda f: f.reading),
    _C("source", "text", "words that name the source; null: none is given", lambda f: f.statement.source.text),
    _C("source_kind", "text", "person, organisation, document, outlet, group, anonymous, unknown",
       lambda f: f.statement.source.kind),
    _C("source_named", "boolean", "the article names it", lambda f: f.statement.source.named),
    _C("source_name", "text", "name of the person or body that the words stand for",
       lambda f: f.entity and f.entity.name),
    _C("source_key", "text", "key of that entity, the same in every article", lambda f: f.entity and f.entity.key),
    _C("source_role", "text", "its function, in the article's words", lambda f: f.entity and f.entity.role),
    _C("source_country", "text", "its country, ISO 3166-1 alpha-3", lambda f: f.entity and f.entity.country),
    _C("source_sector", "text", "its PLOVER sector", lambda f: f.entity and f.entity.sector),
    _C("act", "text", "say, believe, want, deny, decline, no_response", lambda f: f.statement.act),
    _C("form", "text", "direct, indirect, mixed", lambda f: f.statement.form),
    _C("cue", "text", "words that attribute it", lambda f: f.reading.words(f.statement.cue)),
    _C("content", "text", "what is said; pieces are joined by a space", lambda f: f.reading.words(f.statement.content)),
    _C("content_start", "integer", "where the first piece starts: code points into the text",
       lambda f: f.statement.content[0][0] if f.statement.content else None),
    _C("content_end", "integer", "where the last piece ends",
       lambda f: f.statement.content[-1][1] if f.statement.content else None),
    _C("addressee", "text", "whom the source told it", lambda f: f.statement.addressee and f.statement.addressee.text),
    _C("relay", "chain", "through whom it came: origin first, the outlet in hand last",
       lambda f: list(f.statement.relay)),
    _C("origin", "text", "the first of `relay`", lambda f: f.statement.relay[0] if f.statement.relay else None),
    _C("relay_length", "integer", "how many stand in `relay`", lambda f: len(f.statement.relay)),
    _C("outlet_relays", "chain", "who stands in `relay` between origin and outlet in hand",
       lambda f: list(f.outlet_relays)),
    _C("parent", "text", "ref of the statement that this one is reported inside",
       lambda f: f.reading.ref(f.statement.parent)),
    _C("said", "text", "words that date the saying", lambda f: f.said and f.said.text),
    _C("said_earliest", "date", "first day on which it can have been said",
       lambda f: as_day(f.said.earliest) if f.said else None),
    _C("said_latest", "date", "last one", lambda f: as_day(f.said.latest) if f.said else None),
    _C("tells_of", "list", "refs of the events that it tells", lambda f: f.tells_of),
)  # fmt: skip
