"""The desk over a small ledger, made once."""

from __future__ import annotations

from collections.abc import Iterator
from pathlib import Path

import pytest
from starlette.testclient import TestClient

from reportedly.ledger.connect import Ledger, read_ledger
from tests.web.desks import desk, fill


@pytest.fixture(scope="session")
def desk_db(tmp_path_factory: pytest.TempPathFactory) -> Path:
    """A small linked ledger's file. Tests only read it; those that write make one with `fill`."""
    return fill(tmp_path_factory.mktemp("desk") / "desk.db")


@pytest.fixture
def ledger(desk_db: Path) -> Iterator[Ledger]:
    """The same, open to be read, for the tests of views."""
    with read_ledger(desk_db) as opened:
        yield opened


@pytest.fixture(scope="session")
def client(desk_db: Path) -> Iterator[TestClient]:
    """A client of the desk over it."""
    with desk(desk_db) as made:
        yield made
