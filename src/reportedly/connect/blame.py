"""Blame: where each of two sides says that the other did it."""

from __future__ import annotations

from collections.abc import Collection, Iterator, Sequence

from reportedly.connect.brief import Answer, Brief, Mention
from reportedly.connect.happenings import Cluster
from reportedly.connect.nouns import Dispute, Evidence
from reportedly.connect.sides import nation_of, side_in

BY = "rule:blame@1"
Told = tuple[Brief, Mention]


def blame_of(cluster: Cluster) -> list[Dispute]:
    """A conflict over who did it, for every two sides that name one another; an article that says of both that each
    names the other is on both sides."""
    blames: dict[tuple[str, str], list[Told]] = {}
    nations = {n for _, m in cluster.mentions for p in m.actors if (n := nation_of(p.text))}
    for b, m in cluster.mentions:
        for pair in _blames(b, m, nations):
            blames.setdefault(pair, []).append((b, m))
    mutual = [(b, m) for b, m in cluster.mentions if any(_is_mutual(a, m) for a in b.answers)]
    pairs = sorted((one, other) for one, other in blames if one < other or (other, one) not in blames)
    if not pairs and mutual:
        return [_dispute(("one side", "the other"), mutual, mutual)]
    told = ((p, blames[p], blames.get(p[::-1], [])) for p in pairs)
    return [
        _dispute((other, one), [*by, *mutual], [*back, *mutual]) for (one, other), by, back in told if back or mutual
    ]


def _is_mutual(a: Answer, m: Mention) -> bool:
    """Whether an article says of a mention that each side blames the other for it."""
    return a.kind == "blame" and m.event in a.events


def _dispute(values: tuple[str, str], one: Sequence[Told], other: Sequence[Told]) -> Dispute:
    return Dispute(
        kind="conflict", what="actor", by=BY, values=values, note="each side names the other",
        sides=tuple(tuple(dict.fromkeys(b.id for b, _ in side)) for side in (one, other)),
        evidence=tuple(dict.fromkeys(Evidence(article=b.id, span=m.trigger) for b, m in (*one, *other))),
    )  # fmt: skip


def _blames(b: Brief, m: Mention, nations: Collection[str]) -> Iterator[tuple[str, str]]:
    """Who says that whom did it, both by the beginning of the name of their state."""
    if m.type != "ASSAULT" or not m.actors:
        return
    voice = next((v for v in b.voices if v.statement == m.voice), None)
    if voice is None or voice.act == "deny":
        return
    side = side_in(voice.name, b.outlet, nations)
    if side.camp not in ("state", "rebels") or side.nation is None:
        return
    for p in m.actors:
        nation = nation_of(p.text)
        if nation and nation != side.nation:
            yield side.nation, nation
