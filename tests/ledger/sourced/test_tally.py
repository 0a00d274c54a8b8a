"""Sources are counted as articles come, change and go."""

from __future__ import annotations

from pathlib import Path

import pytest

from reportedly.ledger.connect import Ledger, open_ledger
from reportedly.ledger.forget import forget
from reportedly.ledger.migrate import known_migrations
from reportedly.ledger.sourced.tally import faults
from reportedly.ledger.verify import verify
from tests.ledger.shelf import Story, read_again
from tests.ledger.sourced.telling import mayor, opened, quoting, told

NUMBERS = "SELECT name, statements, articles, public, published, first_day, last_day FROM sources ORDER BY name"


def numbers(ledger: Ledger) -> dict[str, tuple[object, ...]]:
    return {name: tuple(rest) for name, *rest in ledger.db.execute(NUMBERS)}


def test_statements_articles_and_days_are_counted(tmp_path: Path) -> None:
    with told(tmp_path / "l.db") as ledger:
        found = numbers(ledger)
        assert not list(verify(ledger))
    assert found["Ana Resk"] == (
        7,
        4,
        5,
        0,
        "2025-07-20",
        "2025-08-03",
    )  # one from the small ledger, two articles public
    assert found["Sky Tirana"] == (2, 2, 2, 0, "2025-07-01", "2025-07-02")
    assert found["Tarrow Echo"] == (0, 0, 0, 4, None, None)
    assert found["port authority official"] == (2, 2, 2, 0, "2025-07-01", "2025-07-02")
    assert "Petra Sund" not in found


def test_what_was_told_to_whom_by_whom(tmp_path: Path) -> None:
    with opened(tmp_path / "l.db", mayor(1, "The Harbor Post")) as ledger:
        columns = "act, public, role, country, outlet, via, via_words, addressee"
        rows = ledger.db.execute(f"SELECT {columns} FROM source_statements ORDER BY statement_key").fetchall()
    same = (1, "mayor of Tarrow", "XAA", "The Harbor Post")
    assert rows == [("say", *same, "Sky Tirana", " sky tirana", "Sky Tirana"), ("deny", *same, None, None, None)]


def test_no_private_person_is_named_as_who_was_told_or_passed_it_on(tmp_path: Path) -> None:
    s = Story("quay", "Ana Resk told Petra Sund the quay was shut.", published="2025-08-01")
    resk, petra = (
        s.who("Ana Resk", key="person:ana resk", role="mayor"),
        s.who("Petra Sund", key="person:petra sund", role="fish seller"),
    )
    told_to = {"spans": (s.span("Petra Sund"),), "text": "Petra Sund", "entity": petra}
    s.say("Ana Resk", "the quay was shut", named=True, entity=resk, addressee=told_to,
          relay=("Ana Resk", "Petra Sund", "The Harbor Post"))  # fmt: skip
    with opened(tmp_path / "l.db", s) as ledger:
        assert ledger.db.execute("SELECT via, via_words, addressee FROM source_statements").fetchall() == [(None,) * 3]


def test_an_unnamed_person_is_no_name(tmp_path: Path) -> None:
    s = Story("quay", "A harbour pilot said the quay was shut.", published="2025-08-01")
    pilot = s.who("A harbour pilot", role="pilot")
    s.say("A harbour pilot", "the quay was shut", kind="anonymous", entity=pilot)
    with opened(tmp_path / "l.db", s) as ledger:
        assert "harbour pilot" in numbers(ledger)


def test_a_new_reading_takes_the_place_of_the_old_one(tmp_path: Path) -> None:
    first = mayor(1, "The Harbor Post")
    again = Story("ferry-1", first.text, outlet="The Harbor Post", published="2025-08-01")
    again.say("Sky Tirana", "the ferry was late", kind="outlet", named=True, entity=again.who(
        "Sky Tirana", kind="outlet", key="outlet:sky tirana"))  # fmt: skip
    with opened(tmp_path / "l.db", first) as ledger:
        read_again(ledger, again)
        assert set(numbers(ledger)) == {"Sky Tirana", "The Harbor Post"}
        assert not list(faults(ledger.db))


def test_who_is_in_a_forgotten_article_alone_is_forgotten(tmp_path: Path) -> None:
    shouted = quoting(3, "The Harbor Post")
    shouted.entities[0] = shouted.entities[0].model_copy(update={"name": "SKY TIRANA"})
    with opened(tmp_path / "l.db", shouted, mayor(1, "Tarrow Echo"), quoting(2, "Tarrow Echo")) as ledger:
        [id] = [id for (id,) in ledger.db.execute("SELECT id FROM articles WHERE given = 'market-3'")]
        assert numbers(ledger)["SKY TIRANA"][0] == 2
        forget(ledger, id, "asked for", "a test")
        found = numbers(ledger)
        assert "The Harbor Post" not in found
        assert found["Sky Tirana"][:2] == (1, 1)
        assert found["port authority official"][:2] == (1, 1)
        assert not list(verify(ledger))
    assert b"SKY TIRANA" not in (tmp_path / "l.db").read_bytes()


@pytest.mark.parametrize(
    ("change", "message"),
    [
        ("UPDATE sources SET statements = statements + 1 WHERE name = 'Ana Resk'", "its numbers differ"),
        ("UPDATE source_statements SET act = 'say' WHERE act = 'deny'", "its sources differ"),
        ("DELETE FROM source_articles WHERE day = '2025-08-01'", "its outlet differs"),
    ],
)
def test_verify_sees_what_was_miscounted(tmp_path: Path, change: str, message: str) -> None:
    with opened(tmp_path / "l.db", mayor(1, "The Harbor Post"), mayor(2, "The Harbor Post")) as ledger:
        ledger.db.execute(change)
        assert any(message in fault.message for fault in verify(ledger))


def test_an_older_ledger_is_counted_when_it_is_brought_up_to_date(tmp_path: Path) -> None:
    with open_ledger(tmp_path / "l.db", known_migrations()[:2]) as old:
        mayor(1, "The Harbor Post").keep(old)
        assert not list(verify(old))
    with open_ledger(tmp_path / "l.db") as ledger:
        assert numbers(ledger)["Ana Resk"][:2] == (2, 1)
        assert not list(verify(ledger))
