"""Floors: what accuracy must not fall below. They rise by themselves and fall only when somebody names them."""

from __future__ import annotations

import json
from collections.abc import Collection, Mapping
from dataclasses import asdict, dataclass, replace
from pathlib import Path

MARGIN = 0.3
"""Points between a measured value and its floor: int8 kernels of other processors move a figure by 0.1 to 0.2."""


@dataclass(frozen=True, slots=True)
class Floor:
    """The least value of a measure, and what was measured when it was set: when, with which weights and word lists."""

    floor: float
    measured: float
    date: str
    weights: str
    config: str


Floors = dict[str, Floor]


class LowersAFloor(Exception):
    """An update would lower floors that nobody named."""

    def __init__(self, names: list[str]) -> None:
        super().__init__("; ".join(names))
        self.names = names


@dataclass(frozen=True, slots=True)
class Run:
    """What made the values: the date, the weights' hash and the word lists' hash."""

    date: str
    weights: str
    config: str

    def floor(self, value: float) -> Floor:
        """The floor that a value earns."""
        return Floor(round(value - MARGIN, 2), value, self.date, self.weights, self.config)


def load(path: Path) -> Floors:
    """The floors of a file; none where there is no such file yet."""
    if not path.exists():
        return {}
    return {name: Floor(**floor) for name, floor in json.loads(path.read_text(encoding="utf-8")).items()}


def save(path: Path, floors: Mapping[str, Floor]) -> None:
    """Write floors, one file for people and programs."""
    path.write_text(json.dumps({k: asdict(v) for k, v in floors.items()}, indent=1) + "\n", encoding="utf-8")


def complaints(values: Mapping[str, float], floors: Mapping[str, Floor]) -> list[str]:
    """What is wrong with the values: below the floor, without a floor, or a floor whose measure is gone."""
    found = [
        f"{name} is {values[name]:.2f}, its floor is {floor.floor:.2f}"
        for name, floor in floors.items()
        if name in values and values[name] < floor.floor
    ]
    found += [f"{name} has a floor and is not measured any more" for name in floors if name not in values]
    if new := [name for name in values if name not in floors]:
        found.append(f"no floor yet, set it with --update: {'; '.join(new)}")
    return found


def raised(values: Mapping[str, float], floors: Mapping[str, Floor], run: Run, lower: Collection[str] = ()) -> Floors:
    """The floors after a run: each is raised to just under its value, or stays.

    Raises LowersAFloor, and changes nothing, where a value lies below its floor or a measure is gone, unless `lower`
    names it; KeyError where `lower` names what is neither measured nor a floor.
    """
    unknown = [name for name in lower if name not in values and name not in floors]
    if unknown:
        raise KeyError("; ".join(unknown))
    fallen = [n for n, f in floors.items() if n not in lower and (n not in values or values[n] < f.floor)]
    if fallen:
        raise LowersAFloor(fallen)
    out: Floors = {}
    for name, value in values.items():
        earned, old = run.floor(value), floors.get(name)
        keeps = old is not None and old.floor >= earned.floor and name not in lower
        out[name] = replace(old) if old is not None and keeps else earned
    return out
