"""How one statement, event, entity, time or place of a kept record came about: every field, its maker, its words."""

from __future__ import annotations

from collections.abc import Iterator, Sequence
from typing import TYPE_CHECKING, Any

from reportedly.errors import NotInLedger
from reportedly.ledger.articles import kept_record
from reportedly.ledger.nouns import Kept
from reportedly.record import Record, Run, Span
from reportedly.record.span import Noun
from reportedly.web.reading.explain import (
    POINTERS,
    Explanation,
    Row,
    ancestors,
    explain,
    ids,
    label,
    nested,
    same,
    told,
    value_words,
)
from reportedly.web.views.article import AskedArticle, Cell, citation
from reportedly.web.visible import visible_line

if TYPE_CHECKING:
    from reportedly.ledger.connect import Ledger

LISTED = 40
"""Ids listed in a message; more would hide it."""


class Words(Noun):
    """Words of the text and where they stand."""

    span: Span
    text: str


class WhyField(Noun):
    """One field: its value as in the record, `shown` in words; `points_at` is what the id in it stands for; who made
    it, how sure that was (0..1), on which words, and for a null the reason."""

    field: str
    value: Any = None
    shown: str
    words: tuple[Words, ...] = ()
    points_at: str | None = None
    by: str | None = None
    score: float | None = None
    missing: str | None = None
    evidence: tuple[Words, ...] = ()

    @property
    def leads_to(self) -> str | None:
        """The id of the noun that the field points at."""
        return self.value if self.field.rpartition(".")[2] in POINTERS and isinstance(self.value, str) else None


class Other(Noun):
    """Another noun of the record and what it stands for."""

    id: str
    words: str


class WhyView(Noun):
    """All fields of one noun of a record; the statements that it is reported inside or holds, the events that it tells
    of, the other mentions of the same event; and what read it."""

    kept: Kept
    noun: str
    id: str
    fields: tuple[WhyField, ...]
    inside: tuple[Other, ...] = ()
    holds: tuple[Other, ...] = ()
    tells: tuple[Other, ...] = ()
    same: tuple[Other, ...] = ()
    run: Run
    citation: str

    @property
    def related(self) -> list[tuple[str, tuple[Other, ...]]]:
        """What it has to do with others of the record, where there are any."""
        every = [
            ("reported inside", self.inside), ("holds", self.holds), ("tells of", self.tells),
            ("the same event", self.same),
        ]  # fmt: skip
        return [(words, others) for words, others in every if others]

    def table(self) -> Iterator[Sequence[Cell | None]]:
        """A row for each field."""
        yield ("ref", "field", "value", "points_at", "by", "score", "missing", "evidence", "evidence_spans")
        for f in self.fields:
            spans = " ".join(f"{e.span[0]}-{e.span[1]}" for e in f.evidence)
            evidence = " … ".join(e.text for e in f.evidence)
            made = (f.by, f.score, f.missing, evidence, spans)
            yield (f"{self.kept.id}/{self.id}", f.field, f.shown, f.points_at, *made)


def why_view(ledger: Ledger, asked: AskedArticle, part: str) -> WhyView:
    """Explain the noun with this id. NotInLedger: there is no such reading, or its record has no such noun."""
    found = kept_record(ledger, asked.article, asked.version, asked.run)
    record = found.record
    explanation = explain(record, part)
    if explanation is None:
        raise NotInLedger(f"{found.kept.id} has no {visible_line(part)}; it has: {_listed(ids(record))}")
    item = explanation.item
    return WhyView(
        kept=found.kept, noun=explanation.noun, id=part, run=record.run, citation=citation(found.kept, record.run),
        fields=tuple(_field(r, record) for r in _told(explanation)),
        inside=_others(ancestors(item, record), record), holds=_others(nested(item, record), record),
        tells=_others(told(item, record), record), same=_others(same(item, record), record),
    )  # fmt: skip


def _listed(there: Sequence[str]) -> str:
    """Ids in a message, not too many of them."""
    more = f" and {len(there) - LISTED} more" if len(there) > LISTED else ""
    return (", ".join(map(visible_line, there[:LISTED])) or "nothing") + more


def _told(explanation: Explanation) -> list[Row]:
    """The fields that are set, and those of which somebody says why they are not."""
    return [r for r in explanation.rows if r.value not in (None, [], {}) or r.why]


def _field(r: Row, record: Record) -> WhyField:
    why = r.why
    return WhyField(
        field=r.field, value=r.value, shown=value_words(r), points_at=r.points_at,
        by=why.by if why else None, score=why.score if why else None, missing=why.missing if why else None,
        evidence=tuple(Words(span=s, text=record.article.text[slice(*s)]) for s in why.evidence) if why else (),
    )  # fmt: skip


def _others(nouns: Sequence[Any], record: Record) -> tuple[Other, ...]:
    return tuple(Other(id=n.id, words=label(n.id, record) or "") for n in nouns)
