"""The ledger as a request sees it, while others write."""

from __future__ import annotations

import asyncio
import threading
import time
from concurrent.futures import ThreadPoolExecutor
from pathlib import Path

import pytest
from fastapi import FastAPI
from starlette.testclient import TestClient

from reportedly.errors import LedgerError
from reportedly.ledger.connect import open_ledger, writing
from reportedly.ledger.fetch import fetch
from reportedly.web.app import desk_app
from reportedly.web.ledgers import Busy, Ledgers, Reading
from reportedly.web.options import Limits, ServeOptions
from tests.ledger.linked.matters import RAID, telling
from tests.ledger.shelf import small
from tests.web.desks import SITE, desk

COUNT = "SELECT count(*) FROM articles"
ENDLESS = "WITH RECURSIVE n(i) AS (SELECT 1 UNION ALL SELECT i + 1 FROM n) SELECT count(*) FROM n"


@pytest.fixture
def path(tmp_path: Path) -> Path:
    """A ledger of three articles."""
    small(tmp_path / "l.db").close()
    return tmp_path / "l.db"


def test_reading_beside_a_writer(path: Path) -> None:
    with desk(path) as client, open_ledger(path) as ledger:
        assert client.get("/about.json").json()["stats"]["articles"] == 3
        telling(RAID).keep(ledger)
        assert client.get("/about.json").json()["stats"]["articles"] == 4
        with writing(ledger) as db:
            db.execute("DELETE FROM to_link")
            assert client.get("/about.json").json()["waiting"] == 4  # what is being written is not there yet
        assert client.get("/about.json").json()["waiting"] == 0


def test_a_request_sees_one_moment(path: Path) -> None:
    async def asked() -> tuple[int, int, int]:
        ledgers = Ledgers(path, Limits())
        async with ledgers.one() as ledger:
            before = fetch(ledger, COUNT)[0][0]
            with open_ledger(path) as writer:
                telling(RAID).keep(writer)
            during = fetch(ledger, COUNT)[0][0]
        async with ledgers.one() as ledger:
            after = fetch(ledger, COUNT)[0][0]
        ledgers.close()
        return before, during, after

    assert asyncio.run(asked()) == (3, 3, 4)


def test_nothing_can_be_written(path: Path) -> None:
    async def try_it() -> None:
        async with Ledgers(path, Limits()).one() as ledger:
            fetch(ledger, "DELETE FROM articles")

    with pytest.raises(LedgerError, match="cannot be written"):
        asyncio.run(try_it())


def test_connections_are_used_again_but_not_on_another_file(path: Path, tmp_path: Path) -> None:
    async def asked() -> None:
        ledgers = Ledgers(path, Limits())
        async with ledgers.one() as first:
            pass
        async with ledgers.one() as second, ledgers.one() as other:
            assert second is first
            assert other is not first
        small(tmp_path / "new.db").close()
        (tmp_path / "new.db").replace(path)
        async with ledgers.one() as third:
            assert third not in (first, other)
        path.unlink()
        with pytest.raises(LedgerError, match="there is no ledger"):
            async with ledgers.one():
                pass

    asyncio.run(asked())


def test_who_waits_too_long_is_sent_away(path: Path) -> None:
    async def asked() -> None:
        ledgers = Ledgers(path, Limits(readers=1, patience=0.05))
        async with ledgers.one():
            with pytest.raises(Busy):
                async with ledgers.one():
                    pass
        async with ledgers.one():  # the place was given back
            pass
        ledgers.close()

    asyncio.run(asked())


def test_a_query_without_end_is_broken_off(path: Path) -> None:
    app: FastAPI = desk_app(ServeOptions(path, limits=Limits(query=0.2)))

    def endless(ledger: Reading) -> None:
        fetch(ledger, ENDLESS)

    app.add_api_route("/endless.json", endless)
    client = TestClient(app, SITE, raise_server_exceptions=False)
    began = time.monotonic()
    answer = client.get("/endless.json")
    assert time.monotonic() - began < 5
    assert answer.status_code == 503
    assert "takes too long" in answer.json()["error"]["message"]
    assert client.get("/health").status_code == 200


def test_many_at_once(path: Path) -> None:
    """More requests than connections and threads: all are answered, none keeps another from ending."""
    app: FastAPI = desk_app(ServeOptions(path, limits=Limits(readers=3)))
    seen, lock = set[int](), threading.Lock()

    def slow(ledger: Reading) -> int:
        with lock:
            seen.add(id(ledger))
        time.sleep(0.01)
        return int(fetch(ledger, COUNT)[0][0])

    app.add_api_route("/slow.json", slow)
    with TestClient(app, SITE) as client, ThreadPoolExecutor(60) as threads:
        answers = list(threads.map(lambda _: client.get("/slow.json").json(), range(120)))
    assert answers == [3] * 120
    assert len(seen) <= 3
