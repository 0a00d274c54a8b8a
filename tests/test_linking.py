"""Articles of a ledger, linked as they come."""

from __future__ import annotations

import gc
import random
from collections.abc import Iterable, Iterator, Sequence
from pathlib import Path

import pytest

from reportedly import linking
from reportedly.connect.brief import brief_of
from reportedly.connect.nouns import Story as Linked
from reportedly.errors import LedgerError
from reportedly.intake.item import Item
from reportedly.ledger.connect import Ledger, open_ledger
from reportedly.ledger.forget import forget
from reportedly.ledger.linked.kinship import kinship
from reportedly.ledger.linked.nouns import LinkedBatch, Sought
from reportedly.ledger.linked.queries import changes, happening, happenings, passages, stories, story
from reportedly.ledger.verify import verify
from reportedly.ledger.write import keep
from reportedly.linking import link_again, link_new, link_records, waits
from reportedly.record import Record
from tests.ledger.linked.matters import MATTERS, QUAKE, RAID, STRIKE, telling
from tests.ledger.shelf import SECOND, Story, failed, read_again
from tests.taking import contents

ALL = Sought(all_events=True)
PRESENT = ("linked_articles", "linked_happenings", "linked_mentions", "linked_stories")


@pytest.fixture
def ledger(tmp_path: Path) -> Iterator[Ledger]:
    with open_ledger(tmp_path / "l.db") as opened:
        yield opened
        assert not list(verify(opened))


def told(matters: Iterable[int] = range(3), outlets: Iterable[int] = range(4)) -> list[Story]:
    return [telling(MATTERS[m], o) for o in outlets for m in matters]


def keep_all(ledger: Ledger, stories: Sequence[Story]) -> list[str]:
    return [s.keep(ledger) for s in stories]


def groups(found: Iterable[Linked]) -> list[list[list[str]]]:
    """Stories as sets of articles; happenings as sets of events in each."""
    return sorted([sorted(s.articles), *sorted(_refs(s))] for s in found)


def _refs(s: Linked) -> list[list[str]]:
    return [sorted(f"{m.article}/{m.event}" for m in h.mentions) for h in s.happenings]


def in_ledger(ledger: Ledger) -> list[Linked]:
    return [f.story for f in stories(ledger, Sought())]


def test_each_matter_becomes_a_story(ledger: Ledger) -> None:
    ids = keep_all(ledger, told())
    done = link_new(ledger)
    assert (done.articles, done.happenings, done.waiting, done.problems) == (12, 2, 0, ())  # the quake has no type
    assert sorted(len(s.articles) for s in in_ledger(ledger)) == [4, 4, 4]
    found = happenings(ledger, Sought(types=("ASSAULT",))).items
    assert [(h.happening.name, h.happening.date, len(h.happening.articles)) for h in found] == [
        ("raided, Quillow", ("2025-03-04", "2025-03-04"), 4)
    ]
    assert set(found[0].happening.articles) == {ids[n] for n in (0, 3, 6, 9)}
    assert found[0].happening.id.startswith("h")
    assert found[0].story.startswith("s")


def test_what_was_linked_is_not_linked_again(ledger: Ledger) -> None:
    keep_all(ledger, told())
    link_new(ledger)
    before = contents(ledger.path)
    assert waits(ledger) == 0
    assert link_new(ledger).articles == 0
    assert contents(ledger.path) == before


def test_one_by_one_is_the_same_as_all_at_once(ledger: Ledger, tmp_path: Path) -> None:
    """On matters as clear as these. Where a pair lies near a threshold it may matter, as an article's words are weighed
    by how many articles hold them when it comes."""
    tellings = told()
    random.Random(3).shuffle(tellings)
    for s in tellings:
        s.keep(ledger)
        assert link_new(ledger).articles == 1
    with open_ledger(tmp_path / "batch.db") as other:
        keep_all(other, tellings)
        assert link_new(other).articles == 12
        assert groups(in_ledger(other)) == groups(in_ledger(ledger))
    ids = {s.article.id: s.keep(ledger) for s in tellings}
    in_memory = link_records([s.record() for s in tellings])
    renamed = [sorted(ids[a] for a in s.articles) for s in in_memory.stories]
    assert sorted(renamed) == [g[0] for g in groups(in_ledger(ledger))]


def test_garbage_is_collected_afterwards_as_before(ledger: Ledger) -> None:
    before = gc.get_threshold()
    keep_all(ledger, told())
    link_new(ledger)
    assert (gc.get_threshold(), gc.get_freeze_count()) == (before, 0)


def test_batches_are_told_and_kept_one_by_one(ledger: Ledger, monkeypatch: pytest.MonkeyPatch) -> None:
    """The kin of all are found before any story is computed, and each story is computed once."""
    monkeypatch.setattr(linking, "BATCH", 5)
    keep_all(ledger, told())
    sizes: list[tuple[int, int]] = []
    done = link_new(ledger, lambda b: sizes.append((b.articles, b.waiting)))
    assert sizes == [(0, 12), (0, 12), (8, 4), (4, 0)]
    assert (done.articles, done.waiting) == (12, 0)
    assert sorted(len(s.articles) for s in in_ledger(ledger)) == [4, 4, 4]
    assert ledger.db.execute("SELECT count(*) FROM states WHERE happening_key IS NULL").get == 3


def test_no_more_than_some_wait_for_their_stories(ledger: Ledger, monkeypatch: pytest.MonkeyPatch) -> None:
    monkeypatch.setattr(linking, "BATCH", 2)
    monkeypatch.setattr(linking, "AHEAD", 4)
    keep_all(ledger, told())
    most = 0

    def tell(_: LinkedBatch) -> None:
        nonlocal most
        most = max(most, ledger.db.execute("SELECT count(*) FROM to_settle").get)

    assert link_new(ledger, tell).articles == 12
    assert most == 4
    assert sorted(len(s.articles) for s in in_ledger(ledger)) == [4, 4, 4]


class Stopped(Exception):
    """Somebody interrupts."""


def stop(_: LinkedBatch) -> None:
    raise Stopped


def test_what_waits_for_its_story_is_settled_the_next_time(ledger: Ledger, monkeypatch: pytest.MonkeyPatch) -> None:
    """Also where it was read again meanwhile and says the same, or was forgotten."""
    tellings = told()
    ids = keep_all(ledger, tellings)
    with monkeypatch.context() as patched, pytest.raises(Stopped):
        patched.setattr(linking, "BATCH", len(ids))
        link_new(ledger, stop)
    assert (waits(ledger), in_ledger(ledger)) == (12, [])
    assert not list(verify(ledger))
    assert kinship(ledger, ids[0]).waits
    read_again(ledger, tellings[0])
    forget(ledger, ids[1], "asked for", "Ana")
    assert link_new(ledger).articles == 11
    assert waits(ledger) == 0
    assert sorted(len(s.articles) for s in in_ledger(ledger)) == [3, 4, 4]


def test_a_changed_text_that_waits_for_its_story_is_settled_the_next_time(
    ledger: Ledger, monkeypatch: pytest.MonkeyPatch
) -> None:
    keep_all(ledger, told(matters=(0,)))
    link_new(ledger)
    [before] = happenings(ledger, Sought())
    changed = telling(RAID, 1, killed=7)
    changed.keep(ledger)
    with monkeypatch.context() as patched, pytest.raises(Stopped):
        patched.setattr(linking, "BATCH", 1)
        link_new(ledger, stop)
    assert [h.happening for h in happenings(ledger, Sought())] == [before.happening]
    assert link_new(ledger).articles == 1
    [after] = happenings(ledger, Sought())
    assert after.happening.id == before.happening.id
    assert 7 in {f.low for f in after.happening.counts}


def test_what_joined_is_counted(ledger: Ledger) -> None:
    keep_all(ledger, told(outlets=(0,)))
    assert link_new(ledger).model_dump(include={"articles", "happenings", "joined"}) == {
        "articles": 3, "happenings": 2, "joined": 0,
    }  # fmt: skip
    keep_all(ledger, [telling(RAID, 1), telling(RAID, 2), telling(STRIKE, 1)])
    done = link_new(ledger)
    assert (done.articles, done.happenings, done.joined, done.stories) == (3, 0, 3, 2)


def test_ids_stay_as_a_story_grows(ledger: Ledger) -> None:
    """Also where an article that was published earlier comes later and is the first to tell."""
    telling(RAID, 2).keep(ledger)
    link_new(ledger)
    [before] = happenings(ledger, Sought())
    for outlet in (3, 0, 1):
        telling(RAID, outlet).keep(ledger)
        link_new(ledger)
        [now] = happenings(ledger, Sought())
        assert (now.happening.id, now.story, now.since) == (before.happening.id, before.story, before.since)
    assert len(now.happening.articles) == 4
    assert passages(ledger, now.happening.id) == ()
    assert [c.change.happening for c in changes(ledger) if c.change.kind == "new_happening"] == [now.happening.id]


def test_every_state_stays(ledger: Ledger) -> None:
    for outlet in range(3):
        telling(RAID, outlet, killed=outlet + 2).keep(ledger)
        link_new(ledger)
    rows = ledger.db.execute("SELECT count(*) FROM states JOIN happenings h USING (happening_key) WHERE h.id = ?",
                             (happenings(ledger, Sought()).items[0].happening.id,)).get  # fmt: skip
    assert rows == 3


def test_a_reading_that_finds_the_same_changes_nothing(ledger: Ledger) -> None:
    tellings = told()
    keep_all(ledger, tellings)
    link_new(ledger)
    before = contents(ledger.path)
    for s in tellings:
        read_again(ledger, s)
    assert link_new(ledger).articles == 12
    after = contents(ledger.path)
    for table in ("states", "links", "changes", "passages", *PRESENT, "spreads", "holders"):
        assert after[table] == before[table], table


def test_a_reading_that_finds_more_takes_the_place_of_the_former(ledger: Ledger) -> None:
    tellings = told(matters=(0,))
    keep_all(ledger, tellings)
    link_new(ledger)
    [before] = happenings(ledger, Sought())
    more = telling(RAID, 1)
    more.event("dredged", "AID")
    read_again(ledger, more, SECOND)
    link_new(ledger)
    found = {f.happening.id: f.happening for f in happenings(ledger, Sought())}
    assert before.happening.id in found
    assert len(found) > 1


def test_a_changed_text_takes_the_place_of_the_former(ledger: Ledger) -> None:
    keep_all(ledger, told(matters=(0,), outlets=range(3)))
    link_new(ledger)
    [before] = happenings(ledger, Sought())
    changed = telling(RAID, 1, note="The mayor resigned on Sunday.")
    assert changed.keep(ledger) in before.happening.articles
    link_new(ledger)
    [after] = happenings(ledger, Sought())
    assert (after.happening.id, len(after.happening.articles)) == (before.happening.id, 3)


def test_an_article_that_was_of_one_story_becomes_another(ledger: Ledger) -> None:
    """At one address a wholly different text: it leaves its story, and finds another."""
    keep_all(ledger, told(matters=(0, 1), outlets=range(3)))
    link_new(ledger)
    other = telling(STRIKE, 4)
    moved = telling(RAID, 1)
    url = moved.article.url
    record = other.record().model_copy(update={"article": other.article.model_copy(update={"url": url})})
    id = keep(ledger, Item(record.article), record).article
    link_new(ledger)
    found = {s.story.happenings[0].name: set(s.story.articles) for s in stories(ledger, Sought())}
    assert id in found["blockaded, Port Vell"]
    assert (len(found["raided, Quillow"]), len(found["blockaded, Port Vell"])) == (2, 4)


def test_a_happening_of_which_nothing_tells_any_more_has_ended(ledger: Ledger) -> None:
    raid = telling(RAID)
    raid.keep(ledger)
    link_new(ledger)
    [before] = happenings(ledger, Sought())
    strike = telling(STRIKE)
    article = strike.article.model_copy(update={"url": raid.article.url})
    keep(ledger, Item(article), strike.record().model_copy(update={"article": article}))
    link_new(ledger)
    [after] = happenings(ledger, Sought())
    assert after.happening.id != before.happening.id
    assert [p.kind for p in passages(ledger, before.happening.id)] == ["ended"]


def test_two_stories_that_are_one_after_all_keep_the_larger_ones_id(
    ledger: Ledger, monkeypatch: pytest.MonkeyPatch
) -> None:
    keep_all(ledger, told(matters=(0,), outlets=range(3)))
    link_new(ledger)
    with monkeypatch.context() as patched:
        patched.setattr(linking, "kin_of", lambda *_: ())
        telling(RAID, 3).keep(ledger)
        link_new(ledger)
    large, small = sorted(in_ledger(ledger), key=lambda s: -len(s.articles))
    assert (len(large.articles), len(small.articles)) == (3, 1)
    telling(RAID, 4).keep(ledger)
    link_new(ledger)
    link_again(ledger)
    [whole] = in_ledger(ledger)
    assert (whole.id, len(whole.articles)) == (large.id, 5)
    assert story(ledger, small.id).story.id == large.id
    assert story(ledger, small.id).asked == small.id
    gone = next(h for h in small.happenings if h.type)
    assert happening(ledger, gone.id).happening.id == next(h.id for h in large.happenings if h.type)
    assert [(p.kind, p.end) for p in passages(ledger, gone.id)][-1][0] == "merged"


def test_linking_again_keeps_ids_and_writes_no_state_where_nothing_is_otherwise(ledger: Ledger) -> None:
    keep_all(ledger, told())
    link_new(ledger)
    before = contents(ledger.path)
    assert link_again(ledger).articles == 12
    after = contents(ledger.path)
    for table in ("states", "passages", "changes", "stories", "happenings", *PRESENT):
        assert after[table] == before[table], table


def test_what_could_not_be_read_stays_alone(ledger: Ledger) -> None:
    keep_all(ledger, told(matters=(0,), outlets=range(2)))
    unread = telling(RAID, 2)
    keep(ledger, unread.item(), failed(unread))
    link_new(ledger)
    assert sorted(len(s.articles) for s in in_ledger(ledger)) == [1, 2]
    found = link_records([telling(RAID, 0).record(), telling(RAID, 1).record(), failed(telling(RAID, 2))])
    assert sorted(len(s.articles) for s in found.stories) == [1, 2]


def test_one_article_keeps_no_other_from_being_linked(ledger: Ledger, monkeypatch: pytest.MonkeyPatch) -> None:
    def breaking(record: Record) -> object:
        if record.article.outlet == "Tarrow Echo":
            raise ValueError("no such thing")
        return brief_of(record)

    monkeypatch.setattr(linking, "brief_of", breaking)
    ids = keep_all(ledger, told(matters=(0,)))
    done = link_new(ledger)
    assert done.problems == (
        f"{ids[1]}: nothing could be linked (ValueError: no such thing); please report it with the article",
    )
    assert sorted(len(s.articles) for s in in_ledger(ledger)) == [1, 3]


def test_a_story_that_cannot_be_computed_still_holds_its_articles(
    ledger: Ledger, monkeypatch: pytest.MonkeyPatch
) -> None:
    def breaking(*_: object) -> object:
        raise ZeroDivisionError

    keep_all(ledger, told(matters=(0,)))
    with monkeypatch.context() as patched:
        patched.setattr(linking, "findings_of", breaking)
        assert len(link_new(ledger).problems) == 1
    [found] = in_ledger(ledger)
    assert (len(found.articles), found.happenings) == (4, ())
    link_again(ledger)
    assert len(happenings(ledger, Sought()).items) == 1


def test_untyped_events_are_kept_and_asked_for(ledger: Ledger) -> None:
    keep_all(ledger, told(matters=(2,)))
    link_new(ledger)
    assert not happenings(ledger, Sought()).items
    names = [f.happening.name for f in happenings(ledger, ALL)]
    assert f"quake, {QUAKE.town}" in names


def test_an_untyped_event_becomes_a_happening_when_another_article_tells_it(ledger: Ledger) -> None:
    [first] = keep_all(ledger, [telling(QUAKE, 0)])
    link_new(ledger)
    assert not happenings(ledger, ALL).items
    with pytest.raises(LedgerError, match=f"{first}/e1 is told in this article alone"):
        happening(ledger, f"{first}/e1")
    with pytest.raises(LedgerError, match="e9 is no event"):
        happening(ledger, f"{first}/e9")
    assert story(ledger, f"{first}/e1").story.articles == (first,)
    [second] = keep_all(ledger, [telling(QUAKE, 1)])
    with pytest.raises(LedgerError, match="link the ledger"):
        happening(ledger, f"{second}/e1")
    link_new(ledger)
    assert happening(ledger, f"{first}/e1").happening == happening(ledger, f"{second}/e1").happening


def test_in_memory_the_same_article_may_come_twice_but_no_id_may_mean_two() -> None:
    raid = telling(RAID).record()
    assert len(link_records([raid, raid]).stories) == 1
    other = telling(STRIKE).record()
    with pytest.raises(ValueError, match="two articles have the id"):
        link_records(
            [raid, other.model_copy(update={"article": other.article.model_copy(update={"id": raid.article.id})})]
        )


def test_half_a_character_stops_nothing(ledger: Ledger) -> None:
    raid = telling(RAID)
    raid.article = raid.article.model_copy(update={"title": "Half \ud83d of it", "outlet": "Tarrow \ud83d"})
    raid.keep(ledger)
    telling(RAID, 1).keep(ledger)
    assert link_new(ledger).problems == ()
    assert len(happenings(ledger, Sought()).items[0].happening.articles) == 2
