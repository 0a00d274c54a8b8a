"""The cases of tests/data/sentences.toml, and what the reader makes of them."""

from __future__ import annotations

import tomllib
from collections import Counter
from dataclasses import dataclass
from pathlib import Path
from typing import Any

from reportedly.reading import Reader
from tests.comparing import FIELDS, Comparison, Difference

DATA = Path(__file__).parents[1] / "data"
KNOWN = DATA / "known_failures.toml"
CEILING = 0.2
"""Share of cases that may fail: most cases check half a dozen fields at once, and one wrong field fails the case."""

COMPARED = tuple(f for f in FIELDS if f != "cue")
"""A cue finds its statement by overlap; whether it has its auxiliaries is for the golden samples."""


@dataclass(frozen=True)
class Case:
    """One text and the statements that it holds; `none`: it holds none."""

    id: str
    group: str
    given: dict[str, str]
    text: str
    none: bool
    statements: tuple[dict[str, Any], ...]


def load_cases() -> list[Case]:
    """All cases, in order; the id is the group with its number in that group."""
    numbers: Counter[str] = Counter()
    cases = []
    for row in tomllib.loads((DATA / "sentences.toml").read_text(encoding="utf-8"))["case"]:
        group = row["group"]
        numbers[group] += 1
        given = {k: row[k] for k in ("title", "outlet", "published") if k in row}
        statements = tuple(row.get("statements", ()))
        cases.append(Case(f"{group}-{numbers[group]}", group, given, row["text"], row.get("none", False), statements))
    return cases


def compare(case: Case, reader: Reader) -> tuple[Comparison, list[Difference]]:
    """Read a case; what is not as expected."""
    record = reader.read(
        case.text, title=case.given.get("title"), outlet=case.given.get("outlet"), published=case.given.get("published")
    )
    compared = Comparison(record, case.statements, COMPARED)
    found = compared.differences()
    if case.none:
        found = [Difference(i, "none", None, compared.words(s)) for i, s in enumerate(record.statements)]
    return compared, found
