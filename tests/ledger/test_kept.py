"""Records that are not as they were written."""

from __future__ import annotations

from collections.abc import Callable
from pathlib import Path

import pytest
import zstandard

from reportedly.errors import LedgerError
from reportedly.intake.item import Item
from reportedly.ledger.articles import chosen, kept_record
from reportedly.ledger.connect import Ledger, open_ledger
from reportedly.ledger.happened import happened
from reportedly.ledger.nouns import Filter
from reportedly.ledger.said import said
from reportedly.ledger.stored import parts_of
from reportedly.ledger.write import keep
from tests.ledger.shelf import small, talks
from tests.web.invented_records import harbour


def put(ledger: Ledger, blob: bytes) -> None:
    """What no command does: change a record that was kept."""
    ledger.db.execute("DROP TRIGGER readings_unchanged")
    ledger.db.execute("UPDATE readings SET record = ?", (blob,))


ASKS: tuple[Callable[[Ledger], object], ...] = (
    lambda ledger: said(ledger, Filter()),
    lambda ledger: happened(ledger, Filter()),
    lambda ledger: kept_record(ledger, "talks"),
    lambda ledger: list(chosen(ledger, Filter())),
)


@pytest.mark.parametrize("ask", ASKS)
@pytest.mark.parametrize("blob", [b"", b"no frame", zstandard.compress(b"{"), zstandard.compress(b'{"record": 1}')])
def test_a_damaged_record_is_told_with_what_to_do(tmp_path: Path, ask: Callable[[Ledger], object], blob: bytes) -> None:
    with small(tmp_path / "l.db") as ledger:
        put(ledger, blob)
        with pytest.raises(LedgerError, match=r"the record of a\w+ is damaged .* reportedly verify --db"):
            ask(ledger)


@pytest.mark.parametrize("ask", ASKS)
@pytest.mark.parametrize("behind", [[], [b"[]"], [b'{"statements": []}'], [b"{"], [b"{}", b"{}"]])
def test_damaged_explanations_are_told_with_what_to_do(
    tmp_path: Path, ask: Callable[[Ledger], object], behind: list[bytes]
) -> None:
    with small(tmp_path / "l.db") as ledger:
        whole = ledger.db.execute("SELECT record FROM readings LIMIT 1").get
        assert isinstance(whole, bytes)
        put(ledger, b"".join(map(zstandard.compress, [parts_of(whole)[0], *behind])))
        with pytest.raises(LedgerError, match=r"the record of a\w+ is damaged .* reportedly verify --db"):
            ask(ledger)


def test_how_fields_came_about_stands_apart_or_with_the_record_as_in_earlier_versions(tmp_path: Path) -> None:
    made = harbour()
    wanted = {s.id: s for s in made.statements}
    assert any(s.why for s in made.statements)
    with open_ledger(tmp_path / "l.db") as ledger:
        keep(ledger, Item(made.article), made)
        assert {told.statement.id: told.statement for told in said(ledger, Filter())} == wanted
        put(ledger, zstandard.compress(made.model_dump_json(exclude={"article": {"text"}}).encode()))
        assert {told.statement.id: told.statement for told in said(ledger, Filter())} == wanted


def test_half_a_character_in_the_name_of_a_file_hides_nothing(tmp_path: Path) -> None:
    story = talks()
    story.article = story.article.model_copy(update={"id": "na\udce9ve.txt", "url": None})
    with small(tmp_path / "l.db") as ledger:
        id = story.keep(ledger)
        assert len(said(ledger, Filter(article=id))) == 4
        assert len(happened(ledger, Filter(article=id))) == 1
        assert kept_record(ledger, id).record == story.record()
