"""A record of a text that was read and not kept."""

from __future__ import annotations

from reportedly.ledger.identity import sha256_of
from reportedly.record import Record
from reportedly.record.span import Noun


class ReadView(Noun):
    """The record, and how to cite it."""

    record: Record
    citation: str


def read_view(record: Record) -> ReadView:
    """What is shown of a record that is not kept."""
    run = record.run
    models = "".join(f", {name} {made}" for name, made in sorted(run.models.items()))
    told = f"Not kept. Text sha256:{sha256_of(record.article.text)}; read by Reportedly {run.reportedly}{models}."
    return ReadView(record=record, citation=told)
