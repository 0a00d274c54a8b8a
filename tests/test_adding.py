"""The whole way in: what sources hold, into the ledger, by a reader made by hand."""

from __future__ import annotations

from collections.abc import Iterable, Iterator
from pathlib import Path

import pytest

from reportedly.adding import LEDGER, add, read_again, reading
from reportedly.intake.item import Arrival, Finished, Item, Unchanged, Validators
from reportedly.ledger.connect import Ledger, open_ledger, read_ledger
from reportedly.ledger.find import find_article
from reportedly.ledger.forget import forget
from reportedly.ledger.nouns import Outcome
from reportedly.ledger.write import Memory
from reportedly.reading import Reader
from reportedly.record import Record, Run
from tests.intake.server import Answer, page, serving
from tests.ledger.articles import LATER, RUN, TEXT, item
from tests.taking import (
    UNREADABLE,
    HandReader,
    arriving,
    assert_sound,
    contents,
    counts,
    kinds,
    lines,
    reading_of,
    retry,
    story,
    take,
    texts,
    unsolved,
)

FEED = "https://harborpost.example/feed.xml"


def feed_done(etag: str = "one") -> Finished:
    return Finished(FEED, Validators(FEED, etag))


def remembered(ledger: Ledger) -> str | None:
    found = Memory(ledger).validators_of(FEED)
    return found.etag if found else None


def all_at_once(items: Iterable[Item]) -> Iterator[Record]:
    """Reads as workers may: everything is asked for before the first record is there."""
    yield from [reading_of(it) for it in items]


@pytest.mark.parametrize("read", [HandReader(), all_at_once])
def test_every_outcome_in_one_stream(tmp_path: Path, read: HandReader) -> None:
    db = tmp_path / "l.db"
    take(db, lines(tmp_path / "old.jsonl", story(1), story(2)))
    with open_ledger(db) as ledger:
        forget(ledger, find_article(ledger, "https://harborpost.example/2"), "a test", "a tester")
    more = lines(
        tmp_path / "more.jsonl",
        story(1),
        story(2),
        story(3),
        story(3),
        story(3, url="https://echo.example/3"),
        story(1, text="The text at this address is another one now."),
        "{",
        story(4, text=f"{UNREADABLE} text"),
    )
    told = take(db, more, read=read)
    assert {o.name: o.kind for o in told} == {
        f"{more}:{n}": kind
        for n, kind in enumerate(("known", "forgotten", "new", "known", "copy", "changed", "failed", "failed"), 1)
    }
    assert all(o.source == str(more) and bool(o.message) == (o.kind == "failed") for o in told)
    assert unsolved(db) == [(str(more), f"{more}:7"), (str(more), f"{more}:8")]
    assert_sound(db)


def test_what_is_read_is_told_in_its_order(tmp_path: Path) -> None:
    source = lines(tmp_path / "a.jsonl", *map(story, range(20)))
    for read in (HandReader(), all_at_once):
        db = tmp_path / f"{len(list(tmp_path.iterdir()))}.db"
        assert [o.name for o in take(db, source, read=read)] == [f"{source}:{n}" for n in range(1, 21)]


def test_each_article_is_kept_before_the_next_is_read(tmp_path: Path) -> None:
    with open_ledger(tmp_path / "l.db") as ledger:

        def read(items: Iterable[Item]) -> Iterator[Record]:
            for n, it in enumerate(items):
                with read_ledger(ledger.path) as beside:
                    assert len(texts(beside)) == n
                yield reading_of(it)

        add(arriving(ledger, lines(tmp_path / "a.jsonl", *map(story, range(3)))), ledger, read, lambda _: None)


def test_a_feed_is_remembered_once_all_of_it_is_kept(tmp_path: Path) -> None:
    with open_ledger(tmp_path / "l.db") as ledger:
        seen: list[str | None] = []
        stream: list[Arrival] = [item("One.", "https://x.example/1"), feed_done(), item("Two.", "https://x.example/2")]
        add(stream, ledger, HandReader(), lambda _: seen.append(remembered(ledger)))
        assert seen == [None, "one"]
        add([feed_done("two")], ledger, HandReader(), lambda _: None)
        assert remembered(ledger) == "two"


def test_a_feed_with_nothing_new_is_remembered(tmp_path: Path) -> None:
    with open_ledger(tmp_path / "l.db") as ledger:
        told: list[Outcome] = []
        add([Unchanged(FEED, "https://x.example/1"), feed_done()], ledger, HandReader(), told.append)
        assert (kinds(told), remembered(ledger)) == (["known"], "one")


@pytest.mark.parametrize("read", [HandReader(), all_at_once])
def test_an_interrupted_feed_is_not_remembered(tmp_path: Path, read: HandReader) -> None:
    with open_ledger(tmp_path / "l.db") as ledger:

        def stream() -> Iterator[Item | Finished]:
            yield item("One.", "https://x.example/1")
            yield item("Two.", "https://x.example/2")
            yield feed_done()

        def tell(_: Outcome) -> None:
            raise KeyboardInterrupt

        with pytest.raises(KeyboardInterrupt):
            add(stream(), ledger, read, tell)
        assert (texts(ledger), remembered(ledger)) == ({"One."}, None)


def test_no_model_is_loaded_where_all_is_known(tmp_path: Path, monkeypatch: pytest.MonkeyPatch) -> None:
    source, db = lines(tmp_path / "a.jsonl", story(1), "{"), tmp_path / "l.db"
    take(db, source)
    before = contents(db)

    def load(*_: object) -> None:
        raise AssertionError("models are loaded")

    monkeypatch.setattr("reportedly.reading.load_tools", load)
    monkeypatch.setattr("reportedly.reading.read_in_workers", load)
    for jobs in (1, 2):
        assert sorted(kinds(take(db, source, read=reading(Reader(), jobs)))) == ["failed", "known"]
    assert contents(db) == before
    with pytest.raises(AssertionError, match="models are loaded"):
        take(db, lines(tmp_path / "b.jsonl", story(2)), read=reading(Reader(), 2))


def test_a_file_mended_meanwhile(tmp_path: Path) -> None:
    db, source = tmp_path / "l.db", lines(tmp_path / "a.jsonl", story(1), "{", story(3), "[]")
    assert kinds(take(db, source)).count("failed") == 2
    lines(source, story(1), story(2), story(3), "[]")
    assert sorted(kinds(retry(db))) == ["failed", "known", "known", "new"]
    assert unsolved(db) == [(str(source), f"{source}:4")]
    lines(source, story(1))
    assert kinds(retry(db)) == ["known"]
    assert unsolved(db) == []  # its line has gone
    assert retry(db) == []
    assert_sound(db)


def test_what_fails_again_is_no_second_problem(tmp_path: Path) -> None:
    db, torn = tmp_path / "l.db", lines(tmp_path / "a.jsonl", "[]", "{")
    take(db, torn, tmp_path / "gone.txt")
    before = contents(db)["problems"]
    assert kinds(retry(db)) == ["failed"] * 3
    assert contents(db)["problems"] == before


def test_a_folder_that_has_gone_leaves_open_what_was_wrong_in_it(tmp_path: Path) -> None:
    db, folder = tmp_path / "l.db", tmp_path / "in"
    folder.mkdir()
    lines(folder / "a.jsonl", story(1), "{")
    take(db, folder)
    folder.rename(tmp_path / "away")
    assert kinds(retry(db)) == ["failed"]
    assert unsolved(db) == [(str(folder), f"{folder}/a.jsonl:2"), (str(folder), str(folder))]
    (tmp_path / "away").rename(folder)
    lines(folder / "a.jsonl", story(1), story(2))
    assert kinds(retry(db)) == ["known", "new"]
    assert unsolved(db) == []


def test_standard_input_is_not_tried_again(tmp_path: Path) -> None:
    db = tmp_path / "l.db"
    assert kinds(take(db, "-", stdin=b"\0\0\0\0")) == ["failed"]
    assert retry(db) == []
    assert unsolved(db) == [("-", "stdin")]


def rss(*links: str) -> Answer:
    entries = "".join(
        f"<item><link>{link}</link></item>" if link else "<item><title>x</title></item>" for link in links
    )
    body = f'<rss version="2.0"><channel><title>The Gull</title>{entries}</channel></rss>'
    return Answer(body.encode(), headers={"Content-Type": "application/rss+xml", "ETag": '"feed"'})


def test_an_address_that_a_feed_named_is_tried_in_the_name_of_the_feed(tmp_path: Path) -> None:
    with serving() as site:
        db, feed, address = tmp_path / "l.db", f"{site.url}/feed", f"{site.url}/a"
        site.routes = {"/feed": rss(address)}
        assert kinds(take(db, feed)) == ["failed"]
        assert unsolved(db) == [(feed, address)]
        assert kinds(retry(db)) == ["failed"]
        site.routes["/a"] = Answer(page())
        site.asked.clear()
        [outcome] = retry(db)
        assert (outcome.kind, outcome.source, outcome.name) == ("new", feed, address)
        assert site.paths == ["/a"]  # the feed itself is not asked for
    assert unsolved(db) == []
    assert [row[11] for row in contents(db)["versions"]] == [feed]


def test_what_is_wrong_in_an_unchanged_feed_stays_a_problem(tmp_path: Path) -> None:
    """The server says only that nothing changed: an entry without an address has none still."""
    with serving() as site:
        db, feed = tmp_path / "l.db", f"{site.url}/feed"

        site.routes = {
            "/feed": lambda asked: Answer(status=304) if asked.headers.get("If-None-Match") else rss(""),
        }
        assert kinds(take(db, feed)) == ["failed"]
        assert kinds(retry(db)) == ["known"]
        assert unsolved(db) == [(feed, f"{feed}#1")]
        site.routes["/feed"] = rss()
        retry(db)
    assert unsolved(db) == []


def test_reading_again_adds_a_run_and_keeps_the_older_one(tmp_path: Path) -> None:
    db, source = tmp_path / "l.db", lines(tmp_path / "a.jsonl", story(1), story(2), story(3, text=f"{UNREADABLE}."))
    take(db, source)
    told: list[Outcome] = []
    with open_ledger(db) as ledger:
        first = find_article(ledger, "https://harborpost.example/1")
        read_again(ledger, HandReader(LATER), LATER, [first], told.append)
        assert [(o.kind, o.source) for o in told] == [("read_again", LEDGER)]
        read_again(ledger, HandReader(LATER), LATER, None, told.append)
        assert kinds(told) == ["read_again", "read_again", "failed"]
        read_again(ledger, HandReader(LATER), LATER, None, told.append)
        assert kinds(told)[3:] == ["failed"]  # tried each time, kept once
    readings = contents(db)["readings"]
    assert [(row[1], row[2]) for row in readings] == [(1, 1), (2, 1), (3, 1), (1, 2), (2, 2)]
    assert_sound(db)


def test_a_text_that_failed_is_read_by_a_reader_that_can(tmp_path: Path) -> None:
    db = tmp_path / "l.db"
    take(db, lines(tmp_path / "a.jsonl", story(1, text=f"{UNREADABLE} but kept.")))
    assert len(unsolved(db)) == 1

    def better(items: Iterable[Item]) -> Iterator[Record]:
        for it in items:
            yield reading_of(item(TEXT)).model_copy(update={"article": it.article, "statements": (), "events": ()})

    told: list[Outcome] = []
    with open_ledger(db) as ledger:
        read_again(ledger, better, RUN, None, told.append)
    assert kinds(told) == ["read_again"]
    assert unsolved(db) == []


def test_taking_in_what_was_taken_in_by_an_older_version_reads_nothing(tmp_path: Path) -> None:
    db, source = tmp_path / "l.db", lines(tmp_path / "a.jsonl", story(1))
    take(db, source)
    newer = HandReader(Run(reportedly="9.9.9", config="sha256:0"))
    assert kinds(take(db, source, read=newer)) == ["known"]
    assert newer.texts == []
    assert counts(db)["runs"] == 1
