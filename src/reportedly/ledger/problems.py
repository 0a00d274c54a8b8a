"""What could not be read, and why."""

from __future__ import annotations

from collections.abc import Collection, Iterator
from typing import Literal

from reportedly.ledger.clock import now
from reportedly.ledger.connect import Ledger, explained, writing
from reportedly.ledger.nouns import ProblemRow
from reportedly.ledger.stored import canonical, plain


def problems(ledger: Ledger, state: Literal["open", "all"] = "open") -> Iterator[ProblemRow]:
    """Problems in the order in which they were first met; solved ones, too, where all are asked for."""
    asked = """
    SELECT p.source, name, stage, message, met, solved, a.id FROM problems p
    LEFT JOIN versions v USING (version_key) LEFT JOIN articles a USING (article_key)
    WHERE :all OR solved IS NULL ORDER BY problem_key
    """
    with explained(ledger.path):
        for row in ledger.db.execute(asked, {"all": state == "all"}):
            yield ProblemRow.model_validate(dict(zip(ProblemRow.model_fields, row, strict=True)))


def solve_absent(ledger: Ledger, source: str, place: str, still: Collection[str]) -> None:
    """After a source, or one address that it named, was tried again from end to end: what it no longer meets is solved.

    `place` is what was opened: the source itself, or the address, of which parts are named PLACE#N; `still` are the
    names that failed again.
    """
    asked = """
    UPDATE problems SET solved = :now WHERE solved IS NULL AND version_key IS NULL AND source = :source
    AND (:source = :place OR name = :place OR substr(name, 1, length(:place) + 1) = :place || '#')
    AND name NOT IN (SELECT value FROM json_each(:still))
    """
    named = {"source": plain(source), "place": plain(place), "still": canonical(sorted(map(plain, still)))}
    with writing(ledger) as db:
        db.execute(asked, {"now": now(), **named})
