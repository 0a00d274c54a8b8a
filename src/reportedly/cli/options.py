"""Options that several commands share."""

from __future__ import annotations

from pathlib import Path
from typing import Annotated

import typer

Database = Annotated[
    Path,
    typer.Option("--db", metavar="FILE", envvar="REPORTEDLY_DB", show_default=True, help="The ledger."),
]
