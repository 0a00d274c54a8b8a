"""The benchmark of the desk, on a few invented articles."""

from __future__ import annotations

from pathlib import Path

import pytest

from evals import bench_desk
from evals.bench_desk import RATE, SECONDS, Desk
from evals.desk_rows import fill
from evals.results import NotMeasured
from reportedly.ledger.connect import open_ledger
from reportedly.ledger.linked.nouns import Sought
from reportedly.ledger.linked.queries import happenings
from reportedly.ledger.nouns import Filter
from reportedly.ledger.paging import Part
from reportedly.ledger.said import said


class Site(Desk):
    """Files at addresses."""

    def __init__(self, **files: str) -> None:
        self.files = {f"/{name.replace('_', '.')}": body.encode() for name, body in files.items()}

    def get(self, path: str) -> tuple[int, bytes]:
        return (200, self.files[path]) if path in self.files else (404, b"")


def test_the_ledger_has_as_many_statements_as_are_asked_for_and_happenings(tmp_path: Path) -> None:
    with open_ledger(tmp_path / "l.db") as ledger:
        fill(ledger, statements=40, told=20)
        assert len(said(ledger, Filter(), Part(500))) == 40 + 20 * 3
        assert len(happenings(ledger, Sought())) > 0


def test_the_words_that_are_looked_for_are_always_the_same() -> None:
    assert bench_desk._words(50) == bench_desk._words(50)
    assert len(bench_desk._words(RATE * SECONDS)) == RATE * SECONDS


def test_a_page_weighs_what_it_loads_without_the_map(monkeypatch: pytest.MonkeyPatch) -> None:
    site = Site()
    site.files = {
        "/": b'<link href="/static/a.css"><script src="/static/js/b.js"></script><script src="/static/maplibre.js">',
        "/static/a.css": b"x" * 100,
        "/static/js/b.js": b'import {x} from "./c.js";',
        "/static/js/c.js": b'import {y} from "./b.js";' + b"y" * 1000,
        "/static/maplibre.js": b"z" * 10**6,
    }
    expected = sum(len(body) for path, body in site.files.items() if "maplibre" not in path)
    assert bench_desk._weight(site, "/") == expected


def test_a_page_that_is_not_there_is_not_measured() -> None:
    with pytest.raises(NotMeasured, match="status 404"):
        list(bench_desk._pages(Site(), {"/": ["/nowhere"]}))
