"""The gazetteer: every place with its names, read from one file of arrays that ships with the package.

`gazetteer.npz` holds about 290,000 places of GeoNames (CC BY 4.0) and our own table (lexicons/places.toml);
training/build_gazetteer.py makes it. A name is found by binary search among the sorted 64-bit hashes of all names, so
that nothing but arrays has to be loaded (0.2 s, 25 MB of memory).
"""

from __future__ import annotations

import hashlib
import re
from dataclasses import dataclass
from functools import cache, cached_property, lru_cache
from importlib.resources import as_file, files
from typing import Any, Literal

import numpy as np
from numpy.typing import NDArray

from reportedly.ground.spelling import unaccented

Feature = Literal["country", "admin", "city", "sea", "region", "other"]
Manner = Literal["name", "other_name", "abbreviation", "adjective", "seat"]
LEVELS = ("country", "province", "district", "city", "sea", "region", "other")
FEATURES: dict[str, Feature] = {
    "country": "country", "province": "admin", "district": "admin", "city": "city", "sea": "sea", "region": "region",
    "other": "other",
}  # fmt: skip
MANNERS: tuple[Manner, ...] = ("name", "other_name", "abbreviation", "adjective", "seat")
NOWHERE = -(2**31)
"""A coordinate that is not known."""
DEGREE = 10_000
"""Coordinates are kept as ten-thousandths of a degree (11 m)."""
SHORT = {"saint": "st", "sainte": "ste", "ft": "fort", "mt": "mount"}
JUNK = re.compile(r"[.'’‘ʻʼ`´]")
GAPS = re.compile(r"[\s\-–—/]+")


@dataclass(frozen=True, slots=True)
class Sense:
    """One place that a name can mean. `province` and `district` are rows of the gazetteer, -1 for none; `manner` is
    how the name names it. `lat` and `lon` are None where the gazetteer only knows that there is such a place."""

    row: int
    manner: Manner
    name: str
    level: str
    geonames_id: int | None
    lat: float | None
    lon: float | None
    population: int
    country: str | None
    province: int
    district: int

    @property
    def feature(self) -> Feature:
        """The record's word for what it is."""
        return FEATURES[self.level]


@lru_cache(maxsize=20_000)
def plain(name: str) -> str:
    """A name as it is looked up: lower case, without accents, full stops, apostrophes, hyphens and article."""
    words = GAPS.sub(" ", JUNK.sub("", unaccented(name))).strip().split(" ")
    if len(words) > 1 and words[0] == "the":
        words = words[1:]
    return " ".join(SHORT.get(w, w) for w in words)


def key_of(name: str) -> int:
    """The hash of a plain name; two of a million names share one once in forty million builds."""
    return int.from_bytes(hashlib.blake2b(name.encode("utf-8", "surrogatepass"), digest_size=8).digest(), "little")


class Gazetteer:
    """Look-up of places by name."""

    def __init__(self, arrays: dict[str, NDArray[Any]]) -> None:
        self.arrays = arrays
        self._names = arrays["names"].tobytes()
        self._countries = [bytes(c).decode() for c in arrays["countries"]]
        self._known: dict[str, tuple[Sense, ...]] = {}

    def find(self, name: str) -> tuple[Sense, ...]:
        """What a name can mean, the most populous first; () where no place is called so."""
        low = plain(name)
        found = self._known.get(low)
        if found is None:
            if len(self._known) > MOST_KNOWN:
                self._known.clear()
            found = self._known[low] = self._find(low)
        return found

    def _find(self, low: str) -> tuple[Sense, ...]:
        a = self.arrays
        key = np.uint64(key_of(low))
        at = int(np.searchsorted(a["keys"], key))
        if not low or at == len(a["keys"]) or a["keys"][at] != key:
            return ()
        first, last = int(a["first"][at]), int(a["first"][at + 1])
        best: dict[int, int] = {}
        for row, manner in zip(a["rows"][first:last].tolist(), a["manners"][first:last].tolist(), strict=True):
            best[row] = min(manner, best.get(row, manner))
        senses = [self.sense(row, MANNERS[manner]) for row, manner in best.items()]
        return tuple(sorted(senses, key=lambda s: (-s.population, s.row)))

    def of_country(self, code: str | None) -> tuple[Sense, ...]:
        """The country of an ISO 3166-1 alpha-3 code; () where there is none."""
        row = self._states.get(code) if code else None
        return () if row is None else (self.sense(row),)

    @cached_property
    def _states(self) -> dict[str, int]:
        rows = np.flatnonzero(self.arrays["level"] == LEVELS.index("country")).tolist()
        return {s.country: s.row for s in map(self.sense, reversed(rows)) if s.country}

    def sense(self, row: int, manner: Manner = "name") -> Sense:
        """The place of a row."""
        a = self.arrays
        lat, lon = int(a["lat"][row]), int(a["lon"][row])
        known = lat != NOWHERE
        code = int(a["country"][row])
        start, end = int(a["name_at"][row]), int(a["name_at"][row + 1])
        return Sense(
            row, manner, self._names[start:end].decode(), LEVELS[int(a["level"][row])], int(a["id"][row]) or None,
            lat / DEGREE if known else None, lon / DEGREE if known else None, int(a["population"][row]),
            self._countries[code - 1] if code else None, int(a["province"][row]), int(a["district"][row]),
        )  # fmt: skip

    def __len__(self) -> int:
        return len(self.arrays["id"])

    @cached_property
    def sha256(self) -> str:
        """One hash of all that it holds."""
        whole = hashlib.sha256()
        for name in sorted(self.arrays):
            whole.update(name.encode() + np.ascontiguousarray(self.arrays[name]).tobytes())
        return whole.hexdigest()


MOST_KNOWN = 50_000
"""Names whose look-up is remembered (20 MB)."""


@cache
def load_gazetteer() -> Gazetteer:
    """The gazetteer that ships with the package."""
    with as_file(files(__package__).joinpath("gazetteer.npz")) as path, np.load(path, allow_pickle=False) as stored:
        return Gazetteer({name: stored[name] for name in stored.files})
