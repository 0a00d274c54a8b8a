"""What of a story is kept as a finding."""

from __future__ import annotations

from evals.story_rows import stories
from reportedly.connect.brief import Brief, brief_of
from reportedly.connect.happenings import Ruling
from reportedly.connect.link import findings_of, story_of
from reportedly.connect.nouns import Happening
from reportedly.connect.stories import stories_of


def largest() -> list[Brief]:
    return max(stories_of([brief_of(r) for r in stories(120)]), key=len)


def test_findings_are_what_is_listed_or_told_by_several_texts_and_nothing_else() -> None:
    members = largest()
    texts = {b.id: b.text_sha256 for b in members}

    def is_finding(h: Happening) -> bool:
        return h.listed or len({texts[a] for a in h.articles}) > 1

    every, kept = story_of(members), findings_of(members).story
    assert kept.happenings == tuple(filter(is_finding, every.happenings))
    assert 0 < len(kept.happenings) < len(every.happenings)
    assert (kept.articles, kept.copies, kept.links) == (every.articles, every.copies, every.links)


def test_what_somebody_ruled_on_is_kept() -> None:
    members = largest()
    by_id = {b.id: b for b in members}
    kept = {h.id for h in findings_of(members).story.happenings}
    every = story_of(members).happenings
    alone = next(h for h in every if h.id not in kept).mentions[0]
    other = next(h for h in every if h.id in kept).mentions[0]
    named = [(by_id[m.article].text_sha256, m.trigger) for m in (alone, other)]
    apart = Ruling(False, named[0], named[1])
    found = [m for h in findings_of(members, [apart]).story.happenings for m in h.mentions]
    assert (alone.article, alone.event) in {(m.article, m.event) for m in found}
