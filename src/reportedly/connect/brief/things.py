"""Names that are a company's or another thing's, where the reading took them for a person's."""

from __future__ import annotations

import re
from collections.abc import Collection, Iterable

from reportedly.connect.brief.bodies import ends_as_a_body
from reportedly.connect.brief.lists import KINDS
from reportedly.record import Entity, Record, Span

KIND = (
    rf"(?:(?!(?:of|at|in|for|with|from|to|by|who|and)\b)[\w’'-]+\s+){{0,4}}?(?:{KINDS})"
    r"(?=[,.;:)\n]|$|\s+(?:of|at|in|for|with|from|to|by|on|near|behind|that|which|who|whose|based|run|owned)\b)"
)
"""A kind of body after its article, and that no other noun follows ("the company chairwoman" is none)."""
AFTER = re.compile(rf",\s+(?:which\b|(?:an?|the|its|one of)\s{KIND})")
"""How a thing is told of behind its name ("Elm Lines, which runs the ferry", "Quellix, the tram maker")."""
BEFORE = re.compile(rf"\b(?:(?:{KINDS})|[Ss]hares (?:in|of)|[Ss]pokes(?:man|woman|person) for|subsidiary)\s+$")
PLACED = re.compile(r"\b(?:at|in|to|from|near|through|towards?|across|outside)\s+(?:the\s+)?$")
"""What stands before a place's name."""
IN_TWO = re.compile(r"\b(?!Ma?c|De|La|Le|Van|Di|Du)[A-Z]?[a-z]+[A-Z]")
"""A capital within a word, as names of firms have ("BlueRail"), but for families' names."""
OWN = re.compile(
    r"(?:that )?(?:it\s+(?:stood by|stands by|had not|did not|does not|will|would)\s"
    r"(?!be\b|have\b|take\b|mean\b|cost\b|seem\b)"
    r"|its\s+(?:own|staff|employees|workers|crews|engineers|customers)\b)"
)
"""What a lone name says of itself, if it is a thing."""
NEAR = 20
"""Characters before a name that are looked at."""


def things_in(record: Record) -> frozenset[str]:
    """The names in lower case of those entities taken for people, or for anything, that are things that speak."""
    people = [e for e in record.entities if e.kind in ("person", "organisation") and e.key and not e.role]
    if not people:
        return frozenset()
    text, said = record.article.text, _said_by(record)
    whole = {e.name for e in record.entities if e.kind == "person" and " " in e.name}
    return frozenset(e.name.lower() for e in people if _is_a_things(e, text, whole, said.get(e.id, ())))


def _is_a_things(e: Entity, text: str, whole: Collection[str], said: Iterable[int]) -> bool:
    """Is this name a thing's? `whole` are the names of people in full, `said` where begins what it says."""
    lone = " " not in e.name and not any(w.split()[-1] == e.name for w in whole)
    if ends_as_a_body(e.name) or IN_TWO.search(e.name) or any(_is_thing(m, text) for m in _named(e, text)):
        return True
    return lone and any(OWN.match(text, start) for start in said)


def _said_by(record: Record) -> dict[str, list[int]]:
    """Where begins what each entity says in words that are not quoted."""
    found: dict[str, list[int]] = {}
    for s in record.statements:
        if s.source.entity and s.form == "indirect" and s.content:
            found.setdefault(s.source.entity, []).append(s.content[0][0])
    return found


def _named(e: Entity, text: str) -> list[Span]:
    """Where the entity stands by its name, without what belongs to it."""
    return [(a, a + len(e.name)) for a, b in e.mentions if text.startswith(e.name, a)]


def _is_thing(at: Span, text: str) -> bool:
    before = text[max(0, at[0] - NEAR) : at[0]]
    if BEFORE.search(before):
        return True
    if not text.startswith(",", at[1]) or PLACED.search(before):
        return False
    return AFTER.match(text, at[1]) is not None
