"""Modes that the words of a trigger name: "an air strike" is aerial, "a drone strike" is not."""

from __future__ import annotations

from collections.abc import Sequence

from reportedly.events.draft import EventDraft
from reportedly.reader.tokens import Token, Tokens
from reportedly.record import Why

MODES = {
    "aerial": "air aerial airstrike airstrikes airraid warplane warplanes jet jets helicopter",
    "drone": "drone drones",
    "suicide-attack": "suicide kamikaze",
    "heavy-weapons": "rocket rockets missile missiles mortar mortars artillery shelling shelled",
    "explosives": "bomb bombs grenade grenades dynamite landmine mine",
    "firearms": "gun rifle sniper gunfire machinegun",
    "primitive": "knife machete axe stabbing stabbed stabbings",
    "sexual": "rape raped rapes",
}
"""Words of a trigger or its modifiers, by the ASSAULT mode that they name; our own list."""
CYBER = frozenset("cyber cyberattack cyberattacks ransomware hacking hacker hackers".split())  # noqa: SIM905
BY_WORD = {word: mode for mode, words in MODES.items() for word in words.split()}


def with_named_modes(drafts: Sequence[EventDraft], tokens: Tokens) -> list[EventDraft]:
    """Give an ASSAULT the mode that its own words name; one on computers is a COERCE."""
    return [_named(d, tokens) if d.type == "ASSAULT" else d for d in drafts]


def _named(d: EventDraft, tokens: Tokens) -> EventDraft:
    trigger = tokens[d.token]
    modifiers = [tokens[i] for i in tokens.children[d.token] if tokens[i].relation in ("compound", "amod", "nmod")]
    words: list[Token] = [trigger, *(m for m in modifiers if trigger.tag.startswith("NN"))]
    for t in words:
        why = Why(by="rule:named-mode@1", evidence=((t.start, t.end),))
        if t.lower in CYBER:
            return d.because("mode", why, mode="cyber").because("type", why, type="COERCE")
        if (mode := BY_WORD.get(t.lower)) and mode != d.mode:
            return d.because("mode", why, mode=mode)
    return d
