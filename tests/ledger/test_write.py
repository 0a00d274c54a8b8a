from __future__ import annotations

from collections.abc import Callable, Iterator
from pathlib import Path

import apsw
import pytest

from reportedly.intake.item import Finished, Item, Validators, refused
from reportedly.ledger.connect import Ledger, open_ledger
from reportedly.ledger.stored import record_of
from reportedly.ledger.verify import verify
from reportedly.ledger.write import Memory, add_reading, keep, known, remember, versions_to_read
from reportedly.record import Record, Run
from tests.ledger.articles import LATER, RUN, TEXT, URL, canonical_record, failed, fetched, item, record
from tests.web.invented_events import raid
from tests.web.invented_records import harbour, hostile

TABLES = (
    "articles", "versions", "runs", "readings", "latest", "entities", "places", "times", "statements", "events",
    "parties", "problems", "fetched", "sightings",
)  # fmt: skip


@pytest.fixture
def ledger(tmp_path: Path) -> Iterator[Ledger]:
    with open_ledger(tmp_path / "l.db") as opened:
        yield opened


def put(ledger: Ledger, it: Item) -> str:
    return keep(ledger, it, record(it)).kind


def counts(ledger: Ledger) -> dict[str, int]:
    return {t: ledger.db.execute(f"SELECT count(*) FROM {t}").get for t in TABLES}


def latest_text(ledger: Ledger) -> list[str]:
    return [t for (t,) in ledger.db.execute("SELECT text FROM latest JOIN versions USING (version_key)")]


def test_a_new_article_is_kept_with_every_part(ledger: Ledger) -> None:
    it = item()
    outcome = keep(ledger, it, record(it))
    assert (outcome.kind, outcome.name) == ("new", URL)
    assert outcome.article and len(outcome.article) == 16
    assert counts(ledger) == {
        "articles": 1, "versions": 1, "runs": 1, "readings": 1, "latest": 1, "entities": 1, "places": 1, "times": 1,
        "statements": 2, "events": 1, "parties": 2, "problems": 0, "fetched": 0,
        "sightings": 0,
    }  # fmt: skip
    blob, text = next(ledger.db.execute("SELECT record, text FROM readings JOIN versions USING (version_key)"))
    assert canonical_record(record_of(blob, text)) == canonical_record(record(it))


@pytest.mark.parametrize("make", [harbour, hostile, raid])
def test_every_record_fits(ledger: Ledger, make: Callable[[], Record]) -> None:
    made = make()
    assert keep(ledger, Item(made.article), made).kind == "new"
    blob, text = next(ledger.db.execute("SELECT record, text FROM readings JOIN versions USING (version_key)"))
    assert canonical_record(record_of(blob, text)) == canonical_record(made)
    assert not list(verify(ledger))


def test_the_same_again_writes_nothing(ledger: Ledger) -> None:
    it = fetched(item(), "v1")
    put(ledger, it)
    before, pages = counts(ledger), ledger.db.total_changes()
    assert known(ledger, it).kind == "known"  # type: ignore[union-attr]
    assert put(ledger, it) == "known"
    assert counts(ledger) == before
    assert ledger.db.total_changes() == pages


def test_another_spelling_of_the_address_is_the_same_article(ledger: Ledger) -> None:
    put(ledger, item())
    assert put(ledger, item(url="http://HARBORPOST.example/news/tarrow?utm_source=feed#top")) == "known"


def test_a_changed_text_is_a_new_version_and_the_old_one_stays(ledger: Ledger) -> None:
    put(ledger, item())
    edited = item(TEXT.replace("shelled", "shot at"))
    assert known(ledger, edited) is None
    assert put(ledger, edited) == "changed"
    assert counts(ledger) | {"articles": 1, "versions": 2, "readings": 2, "latest": 1} == counts(ledger)
    assert latest_text(ledger) == [edited.article.text]


def test_an_older_text_that_comes_later_is_a_version_but_not_the_latest(ledger: Ledger) -> None:
    put(ledger, item(seen="2025-03-15T10:00:00Z"))
    assert put(ledger, item("An earlier text.", seen="2025-03-15T11:00:00+02:00")) == "changed"
    assert latest_text(ledger) == [TEXT]


def test_the_same_text_elsewhere_is_a_copy(ledger: Ledger) -> None:
    put(ledger, item())
    assert put(ledger, item(url="https://inlandgazette.example/9")) == "copy"
    assert counts(ledger)["articles"] == 2


def test_without_an_address_it_is_the_text_the_outlet_and_the_given_id(ledger: Ledger) -> None:
    assert put(ledger, item(url=None, name="a.txt")) == "new"
    assert put(ledger, item(url=None, name="elsewhere/b.txt")) == "known"
    assert put(ledger, item(url=None, name="a.txt", outlet="Sky Tirana")) == "copy"
    assert put(ledger, item(url=None, name="a.jsonl:1", given_id="17")) == "copy"
    assert put(ledger, item("Another text.", url=None, name="a.txt")) == "new"


def test_what_could_not_be_opened_is_a_problem_once(ledger: Ledger) -> None:
    broken = refused("broken.html", "broken.html is no page; save it again")
    for _ in range(2):
        outcome = keep(ledger, broken, unread(broken))
        assert (outcome.kind, outcome.message, outcome.article) == ("failed", broken.problems[0].message, None)
    assert counts(ledger) | {"articles": 0, "problems": 1, "runs": 0} == counts(ledger)


def unread(it: Item) -> Record:
    return Record(article=it.article, problems=it.problems, run=RUN)


def test_a_text_that_could_not_be_read_is_kept_and_can_be_read_later(ledger: Ledger) -> None:
    it = item()
    assert keep(ledger, it, failed(it)).kind == "failed"
    first = counts(ledger)
    assert first | {"articles": 1, "readings": 1, "problems": 1, "statements": 0} == first
    assert known(ledger, it) is None
    assert keep(ledger, it, failed(it)).kind == "failed"
    assert counts(ledger) == first
    assert put(ledger, it) == "new"
    assert counts(ledger) | {"articles": 1, "versions": 1, "readings": 2, "statements": 2} == counts(ledger)
    assert ledger.db.execute("SELECT count(*) FROM problems WHERE solved IS NULL").get == 0


def test_a_failed_reading_never_replaces_a_good_one(ledger: Ledger) -> None:
    put(ledger, item())
    edited = item("A text that no reader can read.")
    assert keep(ledger, edited, failed(edited)).kind == "failed"
    assert latest_text(ledger) == [TEXT]
    [(key, article)] = versions_to_read(ledger, RUN)
    assert article == edited.article
    assert add_reading(ledger, key, record(edited))
    assert latest_text(ledger) == [edited.article.text]
    assert not list(versions_to_read(ledger, RUN))
    assert [a.text for _, a in versions_to_read(ledger, LATER)] == [edited.article.text]


def test_a_solved_problem_that_comes_back_is_open_again(ledger: Ledger) -> None:
    it = item()
    broken = it._replace(article=it.article.model_copy(update={"text": ""}))
    for kind in ("failed", "new", "failed"):
        assert keep(ledger, *((broken, failed(broken)) if kind == "failed" else (it, record(it)))).kind == kind
        assert ledger.db.execute("SELECT count(*) FROM problems WHERE solved IS NULL").get == (kind == "failed")
    keep(ledger, broken, failed(broken, "another reason"))
    assert ledger.db.execute("SELECT message FROM problems WHERE solved IS NULL").fetchall() == [("another reason",)]


def test_a_known_article_that_is_met_again_solves_its_problem_unread(ledger: Ledger) -> None:
    it = item()
    put(ledger, it)
    broken = it._replace(article=it.article.model_copy(update={"text": ""}))
    keep(ledger, broken, failed(broken))
    assert known(ledger, fetched(it, "v2")).kind == "known"  # type: ignore[union-attr]
    assert ledger.db.execute("SELECT count(*) FROM problems WHERE solved IS NULL").get == 0
    assert Memory(ledger).validators_of(URL) == Validators(URL, "v2")


def test_names_that_no_text_can_hold(ledger: Ledger) -> None:
    it = item("A text.", url=None, name="bad\udcff.txt")
    assert put(ledger, it) == "new"
    assert ledger.db.execute("SELECT given FROM articles").get == r"bad\udcff.txt"
    assert [a for _, a in versions_to_read(ledger, LATER)] == [it.article]


def test_half_a_character_in_a_text(ledger: Ledger) -> None:
    it = item("half \ud800")
    assert keep(ledger, it, failed(it)).kind == "failed"
    assert counts(ledger) | {"articles": 0, "problems": 1} == counts(ledger)


def test_reading_again_adds_a_run(ledger: Ledger) -> None:
    it = item()
    put(ledger, it)
    assert not list(versions_to_read(ledger, RUN))
    [(key, article)] = versions_to_read(ledger, LATER)
    assert article == it.article
    again = record(it, LATER).model_copy(update={"statements": ()})
    assert add_reading(ledger, key, again)
    assert not add_reading(ledger, key, again)
    assert not list(versions_to_read(ledger, LATER))
    assert counts(ledger) | {"runs": 2, "readings": 2, "statements": 2} == counts(ledger)
    assert ledger.db.execute("SELECT run_key FROM latest JOIN readings USING (reading_key)").get == 2
    assert not add_reading(ledger, key, failed(it, run=RUN))
    assert list(versions_to_read(ledger, run_of("0.3.0"), ["a" + "0" * 15])) == []
    assert len(list(versions_to_read(ledger, run_of("0.3.0"), [keep(ledger, it, record(it)).article or ""]))) == 1


def run_of(version: str) -> Run:
    return RUN.model_copy(update={"reportedly": version})


def test_memory(ledger: Ledger) -> None:
    memory = Memory(ledger)
    assert (memory.holds(URL), memory.seen_of(URL), memory.validators_of(URL)) == (False, None, None)
    assert not memory.holds("no address")
    assert memory.seen_of("no address") is None
    put(ledger, fetched(item(seen="2025-03-15T10:00:00Z"), "v1"))
    assert memory.holds(URL + "?utm_medium=x")
    assert memory.seen_of(URL) == "2025-03-15T10:00:00Z"
    assert memory.validators_of(URL) == Validators(URL, "v1", None)
    put(ledger, fetched(item(), "v2"))
    assert memory.validators_of(URL) == Validators(URL, "v2", None)
    remember(ledger, Finished("feeds.opml", Validators("https://x.example/feed", None, "Fri")))
    assert memory.validators_of("https://x.example/feed") == Validators("https://x.example/feed", None, "Fri")


def test_what_came_of_an_address_is_remembered_with_it(ledger: Ledger) -> None:
    asked = "SELECT url, id FROM fetched LEFT JOIN articles USING (article_key)"
    first = keep(ledger, fetched(item(), "v1"), record(item())).article
    other = fetched(item(url=URL + "/new"), "v1")
    moved = other._replace(origin=other.origin._replace(validators=Validators(URL, "v1")))  # type: ignore[union-attr]
    assert ledger.db.execute(asked).fetchall() == [(URL, first)]
    second = keep(ledger, moved, record(moved)).article
    assert ledger.db.execute(asked).fetchall() == [(URL, second)]
    assert known(ledger, fetched(item(), "v1"))
    assert ledger.db.execute(asked).fetchall() == [(URL, first)]


EDITED = TEXT.replace("shelled", "shot at")


def test_an_edit_that_is_taken_back_in_an_archive(ledger: Ledger) -> None:
    held = [item(TEXT, seen="2025-03-01T10:00:00Z"), item(EDITED, seen="2025-03-02T10:00:00Z"),
            item(TEXT, seen="2025-03-03T10:00:00Z"), item(TEXT, seen="2025-03-03T10:00:00Z")]  # fmt: skip
    assert [put(ledger, it) for it in held] == ["new", "changed", "changed", "known"]
    assert latest_text(ledger) == [TEXT]
    assert Memory(ledger).seen_of(URL) == "2025-03-03T10:00:00Z"
    first = counts(ledger)
    assert first["sightings"] == 1
    assert [known(ledger, it).kind for it in held] == ["known"] * 4  # type: ignore[union-attr]
    assert counts(ledger) == first
    assert known(ledger, item(EDITED, seen="2025-03-04T10:00:00Z")).kind == "changed"  # type: ignore[union-attr]
    assert latest_text(ledger) == [EDITED]
    assert not list(verify(ledger))


def test_archives_may_be_added_in_any_order_and_twice(tmp_path: Path) -> None:
    days = {1: TEXT, 2: EDITED, 3: TEXT, 4: TEXT, 5: EDITED, 6: TEXT}
    held = [item(text, seen=f"2025-03-0{day}T10:00:00Z") for day, text in days.items()]
    for number, order in enumerate((held, held[::-1], held[::2] + held[1::2])):
        with open_ledger(tmp_path / f"{number}.db") as ledger:
            for it in order:
                put(ledger, it)
            first = counts(ledger)
            assert latest_text(ledger) == [TEXT]
            assert {put(ledger, it) for it in order} == {"known"}
            assert counts(ledger) == first


def test_an_edit_that_is_taken_back_on_the_web(ledger: Ledger) -> None:
    def visit(text: str, day: int) -> str:
        return put(ledger, fetched(item(text, seen=f"2025-03-0{day}T10:00:00Z"), str(day)))

    assert [visit(TEXT, 1), visit(EDITED, 2), visit(EDITED, 3)] == ["new", "changed", "known"]
    assert counts(ledger)["sightings"] == 0
    assert [visit(TEXT, 2), visit(TEXT, 4), visit(TEXT, 5)] == ["known", "changed", "known"]
    assert counts(ledger)["sightings"] == 1
    assert latest_text(ledger) == [TEXT]
    assert put(ledger, item(EDITED)) == "known", "no time, no sighting"
    assert latest_text(ledger) == [TEXT]


def test_a_text_that_is_back_before_it_could_be_read(ledger: Ledger) -> None:
    it = item(seen="2025-03-01T10:00:00Z")
    keep(ledger, it, failed(it))
    put(ledger, item(EDITED, seen="2025-03-02T10:00:00Z"))
    assert put(ledger, item(seen="2025-03-03T10:00:00Z")) == "new"
    assert latest_text(ledger) == [TEXT]


def test_paths_are_kept_from_the_root_on(ledger: Ledger, tmp_path: Path, monkeypatch: pytest.MonkeyPatch) -> None:
    monkeypatch.chdir(tmp_path)
    held = {
        ("a.jsonl", "a.jsonl:3"): ("a.jsonl", "a.jsonl:3"),
        ("./b.txt", "./b.txt"): ("b.txt", "b.txt"),
        ("news/", "news/c.html"): ("news", "news/c.html"),
        ("news/", "news/"): ("news", "news"),
        (".", "d.txt"): (".", "d.txt"),
        ("feeds.opml", "https://x.example/1"): ("feeds.opml", "https://x.example/1"),
    }
    for n, ((source, name), kept) in enumerate(held.items()):
        it = item(f"{TEXT} {n}", None, source=source, name=name)
        assert keep(ledger, it, record(it)).source == source
        [row] = ledger.db.execute("SELECT source, name FROM versions ORDER BY version_key DESC LIMIT 1").fetchall()
        assert row == tuple(k if "//" in k else str(tmp_path / k) for k in kept)
    for source in ("-", "https://x.example/feed"):
        it = item(f"{TEXT} {source}", None, source=source, name="stdin")
        keep(ledger, it, record(it))
        assert (
            ledger.db.execute("SELECT count(*) FROM versions WHERE (source, name) = (?, 'stdin')", (source,)).get == 1
        )


EVIDENCE = (
    "articles", "versions", "sightings", "runs", "readings", "entities", "places", "times", "statements", "events",
    "parties", "forgotten",
)  # fmt: skip


@pytest.mark.parametrize("table", EVIDENCE)
def test_evidence_cannot_be_changed_deleted_or_replaced(ledger: Ledger, table: str) -> None:
    put(ledger, item(seen="2025-03-01T10:00:00Z"))
    put(ledger, item(seen="2025-03-02T10:00:00Z"))
    ledger.db.execute("INSERT INTO forgotten VALUES (1, 'a0', 'x', 'r', 'w', 't')")
    ledger.db.pragma("foreign_keys", False)
    [*columns] = [c[1] for c in ledger.db.execute(f"PRAGMA table_info({table})")]
    changes = (
        f"DELETE FROM {table}",
        f"UPDATE {table} SET {columns[-1]} = {columns[-1]}",
        f"REPLACE INTO {table} SELECT * FROM {table}",
    )
    for recursive in (True, False):  # as our own connections have it, and as others do
        ledger.db.pragma("recursive_triggers", recursive)
        for change in changes:
            with pytest.raises(apsw.ConstraintError, match=f"append-only: {table}"):
                ledger.db.execute(change)


def test_only_the_article_that_is_being_erased_may_go(ledger: Ledger) -> None:
    put(ledger, item())
    put(ledger, item(url=URL + "/2"))
    ledger.db.execute("INSERT INTO erasing VALUES (1)")
    for table in ("articles", "versions"):
        with pytest.raises(apsw.ConstraintError, match=f"append-only: {table}"):
            ledger.db.execute(f"DELETE FROM {table} WHERE article_key = 2")
    ledger.db.execute("DELETE FROM articles WHERE article_key = 1")
