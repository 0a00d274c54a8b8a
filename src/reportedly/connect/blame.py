"""Blame: where each of two sides says that the other did it."""

from __future__ import annotations

from collections.abc import Iterator

from reportedly.connect.brief import Brief, Mention
from reportedly.connect.happenings import Cluster
from reportedly.connect.nouns import Dispute, Evidence
from reportedly.connect.sides import nation_of, side_of

BY = "rule:blame@1"


def blame_of(cluster: Cluster) -> list[Dispute]:
    """A conflict over who did it, for every two sides that name one another."""
    blames: dict[tuple[str, str], list[tuple[Brief, Mention]]] = {}
    for b, m in cluster.mentions:
        for pair in _blames(b, m):
            blames.setdefault(pair, []).append((b, m))
    found = []
    for (one, other), told in blames.items():
        back = blames.get((other, one))
        if back and one < other:
            found.append(
                Dispute(
                    kind="conflict", what="actor", by=BY, values=(other, one), note="each side names the other",
                    sides=tuple(tuple(dict.fromkeys(b.id for b, _ in side)) for side in (told, back)),
                    evidence=tuple(Evidence(article=b.id, span=m.trigger) for b, m in (*told, *back)),
                )
            )  # fmt: skip
    return found


def _blames(b: Brief, m: Mention) -> Iterator[tuple[str, str]]:
    """Who says that whom did it, both by the beginning of the name of their state."""
    if m.type != "ASSAULT" or not m.actors:
        return
    voice = next((v for v in b.voices if v.statement == m.voice), None)
    if voice is None or voice.act == "deny":
        return
    side = side_of(voice.name)
    if side.camp not in ("state", "rebels") or side.nation is None:
        return
    for p in m.actors:
        nation = nation_of(p.text)
        if nation and nation != side.nation:
            yield side.nation, nation
