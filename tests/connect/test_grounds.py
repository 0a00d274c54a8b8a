"""When a happening need not be found again: all that it is found from is the same."""

from __future__ import annotations

import random
from collections.abc import Sequence

import pytest

from evals.story_rows import stories
from reportedly.connect.brief import Brief, brief_of
from reportedly.connect.grounds import SMALL, Grounds, Recall
from reportedly.connect.happenings import Cluster
from reportedly.connect.link import Found, findings_of
from reportedly.connect.nouns import CopyGroup, Happening, Story
from reportedly.connect.stories import stories_of
from tests.connect.told_by import body, copied, leading, person, telling, told, unnamed

POLICE = body("police")
FIRST = told("Echo", POLICE)
RELAY = told("Bay", passes=["Dale Wire"], day=2)
ADA = told("Bay", person("ada brook"), day=2)
SHORT = told("Bay", person("brook"), day=2)
MINISTRY = told("Bay", body("foreign ministry", "AAA"), day=2)

OTHER = told("Dale", unnamed("official"), day=4)


def grounds(of: Brief, *others: Brief, copies: Sequence[CopyGroup] = ()) -> bytes:
    """Those of what one article tells, in a story with others."""
    return Grounds(telling([of, *others], *copies)).of(Cluster(tuple((of, m) for m in of.mentions)), ())


@pytest.mark.parametrize(
    ("of", "other"),
    [
        pytest.param(RELAY, told("Dale Wire", POLICE, day=1), id="the article that is passed on"),
        pytest.param(ADA, told("Dale", person("ada brook", "police"), day=3), id="for whom a person speaks"),
        pytest.param(SHORT, told("Dale", person("ada brook"), day=3), id="a person's first name"),
        pytest.param(ADA, told("Ada Brook", unnamed("aide"), day=3), id="that a voice is an outlet"),
        pytest.param(MINISTRY, told("Dale", body("foreign ministry", "BBB"), day=3), id="a second body of the name"),
    ],
)
def test_an_article_that_tells_more_of_another_changes_its_grounds(of: Brief, other: Brief) -> None:
    assert grounds(of, FIRST) != grounds(of, FIRST, other)


def test_whom_an_outlet_that_is_passed_on_names_changes_them() -> None:
    """Though what is passed on is an earlier article of it."""
    pilot = unnamed("pilot").model_copy(update={"people": 1, "words": "A pilot", "name": "A pilot"})
    of = told("Bay", pilot, passes=["Dale Wire"], day=5)
    named = person("ada brook").model_copy(update={"role": "harbour pilot"})
    story = [told("Dale Wire", POLICE, day=1), told("Dale Wire", body("army"), day=6)]
    assert grounds(of, *story) != grounds(of, *story, told("Dale Wire", named, day=7))
    assert grounds(of, *story) == grounds(of, *story, told("Dale Wire", person("ada brook"), day=7))


@pytest.mark.parametrize("of", [FIRST, ADA, SHORT, MINISTRY])
def test_an_article_that_has_nothing_to_do_with_it_does_not(of: Brief) -> None:
    assert grounds(of, OTHER) == grounds(of, OTHER, told("Fell", unnamed("aide"), day=5))


def test_what_a_story_is_about_has_other_grounds_once_most_of_it_is_about_something_else() -> None:
    three = [leading(b) for b in (FIRST, ADA, MINISTRY)]
    cluster = Cluster(tuple((b, m) for b in three for m in b.mentions))
    main, lost = (Grounds(telling(briefs)).of(cluster, ()) for briefs in (three, [*three, OTHER, RELAY]))
    assert main != lost


def test_a_copy_has_other_grounds() -> None:
    copy = told("Bay", POLICE, day=2)
    assert grounds(copy, FIRST) != grounds(copy, FIRST, copies=[copied(FIRST, copy)])
    assert grounds(FIRST, copy) == grounds(FIRST, copy, copies=[copied(FIRST, copy)])


def recalled(before: Found, new: Brief) -> Recall:
    """What was found before an article came, by its place."""
    places = {k: n for n, k in enumerate(before.grounds)}
    return lambda asked: {k: places[k] for k, c in asked.items() if k in places and new.id not in c.articles}


def unscored(h: Happening) -> Happening:
    """A happening without how alike its mentions are, and to which each of them is most."""
    joins = tuple(x.model_copy(update={"score": None, "reasons": (), "evidence": (), "end": x.start}) for x in h.links)
    return h.model_copy(update={"links": joins})


@pytest.mark.parametrize("seed", range(3))
def test_a_story_that_grows_comes_out_as_if_told_at_once(seed: int) -> None:
    """In any order of coming, also where a later text turns out to be what an earlier one is a copy of."""
    story = max(stories_of([brief_of(r) for r in stories(100, seed=seed)]), key=len)
    whole = sorted(story[: 2 * SMALL], key=lambda b: (b.order, b.id))
    coming = random.Random(seed).sample(list(whole), len(whole))
    found, every = Found(Story(id="", articles=())), list[Happening]()
    resting = 0
    for n in range(1, len(coming) + 1):
        recall, before = recalled(found, coming[n - 1]), every
        found = findings_of(sorted(coming[:n], key=lambda b: (b.order, b.id)), recall=recall)
        every = [h if isinstance(h, Happening) else before[h.key] for h in found.all]
        assert [h.id for h in found.all] == [h.id for h in every]
        assert len(found.grounds) == (len(found.all) if n > SMALL else 0)
        resting += len(found.all) - len(found.story.happenings)
    at_once = findings_of(whole).story
    assert resting > len(at_once.happenings)
    assert list(map(unscored, every)) == list(map(unscored, at_once.happenings))
    assert (found.story.id, found.story.copies, found.story.links) == (at_once.id, at_once.copies, at_once.links)
