"""The ledger of the desk's benchmark: a hundred thousand statements, and stories that several outlets tell, linked.

usage: python evals/desk_rows.py FILE
"""

from __future__ import annotations

import sys
from itertools import islice
from pathlib import Path

ROOT = Path(__file__).resolve().parents[1]
sys.path.insert(0, str(ROOT))  # run as a script

from evals.ledger_rows import synthesise  # noqa: E402
from evals.story_rows import stories  # noqa: E402
from reportedly.intake.item import Item  # noqa: E402
from reportedly.ledger.connect import Ledger, open_ledger  # noqa: E402
from reportedly.ledger.write import keep  # noqa: E402
from reportedly.linking import link_new  # noqa: E402

STATEMENTS = 100_000
TOLD = 2_000
"""Articles of stories, beside the 5,000 that hold the statements; together they have some thousand happenings."""


def fill(ledger: Ledger, statements: int = STATEMENTS, told: int = TOLD) -> None:
    """Keep and link them."""
    synthesise(ledger, statements)
    for record in islice(stories(told), told):
        keep(ledger, Item(record.article), record)
    link_new(ledger)


if __name__ == "__main__":
    with open_ledger(sys.argv[1]) as opened:
        fill(opened)
