"""What an attack is made with and where it happens: neither attacks, and neither is attacked."""

from __future__ import annotations

from reportedly.lexicons import plural
from reportedly.reader.tokens import Token, Tokens

TOOLS = """
bomb explosive dynamite grenade rocket missile mortar shell mine landmine bullet shot gunfire gunshot rifle pistol gun
machinegun knife machete stone firebomb device charge weapon fire drone airstrike strike blast explosion detonation
shrapnel blow casualty wound injury
"""
INSTRUMENTS = frozenset(form for noun in TOOLS.split() for form in (noun, plural(noun)))
"""Nouns for what an attack is made with and what it leaves; our own list."""
PLACES = """
city town village capital port sector neighborhood neighbourhood district area region province department street avenue
country outskirts suburb vicinity
"""
LOCALITIES = frozenset(PLACES.split())
"""Nouns for where something happens; after "in" or "near" they are its place and not whom it hits."""


def is_tool_or_site(tokens: Tokens, t: Token) -> bool:
    """Is a noun an instrument, or after "in" or "near" a place?"""
    if t.lower in INSTRUMENTS:
        return True
    inside = t.relation == "pobj" and tokens[t.head].lower in ("in", "near", "outside", "around")
    return inside and (t.lower in LOCALITIES or t.name in ("GPE", "LOC"))
