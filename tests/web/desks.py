"""A small linked ledger, and the desk over it, for the tests of pages and endpoints."""

from __future__ import annotations

from collections.abc import Iterator
from contextlib import contextmanager
from pathlib import Path
from typing import Any

from starlette.testclient import TestClient

from reportedly.ledger.connect import open_ledger
from reportedly.linking import link_new
from reportedly.web.app import desk_app
from reportedly.web.options import ServeOptions
from tests.ledger.linked.matters import MATTERS, telling
from tests.ledger.shelf import empty, strike, talks

SITE = "http://127.0.0.1:8700"
TOKEN = "a token that nobody guesses"


def fill(path: Path) -> Path:
    """A linked ledger: three matters told by three outlets each, and three articles of their own."""
    with open_ledger(path) as ledger:
        for matter in MATTERS:
            for outlet in range(3):
                telling(matter, outlet).keep(ledger)
        for story in (strike(), talks(), empty()):
            story.keep(ledger)
        link_new(ledger)
    return path


@contextmanager
def desk(path: Path, **more: Any) -> Iterator[TestClient]:
    """A client of the desk over a ledger; `more` are its options. Errors of the desk are answers, as for any client."""
    with TestClient(
        desk_app(ServeOptions(path, **more)), SITE, raise_server_exceptions=False, follow_redirects=False
    ) as client:
        yield client
