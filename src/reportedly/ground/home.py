"""Where an outlet is at home, by its name or its address: "The Gainesville Sun", "columbuslocalnews.com", "….co.uk"."""

from __future__ import annotations

import re
from functools import lru_cache
from urllib.parse import urlsplit

from reportedly.ground.gazetteer import Gazetteer, Sense
from reportedly.record import Article

DOMAIN = re.compile(r"(?:[\w-]+\.)+[a-z]{2,}", re.I)
BEGINNINGS = ("thisis", "the", "daily", "www", "news", "weekly")
TITLES = frozenset([
    "agency", "banner", "bay", "beacon", "city", "coast", "democrat", "eagle", "eastern", "echo", "enterprise", "globe",
    "gulf", "harbor", "harbour", "herald", "hill", "leader", "mercury", "northern", "pioneer", "post", "progress",
    "record", "republic", "sentinel", "southern", "standard", "star", "tribune", "union", "valley", "western", "wire",
])  # fmt: skip
"""What papers and agencies are called though some small town is called so, too ("Daily Star": not Star, Idaho)."""
SHORTEST = 5
"""Letters of a place's name inside a domain."""
COUNTRY_DOMAINS = {
    "uk": "GBR", "ie": "IRL", "ca": "CAN", "au": "AUS", "nz": "NZL", "za": "ZAF", "in": "IND", "ge": "GEO", "ru": "RUS",
    "lb": "LBN", "eg": "EGY", "il": "ISR", "de": "DEU", "fr": "FRA", "es": "ESP", "it": "ITA", "ke": "KEN", "ng": "NGA",
    "pk": "PAK", "ph": "PHL", "sg": "SGP", "my": "MYS", "jp": "JPN", "cn": "CHN", "kr": "KOR", "ua": "UKR", "pl": "POL",
    "nl": "NLD", "be": "BEL", "ch": "CHE", "at": "AUT", "se": "SWE", "no": "NOR", "dk": "DNK", "fi": "FIN", "mx": "MEX",
    "br": "BRA", "ar": "ARG", "cl": "CHL", "tr": "TUR", "gr": "GRC", "lk": "LKA", "bd": "BGD", "np": "NPL", "gh": "GHA",
    "ug": "UGA", "zw": "ZWE", "jm": "JAM", "jo": "JOR", "ae": "ARE", "sa": "SAU", "qa": "QAT", "ir": "IRN", "iq": "IRQ",
}  # fmt: skip
"""Country-code domains that papers of that country use (IANA's list; .co, .tv and .me are used by anyone)."""


def home_of(article: Article, gazetteer: Gazetteer) -> tuple[Sense, ...]:
    """The places in an outlet's name, and the country of its domain; () where neither tells."""
    return _home(article.outlet or "", _host(article.url or ""), gazetteer)


def _host(url: str) -> str:
    try:
        return urlsplit(url).hostname or ""
    except ValueError:
        return ""


@lru_cache(maxsize=1000)
def _home(outlet: str, host: str, gazetteer: Gazetteer) -> tuple[Sense, ...]:
    found: dict[int, Sense] = {}
    for name in dict.fromkeys((outlet, host)):
        senses = _in_domain(name.lower(), gazetteer) if DOMAIN.fullmatch(name) else _in_name(name, gazetteer)
        found |= {s.row: s for s in senses if s.manner == "name"}
    return tuple(found.values())


def _in_name(name: str, gazetteer: Gazetteer) -> tuple[Sense, ...]:
    words = re.findall(r"[^\W_][\w.'’-]*", name)
    for size in (3, 2, 1):
        for at in range(len(words) - size + 1):
            part = " ".join(words[at : at + size])
            if not part[0].isupper() or size == len(words) or part.lower() in TITLES:
                continue
            if senses := gazetteer.find(part):
                return senses
    return ()


def _in_domain(host: str, gazetteer: Gazetteer) -> tuple[Sense, ...]:
    *labels, top = host.split(".")
    country = COUNTRY_DOMAINS.get(top)
    national = gazetteer.of_country(country)
    for label in labels:
        for part in _beginnings(label.replace("-", "")):
            for end in range(len(part), SHORTEST - 1, -1):
                if senses := gazetteer.find(part[:end]):
                    inside = tuple(s for s in senses if country is None or s.country == country)
                    return national + inside
    return national


def _beginnings(label: str) -> list[str]:
    return [label, *(label[len(b) :] for b in BEGINNINGS if label.startswith(b))]
