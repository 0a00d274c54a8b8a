"""One sense per article: "an air strike" tells what "the strike" means (Gale, Church and Yarowsky 1992)."""

from __future__ import annotations

from collections.abc import Sequence
from dataclasses import replace

from reportedly.events.draft import EventDraft
from reportedly.reader.tokens import Token, Tokens
from reportedly.record import Why

MODIFIERS = frozenset({"compound", "amod", "nmod"})


def with_one_sense(drafts: Sequence[EventDraft], tokens: Tokens) -> list[EventDraft]:
    """A bare noun takes the type and mode of the same noun where it stands with what tells its sense.

    Only where all such mentions of the article agree; verbs and nouns with modifiers of their own keep their types.
    """
    told: dict[str, list[EventDraft]] = {}
    for d in drafts:
        t = tokens[d.token]
        if d.type and t.tag in ("NN", "NNS") and _is_modified(tokens, t):
            told.setdefault(t.lower, []).append(d)
    out = []
    for d in drafts:
        t = tokens[d.token]
        bare = d.type is not None and t.tag in ("NN", "NNS") and not _is_modified(tokens, t)
        others = told.get(t.lower, []) if bare else []
        types = {o.type for o in others}
        if len(types) == 1 and d.type not in types:
            why = Why(by="rule:one-sense@1", evidence=(others[0].trigger,))
            changed = replace(d, type=others[0].type, mode=others[0].mode)
            out.append(changed.because("type", why).because("mode", why))
        elif len(modes := {o.mode for o in others}) == 1 and d.mode not in modes and None not in modes:
            why = Why(by="rule:one-sense@1", evidence=(others[0].trigger,))
            out.append(d.because("mode", why, mode=others[0].mode))
        else:
            out.append(d)
    return out


def _is_modified(tokens: Tokens, t: Token) -> bool:
    """Does a noun stand with another noun or a name ("air strike", "teachers' strike")?"""
    children = (tokens[i] for i in tokens.children[t.i])
    return any(c.relation in MODIFIERS and c.tag.startswith("NN") and c.i < t.i for c in children)
