"""Exports as they are streamed."""

from __future__ import annotations

import csv
import io
import json
import threading
import time
from collections.abc import Iterator
from pathlib import Path
from typing import Any

import pyarrow.parquet as pq
import pytest
from starlette.testclient import TestClient

from reportedly.errors import LedgerError
from reportedly.exports import FORMS, Form
from reportedly.ledger.articles import chosen
from reportedly.web.api import exports as endpoint
from tests.web.desks import desk

EXPORTS = "/api/v1/exports"


@pytest.mark.parametrize("form", FORMS)
def test_every_form_is_sent(client: TestClient, form: Form) -> None:
    answer = client.get(f"{EXPORTS}/{form}")
    assert answer.status_code == 200
    assert len(answer.content) > 100
    assert "attachment" in answer.headers["content-disposition"]


def test_records_are_whole(client: TestClient) -> None:
    lines = client.get(f"{EXPORTS}/jsonl").text.splitlines()
    assert len(lines) == 12
    assert {json.loads(line)["kept"]["given"] for line in lines} >= {"strike", "talks", "weather"}


def test_what_is_asked_for_is_sent(client: TestClient) -> None:
    answer = client.get(f"{EXPORTS}/csv?status=considered")
    rows = list(csv.DictReader(io.StringIO(answer.text, newline="")))
    assert [row["trigger"] for row in rows] == ["strike"]
    answer = client.get(f"{EXPORTS}/parquet?kind=anonymous&table=statements")
    assert pq.read_table(io.BytesIO(answer.content)).column("source").to_pylist() == ["Two officials"]


def test_an_export_that_breaks_off_is_seen_to(client: TestClient, monkeypatch: pytest.MonkeyPatch) -> None:
    real = chosen

    def broken(*asked: Any) -> Iterator[Any]:
        yield from real(*asked)
        raise LedgerError("the ledger is damaged")

    monkeypatch.setattr(endpoint, "chosen", broken)
    strict = TestClient(client.app, "http://127.0.0.1:8700")  # is told what a socket would show by closing
    with pytest.raises(endpoint.BrokenOff, match="is damaged"):
        strict.get(f"{EXPORTS}/jsonl")


def test_few_exports_at_once(client: TestClient) -> None:
    client.app.state.exports.count = endpoint.AT_ONCE  # type: ignore[attr-defined]
    try:
        answer = client.get(f"{EXPORTS}/csv")
    finally:
        client.app.state.exports.count = 0  # type: ignore[attr-defined]
    assert (answer.status_code, answer.headers["retry-after"]) == (503, "10")
    assert client.get(f"{EXPORTS}/csv").status_code == 200
    assert client.app.state.exports.count == 0  # type: ignore[attr-defined]


def test_no_thread_is_left_behind(desk_db: Path) -> None:
    with desk(desk_db) as client:
        client.get(f"{EXPORTS}/jsonl")
        before = threading.active_count()
        for _ in range(5):
            client.get(f"{EXPORTS}/jsonl")
        for _ in range(50):
            if threading.active_count() <= before:
                break
            time.sleep(0.02)
        assert threading.active_count() <= before
