"""What is loaded once and passed in: the reader model and the lexicons."""

from __future__ import annotations

import hashlib
from dataclasses import dataclass
from functools import cached_property
from importlib.resources import files

from reportedly.lexicons import Lexicons, load_lexicons
from reportedly.reader.model import ReaderModel
from reportedly.record import Run
from reportedly.version import VERSION


@dataclass(frozen=True)
class Tools:
    """Everything that reading needs and that does not depend on the article."""

    model: ReaderModel
    lexicons: Lexicons

    @cached_property
    def run(self) -> Run:
        """What made a record: the version, the weights' hash and the word lists' hash."""
        listing = hashlib.sha256()
        for entry in sorted(files("reportedly.lexicons").iterdir(), key=lambda e: e.name):
            if entry.name.endswith(".toml"):
                listing.update(entry.read_bytes())
        return Run(
            reportedly=VERSION, models={"reader": f"sha256:{self.model.sha256}"}, config=f"sha256:{listing.hexdigest()}"
        )


def load_tools() -> Tools:
    """Load the models and word lists that ship with the package."""
    return Tools(ReaderModel(), load_lexicons())
