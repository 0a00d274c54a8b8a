from __future__ import annotations

import random
from collections.abc import Iterator
from pathlib import Path

import apsw
import pytest

from reportedly.errors import LedgerError
from reportedly.intake.item import Finished, Item, Origin, Validators, from_source, refused
from reportedly.ledger.connect import Ledger, open_ledger, read_ledger
from reportedly.ledger.find import find_article, find_to_forget
from reportedly.ledger.forget import forget
from reportedly.ledger.problems import problems
from reportedly.ledger.verify import verify
from reportedly.ledger.write import Memory, keep, known, remember
from reportedly.record import Record
from tests.ledger.articles import RUN, TEXT, fetched, item, record

SECRET_URL = "https://harborpost.example/zanzibarine/quillow"
SECRET = "Zorblatt Quennelby told Xylophant Daily on Friday that Wimbleforth had shelled Yarrowmere."
SECRETS = (
    b"zorblatt",
    b"quennelby",
    b"xylophant",
    b"wimbleforth",
    b"yarrowmere",
    b"zanzibarine",
    b"quillow",
    b"vexxed",
)


@pytest.fixture
def path(tmp_path: Path) -> Path:
    return tmp_path / "l.db"


@pytest.fixture
def ledger(path: Path) -> Iterator[Ledger]:
    with open_ledger(path) as opened:
        yield opened


def secret_item() -> Item:
    return fetched(item(SECRET, SECRET_URL, title="Vexxed Quennelby"), "zorblatt-1")


def put(ledger: Ledger, it: Item) -> str:
    return keep(ledger, it, record(it)).article or ""


def filled(ledger: Ledger, others: int = 60) -> str:
    """A ledger with the secret among other articles, so that its words share pages with theirs."""
    words = random.Random(7)
    secret = ""
    for n in range(others):
        text = TEXT + " " + " ".join(f"{words.choice('bcdfgvwxyzq')}{words.randrange(10**5)}" for _ in range(200))
        put(ledger, item(text, f"https://x.example/{n}"))
        if n in (20, 40):
            secret = put(ledger, secret_item() if n == 20 else item(SECRET + " Edited.", SECRET_URL))
    broken = refused(SECRET_URL, f"{SECRET_URL} cannot be read: the server says 503; try again later")
    keep(ledger, broken, Record(article=broken.article, problems=broken.problems, run=RUN))
    return secret


def left_of(folder: Path) -> dict[str, list[bytes]]:
    """Which secrets are in which file's bytes."""
    found = {f.name: [s for s in SECRETS if s in f.read_bytes().lower()] for f in folder.iterdir()}
    return {name: secrets for name, secrets in found.items() if secrets}


def back_up(ledger: Ledger, name: str) -> Path:
    to = ledger.path.with_name(name)
    copy = apsw.Connection(str(to))
    with copy.backup("main", ledger.db, "main") as backup:
        backup.step()
    copy.close()
    return to


def test_no_byte_is_left_in_the_file_its_log_or_its_backups(ledger: Ledger) -> None:
    secret = filled(ledger)
    back_up(ledger, "l.db.before-0002.backup")
    assert len(left_of(ledger.path.parent)) >= 2
    done = forget(ledger, secret, "asked by the person", "Ana")
    assert (done.texts, done.copies, done.backups, done.pending) == (2, (), ("l.db.before-0002.backup",), None)
    assert left_of(ledger.path.parent) == {}
    assert not list(verify(ledger))
    with open_ledger(ledger.path.with_name("l.db.before-0002.backup")) as backup:
        assert not list(verify(backup))
        assert backup.db.execute("SELECT count(*) FROM articles").get == 60
    assert left_of(ledger.path.parent) == {}


def test_words_between_pages_of_the_index_go_too(ledger: Ledger) -> None:
    """The words of two articles take turns in the index, so that some of them mark where one of its pages begins."""
    put(ledger, item(" ".join(f"w{n}" for n in range(4000)), "https://x.example/stays"))
    secret = put(ledger, item(" ".join(f"w{n // 4}quillow{n % 4}" for n in range(8000)), "https://x.example/goes"))
    ledger.db.execute("INSERT INTO versions_text (versions_text) VALUES ('optimize')")
    forget(ledger, secret, "r", "w")
    assert left_of(ledger.path.parent) == {}
    assert not list(verify(ledger))


def test_what_is_left_is_a_tombstone_and_it_is_not_taken_in_again(ledger: Ledger) -> None:
    secret = filled(ledger, 45)
    forget(ledger, secret, "asked by the person", "Ana")
    rows = ledger.db.execute("SELECT article_id, reason, who FROM forgotten").fetchall()
    assert rows == [(secret, "asked by the person", "Ana")] * 2
    it = secret_item()
    for again in (it, item("Wholly rewritten.", SECRET_URL), item(SECRET, "https://elsewhere.example/1")):
        assert known(ledger, again).kind == "forgotten"  # type: ignore[union-attr]
        assert keep(ledger, again, record(again)).kind == "forgotten"
    assert left_of(ledger.path.parent) == {}
    assert Memory(ledger).validators_of(SECRET_URL) is None
    with pytest.raises(LedgerError, match=r"was forgotten at .* by Ana: asked"):
        find_article(ledger, secret)
    assert find_to_forget(ledger, f" {secret} ") == secret
    with pytest.raises(LedgerError, match="holds no article"):
        find_to_forget(ledger, secret[:8])


def test_every_address_that_led_to_it_goes(ledger: Ledger) -> None:
    """Asked for at one address, found at another after a redirect, and its page names a third as its own."""
    asked, found = "https://harborpost.example/q/quillow", "https://harborpost.example/r/zanzibarine?id=1"
    it = secret_item()
    origin = Origin(asked, found, "2025-03-15T10:00:00Z", validators=Validators(found, "v1"))
    secret = put(ledger, it._replace(origin=origin))
    copied = Origin(found + "&n=2", found + "&n=2", validators=Validators(found + "&n=2", "v2"))
    assert known(ledger, it._replace(origin=copied)).kind == "known"  # type: ignore[union-attr]
    keep_failure(ledger, asked, asked)
    keep_failure(ledger, asked, asked + "#top")
    keep_failure(ledger, "https://x.example/feed", found)
    keep_failure(ledger, "https://x.example/feed", "https://x.example/other")
    forget(ledger, secret, "r", "w")
    assert left_of(ledger.path.parent) == {}
    assert not any(Memory(ledger).validators_of(url) for url in (asked, found, found + "&n=2", SECRET_URL))
    assert [p.name for p in problems(ledger)] == ["https://x.example/other"]


def test_a_feed_and_an_archive_that_led_to_others_too_stay(ledger: Ledger) -> None:
    feed = "https://x.example/feed"
    secret = put(ledger, item(SECRET, SECRET_URL, source=feed))
    put(ledger, item(TEXT, "https://x.example/1", source=feed))
    remember(ledger, Finished(feed, Validators(feed, "v1")))
    in_file = put(ledger, item(SECRET + " More.", None, source="/a.jsonl", name="/a.jsonl:1"))
    keep_failure(ledger, feed, feed)
    keep_failure(ledger, "/a.jsonl", "/a.jsonl:1")
    keep_failure(ledger, "/a.jsonl", "/a.jsonl:2")
    forget(ledger, secret, "r", "w")
    forget(ledger, in_file, "r", "w")
    assert Memory(ledger).validators_of(feed)
    assert [p.name for p in problems(ledger)] == [feed, "/a.jsonl:2"]


def keep_failure(ledger: Ledger, source: str, name: str) -> None:
    broken = refused(name, f"{name} cannot be read: the server says 503; try again later")
    keep(ledger, from_source(source, broken), Record(article=broken.article, problems=broken.problems, run=RUN))


def test_sightings_go(ledger: Ledger) -> None:
    secret = put(ledger, item(SECRET, SECRET_URL, seen="2025-03-01T10:00:00Z"))
    put(ledger, item(SECRET, SECRET_URL, seen="2025-03-02T10:00:00Z"))
    assert ledger.db.execute("SELECT count(*) FROM sightings").get == 1
    forget(ledger, secret, "r", "w")
    assert ledger.db.execute("SELECT count(*) FROM sightings").get == 0
    assert not list(verify(ledger))


def test_every_index_is_gone_through(ledger: Ledger, monkeypatch: pytest.MonkeyPatch) -> None:
    asked: list[str] = []
    monkeypatch.setattr("reportedly.ledger.forget._shows_erased_words", lambda _, index: asked.append(index))
    forget(ledger, put(ledger, secret_item()), "r", "w")
    made = "SELECT name FROM sqlite_schema WHERE sql LIKE 'CREATE VIRTUAL TABLE%fts5%'"
    assert sorted(asked) == sorted(str(n) for (n,) in ledger.db.execute(made))


def test_copies_at_other_addresses_are_told_and_stay(ledger: Ledger) -> None:
    secret = put(ledger, secret_item())
    copy = put(ledger, item(SECRET, "https://elsewhere.example/1"))
    assert forget(ledger, secret, "r", "w").copies == (copy,)
    assert not list(verify(ledger))
    assert known(ledger, item(SECRET, "https://elsewhere.example/1")).kind == "known"  # type: ignore[union-attr]


def test_a_reader_in_the_way_is_told(ledger: Ledger, monkeypatch: pytest.MonkeyPatch) -> None:
    monkeypatch.setattr("reportedly.ledger.forget.CHECKPOINT_WAIT", 0.05)
    secret = put(ledger, secret_item())
    with read_ledger(ledger.path) as reader:
        reader.db.execute("BEGIN")
        assert reader.db.execute("SELECT count(*) FROM articles").get == 1
        pending = forget(ledger, secret, "r", "w").pending or ""
        assert pending.startswith(
            f"another process reads {ledger.path}: erased words stay there and in the log beside it"
        )
        assert reader.db.execute("SELECT count(*) FROM articles").get == 1
    assert forget(ledger, secret, "r", "w").pending is None
    assert left_of(ledger.path.parent) == {}


def test_a_reader_of_a_backup_is_told(ledger: Ledger, monkeypatch: pytest.MonkeyPatch) -> None:
    monkeypatch.setattr("reportedly.ledger.forget.CHECKPOINT_WAIT", 0.05)
    secret = put(ledger, secret_item())
    backup = back_up(ledger, "l.db.before-0002.backup")
    with open_ledger(backup) as reader:
        reader.db.execute("BEGIN")
        assert reader.db.execute("SELECT count(*) FROM articles").get == 1
        pending = forget(ledger, secret, "r", "w").pending or ""
        assert pending.startswith(f"another process reads {backup}: ")
    assert forget(ledger, secret, "r", "w").pending is None
    assert left_of(ledger.path.parent) == {}


def test_after_an_interruption_backups_are_gone_through_again(ledger: Ledger) -> None:
    secret = put(ledger, secret_item())
    backup = back_up(ledger, "l.db.before-0002.backup")
    old = backup.read_bytes()
    forget(ledger, secret, "r", "w")
    backup.write_bytes(old)
    assert forget(ledger, secret, "r", "w").backups == (backup.name,)
    assert left_of(ledger.path.parent) == {}


def test_what_cannot_be_forgotten(ledger: Ledger) -> None:
    with pytest.raises(LedgerError, match="holds no article a000"):
        forget(ledger, "a000", "r", "w")
    secret = put(ledger, secret_item())
    with pytest.raises(LedgerError, match="say why"):
        forget(ledger, secret, " ", "w")
    ledger.path.with_name("l.db.mine.backup").write_bytes(b"no database at all, but named as one" * 100)
    with pytest.raises(LedgerError, match=r"l\.db\.mine\.backup is no ledger"):
        forget(ledger, secret, "r", "w")
    assert find_article(ledger, secret) == secret
