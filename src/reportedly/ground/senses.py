"""Which place a name means: a sum of visible weights (lexicons/place_weights.toml) over named features of each sense.

Two readings of the article. The first (`[alone]`) looks at each name alone: inhabitants, kind of place, the province
beside it ("Springfield, Ohio"), the outlet's name. The second (`[together]`) adds what the article's other names would
be by the first: places near by, in the same district, province or country. A name has one sense in an article, unless
the words beside a mention say otherwise.
"""

from __future__ import annotations

import math
from collections import Counter, defaultdict
from collections.abc import Iterable, Mapping, Sequence
from dataclasses import dataclass, field

from reportedly.ground.candidates import Candidate
from reportedly.ground.gazetteer import Sense, plain
from reportedly.ground.uses import acts
from reportedly.reader.tokens import Tokens
from reportedly.reader.words import Gap

Shares = dict[int, float]
"""How likely each sense of a name is, by row."""
MOST_SENSES = 60
"""Senses of one name that are looked at, the most populous ones (San Francisco has 80)."""
BETWEEN = frozenset({",", "(", "in"})
CELL = 1.0
"""Degrees; places in neighbouring cells are near (up to about 200 km)."""


@dataclass
class Maps:
    """Where the article's names would be, added up by country, province, district and cell of the map."""

    country: Counter[str] = field(default_factory=Counter)
    province: Counter[int] = field(default_factory=Counter)
    district: Counter[int] = field(default_factory=Counter)
    cell: Counter[tuple[int, int]] = field(default_factory=Counter)
    names: float = 0.0

    def merge(self, other: Maps) -> None:
        """Add another's sums."""
        self.names += other.names
        self.country.update(other.country)
        self.province.update(other.province)
        self.district.update(other.district)
        self.cell.update(other.cell)

    def add(self, sense: Sense, share: float) -> None:
        """Add one sense of a name; a negative share takes it away."""
        if sense.country:
            self.country[sense.country] += share  # type: ignore[assignment]
        if (own := province_of(sense)) >= 0:
            self.province[own] += share  # type: ignore[assignment]
        if (own := district_of(sense)) >= 0:
            self.district[own] += share  # type: ignore[assignment]
        if (sense.level in ("city", "district") or sense.manner == "seat") and (at := _cell(sense)):
            self.cell[at] += share  # type: ignore[assignment]


def province_of(s: Sense) -> int:
    """The row of the province that a place is or lies in."""
    return s.row if s.level == "province" else s.province


def district_of(s: Sense) -> int:
    """The row of the district that a place is or lies in."""
    return s.row if s.level == "district" else s.district


def _cell(s: Sense) -> tuple[int, int] | None:
    if s.lat is None or s.lon is None:
        return None
    return math.floor(s.lat / CELL), math.floor(s.lon / CELL)


@dataclass(frozen=True)
class Setting:
    """What the features of an article's senses have in common. `beside`: what stands right behind a candidate and may
    hold it; `home`: the senses of names in the outlet's name; `acting`: plain names that act like governments."""

    beside: Mapping[int, tuple[Sense, ...]]
    named: Mapping[int, int]
    countries: frozenset[str]
    home: tuple[Sense, ...]
    capitals: Mapping[str, str]
    acting: frozenset[str]


def setting(
    found: Sequence[Candidate], tokens: Tokens, home: tuple[Sense, ...], capitals: Mapping[str, str]
) -> Setting:
    """Gather it once for an article. `capitals`: countries by the names that stand for them (lexicons.actors)."""
    beside: dict[int, tuple[Sense, ...]] = {}
    named: Counter[int] = Counter()
    countries: set[str] = set()
    for k, c in enumerate(found):
        for s in c.senses:
            if s.level == "province":
                named[s.row] += 1
            elif s.level == "country" and s.country:
                countries.add(s.country)
        if k + 1 < len(found) and stand_together(tokens, c, found[k + 1]):
            beside[k] = tuple(s for s in found[k + 1].senses if s.level in ("province", "country", "district"))
    acting = frozenset(plain(c.text) for c in found if acts(c, tokens))
    return Setting({k: v for k, v in beside.items() if v}, named, frozenset(countries), home, capitals, acting)


def stand_together(tokens: Tokens, a: Candidate, b: Candidate) -> bool:
    """ "Springfield, Ohio", "Springfield (Ohio)", "Springfield Ohio", "Springfield in Clark County"."""
    between = [t.text for t in tokens.items[a.last + 1 : b.first] if t.text != "."]
    return len(between) <= 1 and all(x in BETWEEN for x in between) and tokens[b.first].gap != Gap.BLANK_LINE


def _inside(s: Sense, other: Sense) -> bool:
    """Does a place lie in another?"""
    if s.row == other.row:
        return False
    if other.level == "province":
        return s.province == other.row
    if other.level == "district":
        return s.district == other.row
    return other.country is not None and s.country == other.country


def alone(c: Candidate, k: int, s: Sense, about: Setting) -> dict[str, float]:
    """The features of one sense by itself."""
    words = plain(c.text).split(" ")
    found = {
        "inhabitants": math.log10(1 + s.population) / 7,
        f"level {s.level}": 1.0,
        f"called by {s.manner}": 1.0,
        "most populous": float(bool(c.senses) and s.row == c.senses[0].row),
    }
    if s.lat is None:
        found["no coordinates"] = 1.0
    if s.name.casefold() == c.text.casefold():
        found["spelled so"] = 1.0
    if _is_capital(s, c, about.capitals):
        found["capital"] = 1.0
        if " ".join(words) in about.acting:
            found["capital that acts"] = 1.0
    if s.level == "district" and plain(s.name) != " ".join(words):
        found["district by its short name"] = 1.0
    beside = about.beside.get(k)
    if beside:
        found["in what stands beside it" if any(_inside(s, o) for o in beside) else "not in what stands beside it"] = 1
    if s.level != "country" and s.country in about.countries:
        found["country named"] = 1.0
    if s.level not in ("country", "province") and about.named.get(s.province):
        found["province named"] = 1.0
    if about.home:
        found |= _near_home(s, about.home)
    return found


def _is_capital(s: Sense, c: Candidate, capitals: Mapping[str, str]) -> bool:
    """The largest town of the name in a country whose capital is called so."""
    if s.level != "city" or s.country is None or capitals.get(c.text.title()) != s.country:
        return False
    return s.row == next(x.row for x in c.senses if x.level == "city" and x.country == s.country)


def _near_home(s: Sense, home: Iterable[Sense]) -> dict[str, float]:
    found = {}
    for h in home:
        if h.row == s.row:
            found["is home"] = 1.0
        if h.country == s.country:
            found["in the home's country"] = 1.0
        if province_of(h) >= 0 and province_of(h) == province_of(s):
            found["in the home's province"] = 1.0
    return found


def together(s: Sense, own: Maps, maps: Maps) -> dict[str, float]:
    """The features of one sense beside the article's other names: `maps` without the name's own share, `own`."""
    rest = max(maps.names - 1.0, 1.0)
    counts: dict[str, float] = {}
    if s.country:
        counts["country"] = maps.country[s.country] - own.country[s.country]
    if (province := province_of(s)) >= 0:
        counts["province"] = maps.province[province] - own.province[province]
    if (district := district_of(s)) >= 0:
        counts["district"] = maps.district[district] - own.district[district]
    if cell := _cell(s):
        counts["near"] = _around_cell(maps, cell) - _around_cell(own, cell)
    found = {}
    for name, count in counts.items():
        value = max(count, 0.0)
        found[f"{name}: others there"] = math.log1p(value)
        found[f"{name}: share of others"] = value / rest
        found[f"{name}: any"] = min(value, 1.0)
    if s.level in ("country", "province") and s.level in counts:
        found[f"{s.level} itself: others there"] = found[f"{s.level}: others there"]
    return found


def _around_cell(maps: Maps, cell: tuple[int, int]) -> float:
    return sum(maps.cell.get((cell[0] + i, cell[1] + j), 0.0) for i in (-1, 0, 1) for j in (-1, 0, 1))


def summed(features: Mapping[str, float], weights: Mapping[str, float]) -> float:
    """The score of a sense, in log-odds against the others of its name."""
    return sum(value * weights.get(name, 0.0) for name, value in features.items())


def shares_of(scores: Mapping[int, float]) -> Shares:
    """Softmax."""
    top = max(scores.values())
    raw = {row: math.exp(v - top) for row, v in scores.items()}
    total = sum(raw.values())
    return {row: v / total for row, v in raw.items()}


def own_maps(senses: Iterable[Sense], shares: Shares) -> Maps:
    """Where one name would be."""
    maps = Maps(names=1.0)
    for s in senses:
        maps.add(s, shares.get(s.row, 0.0))
    return maps


def by_name(found: Sequence[Candidate]) -> dict[str, list[int]]:
    """The candidates of each plain name that the gazetteer has."""
    groups: dict[str, list[int]] = defaultdict(list)
    for k, c in enumerate(found):
        if c.senses:
            groups[plain(c.text)].append(k)
    return groups
