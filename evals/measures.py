"""What is measured: each number's name, where its scorer prints it, its bar and its aim."""

from __future__ import annotations

import hashlib
from dataclasses import dataclass
from typing import Any


@dataclass(frozen=True, slots=True)
class Measure:
    """One number of one set. `path` leads to it in the last line that the scorer prints; per cent, more is better.

    `bar` is what must be reached and `aim` what is hoped for. `people` is how well one annotator agrees with another,
    `rule` a quoted string with the nearest verb of saying and its subject; both as the corpora's own pages give them.
    `guarded`: it has a floor. The halves of a small set have none: a single statement moves them by half a point.
    """

    set: str
    name: str
    path: tuple[str, ...]
    bar: float
    aim: float
    people: float | None = None
    rule: float | None = None
    guarded: bool = True

    @property
    def full_name(self) -> str:
        """How floors, tables and `--allow-lower` call it."""
        return f"{self.set}: {self.name}"

    def value(self, scores: dict[str, Any]) -> float:
        """This number among all that the set's scorer printed. KeyError where the scorer lacks it."""
        found: Any = scores
        for key in self.path:
            found = found[key]
        return float(found)


@dataclass(frozen=True, slots=True)
class Corpus:
    """One set of articles, its gold and its scorer. `half` keeps the articles of one half of the hashes."""

    name: str
    folder: str
    articles: str
    gold: str
    scorer: str
    half: int | None = None

    def keeps(self, article_id: str) -> bool:
        """Does an article belong to this set?"""
        return self.half is None or half_of(article_id) == self.half


def half_of(article_id: str) -> int:
    """0: rules were tuned on this article; 1: nobody looked at it. By the hash, so that nobody chose."""
    return int(hashlib.sha256(article_id.encode()).hexdigest(), 16) % 2


POLNEAR = "polnear dev"
KINDS = ("source-kinds", "source-kinds tune", "source-kinds others")
CHAINS = "source-chains"

CORPORA = (
    Corpus(POLNEAR, "polnear", "dev.articles.jsonl", "dev.gold.jsonl", "attribution.py"),
    Corpus(KINDS[0], "source-kinds", "articles.jsonl", "gold.jsonl", "source_kinds.py"),
    Corpus(KINDS[1], "source-kinds", "articles.jsonl", "gold.jsonl", "source_kinds.py", half=0),
    Corpus(KINDS[2], "source-kinds", "articles.jsonl", "gold.jsonl", "source_kinds.py", half=1),
    Corpus(CHAINS, "source-chains", "documents.jsonl", "gold.jsonl", "source_chains.py"),
)

MEASURES = (
    Measure(POLNEAR, "exact source", ("exact_source", "f1"), 80, 85, people=77.9, rule=34.9),
    Measure(POLNEAR, "exact cue", ("exact_cue", "f1"), 72, 77, people=70.6, rule=30.2),
    Measure(POLNEAR, "exact content", ("exact_content", "f1"), 69, 75, people=68.4, rule=30.2),
    Measure(POLNEAR, "linked", ("linked", "f1"), 69, 77, people=72.7, rule=26.9),
    Measure(POLNEAR, "content by characters", ("chars_content", "f1"), 91, 93.5, people=91.1, rule=47.7),
    Measure(POLNEAR, "exact triple", ("triple", "f1"), 48, 58, people=56.5, rule=18.9),
    Measure(POLNEAR, "direct quotations", ("direct", "f1"), 91, 95, people=85.8, rule=76.0),
    Measure(POLNEAR, "direct by characters", ("direct_chars", "f1"), 97.5, 99, people=98.4, rule=83.7),
    *(
        measure
        for group, found, kind, name in zip(
            KINDS, (30.4, None, None), (28.3, None, None), (75.5, None, None), strict=True
        )
        for measure in (
            Measure(group, "found", ("found",), 70, 88, rule=found, guarded=group == KINDS[0]),
            Measure(group, "kind of all", ("kind_all",), 62, 82, rule=kind, guarded=group == KINDS[0]),
            Measure(group, "name of found", ("name",), 85, 95, rule=name, guarded=group == KINDS[0]),
        )
    ),
    Measure(CHAINS, "length of nested chains", ("length >= 2", "length"), 25, 55, rule=0.5),
    Measure(CHAINS, "whole chain", ("all", "chain"), 40, 65, rule=25.0),
)
