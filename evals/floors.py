"""Floors: what accuracy must not fall below. They rise by themselves and fall only when somebody names them.

Where less is better, the floor of a number is a ceiling: it sinks by itself and rises only when somebody names it. The
scales say which numbers these are; one that is not among them is per cent, more is better.
"""

from __future__ import annotations

import json
from collections.abc import Collection, Mapping
from dataclasses import asdict, dataclass, replace
from pathlib import Path

from evals.measures import PER_CENT, Scale


@dataclass(frozen=True, slots=True)
class Floor:
    """The worst value a measure may have, and what was measured when it was set: when, with what weights and words."""

    floor: float
    measured: float
    date: str
    weights: str
    config: str


Floors = dict[str, Floor]
Scales = Mapping[str, Scale]
ALL_PER_CENT: Scales = {}


class LowersAFloor(Exception):
    """An update would lower floors, or raise ceilings, that nobody named."""

    def __init__(self, names: list[str]) -> None:
        super().__init__("; ".join(names))
        self.names = names


@dataclass(frozen=True, slots=True)
class Run:
    """What made the values: the date, the hashes of the weights and the hash of the word lists."""

    date: str
    weights: str
    config: str

    def floor(self, value: float, scale: Scale = PER_CENT) -> Floor:
        """The floor that a value earns."""
        return Floor(scale.floor(value), value, self.date, self.weights, self.config)


def load(path: Path) -> Floors:
    """The floors of a file; none where there is no such file yet."""
    if not path.exists():
        return {}
    return {name: Floor(**floor) for name, floor in json.loads(path.read_text(encoding="utf-8")).items()}


def save(path: Path, floors: Mapping[str, Floor]) -> None:
    """Write floors, one file for people and programs."""
    path.write_text(json.dumps({k: asdict(v) for k, v in floors.items()}, indent=1) + "\n", encoding="utf-8")


def complaints(values: Mapping[str, float], floors: Mapping[str, Floor], scales: Scales = ALL_PER_CENT) -> list[str]:
    """What is wrong with the values: worse than the floor, without a floor, or a floor whose measure is gone."""
    found = [
        _worse(name, values[name], floor, scale)
        for name, floor, scale in ((n, f, scales.get(n, PER_CENT)) for n, f in floors.items())
        if name in values and scale.worse(values[name], floor.floor)
    ]
    found += [f"{name} has a floor and is not measured any more" for name in floors if name not in values]
    if new := [name for name in values if name not in floors]:
        found.append(f"no floor yet, set it with --update: {'; '.join(new)}")
    return found


def _worse(name: str, value: float, floor: Floor, scale: Scale) -> str:
    limit = "ceiling" if scale.less else "floor"
    return f"{name} is {value:.{scale.digits}f}, its {limit} is {floor.floor:.{scale.digits}f}"


def raised(
    values: Mapping[str, float],
    floors: Mapping[str, Floor],
    run: Run,
    lower: Collection[str] = (),
    scales: Scales = ALL_PER_CENT,
) -> Floors:
    """The floors after a run: each is raised (a ceiling lowered) to just beside its value, or stays.

    Raises LowersAFloor, and changes nothing, where a value is worse than its floor or a measure is gone, unless `lower`
    names it; KeyError where `lower` names what is neither measured nor a floor.
    """
    unknown = [name for name in lower if name not in values and name not in floors]
    if unknown:
        raise KeyError("; ".join(unknown))
    fallen = [
        n for n, f in floors.items()
        if n not in lower and (n not in values or scales.get(n, PER_CENT).worse(values[n], f.floor))
    ]  # fmt: skip
    if fallen:
        raise LowersAFloor(fallen)
    out: Floors = {}
    for name, value in values.items():
        scale = scales.get(name, PER_CENT)
        earned, old = run.floor(value, scale), floors.get(name)
        keeps = old is not None and not scale.worse(old.floor, earned.floor) and name not in lower
        out[name] = replace(old) if old is not None and keeps else earned
    return out
