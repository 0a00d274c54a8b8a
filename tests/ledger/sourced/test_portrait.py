"""One source in numbers."""

from __future__ import annotations

from pathlib import Path

import pytest

from reportedly.ledger.sourced import portrait as module
from reportedly.ledger.sourced.nouns import Portrait, Whom
from reportedly.ledger.sourced.portrait import portrait
from reportedly.ledger.sources import sources
from tests.ledger.sourced.telling import mayor, opened, told


@pytest.fixture(scope="module")
def resk(tmp_path_factory: pytest.TempPathFactory) -> Portrait:
    with told(tmp_path_factory.mktemp("portrait") / "l.db") as ledger:
        [found] = sources(ledger, Whom(words="ana resk"))
        return portrait(ledger, found.id)


def test_roles_and_countries_that_contradict_are_all_told(resk: Portrait) -> None:
    met = [(r.role, r.country, r.statements, r.articles) for r in resk.roles]
    assert met == [
        (None, None, 2, 1), ("mayor of Tarrow", "XAA", 2, 1), ("mayor of Tarrow", "XBB", 2, 1),
        ("envoy of the union", None, 1, 1),
    ]  # fmt: skip
    assert set(resk.countries) == {"XAA", "XBB"}


def test_acts_outlets_days_addressees(resk: Portrait) -> None:
    assert [(t.name, t.statements) for t in resk.acts] == [("say", 4), ("deny", 3)]
    assert [(t.name, t.articles) for t in resk.outlets] == [
        ("Tarrow Echo", 2), ("The Harbor Post", 1), ("L'Écho de Tarrow", 1),
    ]  # fmt: skip
    assert [(t.name, t.statements) for t in resk.through] == [("Sky Tirana", 3)]
    assert [(t.name, t.statements) for t in resk.told_to] == [("Sky Tirana", 3)]
    assert [(d.day, d.statements) for d in resk.days] == [
        ("2025-07-20", 1), ("2025-08-01", 2), ("2025-08-02", 2), ("2025-08-03", 2),
    ]  # fmt: skip
    assert resk.outlets[0].source
    assert resk.outlets[0].source.startswith("p")


def test_many_days_are_counted_by_month(tmp_path: Path, monkeypatch: pytest.MonkeyPatch) -> None:
    monkeypatch.setattr(module, "MONTHLY", 2)
    with told(tmp_path / "l.db") as ledger:
        [found] = sources(ledger, Whom(words="ana resk"))
        assert [(d.day, d.statements) for d in portrait(ledger, found.id).days] == [("2025-07", 1), ("2025-08", 6)]


def test_others_of_the_surname_are_named(tmp_path: Path) -> None:
    other = mayor(9, "The Harbor Post")
    other.entities[0] = other.entities[0].model_copy(update={"name": "Ilo Resk", "key": "person:ilo resk"})
    with opened(tmp_path / "l.db", mayor(1, "The Harbor Post"), other) as ledger:
        [ana] = sources(ledger, Whom(words="ana"))
        assert [s.name for s in portrait(ledger, ana.id).alike] == ["Ilo Resk"]
