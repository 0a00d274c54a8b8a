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
"""Articles of stories, linked, beside the 5,000 that hold the statements and wait to be linked, as after an intake with
--no-link: linked among one another they would tell of nothing, their words being drawn by chance."""


def fill(ledger: Ledger, statements: int = STATEMENTS, told: int = TOLD) -> None:
    """Keep them, and link the stories."""
    ledger.db.pragma("synchronous", "OFF")  # a power cut may ruin it: it is thrown away anyway
    for number, record in enumerate(islice(stories(told), told)):
        article = record.article.model_copy(update={"url": f"https://stories.example/{number}"})
        keep(ledger, Item(article), record.model_copy(update={"article": article}))
    link_new(ledger)
    synthesise(ledger, statements)


if __name__ == "__main__":
    with open_ledger(sys.argv[1]) as opened:
        fill(opened)
