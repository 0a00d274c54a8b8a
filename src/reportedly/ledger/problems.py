"""What could not be read, and why."""

from __future__ import annotations

from collections.abc import Iterator
from typing import Literal

from reportedly.ledger.connect import Ledger, explained
from reportedly.ledger.nouns import ProblemRow


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
