"""Exports as streams: the same bytes as the files, as they are made."""

from __future__ import annotations

import csv
import io
import json
import os
import threading
from pathlib import Path

import pyarrow.parquet as pq
import pytest

from reportedly.exports import FORMS, Form
from reportedly.exports.output import TABLES
from reportedly.exports.stream import TABLE_NAMES, Table, Wanted, stream
from tests.exports.invented import exported, many, small


def streamed(wanted: Wanted) -> bytes:
    with io.BytesIO() as file:
        stream(wanted, small(), file)
        return file.getvalue()


@pytest.mark.parametrize("form", [f for f in FORMS if f not in TABLES and f not in ("webannotation", "prov")])
def test_a_stream_is_the_file(form: Form, tmp_path: Path) -> None:
    exported(form, tmp_path / "out")
    assert streamed(Wanted(form)) == (tmp_path / "out").read_bytes()


@pytest.mark.parametrize("form", ["webannotation", "prov"])
def test_forms_that_hold_the_time_are_whole(form: Form) -> None:
    assert json.loads(streamed(Wanted(form)))["@context"]


@pytest.mark.parametrize("table", TABLE_NAMES)
def test_a_table_is_the_file_of_it(table: Table, tmp_path: Path) -> None:
    exported("csv", tmp_path / "out")
    sent = streamed(Wanted("csv", table))
    assert sent == (tmp_path / "out" / f"{table}.csv").read_bytes()
    assert len(list(csv.reader(io.StringIO(sent.decode(), newline="")))) > 1


@pytest.mark.parametrize("table", TABLE_NAMES)
def test_parquet_can_be_read(table: Table, tmp_path: Path) -> None:
    exported("parquet", tmp_path / "out")
    sent = pq.read_table(io.BytesIO(streamed(Wanted("parquet", table))))
    assert sent.equals(pq.read_table(tmp_path / "out" / f"{table}.parquet"))


def test_what_has_not_happened_is_kept_where_it_is_asked_for() -> None:
    kept = streamed(Wanted("plover", include_unrealised=True))
    assert len(kept.splitlines()) > len(streamed(Wanted("plover")).splitlines())


@pytest.mark.parametrize("form", FORMS)
def test_every_form_goes_through_a_pipe(form: Form) -> None:
    """No form needs to go back in what it wrote."""
    reading, writing = os.pipe()
    taken: list[bytes] = []

    def take() -> None:
        with os.fdopen(reading, "rb") as source:
            taken.append(source.read())

    taker = threading.Thread(target=take)
    taker.start()
    with os.fdopen(writing, "wb") as sink:
        tally = stream(Wanted(form), many(30), sink)
    taker.join()
    assert taken[0]
    assert tally.articles == 30


def test_whoever_goes_away_stops_it() -> None:
    reading, writing = os.pipe()
    os.close(reading)
    with pytest.raises(BrokenPipeError), os.fdopen(writing, "wb", buffering=0) as sink:
        stream(Wanted("jsonl"), small(), sink)


def test_a_file_has_a_name_that_tells_what_it_is() -> None:
    assert Wanted("csv", "statements").file == "statements.csv"
    assert Wanted("prov").file == "prov.jsonld"
