"""THE making of a brief: each part from the record, in order."""

from __future__ import annotations

from hashlib import sha256
from typing import Any

from reportedly.connect.brief.answers import answers_of
from reportedly.connect.brief.furniture import credit_of, kept_spans
from reportedly.connect.brief.marks import ages_of, numerals_of, streets_of
from reportedly.connect.brief.mentions import mentions_of
from reportedly.connect.brief.nouns import Brief, Credit, Spot
from reportedly.connect.brief.numbers import numbers_of
from reportedly.connect.brief.passings import passings_of
from reportedly.connect.brief.shingles import placed_runs
from reportedly.connect.brief.terms import proper_of, terms_of
from reportedly.connect.brief.voices import voices_of
from reportedly.record import Record


def brief_of(record: Record) -> Brief:
    """What linking needs of one article; of one that could not be read, only what it is. Its id is carried along and
    never looked into."""
    if record.failed:
        return blank(record)
    text = record.article.text
    runs = placed_runs(text, kept_spans(text))
    return Brief(
        **_named(record),
        terms=terms_of(record.article.title, text),
        proper=proper_of(text),
        shingles=tuple(runs),
        run_spans=tuple(runs.values()),
        credit=Credit(outlet=credit[0], span=credit[1]) if (credit := credit_of(text)) else None,
        spots=tuple(spots_of(record)),
        names=tuple(sorted({e.key for e in record.entities if e.key})),
        streets=streets_of(text),
        ages=ages_of(text),
        numerals=numerals_of(text),
        mentions=mentions_of(record),
        numbers=numbers_of(record),
        answers=answers_of(record),
        voices=voices_of(record),
        passings=passings_of(record),
    )


def blank(record: Record) -> Brief:
    """A brief in which nothing can be found: the article stays alone."""
    return Brief(**_named(record))


def _named(record: Record) -> dict[str, Any]:
    article = record.article
    return {
        "id": article.id,
        "url": article.url,
        "outlet": article.outlet,
        "title": article.title,
        "published": article.published,
        "text_sha256": sha256(article.text.encode("utf-8", "surrogatepass")).hexdigest(),
        "words": len(article.text.split()),
    }


def spots_of(record: Record) -> list[Spot]:
    """The places that an article names, each once."""
    seen: dict[tuple[str, str | None], Spot] = {}
    for p in record.places:
        if p.use in ("location", "metonym") and p.name:
            spot = Spot(
                name=p.name, feature=p.feature, country=p.country, geonames_id=p.geonames_id, lat=p.lat, lon=p.lon
            )
            seen.setdefault((p.name, p.country), spot)
    return list(seen.values())
