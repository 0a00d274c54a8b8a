from __future__ import annotations

import pytest

from reportedly.errors import NotInLedger
from reportedly.ledger.connect import Ledger
from reportedly.ledger.linked.nouns import Sought
from reportedly.ledger.linked.queries import happenings, story
from reportedly.web.views.stories import AskedStories, stories_view
from reportedly.web.views.story import COLUMNS, story_view


def raid(ledger: Ledger) -> str:
    [found] = [f for f in happenings(ledger, Sought(words="Quillow")) if f.happening.name == "raided, Quillow"]
    return found.story


def test_a_story_by_date_with_what_was_new(ledger: Ledger) -> None:
    id = raid(ledger)
    view = story_view(ledger, id)
    assert (view.id, view.title) == (id, "raided, Quillow")
    assert view.figures.startswith("4 articles (2 copies) · 2 happenings · ")
    assert view.entries[0].name == "raided, Quillow"
    assert {c.change.kind for c in view.changes} == {"new_happening"}
    assert [c.outlet for c in view.articles][:3] == ["The Harbor Post", "Tarrow Echo", "Sky Tirana"]
    assert view.state.sha256 in view.citation
    assert [(m.kind, m.words) for m in view.pictures.moments][:1] == [("happened", "raided, Quillow")]
    head, row, _ = view.table()
    assert head == COLUMNS
    assert dict(zip(COLUMNS, row, strict=True))["articles"] == 3


def test_what_has_no_type_is_left_out_and_counted(ledger: Ledger) -> None:
    id = raid(ledger)
    few, every = story_view(ledger, id), story_view(ledger, id, all_events=True)
    assert few.left_out == len(every.entries) - len(few.entries) > 0
    assert every.left_out == 0


def test_it_is_found_by_an_article(ledger: Ledger) -> None:
    view = story_view(ledger, raid(ledger))
    assert story_view(ledger, view.articles[0].article).id == view.id
    with pytest.raises(NotInLedger):
        story_view(ledger, "sffff")


def test_the_list_page_by_page(ledger: Ledger) -> None:
    whole = stories_view(ledger, AskedStories())
    assert whole.next is None
    assert any(s.title == "raided, Quillow" and s.articles == 4 for s in whole.stories)
    first = stories_view(ledger, AskedStories(limit=2))
    second = stories_view(ledger, AskedStories(limit=100, after=first.next))
    assert first.stories + second.stories == whole.stories
    assert [len(row) for row in first.table()] == [7, 7, 7]


def test_the_list_by_words(ledger: Ledger) -> None:
    found = stories_view(ledger, AskedStories(q="smugglers Yarrow"))
    assert [s.id for s in found.stories] == [raid(ledger)]
    assert stories_view(ledger, AskedStories(q="nowhere")).stories == ()
    assert story(ledger, found.stories[0].id).story.id == found.stories[0].id
