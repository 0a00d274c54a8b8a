"""The ontology as data: PLOVER's types, modes and contexts, their CAMEO codes and quad classes (ontology.yaml)."""

from __future__ import annotations

import re
from collections.abc import Mapping, Sequence
from dataclasses import dataclass, field
from functools import cache, cached_property
from importlib.resources import files
from typing import Any, Literal

import yaml  # type: ignore[import-untyped]

from reportedly.record.event import Quad


@dataclass(frozen=True, slots=True)
class Settings:
    """What the published codebook leaves open (`settings` in ontology.yaml tells choices and reasons).

    Its text puts SANCTION under material conflict, its table under verbal conflict; and it would code a RETREAT that
    lies in the future as AGREE.
    """

    sanction_quad: Quad = "material_conflict"
    retreat_in_future: Literal["RETREAT", "AGREE"] = "RETREAT"


@dataclass(frozen=True, slots=True)
class Type:
    """One of the 16 types. `modes` and `cameo_of_mode` are keyed by mode."""

    name: str
    definition: str
    quad: Quad
    cameo: str
    modes: Mapping[str, str]
    cameo_of_mode: Mapping[str, str | None]


@dataclass(frozen=True)
class Ontology:
    """Everything that ontology.yaml holds, with the settings in force."""

    types: Mapping[str, Type]
    contexts: Mapping[str, tuple[str, ...]]
    sectors: Mapping[str, str]
    settings: Settings = field(default_factory=Settings)

    def quad(self, type_: str) -> Quad:
        """The quad class of a type."""
        return self.settings.sanction_quad if type_ == "SANCTION" else self.types[type_].quad

    def cameo(self, type_: str, mode: str | None) -> str:
        """The code of a mode where CAMEO has one, else the root of its type."""
        of_mode = self.types[type_].cameo_of_mode.get(mode) if mode else None
        return of_mode or self.types[type_].cameo

    @cached_property
    def context_patterns(self) -> Mapping[str, re.Pattern[str]]:
        """For each context a pattern of its keywords; a trailing * stands for any ending."""
        return {
            name: re.compile(
                r"\b(?:" + "|".join(re.escape(w).replace(r"\*", r"\w*").replace(r"\ ", r"\s+") for w in words) + r")\b",
                re.I,
            )
            for name, words in self.contexts.items()
        }


@cache
def load_ontology(settings: Settings = Settings()) -> Ontology:
    """Read ontology.yaml."""
    data = _data()
    types = {}
    for name, row in data["types"].items():
        modes = row.get("modes") or {}
        types[name] = Type(
            name,
            row["definition"],
            row["quad"].replace(" ", "_"),
            str(row["cameo"]),
            {m: x["definition"] for m, x in modes.items()},
            {m: str(x["cameo"]) if x.get("cameo") else None for m, x in modes.items()},
        )
    contexts = {name: tuple(map(str, row["keywords"])) for name, row in data["contexts"].items()}
    sectors = {name: row["definition"] for name, row in data["sectors"].items()}
    return Ontology(types, contexts, sectors, settings)


def settings_from(given: Sequence[str]) -> Settings:
    """Settings from "NAME=VALUE" words. ValueError tells the choices where a name or value is unknown."""
    choices = {name: tuple(map(str, row["choices"])) for name, row in _data()["settings"].items()}
    chosen: dict[str, Any] = {}
    for word in given:
        name, _, value = word.partition("=")
        if value not in choices.get(name, ()):
            known = "; ".join(f"{n}={' or '.join(v)}" for n, v in choices.items())
            raise ValueError(f"{word}: there is no such setting or value; known are {known}")
        chosen[name] = value
    return Settings(**chosen)


@cache
def _data() -> dict[str, Any]:
    found: dict[str, Any] = yaml.safe_load(files(__package__).joinpath("ontology.yaml").read_text(encoding="utf-8"))
    return found
