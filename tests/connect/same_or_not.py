"""Pairs that are one happening or are not, and how many of them hold: `python -m tests.connect.same_or_not`."""

from __future__ import annotations

import tomllib
from dataclasses import dataclass
from functools import cache
from pathlib import Path

import reportedly
from reportedly.connect.brief import Brief, brief_of
from reportedly.connect.happenings import Cluster, clusters_of
from reportedly.record import Span

FILE = Path(__file__).with_suffix(".toml")
OUTLETS = ("The Harbor Post", "Northern Dispatch")


@dataclass(frozen=True)
class Told:
    """One side of a pair: an article and the words in it that are meant."""

    text: str
    outlet: str
    published: str
    trigger: Span

    def read(self, reader: reportedly.Reader) -> Brief:
        """The brief of the article."""
        return brief_of(reader.read(self.text, outlet=self.outlet, published=self.published))


@dataclass(frozen=True)
class SameOrNot:
    """A pair; `fails` says why it is known not to hold."""

    name: str
    same: bool
    sides: tuple[Told, Told]
    fails: str | None

    def holds(self, reader: reportedly.Reader) -> bool:
        """Is it as it should be, both mentions having been read?"""
        briefs = [t.read(reader) for t in self.sides]
        clusters = clusters_of(briefs)
        first, second = (_holding(clusters, b, t.trigger) for b, t in zip(briefs, self.sides, strict=True))
        return bool(first and second) and self.same == bool(first & second)


def _holding(clusters: list[Cluster], brief: Brief, trigger: Span) -> set[int]:
    return {
        k
        for k, c in enumerate(clusters)
        for b, m in c.mentions
        if b.id == brief.id and m.trigger[0] < trigger[1] and trigger[0] < m.trigger[1]
    }


@cache
def pairs() -> tuple[SameOrNot, ...]:
    """All pairs of the file."""
    rows = tomllib.loads(FILE.read_text(encoding="utf-8"))["pair"]
    return tuple(
        SameOrNot(
            row["name"],
            row["same"],
            (_told(row["first"], 0), _told(row["second"], 1)),
            row.get("fails"),
        )
        for row in rows
    )


def _told(row: dict[str, str], side: int) -> Told:
    at = row["text"].index(row["trigger"])
    return Told(row["text"], OUTLETS[side], row["published"], (at, at + len(row["trigger"])))


if __name__ == "__main__":
    library = reportedly.load()
    results = [(p, p.holds(library)) for p in pairs()]
    for p, held in results:
        if not held:
            print("not" if not p.same else "one", p.name)
    for same, name in ((False, "kept apart"), (True, "joined")):
        held_of = [held for p, held in results if p.same == same]
        print(f"{name}: {sum(held_of)} of {len(held_of)}")
