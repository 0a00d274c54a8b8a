"""Which candidates are toponyms: a sum of visible weights (lexicons/place_weights.toml, [toponym]) over named features.

The weights were fitted by training/train_places.py; positive speaks for a place. Among the features are what the
reader's head saw, what the gazetteer knows by the name, the words around it, and how the same name is used elsewhere
in the article.
"""

from __future__ import annotations

import math
from collections import Counter
from collections.abc import Callable, Mapping, Sequence
from dataclasses import dataclass

from reportedly.ground.candidates import Candidate, Run, begins_name, name_runs
from reportedly.ground.gazetteer import plain
from reportedly.lexicons import Lexicons
from reportedly.reader.tokens import Token, Tokens
from reportedly.reader.words import Gap

Features = dict[str, float]
LOCATIVE = frozenset({"in", "near", "at", "from", "outside", "around", "across", "throughout", "to", "into", "of"})
DIRECTIONS = frozenset({
    "north", "south", "east", "west", "northern", "southern", "eastern", "western", "central", "downtown", "northeast",
    "northwest", "southeast", "southwest", "greater", "upstate", "mid",
})  # fmt: skip
DASHES = frozenset({"-", "–", "—", "--", "/"})


@dataclass(frozen=True)
class Around:
    """What the features of an article's candidates have in common: `elsewhere` counts, for each plain name, how its
    other mentions are seen; `people` are the words of names of persons."""

    tokens: Tokens
    lexicons: Lexicons
    runs: list[Run]
    elsewhere: Mapping[str, Counter[str]]
    people: frozenset[str]
    starts: Mapping[int, Candidate]
    ends: Mapping[int, Candidate]


def around(tokens: Tokens, found: Sequence[Candidate], lexicons: Lexicons) -> Around:
    """Gather it once for an article."""
    runs = name_runs(tokens)
    elsewhere: dict[str, Counter[str]] = {}
    for c in found:
        elsewhere.setdefault(plain(c.text), Counter())[_seen_as(c, runs)] += 1
    people = frozenset(
        tokens[k].lower for first, last, kind in set(runs) if kind == "PERSON" and last > first
        for k in range(first, last + 1)
    )  # fmt: skip
    return Around(
        tokens, lexicons, runs, elsewhere, people, {c.first: c for c in found}, {c.last: c for c in found}
    )  # fmt: skip


def _seen_as(c: Candidate, runs: list[Run]) -> str:
    """The reader's type of a candidate, and whether it is the whole of that name or where in it it stands."""
    first, last, kind = runs[c.first]
    if not kind:
        kind = runs[c.last][2]
        return "none" if not kind else f"{kind} after"
    if last < c.last:
        return f"{kind} before" if runs[c.last][2] != kind else f"{kind} over"
    end = last
    if c.last == end:
        return kind if c.first <= first + 1 and (c.first == first or not first < c.first - 1) else f"{kind} end"
    return f"{kind} start" if c.first == first else f"{kind} inside"


def score(features: Features, weights: Mapping[str, float]) -> float:
    """Log-odds."""
    return weights["bias"] + sum(value * weights.get(name, 0.0) for name, value in features.items())


def features(c: Candidate, a: Around) -> Features:
    """All features of a candidate that are not zero."""
    found: Features = {}
    seen = _seen_as(c, a.runs)
    found[f"seen as {seen}"] = 1.0
    found |= _of_name(c, a)
    found |= _of_words_before(c, a)
    found |= _of_words_after(c, a)
    found |= _of_article(c, a, seen)
    found |= _of_list(c, a)
    t = a.tokens[c.last]
    found[f"tag {t.tag}"] = 1.0
    found[f"relation {t.relation}"] = 1.0
    return found


def _of_name(c: Candidate, a: Around) -> Features:
    words, roles = a.lexicons.places, a.lexicons.roles
    found: Features = {f"from {c.origin}": 1.0}
    low = plain(c.text)
    parts = low.split(" ")
    if c.senses:
        manners = {s.manner for s in c.senses}
        manner = next(m for m in ("name", "adjective", "seat", "abbreviation", "other_name") if m in manners)
        found[f"is {manner}"] = 1.0
        own = [s for s in c.senses if s.manner == manner]
        level = min((s.level for s in own), key=LEVEL_ORDER.index)
        found[f"is {manner} of {level}"] = 1.0
        found["inhabitants"] = math.log10(1 + max(s.population for s in own)) / 7
        found["senses"] = math.log10(len(c.senses))
    found[f"words {min(len(parts), 3)}"] = 1.0
    if len(parts) == 1:
        found |= {"common word": 1.0} if low in words.common else {}
        given = low in roles.female_names or low in roles.male_names
        found |= {"given name": 1.0} if given else {}
        found["letters"] = min(len(low), 10) / 10
    if parts[-1] in words.heads:
        found["ends with kind"] = 1.0
        found[f"ends with {parts[-1]}"] = 1.0
    if all(w in DIRECTIONS for w in parts):
        found["a direction"] = 1.0
    if c.text.isupper() and len(c.text) > 3 and "." not in c.text:
        found["capitals"] = 1.0
    if c.text.isupper() and len(c.text) <= 3:
        found["short capitals"] = 1.0
    return found


LEVEL_ORDER = ("country", "province", "sea", "region", "city", "district", "other")


Test = Callable[[Token, Around], bool]
BEFORE: tuple[tuple[str, Test], ...] = (
    ("preposition", lambda b, a: b.lower in a.lexicons.places.before),
    ("comma", lambda b, a: b.text == ","),
    ("and", lambda b, a: b.lower in ("and", "or")),
    ("name", lambda b, a: begins_name(b) and b.tag.startswith("NNP")),
    ("initial", lambda b, a: b.text == "." and b.i > 0 and len(a.tokens[b.i - 1].text) == 1),
    ("dash", lambda b, a: b.text in DASHES),
    ("owner", lambda b, a: b.tag == "POS" or b.lower in ("his", "her", "their", "its")),
    ("verb", lambda b, a: b.tag.startswith("VB")),
    ("noun", lambda b, a: b.tag in ("NN", "NNS", "JJ")),
    ("number", lambda b, a: b.tag == "CD"),
)
"""What may stand before a candidate; the first that fits."""


def _of_words_before(c: Candidate, a: Around) -> Features:
    tokens = a.tokens
    if c.first == 0 or tokens[c.first].gap in (Gap.LINE, Gap.BLANK_LINE):
        return {"starts line": 1.0}
    b = tokens[c.first - 1]
    if b.sentence != tokens[c.first].sentence:
        return {"starts sentence": 1.0}
    found: Features = {}
    if b.lower == "the" and b.i:
        found["after the"] = 1.0
        b = tokens[b.i - 1]
    if b.lower in DIRECTIONS:
        found["after direction"] = 1.0
        b = tokens[b.i - 1] if b.text[0].islower() and b.i else b
    if b.lower in LOCATIVE:
        return found | _after_locative(c, b, a)
    kind = next((name for name, fits in BEFORE if fits(b, a)), None)
    if kind is None:
        return found
    found[f"after {kind}"] = 1.0
    if kind in ("comma", "and") and b.i - 1 in a.ends:
        found[f"after {kind} and candidate"] = 1.0
    if kind == "name":
        roles = a.lexicons.roles
        found |= {"after title": 1.0} if b.lower.rstrip(".") in roles.titles else {}
        found |= {"after given name": 1.0} if b.lower in roles.female_names | roles.male_names else {}
        found |= {"after candidate": 1.0} if b.i in a.ends else {}
    return found


def _after_locative(c: Candidate, b: Token, a: Around) -> Features:
    """ "in Tarrow"; "the village of Tarrow"."""
    words = a.lexicons.places
    found: Features = {f"after {b.lower}": 1.0}
    if c.origin == "reader":
        found["not in gazetteer, after preposition"] = 1.0
    noun = a.tokens[b.i - 1].lower.removesuffix("s") if b.lower == "of" and b.i else ""
    if noun in words.heads or noun in words.after:
        found["after kind of"] = 1.0
    return found


AFTER: tuple[tuple[str, Test], ...] = (
    ("bracket", lambda n, a: n.text in (")", "(")),
    ("owner mark", lambda n, a: n.tag == "POS"),
    ("disease", lambda n, a: n.lower in ("virus", "viruses", "fever", "flu")),
    ("place noun", lambda n, a: n.lower in a.lexicons.places.after or _is_kind(n, a)),
    ("name", lambda n, a: begins_name(n) and n.tag.startswith("NNP")),
    ("saying", lambda n, a: n.lower in ("said", "says", "told", "added", "asked")),
    ("verb", lambda n, a: n.tag.startswith(("VB", "MD"))),
    ("plural noun", lambda n, a: n.tag == "NNS"),
    ("noun", lambda n, a: n.tag == "NN"),
    ("number", lambda n, a: n.tag == "CD"),
)
"""What may stand behind a candidate; the first that fits."""


def _is_kind(n: Token, a: Around) -> bool:
    return n.lower.removesuffix("s") in a.lexicons.places.heads


def _of_words_after(c: Candidate, a: Around) -> Features:
    tokens = a.tokens
    n = tokens[c.last + 1] if c.last + 1 < len(tokens) else None
    if n is None or n.gap in (Gap.LINE, Gap.BLANK_LINE):
        return {"ends line" if n else "ends text": 1.0}
    following = tokens[n.i + 1] if n.i + 1 < len(tokens) else None
    if n.text == ".":
        glued = following is not None and following.sentence == n.sentence
        return {"before inner stop" if glued else "before stop": 1.0}
    if n.text == ",":
        return _after_comma(c, a, following)
    if n.text in DASHES:
        dateline = tokens[c.first].gap in (Gap.LINE, Gap.BLANK_LINE, Gap.TEXT_START)
        return {"dateline" if dateline and n.gap == Gap.SPACE else "before dash": 1.0}
    kind = next((name for name, fits in AFTER if fits(n, a)), None)
    if kind == "name":
        return _before_name(n, a)
    return {f"before {kind or (n.lower if n.lower in FOLLOWING else 'other')}": 1.0}


FOLLOWING = frozenset({"and", "or", "in", "to", "for", "on", "of"})


def _after_comma(c: Candidate, a: Around, following: Token | None) -> Features:
    found: Features = {"before comma": 1.0}
    other = a.starts.get(c.last + 2)
    if other and other.senses and following and following.sentence == a.tokens[c.last].sentence:
        found["before comma and candidate"] = 1.0
        if any(s.level in ("country", "province") and s.manner != "adjective" for s in other.senses):
            found["before comma and province"] = 1.0
    if following and following.tag == "CD":
        found["before comma and number"] = 1.0
    return found


def _before_name(n: Token, a: Around) -> Features:
    found: Features = {"before name": 1.0}
    low = n.lower
    sources = a.lexicons.sources
    if low in a.people:
        found["before person's word"] = 1.0
    if low in sources.organisation or low in sources.body_endings or low in BODIES:
        found["before body noun"] = 1.0
        found |= {f"before {low}": 1.0} if low in BODIES else {}
    if n.i in a.starts:
        found["before candidate"] = 1.0
    return found


BODIES = frozenset({
    "police", "county", "city", "high", "school", "university", "college", "state", "hospital", "court", "district",
    "fire", "council", "times", "post", "press", "news", "church", "park", "center", "department", "board", "sheriff",
    "airport", "road", "street", "community", "public", "regional", "medical", "township", "commission", "government",
    "embassy", "congress", "senate", "house", "army", "national", "central", "bank", "avenue", "office", "library",
    "elementary", "middle", "independent", "republican", "democrat", "mayor", "coroner", "circuit", "municipal",
})  # fmt: skip


def _of_list(c: Candidate, a: Around) -> Features:
    """How the names are seen that this one is listed with ("Nakuru, Wajir and Bunyala")."""
    tokens = a.tokens
    beside: list[Candidate] = []
    at = c.first - 1
    if at > 0 and (tokens[at].text == "," or tokens[at].lower == "and"):
        at -= tokens[at].lower == "and" and tokens[at - 1].text == ","
        beside += [a.ends[at - 1]] if at - 1 in a.ends else []
    at = c.last + 1
    if at + 1 < len(tokens) and (tokens[at].text == "," or tokens[at].lower == "and"):
        at += tokens[at].text == "," and tokens[at + 1].lower == "and"
        beside += [a.starts[at + 1]] if at + 1 in a.starts else []
    if not beside:
        return {}
    seen = [_seen_as(b, a.runs) for b in beside]
    found = {
        "listed with a place": float(any(x in ("GPE", "LOC", "FAC") for x in seen)),
        "listed with a person": float(any(x.startswith("PERSON") for x in seen)),
        "listed with a country": float(any(s.level in ("country", "province") for b in beside for s in b.senses[:1])),
    }
    return {k: v for k, v in found.items() if v}


def _of_article(c: Candidate, a: Around, seen: str) -> Features:
    others = Counter(a.elsewhere[plain(c.text)])
    others[seen] -= 1
    found: Features = {}
    total = sum(others.values())
    if not total:
        return {"only mention": 1.0}
    found["elsewhere place"] = sum(others[k] for k in ("GPE", "LOC", "FAC")) / total
    found["elsewhere person"] = sum(v for k, v in others.items() if k.startswith("PERSON")) / total
    found["elsewhere body"] = sum(v for k, v in others.items() if k.startswith("ORG")) / total
    if a.tokens[c.first].lower in a.people and c.first == c.last:
        found["person's word"] = 1.0
    return found
