"""What is loaded once and passed in: the reader model, the lexicons, the ontology with its settings, the gazetteer."""

from __future__ import annotations

import hashlib
from dataclasses import dataclass
from functools import cached_property
from importlib.resources import files

from reportedly.events.ontology import Ontology, Settings, load_ontology
from reportedly.ground.gazetteer import Gazetteer, load_gazetteer
from reportedly.lexicons import Lexicons, load_lexicons
from reportedly.reader.model import ReaderModel
from reportedly.record import Run
from reportedly.version import VERSION


@dataclass(frozen=True)
class Tools:
    """Everything that reading needs and that does not depend on the article."""

    model: ReaderModel
    lexicons: Lexicons
    ontology: Ontology
    gazetteer: Gazetteer

    @cached_property
    def run(self) -> Run:
        """What made a record: the version, the weights' hashes, and one hash of word lists, ontology and settings."""
        listing = hashlib.sha256()
        for entry in sorted(files("reportedly.lexicons").iterdir(), key=lambda e: e.name):
            if entry.name.endswith(".toml"):
                listing.update(entry.read_bytes())
        listing.update(files("reportedly.events").joinpath("ontology.yaml").read_bytes())
        listing.update(repr(self.ontology.settings).encode())
        models = {"reader": f"sha256:{self.model.sha256}", "events": f"sha256:{self.model.events_sha256}"}
        models["gazetteer"] = f"sha256:{self.gazetteer.sha256}"
        return Run(reportedly=VERSION, models=models, config=f"sha256:{listing.hexdigest()}")


def load_tools(settings: Settings = Settings()) -> Tools:  # noqa: B008 (frozen)
    """Load the models, word lists, ontology and gazetteer that ship with the package."""
    return Tools(ReaderModel(), load_lexicons(), load_ontology(settings), load_gazetteer())
