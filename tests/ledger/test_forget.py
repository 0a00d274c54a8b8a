from __future__ import annotations

import random
from collections.abc import Iterator
from pathlib import Path

import apsw
import pytest

from reportedly.errors import LedgerError
from reportedly.intake.item import Item, refused
from reportedly.ledger.connect import Ledger, open_ledger, read_ledger
from reportedly.ledger.find import find_article
from reportedly.ledger.forget import forget
from reportedly.ledger.verify import verify
from reportedly.ledger.write import Memory, keep, known
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
        assert "another process reads" in (forget(ledger, secret, "r", "w").pending or "")
        assert reader.db.execute("SELECT count(*) FROM articles").get == 1
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
