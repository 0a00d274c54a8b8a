"""Sources found in a ledger."""

from __future__ import annotations

from collections.abc import Iterator
from pathlib import Path

import pytest

from reportedly.errors import NotInLedger, RunError
from reportedly.ledger.connect import Ledger, read_ledger
from reportedly.ledger.paging import Part, every
from reportedly.ledger.sourced.nouns import Which, Whom
from reportedly.ledger.sources import source, sources, sources_called, statements_of
from tests.ledger.sourced.telling import mayor, opened, told


@pytest.fixture(scope="module")
def ledger(tmp_path_factory: pytest.TempPathFactory) -> Iterator[Ledger]:
    path = tmp_path_factory.mktemp("sources") / "l.db"
    told(path).close()
    with read_ledger(path) as opened:
        yield opened


def names(ledger: Ledger, **asked: object) -> list[str]:
    return [s.name for s in sources(ledger, Whom(**asked))]  # type: ignore[arg-type]


def test_those_with_most_statements_come_first_and_private_people_never(ledger: Ledger) -> None:
    found = names(ledger)
    assert found[0] == "Ana Resk"
    assert set(found[1:3]) == {"Sky Tirana", "port authority official"}
    assert "Tarrow Echo" in found
    assert "Petra Sund" not in found


def test_a_source_tells_its_numbers_days_and_roles(ledger: Ledger) -> None:
    [resk] = sources(ledger, Whom(words="resk"))
    assert (resk.kind, resk.named, resk.statements, resk.articles) == ("person", True, 7, 4)
    assert (resk.first_day, resk.last_day) == ("2025-07-20", "2025-08-03")
    assert resk.roles == ("mayor of Tarrow", "envoy of the union")


@pytest.mark.parametrize(
    ("asked", "found"),
    [
        ({"words": "AN res"}, ["Ana Resk"]),
        ({"words": "defense minist"}, []),
        ({"words": "ministry of def"}, ["Ministry of Defence"]),
        ({"kinds": ("outlet",), "words": "sky"}, ["Sky Tirana"]),
        ({"outlet": "tarrow echo", "kinds": ("person",)}, ["Ana Resk"]),
        ({"outlet": "tarrow echo", "until": "2025-07-01"}, []),
        ({"since": "2025-08-02", "until": "2025-08"}, ["Ana Resk"]),
    ],
)
def test_filters(ledger: Ledger, asked: dict[str, object], found: list[str]) -> None:
    assert names(ledger, **asked) == found


def test_pages_hold_each_source_once(ledger: Ledger) -> None:
    whole = [s.id for s in sources(ledger, Whom(), Part(1000))]
    pages, after = [], None
    while True:
        page = sources(ledger, Whom(), Part(2, after))
        pages += [s.id for s in page]
        after = page.next
        if after is None:
            break
    assert pages == whole
    assert list(every(lambda part: sources(ledger, Whom(), part), 3)) == list(sources(ledger, Whom(), Part(3)))


@pytest.mark.parametrize(
    ("asked", "message"),
    [
        (Whom(kinds=("robot",)), "choose from: person, organisation"),  # type: ignore[arg-type]
        (Whom(words="…"), "no word to look for"),
        (Whom(outlet="The Moon"), "no such outlet"),
        (Whom(since="yesterday"), "no date"),
    ],
)
def test_what_cannot_be_understood_is_told(ledger: Ledger, asked: Whom, message: str) -> None:
    with pytest.raises(RunError, match=message):
        sources(ledger, asked)


@pytest.mark.parametrize("cursor", ["", "1", "x.y", "1.2.3", "2025-01-01.4", "1.2' OR 1"])
def test_no_cursor(ledger: Ledger, cursor: str) -> None:
    with pytest.raises(RunError, match="no cursor"):
        sources(ledger, Whom(), Part(5, cursor))


def test_a_source_is_found_by_its_id_or_the_beginning_of_it(ledger: Ledger) -> None:
    [resk] = sources(ledger, Whom(words="ana resk"))
    assert source(ledger, resk.id) == source(ledger, f" {resk.id[:6]} ") == resk
    assert [s.id for s in sources(ledger, Whom(words=resk.id[:6]))] == [resk.id]
    for words in ("p000000000000000", "Ana Resk", "", "p' OR 1", resk.id + "0"):
        with pytest.raises(NotInLedger, match="has no source"):
            source(ledger, words)


def test_a_private_person_has_no_page(tmp_path: Path) -> None:
    with opened(tmp_path / "l.db", mayor(2, "Tarrow Echo", role=None)) as alone:
        [id] = [id for (id,) in alone.db.execute("SELECT id FROM sources WHERE kind = 'person'")]
        assert "Ana Resk" not in names(alone)
        with pytest.raises(NotInLedger, match="People without a public role are not listed"):
            source(alone, id)
        with pytest.raises(NotInLedger, match="has no source"):
            statements_of(alone, id)


def test_what_a_source_said_newest_first(ledger: Ledger) -> None:
    [resk] = sources(ledger, Whom(words="ana resk"))
    page = statements_of(ledger, resk.id, part=Part(3))
    assert [(s.kept.given, s.content) for s in page] == [
        ("ferry-3", "number 3"), ("ferry-3", "the ferry was late"), ("ferry-2", "number 2"),
    ]  # fmt: skip
    rest = statements_of(ledger, resk.id, part=Part(10, page.next))
    assert len(rest) == 4
    assert rest.next is None


@pytest.mark.parametrize(
    ("asked", "number"),
    [
        (Which(acts=("deny",)), 3),
        (Which(outlet="the harbour post"), 0),
        (Which(outlet="The Harbor Post"), 2),
        (Which(role="mayor of Tarrow"), 4),
        (Which(since="2025-08-02", until="2025-08-02"), 2),
        (Which(acts=("deny", "say"), role="nobody"), 0),
    ],
)
def test_some_of_what_a_source_said(ledger: Ledger, asked: Which, number: int) -> None:
    [resk] = sources(ledger, Whom(words="ana resk"))
    if asked.outlet == "the harbour post":
        with pytest.raises(RunError, match="nearest of its own: The Harbor Post"):
            statements_of(ledger, resk.id, asked)
    else:
        assert len(statements_of(ledger, resk.id, asked)) == number


def test_acts_are_checked(ledger: Ledger) -> None:
    [resk] = sources(ledger, Whom(words="ana resk"))
    with pytest.raises(RunError, match="--act shout"):
        statements_of(ledger, resk.id, Which(acts=("shout",)))  # type: ignore[arg-type]


def test_of_two_of_one_name_the_outlet_is_meant(tmp_path: Path) -> None:
    s = mayor(1, "Tarrow Echo")
    s.say("Ana Resk", "the ferry was late", kind="organisation", entity=s.who(
        "Tarrow Echo", kind="organisation", key="organisation:tarrow echo"))  # fmt: skip
    with opened(tmp_path / "l.db", s) as made:
        assert len(sources(made, Whom(words="tarrow echo"))) == 2
        [id] = sources_called(made, ["Tarrow Echo"]).values()
        assert source(made, id).kind == "outlet"


def test_names_lead_to_sources(ledger: Ledger) -> None:
    found = sources_called(ledger, ["SKY TIRANA", "Sky Tirana", "Petra Sund", "nobody"])
    assert set(found) == {"Sky Tirana", "SKY TIRANA"}
