from __future__ import annotations

from collections.abc import Iterator
from pathlib import Path

import pytest

from reportedly.errors import LedgerError
from reportedly.ledger.connect import Ledger, open_ledger
from reportedly.ledger.find import find_article
from reportedly.ledger.write import keep
from tests.ledger.articles import URL, item, record


@pytest.fixture
def ledger(tmp_path: Path) -> Iterator[Ledger]:
    with open_ledger(tmp_path / "l.db") as opened:
        for it in (
            item(),
            item("One.", None, name="notes.txt"),
            item("Two.", None, name="notes.txt"),
            item("Three.", None, name="odd\udcff%_.txt"),
        ):
            keep(opened, it, record(it))
        yield opened


def test_an_article_by_its_id_its_beginning_its_address_or_its_own_id(ledger: Ledger) -> None:
    id = find_article(ledger, URL)
    ways = (id, id[:8], f" {URL} ", URL.upper().replace("/NEWS/TARROW", "/news/tarrow?utm_source=x"), URL[8:])
    assert {find_article(ledger, way) for way in ways} == {id}
    assert find_article(ledger, "odd\udcff%_.txt") not in ("", id)


def test_several(ledger: Ledger) -> None:
    with pytest.raises(LedgerError, match=r'several articles are called "notes.txt": a\w{15}, a\w{15}; name one'):
        find_article(ledger, "notes.txt")


@pytest.mark.parametrize("words", ["", "a", "zzz", "%", "a%", "%.txt", "a" + "0" * 15, "https://x.example", "' OR 1"])
def test_none(ledger: Ledger, words: str) -> None:
    with pytest.raises(LedgerError, match="holds no article"):
        find_article(ledger, words)
