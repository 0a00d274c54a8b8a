"""What a rule of the grammar is, and what it makes of a match."""

from __future__ import annotations

import re
from collections.abc import Callable
from dataclasses import dataclass
from functools import cached_property
from typing import TYPE_CHECKING, Literal

from reportedly.ground.times.words import compiled

if TYPE_CHECKING:
    from reportedly.ground.times.scene import Scene

Type = Literal["DATE", "TIME", "DURATION", "SET"]
NO_ANCHOR = "no_publication_date"


@dataclass(frozen=True, slots=True)
class Reading:
    """What an expression means: a TIMEX3 value, or why it has none. `bounds` where the value alone does not tell them.

    `fixes`: later expressions may count from this one ("the following day").
    """

    type: Type
    value: str | None
    missing: str | None = None
    bounds: tuple[str, str] | None = None
    fixes: bool = False


@dataclass(frozen=True)
class Rule:
    """One kind of time expression: a pattern over lower-case text and what a match means at its place in the article.

    Capitals in the pattern are pieces of words.py. `examples` are the rule's tests, read on Wednesday, 12 March 2025,
    in a past-tense report: "words = value" of a DATE, "words = TYPE value" of the others, parted by semicolons.
    """

    name: str
    pattern: str
    read: Callable[[re.Match[str], Scene], Reading | None]
    examples: str = ""

    @cached_property
    def regex(self) -> re.Pattern[str]:
        """The pattern, ready to match."""
        return re.compile(f"(?:{compiled(self.pattern)})(?!\\w)")

    @property
    def cases(self) -> list[tuple[str, str, str | None]]:
        """The examples: words, type and value, which is None for "null"."""
        found = []
        for example in filter(None, self.examples.split("; ")):
            words, _, meant = example.partition(" = ")
            type, _, value = meant.rpartition(" ")
            found.append((words, type or "DATE", None if value == "null" else value))
        return found

    @property
    def bare(self) -> str:
        """The pattern without its group names, to be joined with others."""
        return "(?:" + re.sub(r"\(\?P<\w+>", "(?:", compiled(self.pattern)) + r")(?!\w)"


def dated(value: str | None, missing: str | None = None, *, fixes: bool = True) -> Reading:
    """A DATE; without a value and another reason, because there is nothing to count from."""
    return Reading("DATE", value, None if value else missing or NO_ANCHOR, fixes=fixes and value is not None)


def unclear(kind: Type = "DATE", reason: str = "unsupported") -> Reading:
    """An expression that has no value."""
    return Reading(kind, None, reason)
