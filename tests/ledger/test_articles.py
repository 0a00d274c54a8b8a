"""Articles found in a ledger, their versions, their records, and what an export takes."""

from __future__ import annotations

from collections.abc import Iterator
from pathlib import Path

import pytest

from reportedly.errors import LedgerError, RunError
from reportedly.ledger.articles import articles, chosen, kept_record, readings_of, versions_of
from reportedly.ledger.connect import Ledger, read_ledger
from reportedly.ledger.nouns import Filter
from reportedly.ledger.paging import Part
from reportedly.ledger.write import add_reading, keep
from tests.ledger.shelf import SECOND, Story, empty, failed, read_again, small, strike, talks


@pytest.fixture
def ledger(tmp_path: Path) -> Iterator[Ledger]:
    with small(tmp_path / "l.db") as made:
        yield made


def changed_talks() -> Story:
    story = Story(
        "talks", talks().text + " Later they ended.", published="2025-07-21", url="https://echo.example/talks"
    )
    return story.say("Ana Resk", "the ceasefire talks in Tarrow had begun")


ALL = ["strike", "weather", "talks"]


@pytest.mark.parametrize(
    ("asked", "found"),
    [
        (Filter(), ALL),
        (Filter(words="ceasefire"), ["strike", "talks"]),
        (Filter(words="rain"), ["weather"]),  # in the title
        (Filter(words='"known"'), ["weather"]),
        (Filter(words="sao"), ["strike"]),
        (Filter(words="harbor -navy"), ["weather"]),
        (Filter(outlet="the harbor post"), ALL[:2]),
        (Filter(since="2025-08", until="2025-08"), ["weather"]),
        (Filter(article="https://harborpost.example/weather"), ["weather"]),
        (Filter(run=1), ALL),
        (Filter(words="ceasefire", outlet="L'Écho de Tarrow", until="2025"), ["talks"]),
    ],
)
def test_every_filter(ledger: Ledger, asked: Filter, found: list[str]) -> None:
    assert [k.given for k in articles(ledger, asked)] == found


def test_pages_hold_everything_once(ledger: Ledger) -> None:
    first = articles(ledger, Filter(), Part(2))
    rest = articles(ledger, Filter(), Part(2, first.next))
    assert [k.given for k in (*first, *rest)] == ALL
    assert rest.next is None


def test_a_record_is_that_which_was_kept(ledger: Ledger) -> None:
    for story in (strike(), talks(), empty()):
        found = kept_record(ledger, story.article.id)
        assert found.record == story.record()
        assert found.kept.given == story.article.id


def test_versions_and_runs_of_an_article(ledger: Ledger) -> None:
    changed_talks().keep(ledger)
    read_again(ledger, changed_talks())
    found = versions_of(ledger, "talks")
    assert [(k.version, k.run) for k in found] == [(1, 1), (2, 2)]
    assert kept_record(ledger, "talks").kept == found[1]
    assert kept_record(ledger, "talks", version=1).record == talks().record()
    assert kept_record(ledger, "talks", run=1).record == changed_talks().record()
    assert kept_record(ledger, "talks", version=2, run=2).record == changed_talks().record(SECOND)
    with pytest.raises(RunError, match="version 1 by run 1, version 2 by run 1, version 2 by run 2"):
        kept_record(ledger, "talks", version=1, run=2)
    with pytest.raises(LedgerError, match='no article "nowhere"'):
        versions_of(ledger, "nowhere")


def test_every_reading_is_listed_with_its_release_and_whether_it_failed(ledger: Ledger) -> None:
    read_again(ledger, talks())
    changed = changed_talks()
    keep(ledger, changed.item(), failed(changed))
    changed.keep(ledger)
    found = readings_of(ledger, "talks")
    assert [(r.kept.version, r.kept.run, r.reportedly, r.failed) for r in found] == [
        (1, 1, "0.1.0", False),
        (1, 2, "0.2.0", False),
        (2, 2, "0.2.0", True),
        (2, 1, "0.1.0", False),
    ]
    assert all(r.read.endswith("Z") for r in found)
    with pytest.raises(LedgerError, match='no article "nowhere"'):
        readings_of(ledger, "nowhere")


def test_a_failed_reading_stands_behind_a_good_one(ledger: Ledger) -> None:
    story = Story("torn", "Nothing of this could be read.")
    keep(ledger, story.item(), failed(story))
    assert "torn" not in [k.given for k in articles(ledger, Filter())]
    assert kept_record(ledger, "torn").record.failed
    [(version,)] = ledger.db.execute("SELECT version_key FROM versions WHERE text = ?", (talks().text,))
    add_reading(ledger, version, failed(talks()))
    assert kept_record(ledger, "talks").record == talks().record()


def picked(ledger: Ledger, asked: Filter) -> dict[str, list[str]]:
    """By article the ids that are chosen."""
    return {c.found.kept.given: sorted(c.statements | c.events) for c in chosen(ledger, asked)}


@pytest.mark.parametrize(
    ("asked", "found"),
    [
        (Filter(), {"talks": ["e1", "s1", "s2", "s3", "s4"], "weather": [], "strike": ["e1", "e2", "e3", "s1", "s2"]}),
        (Filter(all_events=True, words="cease-fire", since="2025-09"), {"strike": ["e1", "e2", "e3", "e4", "s2"]}),
        (Filter(since="2025-08", until="2025-08"), {"weather": []}),
        (Filter(words="prices"), {"talks": ["e1", "s2"]}),
        (Filter(words="rain"), {"weather": []}),
        (Filter(kinds=("anonymous",)), {"strike": ["e1", "s1"]}),  # and the events that they tell
        (Filter(by="defence ministry"), {"strike": ["e2", "s2"]}),
        (Filter(kinds=("document",)), {"talks": ["s2"]}),
        (Filter(types=("ASSAULT",)), {"strike": ["e1", "e3", "s1"]}),  # and the statements that tell them
        (Filter(place="XAA"), {"talks": ["e1", "s1"]}),
        (Filter(types=("ASSAULT",), kinds=("anonymous",), statuses=("considered",)), {"strike": ["e1", "s1"]}),
        (Filter(types=("ASSAULT",), kinds=("organisation",)), {}),
        (Filter(run=1, article="talks"), {"talks": ["e1", "s1", "s2", "s3", "s4"]}),
    ],
)  # fmt: skip
def test_what_an_export_takes(ledger: Ledger, asked: Filter, found: dict[str, list[str]]) -> None:
    assert picked(ledger, asked) == found


def test_records_come_one_by_one_with_the_oldest_first(ledger: Ledger) -> None:
    stories = (talks(), empty(), strike())
    assert [k.record for k in (c.found for c in chosen(ledger, Filter()))] == [s.record() for s in stories]


def test_an_export_is_of_one_moment(ledger: Ledger) -> None:
    with read_ledger(ledger.path) as reader:
        running = chosen(reader, Filter())
        next(running)
        new = strike()
        new.article = new.article.model_copy(update={"url": "https://new.example/"})
        new.keep(ledger)
        changed_talks().keep(ledger)
        assert len(list(running)) == len(ALL) - 1
        assert len(list(chosen(reader, Filter()))) == len(ALL) + 1


def test_an_export_that_is_broken_off_leaves_no_transaction(ledger: Ledger) -> None:
    running = chosen(ledger, Filter())
    next(running)
    running.close()
    assert not ledger.db.in_transaction
    strike().keep(ledger)
