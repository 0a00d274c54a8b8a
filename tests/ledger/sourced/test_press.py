"""An outlet: what it published, whom it relays, who relays it, what is copied."""

from __future__ import annotations

from pathlib import Path

from reportedly.ledger.connect import Ledger
from reportedly.ledger.sourced.nouns import Press, Whom
from reportedly.ledger.sourced.press import press
from reportedly.ledger.sources import sources
from reportedly.linking import link_new
from tests.ledger.linked.matters import RAID, telling
from tests.ledger.sourced.telling import mayor, opened, told


def of(ledger: Ledger, name: str) -> Press | None:
    [found] = sources(ledger, Whom(words=name))
    return press(ledger, found.id)


def test_what_it_published_and_whom_it_relays(tmp_path: Path) -> None:
    with told(tmp_path / "l.db") as ledger:
        echo, resk = of(ledger, "tarrow echo"), of(ledger, "ana resk")
    assert echo
    assert resk is None
    assert (echo.published, echo.first_day, echo.last_day) == (4, "2025-07-02", "2025-08-04")
    assert [k.given for k in echo.newest] == ["ferry-4", "ferry-3", "ferry-2", "market-2"]
    assert [(t.name, t.statements) for t in echo.relays] == [
        ("Ana Resk", 4), ("Sky Tirana", 1), ("port authority official", 1),
    ]  # fmt: skip
    assert not echo.relayed_by


def test_who_relays_it_as_a_source_or_in_between(tmp_path: Path) -> None:
    with told(tmp_path / "l.db") as ledger:
        sky = of(ledger, "sky tirana")
    assert sky
    assert sky.published == 0
    assert [(t.name, t.statements) for t in sky.relayed_by] == [("Tarrow Echo", 3), ("The Harbor Post", 3)]


def test_private_people_are_not_named(tmp_path: Path) -> None:
    with opened(tmp_path / "l.db", mayor(1, "Tarrow Echo", role=None)) as ledger:
        echo = of(ledger, "tarrow echo")
    assert echo
    assert not echo.relays


def test_copies(tmp_path: Path) -> None:
    first = telling(RAID)
    copy = telling(RAID)
    copy.article = copy.article.model_copy(
        update={"outlet": "Tarrow Echo", "url": "https://tarrowecho.example/1", "id": "copy", "published": "2025-03-11"}
    )
    with opened(tmp_path / "l.db", first, copy) as ledger:
        link_new(ledger)
        post, echo = of(ledger, "harbor post"), of(ledger, "tarrow echo")
    assert post and echo
    assert (post.copies, post.copied, [t.name for t in post.copied_by]) == (0, 1, ["Tarrow Echo"])
    assert (echo.copies, echo.copied, [t.name for t in echo.copied_from]) == (1, 0, ["The Harbor Post"])
    assert (post.looked_at, echo.looked_at) == (1, 1)
