"""Options for what the input itself does not say; they are the same wherever articles come in."""

from __future__ import annotations

from typing import Annotated

import typer

GivenOutlet = Annotated[str | None, typer.Option(metavar="NAME", help="The outlet, where the input does not say.")]
GivenTitle = Annotated[str | None, typer.Option(metavar="WORDS", help="The title, where the input does not say.")]
GivenDate = Annotated[
    str | None, typer.Option(metavar="DATE", help="Date of publication (ISO 8601), where the input does not say.")
]
GivenUrl = Annotated[str | None, typer.Option(metavar="URL", help="The address, where the input does not say.")]
