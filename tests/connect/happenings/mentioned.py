"""Briefs made by hand, of a few mentions each, and drawn ones."""

from __future__ import annotations

from collections.abc import Sequence
from itertools import count

from hypothesis import strategies as st

from reportedly.connect.brief import Brief, Mention, Party, Spot
from reportedly.connect.brief.words import root
from reportedly.connect.happenings.blocks import Compared
from reportedly.connect.happenings.clusters import seen_of
from reportedly.connect.happenings.seen import Weights

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


DAYS = ("2025-03-02", "2025-03-03", "2025-03-06", "2014-03-03")
PEOPLE = (person("ana resk"), person("jon amsel"))


def mentions() -> st.SearchStrategy[Given]:
    """A mention with a few of the things that speak for or against its being another."""
    fields = {
        "type": st.sampled_from((None, "ASSAULT", "COERCE")), "place": st.sampled_from((None, VELMORA, DESKAR)),
        "recipients": st.lists(st.sampled_from(PEOPLE), max_size=2).map(tuple), "joint": st.booleans(),
        "nth": st.sampled_from((None, None, None, 1, 2)), "near": st.sampled_from(((), ("depot",), ("depot", "canal"))),
        "apart": st.sampled_from((None, None, None, "drill", "commemoration", "other")),
        "earliest": st.sampled_from((None, *DAYS)),
    }  # fmt: skip
    optional = st.fixed_dictionaries({}, optional=fields)
    days = optional.map(lambda f: {**f, "latest": f.get("earliest")})
    return st.tuples(st.sampled_from(("raid", "raided", "attack", "arrested", "said", "took")), days)


def articles() -> st.SearchStrategy[list[Brief]]:
    """A few articles, weeks apart at most."""
    one = st.tuples(st.lists(mentions(), min_size=1, max_size=5), st.sampled_from(("2025-03-05", "2025-04-20", None)))
    return st.lists(one, min_size=1, max_size=6).map(
        lambda given_: [brief(f"a{k}", *told, published=day) for k, (told, day) in enumerate(given_)]
    )


def compared(briefs: Sequence[Brief]) -> Compared:
    seen = seen_of(briefs)
    return Compared(seen, Weights(briefs, seen))
