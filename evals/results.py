"""One figure of the benchmark, and what stands in the way of it."""

from __future__ import annotations

from dataclasses import dataclass


@dataclass(frozen=True, slots=True)
class Result:
    """One figure with its bar. `at_least`: more is better; otherwise less is. `note` says how it was measured."""

    name: str
    value: float
    unit: str
    bar: float
    aim: float | None = None
    at_least: bool = False
    note: str = ""

    @property
    def holds(self) -> bool:
        """Is the bar reached?"""
        return self.value >= self.bar if self.at_least else self.value <= self.bar


class NotMeasured(Exception):
    """Something is missing; the message says what to do."""
