"""Briefs made by hand, of a few mentions each."""

from __future__ import annotations

from itertools import count

from reportedly.connect.brief import Brief, Mention, Party, Spot
from reportedly.connect.brief.words import root

VELMORA = Spot(name="Velmora", feature="city", country="XAA", geonames_id=1, lat=10.0, lon=10.0)
DESKAR = Spot(name="Deskar", feature="city", country="XAA", geonames_id=2, lat=14.0, lon=10.0)
ULVANIA = Spot(name="Ulvania", feature="country", country="XAA")
Given = tuple[str, dict[str, object]]


def brief(id: str, *words: str | Given, published: str | None = "2025-03-05", text: str | None = None) -> Brief:
    """A brief of one sentence per mention, ten characters each."""
    mentions = []
    for k, given_ in zip(count(), words, strict=False):
        word, more = (given_, {}) if isinstance(given_, str) else given_
        span = (10 * k, 10 * k + len(word))
        fields = {
            "event": f"e{k}",
            "trigger": span,
            "sentence": (10 * k, 10 * k + 10),
            "word": word,
            "status": "occurred",
        }
        mentions.append(Mention.model_validate({**fields, "lemma": root(word), **more}))
    return Brief(
        id=id, published=published, text_sha256=text or f"text of {id}", words=20, mentions=tuple(mentions),
        terms=(("velmora", 2), ("bazaar", 1)),
    )  # fmt: skip


def person(name: str) -> Party:
    return Party(text=name.title(), head=name.rsplit(maxsplit=1)[-1], name=name.title(), key=f"person:{name}")


def at(word: str, **fields: object) -> Given:
    return word, fields


def on(word: str, day: str, **fields: object) -> Given:
    return word, {"earliest": day, "latest": day, **fields}
