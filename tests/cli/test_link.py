"""`reportedly link`, `merge`, `split`, `rulings`, and `why` of what was linked."""

from __future__ import annotations

import json
from pathlib import Path
from typing import Any

import pytest

from reportedly.cli.link import told
from reportedly.ledger.connect import open_ledger, read_ledger
from reportedly.ledger.linked.nouns import LinkedBatch, Sought
from reportedly.ledger.linked.queries import happenings
from reportedly.ledger.linked.rulings import rulings
from tests.cli.shelves import Run
from tests.ledger.linked.matters import MATTERS, QUAKE, RAID, telling
from tests.ledger.shelf import failed
from tests.taking import UNREADABLE, HandReader, lines, story


@pytest.fixture
def db(tmp_path: Path) -> Path:
    """Three matters, told by three outlets each; nothing is linked yet."""
    with open_ledger(tmp_path / "l.db") as ledger:
        for matter in MATTERS:
            for outlet in range(3):
                telling(matter, outlet).keep(ledger)
    return tmp_path / "l.db"


def records(path: Path, *made: Any) -> str:
    return str(lines(path, *(r.to_json() for r in made)))


def raid_of(db: Path) -> Any:
    with read_ledger(db) as ledger:
        return happenings(ledger, Sought(types=("ASSAULT",))).items[0].happening


def test_over_the_ledger(run: Run) -> None:
    done = run("link")
    assert (done.status, done.out, done.err) == (0, "9 articles linked: 2 new happenings\n", "")
    assert run("link").out == "nothing new to link\n"
    done = run("link", "--again", "--json")
    assert json.loads(done.out) == {
        "linked": {"articles": 9, "happenings": 0, "joined": 0, "stories": 0, "waiting": 0, "problems": []}
    }
    assert run("verify").status == 0


@pytest.mark.parametrize(
    ("done", "words"),
    [
        (LinkedBatch(), "nothing new to link"),
        (LinkedBatch(articles=1), "1 article linked"),
        (LinkedBatch(articles=12, happenings=3, joined=9, stories=4),
         "12 articles linked: 3 new happenings, 9 articles joined 4 stories"),
        (LinkedBatch(articles=1200, joined=1, stories=1), "1,200 articles linked: 1 article joined 1 story"),
    ],
)  # fmt: skip
def test_in_words(done: LinkedBatch, words: str) -> None:
    assert told(done) == words


def test_of_files(run: Run, tmp_path: Path) -> None:
    made = [telling(m, o).record() for m in (RAID, QUAKE) for o in range(2)]
    source = records(tmp_path / "r.jsonl", *made)
    done = run("link", "--json", source)
    assert (done.status, done.err, done.out.count("\n")) == (0, "", 1)
    found = json.loads(done.out)
    assert sorted(map(sorted, found["stories"])) == [["quillow-0", "quillow-1"], ["sellisham-0", "sellisham-1"]]
    assert [h["type"] for h in found["happenings"]] == ["ASSAULT"]
    for field in ("mentions", "articles", "origins", "counts", "disputes", "status", "date", "place"):
        assert field in found["happenings"][0]
    whole = json.loads(run("link", "--json", "--all-events", source).out)
    assert whole["stories"] == found["stories"]
    assert len(whole["happenings"]) == 4
    done = run("link", source)
    assert done.out.startswith("4 articles in 2 stories, ")
    assert done.out.endswith("told by several articles; all of it: --json\n")


def test_files_of_articles_are_read_first(run: Run, tmp_path: Path, monkeypatch: pytest.MonkeyPatch) -> None:
    monkeypatch.setattr("reportedly.cli.read.load_reader", lambda settings: HandReader())
    unread = story(3, id="three", text=f"{UNREADABLE} text")
    source = lines(tmp_path / "a.jsonl", story(1, id="one"), story(2, id="two"), unread)
    done = run("link", "--json", str(source))
    assert done.status == 1
    assert done.err.startswith("error: three: could not be read")
    assert sorted(map(sorted, json.loads(done.out)["stories"])) == [["one", "two"], ["three"]]


def test_what_could_not_be_read_is_a_story_of_its_own(run: Run, tmp_path: Path) -> None:
    source = records(tmp_path / "r.jsonl", telling(RAID).record(), failed(telling(RAID, 1)))
    done = run("link", "--json", source)
    assert (done.status, done.err) == (1, "error: quillow-1: unreadable\n")
    assert json.loads(done.out)["stories"] == [["quillow-0"], ["quillow-1"]]


def test_wrong_uses(run: Run, tmp_path: Path) -> None:
    source = records(tmp_path / "r.jsonl", telling(RAID).record())
    assert run("link", "--again", source).status == 2
    done = run("link", str(tmp_path / "none.jsonl"))
    assert done.status == 1
    assert "none.jsonl does not exist" in done.err
    other = telling(RAID, 1).record()
    same = other.model_copy(update={"article": other.article.model_copy(update={"id": "quillow-0"})})
    done = run("link", source, records(tmp_path / "s.jsonl", same))
    assert (done.status, done.err) == (2, "error: two articles have the id quillow-0; give each an id of its own\n")
    done = run("link", "--db", str(tmp_path / "none.db"))
    assert (done.status, "there is no ledger at" in done.err) == (2, True)


def test_merge_split_and_taking_back(run: Run, db: Path) -> None:
    run("link")
    raid = raid_of(db)
    ref = f"{raid.articles[1]}/e1"
    done = run("split", raid.id, ref, "--because", "another \x1b[31mnight", "--who", "Ana")
    assert (done.status, done.out) == (0, f"ruling 1: 1 of 3 mentions of {raid.id} are of another\n")
    assert len(raid_of(db).articles) in (1, 2)
    done = run("merge", raid.id, ref)
    assert (done.status, done.out) == (2, "")
    assert "keeps them apart; take it back first: reportedly rulings --undo 1" in done.err
    done = run("rulings", "--undo", "1", "--json")
    assert (json.loads(done.out)["kind"], json.loads(done.out)["undoes"]) == ("undone", 1)
    assert len(raid_of(db).articles) == 3
    with read_ledger(db) as ledger:
        protest = happenings(ledger, Sought(types=("PROTEST",))).items[0].happening.id
    done = run("merge", raid.id, protest, "--who", "Ivo")
    assert done.out == f"ruling 3: {raid.id}, {protest} are one happening, of 6 mentions\n"
    listed = run("rulings").out
    assert "\x1b" not in listed
    assert f"1  {raid.id}: apart  (taken back by ruling 2)" in listed
    assert "2  ruling 1 taken back" in listed
    assert listed.count("Ivo") == 1
    rows = run("rulings", "--csv").out.splitlines()
    assert (rows[0].split(",")[0], len(rows)) == ("number", 4)
    assert [json.loads(line)["number"] for line in run("rulings", "--json").out.splitlines()] == [1, 2, 3]
    assert run("verify").status == 0
    with read_ledger(db) as ledger:
        assert rulings(ledger)[2].holds


def test_rulings_of_an_empty_list(run: Run) -> None:
    done = run("rulings")
    assert (done.status, done.out, done.err) == (0, "", "no rulings found\n")


@pytest.mark.parametrize(
    "arguments", [["merge", "h0000", "h0001"], ["split", "h0000", "a0000/e1"], ["rulings", "--undo", "4"]]
)
def test_unknown_ids(arguments: list[str], run: Run) -> None:
    run("link")
    done = run(*arguments)
    assert (done.status, done.out, done.err.count("\n")) == (2, "", 1)


def test_why_mentions_are_one(run: Run, db: Path) -> None:
    run("link")
    raid = raid_of(db)
    run("split", raid.id, f"{raid.articles[1]}/e1", "--because", "another night", "--who", "Ana")
    raid = raid_of(db)
    out = run("why", raid.id).out
    assert out.startswith(f"happening {raid.id}  raided, Quillow\n")
    assert f"{raid.articles[0]}/e1  “raided”\n  no other mention was needed to place it here" in out
    assert "because: " in out
    assert " × +" in out
    assert "ruling 1, apart, by Ana at " in out
    found = json.loads(run("why", f"{raid.articles[0]}/e1", "--json").out)
    assert found["found"]["happening"]["id"] == raid.id
    assert [p["kind"] for p in found["passages"]] == ["split"]


def test_why_articles_are_one_story(run: Run, db: Path) -> None:
    run("link")
    raid = raid_of(db)
    out = run("why", raid.articles[0]).out
    assert out.startswith(f"article {raid.articles[0]} in story s")
    assert out.count("of one story with") == 2
    story = json.loads(run("why", raid.articles[0], "--json").out)["found"]["story"]["id"]
    assert run("why", story).out.startswith(f"story {story}\n")
    done = run("why", "nothing")
    assert (done.status, "holds no story" in done.err) == (2, True)


def test_why_of_a_file_still_takes_an_id(run: Run, tmp_path: Path) -> None:
    source = records(tmp_path / "r.jsonl", telling(RAID).record())
    done = run("why", source)
    assert (done.status, f"as in: reportedly why {source} s3" in done.err) == (2, True)
    assert run("why", source, "s1").out.startswith("statement s1")


def test_forgetting_links_again(run: Run, db: Path) -> None:
    run("link")
    raid = raid_of(db)
    run("forget", raid.articles[0], "--reason", "r", "--yes")
    assert raid_of(db).id == raid.id
    assert raid_of(db).articles == raid.articles[1:]
    assert run("verify").status == 0
