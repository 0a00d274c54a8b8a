"""Dossiers made by hand: a raid as a ministry and unnamed people tell it, with a denial and two tolls; a crowd."""

from __future__ import annotations

from itertools import pairwise
from typing import Any

from reportedly.connect.clippings import Clipping
from reportedly.connect.nouns import CopyGroup, Evidence, Happening, Link, MentionRef, Node, Origin, Origins
from reportedly.ledger.linked.cuttings import Dossier
from reportedly.ledger.linked.explain import Quote
from tests.connect.happened import dispute, figure, happening, origin

OUTLETS = {"a1": "Lantern Wire", "a2": "Tarrow Echo", "a3": "The Harbor Post", "a4": "Merrow Courier"}


def clipping(article: str, day: int | None, outlet: str | None, **more: Any) -> Clipping:
    """An article of a day in March 2025; without a day it has no date of publication."""
    published = f"2025-03-{day:02}T09:00:00Z" if day else None
    told = {"article": article, "outlet": outlet, "title": f"Raid, {article}", "published": published}
    return Clipping.model_validate({"day": "2025-03-09", **told, **more})


CLIPPINGS = (
    clipping("a1", 4, "Lantern Wire"),
    clipping("a2", 4, "Tarrow Echo", copy_of="a1"),
    clipping("a3", 5, "The Harbor Post", versions=2),
    clipping("a4", 6, "Merrow Courier", url="https://merrow.example/4", lost="https://merrow.example/4 is gone (410)"),
)


def raid(**more: Any) -> Happening:
    """A raid on Quillow: the ministry and unnamed officials say so, the raiders deny it."""
    ministry = origin("The ministry", "a1", "a2")
    officials = origin("two officials", "a3", kind="anonymous").model_copy(update={"maybe": (ministry.key,)})
    chains = (
        ("The ministry", "Lantern Wire", "a1"), ("The ministry", "Lantern Wire", "Tarrow Echo", "a2"),
        ("two officials", "Merrow Courier", "The Harbor Post", "a3"),
    )  # fmt: skip
    told: dict[str, Any] = {
        "name": "raid, Quillow", "place": None,
        "origins": Origins(
            at_least=1, at_most=2, chains=chains, origins=(ministry, officials),
            unknown=("whether two officials speaks for The ministry",),
        ),
        "counts": (figure(9, "a3", by=[officials]), figure(5, "a1", "a2"), figure(3, "a1", what="injured", high=None)),
        "disputes": (
            dispute("superseded", "killed", ("a1",), ("a3",), values=("5", "9")),
            dispute("denial", "occurrence", ("a1", "a2"), ("a4",)),
        ),
    }  # fmt: skip
    return happening("h" + "1" * 15, "a1", "a2", "a3", "a4", **told | more)


def node(article: str) -> Node:
    """An article's node, or an outlet's."""
    return Node(kind="article" if article in OUTLETS else "outlet", id=article, name=OUTLETS.get(article, article))


def relay(start: str, end: str) -> Link:
    """One names the other as having carried the matter."""
    return Link(kind="relays", start=node(start), end=node(end), by="rule:hand@1")


def dossier(h: Happening | None = None, **more: Any) -> Dossier:
    """All of it, with a sentence for each piece of evidence."""
    h = h or raid()
    evidence = [e for o in h.origins.origins for e in o.evidence] + [e for d in h.disputes for e in d.evidence]
    told: dict[str, Any] = {
        "happening": h, "story": "s" + "2" * 15, "since": "2025-03-04T10:00:00Z", "articles": CLIPPINGS,
        "copies": (CopyGroup(original="a1", articles=("a1", "a2")),), "links": (relay("a3", "a4"),),
        "quotes": tuple(Quote(evidence=e, words=f"Words {e.span[0]} of {e.article}.") for e in dict.fromkeys(evidence)),
    }  # fmt: skip
    return Dossier(**told | more)


def crowd(number: int) -> Dossier:
    """A happening of which so many articles tell, half of them copies, with as many origins, figures and relays."""
    ids = [f"b{n:03}" for n in range(number)]
    every = tuple(
        clipping(a, 4 + n % 3, f"Outlet {n}", copy_of=ids[0] if n % 2 else None) for n, a in enumerate(ids)
    )  # fmt: skip
    them = tuple(origin(f"officer {n}", a) for n, a in enumerate(ids))
    h = happening(
        "h" + "3" * 15, *ids, origins=Origins(at_least=number // 2, at_most=number, origins=them),
        counts=tuple(figure(n, a) for n, a in enumerate(ids, 1)),
        disputes=tuple(dispute("conflict", "killed", (a,), (b,), values=(a, b)) for a, b in pairwise(ids)),
        mentions=tuple(MentionRef(article=a, event="e1", trigger=(0, 4)) for a in ids),
    )  # fmt: skip
    root = Node(kind="article", id=ids[0], name="x")
    nodes = (Node(kind="article", id=a, name=a) for a in ids[2::2])
    links = tuple(Link(kind="relays", start=n, end=root, by="rule:hand@1") for n in nodes)
    copies = (CopyGroup(original=ids[0], articles=tuple(ids[0:1] + ids[1::2])),)
    return dossier(h, articles=every, links=links, copies=copies)


def hostile(words: str) -> Dossier:
    """A happening in which everything that articles say is these words."""
    o = Origin(key="k", name=words, kind="person", articles=("a1",), evidence=(Evidence(article="a1", span=(0, 1)),))
    origins = Origins(at_least=1, at_most=1, chains=((words, words, "a1"),), origins=(o,), unknown=(words,))
    h = raid(
        name=words, origins=origins, counts=(figure(1, "a1", what="other", of=words),),
        disputes=(dispute("conflict", words, ("a1",), ("a3",), values=(words, words)),),
    )  # fmt: skip
    every = tuple(c.model_copy(update={"outlet": words, "title": words}) for c in CLIPPINGS)
    links = (Link(kind="relays", start=node("a3"), end=Node(kind="outlet", id="x", name=words), by="r@1"),)
    return dossier(h, articles=every, links=links, asked=words)
