"""What could not be read, and why."""

from __future__ import annotations

import json
import os
from collections.abc import Iterator
from typing import Literal

from reportedly.intake.addresses import is_address
from reportedly.ledger.clock import now
from reportedly.ledger.connect import Ledger, explained, writing
from reportedly.ledger.nouns import Outcome, ProblemRow
from reportedly.ledger.stored import plain


def problems(ledger: Ledger, state: Literal["open", "all"] = "open") -> Iterator[ProblemRow]:
    """Problems in the order in which they were first met; solved ones, too, where all are asked for."""
    asked = """
    SELECT p.source, p.name, stage, message, met, solved, a.id, p.given FROM problems p
    LEFT JOIN versions v USING (version_key) LEFT JOIN articles a USING (article_key)
    WHERE :all OR solved IS NULL ORDER BY problem_key
    """
    with explained(ledger.path):
        for row in ledger.db.execute(asked, {"all": state == "all"}):
            told = dict(zip(ProblemRow.model_fields, row, strict=True))
            yield ProblemRow.model_validate({**told, "given": json.loads(str(told["given"]))})


class Heard:
    """What was heard while a place was tried again: what failed in it, and how each of its files ended."""

    def __init__(self, place: str) -> None:
        self.place = plain(place)
        self._is_shut = False
        self._failed: set[str] = set()
        self._ends: dict[str, tuple[int, bool]] = {}

    def add(self, outcome: Outcome) -> None:
        """One more."""
        has_failed, name = outcome.kind == "failed", plain(outcome.name)
        if has_failed:
            self._failed.add(name)
        if name == self.place and outcome.kind in ("failed", "known"):
            self._is_shut = True  # nothing was seen of what it holds
        file, number = _place_in(name)
        if number is not None:
            self._ends[file] = (number, has_failed)

    def passed(self, name: str) -> bool:
        """Was this gone by, and it did not fail? False where what it lies in could not be opened, or not be read as far
        as that: behind a failure that was the last that was heard of a file, nothing is known."""
        if name in self._failed or (self._is_shut and name != self.place):
            return False
        if any(name.startswith(f) and name[len(f)] in _INSIDE for f in self._failed):
            return False
        file, number = _place_in(name)
        end, has_failed = self._ends.get(file, (0, False))
        return number is None or not has_failed or number < end


def solve_absent(ledger: Ledger, source: str, heard: Heard) -> None:
    """After a place was tried again, what is no longer met there is solved. The place is the source itself, or an
    address that it named; parts of an address are named PLACE#N."""
    asked = """
    SELECT problem_key, name FROM problems WHERE solved IS NULL AND version_key IS NULL AND source = :source
    AND (:source = :place OR name = :place OR substr(name, 1, length(:place) + 1) = :place || '#')
    """
    with writing(ledger) as db:
        rows = db.execute(asked, {"source": plain(source), "place": heard.place}).fetchall()
        gone = [(now(), key) for key, name in rows if heard.passed(str(name))]
        db.executemany("UPDATE problems SET solved = ? WHERE problem_key = ?", gone)


_INSIDE = {":", "#", os.sep}
"""What stands between the name of a file or folder and a place in it."""


def _place_in(name: str) -> tuple[str, int | None]:
    """A file and the line or byte in it ("a.jsonl:3"); a name without one."""
    file, colon, number = name.rpartition(":")
    has_number = colon and number.isascii() and number.isdigit() and not is_address(name)
    return (file, int(number)) if has_number else (name, None)
