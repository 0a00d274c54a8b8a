"""Through whom a statement reached this article: origin first, the outlet in hand last."""

from __future__ import annotations

from collections.abc import Mapping, Sequence

from reportedly.record import Entity, Statement


def with_relays(
    statements: Sequence[Statement], entities: Sequence[Entity], outlet: str | None
) -> tuple[Statement, ...]:
    """Each statement with the names from its source, through statements around it and an outlet told, to `outlet`."""
    by_id = {s.id: s for s in statements}
    named = {e.id: e for e in entities}
    return tuple(s.model_copy(update={"relay": _relay(s, by_id, named, outlet)}) for s in statements)


def _relay(
    statement: Statement, by_id: Mapping[str, Statement], named: Mapping[str, Entity], outlet: str | None
) -> tuple[str, ...]:
    links: list[str] = []
    at: Statement | None = statement
    passed: set[str] = set()
    while at is not None and at.id not in passed:
        passed.add(at.id)
        for name in (_name(at, named), _told(at, named)):
            if name and (not links or links[-1].lower() != name.lower()):
                links.append(name)
        at = by_id.get(at.parent) if at.parent else None
    if outlet and (not links or bare_name(links[-1]) != bare_name(outlet)):
        links.append(outlet)
    return tuple(links)


def _name(s: Statement, named: Mapping[str, Entity]) -> str | None:
    """How the source is called: its entity's name, else its words."""
    return named[s.source.entity].name if s.source.entity else s.source.text


def _told(s: Statement, named: Mapping[str, Entity]) -> str | None:
    """The outlet that a statement was made to."""
    entity = named.get(s.addressee.entity) if s.addressee and s.addressee.entity else None
    return entity.name if entity and entity.kind == "outlet" else None


def bare_name(name: str) -> str:
    """An outlet's name as it is compared at the end of a relay: case and "the" do not count."""
    return name.lower().removeprefix("the ").strip()
