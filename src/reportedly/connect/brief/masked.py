"""Sentences in which people are masked: patterns see "§0§ were killed and §1§ wounded", and ¤0¤ for one person who is
described."""

from __future__ import annotations

import re
from collections.abc import Iterator, Sequence
from dataclasses import dataclass, replace
from functools import cached_property

from reportedly.connect.brief.harms import GROUPS, Harm
from reportedly.connect.brief.hints import Hint
from reportedly.connect.brief.people import People, people_in
from reportedly.connect.brief.words import in_lower_case
from reportedly.record import Span


@dataclass(frozen=True)
class Masked:
    """A sentence with groups of people as "§k§" or "¤k¤", the `places` of these in it, the way back to its offsets,
    and what it can tell of."""

    text: str
    groups: tuple[People, ...]
    places: tuple[Span, ...]
    starts: tuple[tuple[int, int], ...]
    hints: frozenset[Hint]

    @cached_property
    def lower(self) -> str:
        """The same in lower case, as AFTER and BEFORE have it."""
        return in_lower_case(self.text)

    def may_tell(self, harm: Harm, k: int) -> bool:
        """Can it tell that this befell a group? Of the freed or the ill only a number is told."""
        return harm in self.hints and (harm not in GROUPS or self.groups[k].kind == "number")

    def offset(self, at: int) -> int:
        """The offset in the article of a position in the masked sentence."""
        base = max((pair for pair in self.starts if pair[0] <= at), default=self.starts[0])
        return base[1] + at - base[0]


def masked(text: str, sentence: Span, hints: frozenset[Hint]) -> Masked:
    """A sentence whose people are grouped ("a man, his wife and two sons") and masked."""
    people = people_in(text, sentence, counts="number" in hints)
    groups = list(_grouped(text, people))
    parts, places, starts, at, length = [], [], [], sentence[0], 0
    kept = [g for g in groups if g.kind != "thing"]
    for k, g in enumerate(kept):
        for piece, origin in ((text[at : g.span[0]], at), (mark(g, k), g.span[0])):
            starts.append((length, origin))
            parts.append(piece)
            length += len(piece)
        places.append((length - len(parts[-1]), length))
        at = g.span[1]
    starts.append((length, at))
    parts.append(text[at : sentence[1]])
    return Masked("".join(parts).replace("\n", " "), tuple(kept), tuple(places), tuple(starts), hints)


OUT_OF = re.compile(r"\s+of\s+(?:(?:the|its|their|his|her|all)\s+)?(?:[\w-]+['’]s\s+)?", re.I)
"""What stands between a number and the whole that it is of: "14 of the ferry's 120 passengers"."""


def mark(g: People, k: int) -> str:
    """What stands for a group in a masked sentence: "§k§" for a number of people, "¤k¤" for one who is described."""
    return f"§{k}§" if g.kind == "number" else f"¤{k}¤"


def _grouped(text: str, people: Sequence[People]) -> Iterator[People]:
    """Lists of people as one group; a name behind a description is the same person."""
    k = 0
    while k < len(people):
        run, joined = [people[k]], False
        if k + 1 < len(people) and OUT_OF.fullmatch(text[run[0].span[1] : people[k + 1].span[0]]):
            yield replace(run[0], span=(run[0].span[0], people[k + 1].span[1]), head=people[k + 1].head)
            k += 2
            continue
        while k + len(run) < len(people) and not joined:
            gap = text[run[-1].span[1] : people[k + len(run)].span[0]]
            if "thing" in (run[-1].kind, people[k + len(run)].kind):
                break
            if re.fullmatch(r"\s*,?\s*(?:and|&|as well as|along with)\s*(?:(?:also|his|her|their|the)\s+)?", gap, re.I):
                joined = True
            elif not re.fullmatch(r"(?:\s+of\s+(?:the\s+|his\s+|her\s+)?[\w-]+)?\s*[,:(]\s*", gap):
                break
            run.append(people[k + len(run)])
        if len(run) > 1 and not joined and not all(p.kind == "number" and p.head for p in run):
            named = run[1].kind == "named" or (run[0].kind == "named" and run[1].kind == "one")
            run = run[:2] if named else run[:1]
            yield replace(run[0], span=(run[0].span[0], run[-1].span[1]))
        elif len(run) > 1:
            yield _sum(run)
        else:
            yield run[0]
        k += len(run)


def _sum(run: Sequence[People]) -> People:
    rest = run[1:]
    total = sum(p.low or 0 for p in rest)
    if run[0].kind != "named" and run[0].low == total and all(p.kind == "named" for p in rest):
        chosen: Sequence[People] = run[:1]
    else:
        chosen = run
    stated = any(p.kind == "number" for p in chosen)
    high = None if any(p.high is None for p in chosen) else sum(p.high or 0 for p in chosen)
    return People(
        sum(p.low or 0 for p in chosen), high, (run[0].span[0], run[-1].span[1]),
        (run[0].number[0], chosen[-1].number[1]), "number" if stated else "one",
        basis=run[0].basis if len(chosen) == 1 else "a list, added up", head=run[-1].head, more=chosen[0].more,
    )  # fmt: skip
