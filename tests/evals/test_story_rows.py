"""The invented stories that linking is timed on."""

from __future__ import annotations

from collections import Counter

from evals.story_rows import stories
from reportedly.record import Record


def test_every_span_is_where_its_words_stand() -> None:
    records = list(stories(60))
    assert len({r.article.id for r in records}) == len(records) == 60
    for r in records:
        text = r.article.text
        assert all(text[slice(*p.span)] == p.text for p in r.places if p.span[1] <= len(text))
        assert all(text[slice(*s)].isalpha() for e in r.events for s in (e.trigger,))
        assert all(text[slice(*c.span)].isdigit() for e in r.events for c in e.counts)
        assert all(text[slice(*m)] == e.name for e in r.entities for m in e.mentions if m[1] <= len(text))


def test_the_same_seed_makes_the_same_stories_of_several_sizes() -> None:
    made = list(stories(200))
    assert made == list(stories(200))
    sizes = Counter(_town(r) for r in made).values()
    assert min(sizes) == 1 and max(sizes) > 3
    assert 5 < sum(n - 1 for n in Counter(r.article.text for r in made).values()) < 100


def _town(record: Record) -> str | None:
    return record.places[0].name
