from __future__ import annotations

from collections.abc import Iterator
from pathlib import Path

import pytest

from reportedly.errors import LedgerError, RunError
from reportedly.ledger.connect import Ledger, open_ledger
from reportedly.ledger.forget import forget
from reportedly.ledger.linked.cuttings import Dossier, clippings, dossier
from reportedly.ledger.linked.nouns import News, Sought
from reportedly.ledger.linked.queries import changes, happenings
from reportedly.ledger.linked.rulings import merge
from reportedly.ledger.write import keep
from reportedly.linking import link_new
from reportedly.record import Problem, Record
from tests.ledger.linked.matters import QUAKE, RAID, STRIKE, telling
from tests.ledger.shelf import FIRST, Story


@pytest.fixture
def ledger(tmp_path: Path) -> Iterator[Ledger]:
    with open_ledger(tmp_path / "l.db") as opened:
        yield opened


APART = RAID._replace(
    rest=("Lamps failed along the quay.", "A tug drifted until noon.", "The chief of police came from the capital.")
)
"""The same raid, told in other words."""


def reprint(outlet: int, name: str) -> Story:
    """The same text as of the first telling, in another outlet."""
    s = telling(RAID)
    url = f"https://reprint{outlet}.example/raid"
    s.article = s.article.model_copy(
        update={"id": f"reprint-{outlet}", "outlet": name, "url": url, "published": f"2025-03-{20 + outlet}"}
    )  # fmt: skip
    return s


def raid(ledger: Ledger) -> str:
    [found] = happenings(ledger, Sought(types=("ASSAULT",)))
    return found.happening.id


def test_a_dossier_has_the_articles_by_day_with_copies_marked_and_words(ledger: Ledger) -> None:
    for s in (reprint(2, "Merrow Courier"), telling(APART, 1, killed=3), telling(RAID)):
        s.keep(ledger)
    link_new(ledger)
    found = dossier(ledger, raid(ledger))
    first, second, third = found.articles
    assert [c.outlet for c in found.articles] == ["The Harbor Post", "Tarrow Echo", "Merrow Courier"]
    assert (first.copy_of, second.copy_of, third.copy_of) == (None, None, first.article)
    assert [c.original for c in found.copies] == [first.article]
    assert {w.words for w in found.wordings} == {"raided"}
    assert len(found.wordings) == 3
    shown = [w.sentence for w in found.wordings if w.sentence]
    assert len(shown) == 2, "the words of a copy are those of its original"
    assert all(words.startswith("Gunmen raided the customs depot in Quillow") for words in shown)
    assert any("killing 3 people" in words for words in shown)
    assert Dossier.model_validate(found.to_json()) == found


def test_its_quotations_are_sentences_of_the_articles(ledger: Ledger) -> None:
    told = [telling(RAID, 0, killed=3), telling(RAID, 1, killed=5)]
    for s in told:
        s.keep(ledger)
    link_new(ledger)
    found = dossier(ledger, raid(ledger))
    assert found.quotes
    assert all(any(q.words.strip("…") in s.text for s in told) for q in found.quotes)


def test_it_is_found_by_an_event_and_after_a_merger_by_either_id(ledger: Ledger) -> None:
    for matter in (RAID, STRIKE):
        for outlet in (0, 1):
            telling(matter, outlet).keep(ledger)
    link_new(ledger)
    kept, gone = raid(ledger), happenings(ledger, Sought(types=("PROTEST",))).items[0].happening.id
    assert dossier(ledger, f"{dossier(ledger, kept).articles[0].article}/e1").happening.id == kept
    merge(ledger, [kept, gone], "Ana")
    link_new(ledger)
    found = dossier(ledger, gone)
    assert (found.happening.id, found.asked) == (kept, gone)
    assert [(p.kind, p.start, p.end) for p in found.passages] == [("merged", gone, kept)]
    assert dossier(ledger, kept).asked is None
    with pytest.raises(LedgerError):
        dossier(ledger, "h000000")


def failing(ledger: Ledger, s: Story, message: str) -> None:
    """Ask for an article again, in vain."""
    s.article = s.article.model_copy(update={"text": ""})
    problem = Problem(stage="intake", message=message, fatal=True)
    keep(ledger, s.item(), Record(article=s.article, problems=(problem,), run=FIRST))


@pytest.mark.parametrize(
    ("message", "lost"),
    [
        ("does not exist: check the address (404)", True),
        ("is gone (410)", True),
        ("is withheld for legal reasons (451)", True),
        ("refuses programs (403)", False),
        ("has a fault (500)", False),
    ],
)
def test_an_article_that_is_no_longer_at_its_address_is_kept_and_says_so(
    ledger: Ledger, message: str, *, lost: bool
) -> None:
    id = telling(RAID).keep(ledger)
    failing(ledger, telling(RAID), message)
    found = clippings(ledger, [id])[id]
    assert found.lost == (message if lost else None)
    assert found.outlet == "The Harbor Post"
    telling(RAID).keep(ledger)
    assert clippings(ledger, [id])[id].lost is None, "it is there again"


def test_versions_are_counted_and_unknown_articles_left_out(ledger: Ledger) -> None:
    id = telling(RAID).keep(ledger)
    assert telling(RAID, note="Later, more was told.").keep(ledger) == id
    assert {a: c.versions for a, c in clippings(ledger, [id, "a000"]).items()} == {id: 2}


def test_nothing_of_a_forgotten_article_is_in_it(ledger: Ledger) -> None:
    secret = telling(RAID, 1, note="Zorblatt Quennelby printed it.")
    id = secret.keep(ledger)
    for outlet in (0, 2):
        telling(RAID, outlet).keep(ledger)
    link_new(ledger)
    assert len(dossier(ledger, raid(ledger)).articles) == 3
    forget(ledger, id, "asked for", "Ana")
    link_new(ledger)
    found = dossier(ledger, raid(ledger))
    assert [c.outlet for c in found.articles] == ["The Harbor Post", "Sky Tirana"]
    assert "Tarrow" not in str(found.to_json())


def test_what_is_new_of_a_kind_or_in_a_story(ledger: Ledger) -> None:
    for outlet in (0, 1):
        telling(RAID, outlet, killed=2 + outlet).keep(ledger)
        telling(STRIKE, outlet).keep(ledger)
        telling(QUAKE, outlet, killed=4).keep(ledger)
        link_new(ledger)
    every = changes(ledger).items
    new = changes(ledger, asked=News(kinds=("new_happening",))).items
    assert {c.change.kind for c in new} == {"new_happening"}
    assert {c.change.name for c in new} == {"raided, Quillow", "blockaded, Port Vell", "quake, Sellisham"}
    of = new[0].story
    assert changes(ledger, asked=News(story=of)).items == tuple(c for c in every if c.story == of)
    with pytest.raises(RunError, match="--kind gossip: there is no such value; choose from: new_happening"):
        changes(ledger, asked=News(kinds=("gossip",)))  # type: ignore[arg-type]
    with pytest.raises(LedgerError):
        changes(ledger, asked=News(story="s000000"))
