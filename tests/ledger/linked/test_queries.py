from __future__ import annotations

from collections.abc import Iterator
from pathlib import Path
from typing import Any

import pytest

from reportedly.connect.nouns import Evidence
from reportedly.errors import LedgerError, RunError
from reportedly.ledger.connect import Ledger, open_ledger
from reportedly.ledger.linked.explain import why_happening, why_story
from reportedly.ledger.linked.nouns import Sought
from reportedly.ledger.linked.queries import (
    articles_of,
    changes,
    earlier,
    happening,
    happenings,
    outlines,
    quoted,
    stories,
    story,
)
from reportedly.ledger.paging import Part, every
from reportedly.linking import link_new
from tests.ledger.linked.matters import MATTERS, RAID, telling


@pytest.fixture(scope="module")
def ledger(tmp_path_factory: pytest.TempPathFactory) -> Iterator[Ledger]:
    """Each matter told by three outlets, one after the other."""
    path: Path = tmp_path_factory.mktemp("linked") / "l.db"
    with open_ledger(path) as opened:
        for outlet in range(3):
            for matter in MATTERS:
                telling(matter, outlet, killed=2 + outlet if matter is RAID else None).keep(opened)
            link_new(opened)
        yield opened


def names(ledger: Ledger, **asked: Any) -> list[str | None]:
    return [f.happening.name for f in happenings(ledger, Sought(**asked))]


RAIDED, BLOCKADED, QUAKED = "raided, Quillow", "blockaded, Port Vell", "quake, Sellisham"


@pytest.mark.parametrize(
    ("asked", "wanted"),
    [
        ({}, {RAIDED, BLOCKADED}),
        ({"types": ("assault",)}, {RAIDED}),
        ({"types": ("ASSAULT", "PROTEST"), "statuses": ("occurred",)}, {RAIDED, BLOCKADED}),
        ({"statuses": ("retracted",)}, set()),
        ({"place": "quillow"}, {RAIDED}),
        ({"place": "XAA"}, {RAIDED, BLOCKADED}),
        ({"place": "Elsewhere"}, set()),
        ({"words": "smugglers cigarettes"}, {RAIDED}),
        ({"words": '"harvest season"'}, {BLOCKADED}),
        ({"happened_since": "2025-03-05"}, {BLOCKADED}),
        ({"happened_until": "2025-03-04"}, {RAIDED}),
        ({"since": "2025-03-12", "until": "2025-03-12"}, {RAIDED, BLOCKADED}),
        ({"since": "2025-03-13"}, set()),
        ({"until": "2025-03-09"}, set()),
        ({"outlet": "tarrow echo", "types": ("PROTEST",)}, {BLOCKADED}),
        ({"article": "https://theharborpost.example/quillow/0"}, {RAIDED}),
        ({"words": "seismologists", "all_events": True, "statuses": ("occurred",)}, {QUAKED}),
    ],
)
def test_happenings(asked: dict[str, Any], wanted: set[str], ledger: Ledger) -> None:
    assert set(names(ledger, **asked)) == wanted


def test_the_happenings_of_a_story(ledger: Ledger) -> None:
    of = happening(ledger, happenings(ledger, Sought(types=("ASSAULT",))).items[0].happening.id).story
    assert names(ledger, story=of) == [RAIDED]
    assert set(names(ledger, story=of, all_events=True)) == {h.name for h in story(ledger, of).story.happenings}


@pytest.mark.parametrize(
    ("asked", "message"),
    [
        ({"types": ("RAID",)}, "--type RAID: there is no such value"),
        ({"statuses": ("true",)}, "--status true: there is no such value; choose from: occurred, .*retracted"),
        ({"disputes": ("quarrel",)}, "--dispute quarrel: there is no such value"),
        ({"since": "soon"}, "--since soon: no date"),
        ({"outlet": "Nobody's"}, "no such outlet"),
    ],
)
def test_what_cannot_be_asked(asked: dict[str, Any], message: str, ledger: Ledger) -> None:
    with pytest.raises(RunError, match=message):
        happenings(ledger, Sought(**asked))


def test_page_by_page(ledger: Ledger) -> None:
    asked = Sought(all_events=True)
    whole = happenings(ledger, asked).items
    one = list(every(lambda part: happenings(ledger, asked, Part(min(part.limit, 2), part.after))))
    assert [f.happening.id for f in one] == [f.happening.id for f in whole]
    told = [s.story.id for s in every(lambda part: stories(ledger, Sought(), Part(1, part.after)))]
    assert told == [s.story.id for s in stories(ledger, Sought())]
    assert len(told) == 3
    with pytest.raises(RunError, match="no cursor"):
        happenings(ledger, asked, Part(2, "x"))


def test_stories(ledger: Ledger) -> None:
    [found] = stories(ledger, Sought(words="seismologists")) or stories(
        ledger, Sought(words="seismologists", all_events=True)
    )
    assert (len(found.story.articles), found.day, found.first_day) == (3, "2025-03-12", "2025-03-10")
    assert not stories(ledger, Sought(statuses=("planned",))).items


def test_one_by_its_names(ledger: Ledger) -> None:
    [found] = happenings(ledger, Sought(types=("ASSAULT",)))
    h = found.happening
    for words in (h.id, h.id[:6], f"{h.articles[0]}/e1", f" {h.id} "):
        assert happening(ledger, words) == found
    for words in (
        found.story,
        found.story[:6],
        h.id,
        f"{h.articles[1]}/e1",
        h.articles[0],
        "https://theharborpost.example/quillow/0",
    ):
        assert story(ledger, words).story.id == found.story
    for words in ("h123", "hx", "", "quillow", f"{h.articles[0]}/e99"):
        with pytest.raises(LedgerError):
            happening(ledger, words)
    with pytest.raises(LedgerError, match='holds no story "nothing"'):
        story(ledger, "nothing")


def test_what_is_new(ledger: Ledger) -> None:
    found = list(every(lambda part: changes(ledger, None, Part(1, part.after))))
    assert {c.change.happening for c in found if c.change.kind == "new_happening"} >= {
        f.happening.id for f in happenings(ledger, Sought())
    }
    assert [c.at for c in found] == sorted(c.at for c in found)
    assert not changes(ledger, "2999").items
    assert changes(ledger, found[0].at).items[0] == found[0]
    for since in ("soon", "2025-13", "12:00", "2025-01-01Tnoon"):
        with pytest.raises(RunError, match="--since"):
            changes(ledger, since)
    with pytest.raises(RunError, match="no cursor"):
        changes(ledger, None, Part(1, "x"))


def test_every_state_of_a_happening(ledger: Ledger) -> None:
    [found] = happenings(ledger, Sought(types=("ASSAULT",)))
    states = earlier(ledger, found.happening.id)
    assert [len(h.articles) for _, _, h in states] == [1, 2, 3]
    assert states[-1][2] == found.happening
    assert {maker.partition(",")[0] for _, maker, _ in states} == {"reportedly 0.1.0"}


def test_words_and_articles(ledger: Ledger) -> None:
    h = happenings(ledger, Sought(types=("ASSAULT",))).items[0].happening
    assert quoted(ledger, [Evidence(article=m.article, span=m.trigger) for m in h.mentions]) == ["raided"] * 3
    assert [articles_of(ledger, h.articles)[a].outlet for a in h.articles] == [
        "The Harbor Post",
        "Tarrow Echo",
        "Sky Tirana",
    ]


def test_why_mentions_are_one_happening(ledger: Ledger) -> None:
    h = happenings(ledger, Sought(types=("ASSAULT",))).items[0].happening
    found = why_happening(ledger, h.id[:7])
    assert [m.words for m in found.mentions] == ["raided"] * 3
    first, *others = found.mentions
    assert not first.joined
    for m in others:
        [joined] = m.joined
        assert joined.link.kind == "same_happening"
        assert {q.words for q in joined.quotes} == {"raided"}
        assert all(r.weight for r in joined.link.reasons)


def test_why_articles_are_one_story(ledger: Ledger) -> None:
    h = happenings(ledger, Sought(types=("ASSAULT",))).items[0].happening
    whole = why_story(ledger, story(ledger, h.id).story.id)
    pairs = {frozenset((j.link.start.id, j.link.end.id)) for j in whole.joined if j.link.kind == "same_story"}
    assert pairs == {frozenset((a, b)) for a in h.articles for b in h.articles if a < b}
    one = why_story(ledger, h.articles[0])
    assert one.article == h.articles[0]
    assert {frozenset((j.link.start.id, j.link.end.id)) for j in one.joined if j.link.kind == "same_story"} == {
        p for p in pairs if h.articles[0] in p
    }


def test_outlines_tell_what_the_happenings_are(ledger: Ledger) -> None:
    whole, outlined = happenings(ledger, Sought(all_events=True)), outlines(ledger, Sought(all_events=True))
    assert [o.id for o in outlined] == [f.happening.id for f in whole]
    for found, outline in zip(whole, outlined, strict=True):
        h = found.happening
        assert (outline.story, outline.since) == (found.story, found.since)
        assert (outline.name, outline.type, outline.mode, outline.status, outline.date) == (
            h.name, h.type, h.mode, h.status, h.date,
        )  # fmt: skip
        assert outline.place == h.place
        assert outline.articles == len(h.articles)
        assert (outline.at_least, outline.at_most) == (h.origins.at_least, h.origins.at_most)
        assert set(outline.disputes) == {d.kind for d in h.disputes}
        assert outline.first_day <= outline.day
