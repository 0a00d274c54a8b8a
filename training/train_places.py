"""Fit the weights of place names: `python training/train_places.py CORPORA`, writing lexicons/place_weights.toml.

Learns from those articles of LGL and GeoVirus that are no dev rows (hash of the article's id): first which candidates
are toponyms (logistic regression), then which sense a name has (softmax over its senses), alone and beside the others.
The reader's tokens are kept in build/ for the next time. Takes two minutes besides the reading. No chance is involved.
"""

from __future__ import annotations

import hashlib
import json
import math
import pickle
import sys
from collections import Counter
from collections.abc import Sequence
from dataclasses import dataclass
from pathlib import Path
from typing import Any

import numpy as np
from numpy.typing import NDArray

from reportedly.ground.candidates import Candidate, candidates
from reportedly.ground.gazetteer import Gazetteer, Sense, load_gazetteer, plain
from reportedly.ground.home import home_of
from reportedly.ground.locate import ROUNDS, first_reading, others_of, second_reading
from reportedly.ground.places import TAKEN_FROM
from reportedly.ground.senses import MOST_SENSES, Setting, alone, setting, together
from reportedly.ground.toponyms import around, features, score
from reportedly.lexicons import Lexicons, load_lexicons
from reportedly.reader.model import ReaderModel
from reportedly.reader.tokens import Tokens, build_tokens
from reportedly.record import Article

ROOT = Path(__file__).resolve().parents[1]
TARGET = ROOT / "src/reportedly/lexicons/place_weights.toml"
SETS = ("lgl", "geovirus")
RAREST = 12
"""Occurrences from which a feature of toponyms gets a weight."""
NEAR = 161.0
"""Kilometres within which a sense without the gold's id is right: the customary limit of the field."""
AT_LEAST = {"capital": 1.0, "capital that acts": 3.5}
"""Log-odds set by hand: LGL was chosen so that the famous namesake is rarely meant, which is not so in the news at
large. On the rows that are learned from it costs 0.1 points within 161 km."""
Features = dict[str, float]
Floats = NDArray[np.float64]
HEAD = """# Weights of place names, by training/train_places.py from LGL and GeoVirus, without their dev rows. Log-odds:
# [toponym] for being a place's name at all, [alone] and [together] for a sense of the name against its others.
"""


@dataclass(frozen=True)
class Reading:
    """One article with its candidates and gold places."""

    set: str
    tokens: Tokens
    article: Article
    found: tuple[Candidate, ...]
    gold: dict[tuple[int, int], dict[str, Any]]


def is_dev(article_id: str) -> bool:
    """Is an article kept for measuring?"""
    return int(hashlib.sha256(article_id.encode()).hexdigest(), 16) % 5 == 0


def rows_of(path: Path) -> list[dict[str, Any]]:
    """The rows of a file of JSON Lines."""
    return [json.loads(line) for line in path.read_text(encoding="utf-8").split("\n") if line.strip()]


def tokens_of(corpora: Path, name: str) -> dict[str, Tokens]:
    """The reader's tokens of a set, from build/ where they are kept."""
    kept = ROOT / f"build/places.{name}.pickle"
    if not kept.exists():
        model, read = ReaderModel(), {}
        for a in rows_of(corpora / f"places/{name}.articles.jsonl"):
            o = model.run(a["text"])
            read[a["id"]] = build_tokens(o.words, o.heads, model.labels, model.arc_distance)
        kept.parent.mkdir(exist_ok=True)
        kept.write_bytes(pickle.dumps(read))
    found: dict[str, Tokens] = pickle.loads(kept.read_bytes())
    return found


def readings(corpora: Path, gazetteer: Gazetteer, lexicons: Lexicons) -> list[Reading]:
    """All articles that are learned from."""
    out = []
    for name in SETS:
        read = tokens_of(corpora, name)
        given = {a["id"]: a for a in rows_of(corpora / f"places/{name}.articles.jsonl")}
        for r in rows_of(corpora / f"places/{name}.gold.jsonl"):
            a = given[r["article"]["id"]]
            if is_dev(a["id"]):
                continue
            article = Article(id=a["id"], outlet=a.get("outlet"), url=a.get("url"))
            tokens = read[a["id"]]
            found = tuple(candidates(tokens, gazetteer, lexicons.places))
            out.append(Reading(name, tokens, article, found, {tuple(p["span"]): p for p in r["places"]}))
    return out


def toponym_weights(rows: Sequence[tuple[Features, bool]]) -> Features:
    """Logistic regression with a Gaussian prior of variance 1, by Newton's method."""
    counts = Counter(n for f, _ in rows for n in f)
    names = sorted(n for n, k in counts.items() if k >= RAREST)
    x = np.hstack([matrix([f for f, _ in rows], names), np.ones((len(rows), 1))])
    y = np.array([right for _, right in rows], float)
    prior = np.append(np.ones(len(names)), 1e-6)
    w = np.zeros(len(names) + 1)
    for _ in range(12):
        p = 1 / (1 + np.exp(-x @ w))
        slope = x.T @ (p - y) + prior * w
        w -= np.linalg.solve((x * (p * (1 - p))[:, None]).T @ x + np.diag(prior), slope)
    return dict(zip([*names, "bias"], w.tolist(), strict=True))


def matrix(rows: Sequence[Features], names: Sequence[str]) -> Floats:
    """Features as an array."""
    at = {n: k for k, n in enumerate(names)}
    x = np.zeros((len(rows), len(names)))
    for k, row in enumerate(rows):
        for n, value in row.items():
            if n in at:
                x[k, at[n]] = value
    return x


Group = tuple[list[Features], set[int]]
"""The features of a name's senses, and which of them are right."""


def sense_weights(groups: Sequence[Group], steps: int = 300) -> Features:
    """Softmax over the senses of each name with a Gaussian prior of variance 2, by Adam."""
    names = sorted({n for rows, _ in groups for f in rows for n in f})
    x = matrix([f for rows, _ in groups for f in rows], names)
    right = np.array([k in ok for rows, ok in groups for k in range(len(rows))])
    sizes = np.array([len(rows) for rows, _ in groups])
    starts, of = np.cumsum(sizes) - sizes, np.repeat(np.arange(len(groups)), sizes)
    w, m, v = np.zeros(len(names)), np.zeros(len(names)), np.zeros(len(names))
    for t in range(1, steps + 1):
        z = x @ w
        e = np.exp(z - np.maximum.reduceat(z, starts)[of])
        hit = np.where(right, e, 0.0)
        p, q = e / np.add.reduceat(e, starts)[of], hit / np.maximum(np.add.reduceat(hit, starts)[of], 1e-30)
        slope = x.T @ (p - q) + 0.5 * w
        m, v = 0.9 * m + 0.1 * slope, 0.99 * v + 0.01 * slope**2
        rate = 0.1 if t < 0.6 * steps else 0.02
        w = w - rate * (m / (1 - 0.9**t)) / (np.sqrt(v / (1 - 0.99**t)) + 1e-8)
    return dict(zip(names, w.tolist(), strict=True))


def distance(a: dict[str, Any], b: Sense) -> float:
    """Kilometres between a gold place and a sense; infinite where it has no coordinates."""
    if b.lat is None or b.lon is None:
        return math.inf
    lat1, lon1, lat2, lon2 = map(math.radians, (a["lat"], a["lon"], b.lat, b.lon))
    h = math.sin((lat2 - lat1) / 2) ** 2 + math.cos(lat1) * math.cos(lat2) * math.sin((lon2 - lon1) / 2) ** 2
    return 2 * 6371 * math.asin(min(1, math.sqrt(h)))


def right_senses(place: dict[str, Any], senses: Sequence[Sense]) -> set[int]:
    """Those with the gold's id; else the nearest, or without an id all, within the limit."""
    same = {k for k, s in enumerate(senses) if s.geonames_id is not None and s.geonames_id == place["geonames_id"]}
    if same or place["lat"] is None:
        return same
    near = sorted((d, k) for k, s in enumerate(senses) if (d := distance(place, s)) <= NEAR)
    return {k for _, k in (near if place["geonames_id"] is None else near[:1])}


Prepared = tuple[Reading, list[Candidate], Setting]


def groups(docs: Sequence[Prepared], first: Features | None, second: Features | None) -> list[Group]:
    """What the senses are learned from: alone without `first`, else beside the others as the weights place them."""
    out: list[Group] = []
    for r, found, about in docs:
        beside = {}
        if first is not None:
            names = first_reading(found, about, first)
            for _ in range(ROUNDS - 1 if second is not None else 0):
                names = second_reading(names, second or {})
            whole, own = others_of(names)
            beside = {n: [together(s, own[n], whole) for s in x.senses] for n, x in names.items()}
        for k, c in enumerate(found):
            place, senses = r.gold.get(c.span), c.senses[:MOST_SENSES]
            ok = right_senses(place, senses) if place else set()
            if ok:
                more = beside.get(plain(c.text), [{}] * len(senses))
                out.append(([alone(c, k, s, about) | more[j] for j, s in enumerate(senses)], ok))
    return out


def main(corpora: Path) -> None:
    """Fit and write."""
    gazetteer, lexicons = load_gazetteer(), load_lexicons()
    docs = readings(corpora, gazetteer, lexicons)
    rows = []
    prepared: list[Prepared] = []
    for r in docs:
        about = around(r.tokens, r.found, lexicons)
        for c in r.found:
            f = features(c, about)
            if not (r.set == "geovirus" and "is adjective" in f):  # GeoVirus leaves them out, LGL has them
                rows.append((f, c.span in r.gold))
    weights = toponym_weights(rows)
    for r in docs:
        about = around(r.tokens, r.found, lexicons)
        found = [c for c in r.found if score(features(c, about), weights) > TAKEN_FROM]
        home = home_of(r.article, gazetteer)
        prepared.append((r, found, setting(found, r.tokens, home, lexicons.actors.countries)))
    first = sense_weights(groups(prepared, None, None))
    second = sense_weights(groups(prepared, first, None))
    second = sense_weights(groups(prepared, first, second))
    for fitted in (first, second):
        for name, least in AT_LEAST.items():
            fitted[name] = max(fitted[name], least)
    write({"toponym": weights, "alone": first, "together": second})


def write(tables: dict[str, Features]) -> None:
    """Write the weights, the strongest first; those near 0 are left out."""
    text = HEAD
    for name, weights in tables.items():
        text += f"\n[{name}]\n"
        for key, value in sorted(weights.items(), key=lambda x: (-abs(x[1]), x[0])):
            if abs(value) >= 0.05:
                text += f"{json.dumps(key, ensure_ascii=False)} = {value:.2f}\n"
    TARGET.write_text(text, encoding="utf-8")
    print(f"{TARGET}: {', '.join(f'{n} {len(w)}' for n, w in tables.items())}")


if __name__ == "__main__":
    main(Path(sys.argv[1]))
