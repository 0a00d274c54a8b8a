"""Neither ids nor the order of articles change what is found: ids of corpora, and of people, can spell the answer."""

from __future__ import annotations

import random

import pytest

from evals.story_rows import stories
from reportedly.connect.brief import Brief, brief_of
from reportedly.connect.link import link
from reportedly.connect.nouns import Linked

NUMBER = 60


@pytest.fixture(scope="module")
def briefs() -> list[Brief]:
    return [brief_of(r) for r in stories(NUMBER, seed=3)]


@pytest.mark.parametrize("seed", [1, 2])
def test_ids_and_order_change_nothing(briefs: list[Brief], seed: int) -> None:
    dice = random.Random(seed)
    names = [f"{dice.getrandbits(64):x}" for _ in briefs]
    renamed = {b.id: n for b, n in zip(briefs, names, strict=True)}
    others = [b.model_copy(update={"id": renamed[b.id]}) for b in briefs]
    dice.shuffle(others)
    back = {n: i for i, n in renamed.items()}
    assert shape(link(others), back) == shape(link(briefs), {b.id: b.id for b in briefs})


def shape(linked: Linked, name: dict[str, str]) -> dict[str, object]:
    """What was found, by the first ids of the articles; texts that are the same are one."""
    return {
        "stories": {frozenset(name[a] for a in s.articles) for s in linked.stories},
        "copies": {frozenset(name[a] for a in c.articles) for s in linked.stories for c in s.copies},
        "happenings": {
            (
                frozenset((name[m.article], m.trigger) for m in h.mentions),
                h.status,
                h.origins.at_least,
                h.origins.at_most,
            )
            for s in linked.stories
            for h in s.happenings
        },
    }
