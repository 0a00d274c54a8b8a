# ruff: noqa: E501 (tables of values)
"""Parquet and CSV read again with pyarrow, DuckDB and csv."""

from __future__ import annotations

import csv
import datetime
import tracemalloc
from pathlib import Path
from typing import Any

import duckdb
import pyarrow.parquet as pq
import pytest

from reportedly.exports import Target, export, tables
from reportedly.exports.event_columns import EVENT_COLUMNS
from reportedly.exports.statement_columns import STATEMENT_COLUMNS
from tests.exports.invented import STRIKE, chosen, exported, many, strike_record
from tests.web.invented_events import hostile_events


def parquet(path: Path, name: str) -> list[dict[str, Any]]:
    rows: list[dict[str, Any]] = pq.read_table(path / f"{name}.parquet").to_pylist()
    return rows


def read_csv(path: Path) -> list[dict[str, str]]:
    with path.open(encoding="utf-8", newline="") as file:
        return list(csv.DictReader(file))


def test_columns_and_types_of_parquet(tmp_path: Path) -> None:
    exported("parquet", tmp_path / "out")
    for name, columns in (("events", EVENT_COLUMNS), ("statements", STATEMENT_COLUMNS)):
        schema = pq.read_schema(tmp_path / "out" / f"{name}.parquet")
        assert [(f.name, f.type) for f in schema] == [(c.name, tables.ARROW[c.type]) for c in columns]
        assert schema.field("ref").metadata[b"description"].startswith(b"name of the")
        assert len({c.name for c in columns}) == len(columns)


def test_a_considered_strike_in_parquet(tmp_path: Path) -> None:
    exported("parquet", tmp_path / "out")
    event = parquet(tmp_path / "out", "events")[0]
    expected = {
        "ref": "a1/e1", "article": "a1", "run": 1, "outlet": "The Harbor Post", "day": datetime.date(2025, 3, 15),
        "trigger": "strike", "type": "ASSAULT", "mode": "aerial", "status": "considered", "factuality": -0.5,
        "told_as_happened": False, "actors": ["Veshkia"], "actor_countries": ["FRA"], "actor_sectors": ["MIL"],
        "recipients": ["the radar station of Karpal"], "recipient_countries": [""], "killed_low": None,
        "according_to": "a1/s1", "claimant": "Two officials", "claimant_kind": "anonymous", "claimant_named": False,
        "claimant_act": "say", "chain": ["Two officials", "Sky Tirana", "The Harbor Post"],
        "place": None, "lat": None, "earliest": None, "same_as": None,
    }  # fmt: skip
    assert {name: event[name] for name in expected} == expected


def test_an_event_that_has_happened_in_parquet(tmp_path: Path) -> None:
    exported("parquet", tmp_path / "out")
    event = parquet(tmp_path / "out", "events")[1]
    expected = {
        "told_as_happened": True, "actors": ["Northern Rebels"], "actor_texts": ["Rebels"], "killed_low": 11.0, "killed_high": None,
        "other_counts": ["24-99 houses"], "contexts": ["military", "crime"], "place": "Tarrow", "lat": -4.5, "lon": -33.25,
        "place_geonames_id": 7, "earliest": datetime.date(2025, 3, 13), "time_text": "Thursday", "according_to": None,
        "claimant": None, "chain": [],
    }  # fmt: skip
    assert {name: event[name] for name in expected} == expected
    assert parquet(tmp_path / "out", "events")[2]["same_as"] == "a1/e2"


def test_a_statement_in_parquet(tmp_path: Path) -> None:
    exported("parquet", tmp_path / "out")
    first, second, third, *_ = parquet(tmp_path / "out", "statements")
    expected = {
        "ref": "a1/s1", "source": "Two officials", "source_kind": "anonymous", "source_named": False, "source_name": None,
        "act": "say", "form": "indirect", "cue": "told", "addressee": "Sky Tirana", "origin": "Two officials",
        "relay_length": 3, "outlet_relays": ["Sky Tirana"], "said": "Friday", "said_latest": datetime.date(2025, 3, 14),
        "tells_of": ["a1/e1"], "parent": None,
    }  # fmt: skip
    assert {name: first[name] for name in expected} == expected
    assert STRIKE.text[first["content_start"] : first["content_end"]] == first["content"]
    assert (second["source_key"], second["source_role"], second["source_sector"]) == (
        "person:ana resk",
        "mayor of Tarrow",
        "GOV",
    )
    assert (third["content"], third["content_start"], third["relay"], third["origin"]) == (None, None, [], None)


def test_csv_says_the_same_as_parquet(tmp_path: Path) -> None:
    exported("parquet", tmp_path / "p")
    exported("csv", tmp_path / "c", raw_csv=True)
    join = {"list": "; ", "chain": " → "}
    for name, columns in (("events", EVENT_COLUMNS), ("statements", STATEMENT_COLUMNS)):
        rows = read_csv(tmp_path / "c" / f"{name}.csv")
        assert len(rows) == len(parquet(tmp_path / "p", name)) > 0
        for text, typed in zip(rows, parquet(tmp_path / "p", name), strict=True):
            for column in columns:
                value = typed[column.name]
                shown = "" if value is None else value
                shown = str(value).lower() if column.type == "boolean" and value is not None else shown
                shown = join[column.type].join(value) if column.type in join else shown
                assert text[column.name] == str(shown), column.name


def test_csv_is_read_by_duckdb(tmp_path: Path) -> None:
    exported("csv", tmp_path / "out")
    path = tmp_path / "out" / "events.csv"
    rows = (
        duckdb.connect()
        .execute(
            f"SELECT ref, killed_low, lon, told_as_happened FROM read_csv('{path}') WHERE told_as_happened ORDER BY ref"
        )
        .fetchall()
    )
    assert rows[0] == ("a1/e2", 11.0, -33.25, True)


def test_text_is_guarded_and_numbers_are_not(tmp_path: Path) -> None:
    exported("csv", tmp_path / "out")
    event = read_csv(tmp_path / "out" / "events.csv")[0]
    assert (event["title"], event["factuality"]) == ("'=Strike weighed", "-0.5")
    assert read_csv(tmp_path / "out" / "events.csv")[1]["lon"] == "-33.25"
    exported("csv", tmp_path / "raw", raw_csv=True)
    assert read_csv(tmp_path / "raw" / "events.csv")[0]["title"] == "=Strike weighed"


@pytest.mark.parametrize("form", ["csv", "parquet"])
def test_hostile_values_make_whole_tables(form: Any, tmp_path: Path) -> None:
    manifest = exported(form, tmp_path / "out", [chosen(hostile_events(), events=frozenset({"e2", "e3", "e4"}))])
    assert manifest.events == 4
    if form == "csv":
        assert len(read_csv(tmp_path / "out" / "events.csv")) == 4
    else:
        assert len(parquet(tmp_path / "out", "events")) == 4


def test_row_groups_keep_memory_level(tmp_path: Path, monkeypatch: pytest.MonkeyPatch) -> None:
    """Articles that are written take no more memory: a fifth at most of what they take all together."""

    def peak(rows: int) -> int:
        monkeypatch.setattr(tables, "ROWS", rows)
        tracemalloc.start()
        export("parquet", many(1000), Target(tmp_path / str(rows)))
        top = tracemalloc.get_traced_memory()[1]
        tracemalloc.stop()
        return top

    exported("parquet", tmp_path / "first")
    assert peak(100) < peak(100_000) / 5
    assert pq.ParquetFile(tmp_path / "100" / "events.parquet").metadata.num_row_groups == 50


def test_no_record_shares_its_cells(tmp_path: Path) -> None:
    two = [chosen(strike_record(), "a1"), chosen(strike_record(), "a2")]
    exported("parquet", tmp_path / "out", two)
    assert {r["article"] for r in parquet(tmp_path / "out", "events")} == {"a1", "a2"}
