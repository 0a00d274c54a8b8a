"""Happenings made by hand, as linking would give them: for what is new, timelines and words."""

from __future__ import annotations

from collections.abc import Sequence
from typing import Any

from reportedly.connect.nouns import (
    CopyGroup,
    Dispute,
    DisputeKind,
    Evidence,
    Figure,
    Happening,
    MentionRef,
    Origin,
    Origins,
    Story,
    Where,
)

AT = (10, 16)
"""Where every trigger stands."""


def origin(name: str, *articles: str, kind: str = "organisation", at: int = 40) -> Origin:
    """Somebody who could know, quoted in some articles; `at` is where the words stand."""
    evidence = tuple(Evidence(article=a, span=(at, at + 5)) for a in articles)
    return Origin(key=f"{kind}:{name.lower()}", name=name, kind=kind, articles=articles, evidence=evidence)


def origins(*every: Origin, at_least: int | None = None) -> Origins:
    """All of them; independent of one another where nothing else is said."""
    return Origins(at_least=len(every) if at_least is None else at_least, at_most=len(every), origins=every)


def figure(low: float | None, *articles: str, what: str = "killed", by: Sequence[Origin] = (), **more: Any) -> Figure:
    """A figure given by some articles: exact, where `high` is not told."""
    told = {"low": low, "high": low, "what": what, "articles": articles, "origins": origins(*by) if by else None}
    evidence = tuple(Evidence(article=a, span=(60, 61)) for a in articles)
    return Figure.model_validate(told | {"evidence": evidence} | more)


def dispute(kind: DisputeKind, what: str, *sides: tuple[str, ...], values: tuple[str, ...] = ()) -> Dispute:
    """Sides that differ, each with words of each of its articles."""
    evidence = tuple(Evidence(article=a, span=(n, n + 1)) for n, side in enumerate(sides) for a in side)
    return Dispute(kind=kind, what=what, sides=sides, values=values, evidence=evidence, by="rule:hand@1")


def happening(id: str, *articles: str, **more: Any) -> Happening:
    """A bombing in Deshgar, told by some articles, with one mention in each."""
    mentions = tuple(MentionRef(article=a, event="e1", trigger=AT) for a in articles)
    told = {
        "id": id, "type": "ASSAULT", "name": "bombing", "place": Where(name="Deshgar"), "articles": articles,
        "mentions": mentions, "origins": origins(origin("the governor", *articles)), "status": "occurred",
        "date": ("2025-03-04", "2025-03-04"),
    }  # fmt: skip
    return Happening.model_validate(told | more)


def story(*happenings: Happening, copies: Sequence[tuple[str, ...]] = ()) -> Story:
    """A story of these; of each group of copies the first is the original."""
    articles = tuple(dict.fromkeys(a for h in happenings for a in h.articles))
    groups = tuple(CopyGroup(original=group[0], articles=group) for group in copies)
    return Story(id="s1", articles=articles, happenings=happenings, copies=groups)
