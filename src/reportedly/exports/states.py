"""States by their ISO 3166-1 alpha-3 code: names and numbers."""

from __future__ import annotations

import tomllib
from collections.abc import Mapping
from functools import cache
from importlib.resources import files
from typing import NamedTuple

import yaml  # type: ignore[import-untyped]


class State(NamedTuple):
    """`iso` is the numeric code of ISO 3166-1, `cow` the number of the Correlates of War project, `name` English."""

    iso: int | None
    cow: int | None
    name: str


@cache
def states() -> Mapping[str, State]:
    """States and some territories: numbers from states.yaml, names from the lexicon."""
    numbers = yaml.safe_load(files(__package__).joinpath("states.yaml").read_text(encoding="utf-8"))
    names = tomllib.loads(files("reportedly.lexicons").joinpath("countries.toml").read_text(encoding="utf-8"))
    return {code: State(iso, cow, names[code]["names"][0]) for code, (iso, cow) in numbers.items() if code in names}
