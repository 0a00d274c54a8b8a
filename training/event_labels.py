"""The labels of the event heads, in the order of the heads' outputs."""

from typing import get_args

from reportedly.events.ontology import load_ontology
from reportedly.record.event import Status

KINDS = (
    "none",
    *(k for t in load_ontology().types.values() for k in (t.name, *(f"{t.name}.{m}" for m in t.modes))),
)
"""What the kind head tells apart: no typed event, a type without a mode, a type with one."""
TYPES = tuple(load_ontology().types)
"""The answers to what one party does to another."""
STATUSES: tuple[Status, ...] = get_args(Status)


def kinds_of(type_: str) -> list[int]:
    """The numbers of the kinds that belong to a type."""
    return [i for i, k in enumerate(KINDS) if k.partition(".")[0] == type_]
