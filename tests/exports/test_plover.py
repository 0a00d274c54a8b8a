"""PLOVER's JSON Lines: the manual's names, and nothing that has not happened unless it was asked for."""

from __future__ import annotations

import json
from pathlib import Path
from typing import Any

from reportedly.exports.job import REPEATED, UNREALISED, UNTYPED
from reportedly.exports.plover import plover_sector
from tests.exports.invented import chosen, exported, strike_record
from tests.web.invented_events import raid

FIELDS = {
    "id", "has_event", "date", "time", "enddate", "endtime", "actor", "recipient", "event", "event_loc", "event_text",
    "quad_code", "event_scale", "mode", "context", "link", "text", "text_info", "cite_info", "coder", "coded_date",
    "coded_time", "comment", "size",
}  # fmt: skip
"""The manual's table, and its object for sizes."""


def events(path: Path) -> list[dict[str, Any]]:
    return [json.loads(line) for line in path.read_text(encoding="utf-8").splitlines()]


def test_what_has_happened(tmp_path: Path) -> None:
    manifest = exported("plover", tmp_path / "out.jsonl", [chosen(strike_record())])
    shelled, union = events(tmp_path / "out.jsonl")
    assert shelled["actor"] == [
        {"code": "FRA", "sector": "REB", "actor_text": "Rebels", "identifier_text": "Northern Rebels"}
    ]
    assert shelled["event_loc"] == {
        "geonameid": 7,
        "name": "Tarrow",
        "latitude": -4.5,
        "longitude": -33.25,
        "cc3": "FRA",
    }
    assert (shelled["id"], shelled["date"], shelled["event"], shelled["mode"]) == (
        "a1/e2",
        "2025-03-13",
        ["ASSAULT"],
        ["heavy-weapons"],
    )
    assert (shelled["quad_code"], shelled["size"], shelled["context"]) == (4, {"dead": 11.0}, ["military", "crime"])
    assert (shelled["reportedly_status"], shelled["reportedly_date_from"]) == ("occurred", "event")
    assert (union["date"], union["reportedly_date_from"]) == ("2025-03-15", "publication")
    assert manifest.left_out == {UNREALISED: 2, REPEATED: 1}


def test_every_field_is_the_manuals_or_says_that_it_is_ours(tmp_path: Path) -> None:
    exported("plover", tmp_path / "out", [chosen(raid())], include_unrealised=True)
    names = {name for event in events(tmp_path / "out") for name in event}
    assert {name for name in names if not name.startswith("reportedly_")} <= FIELDS
    assert {"id", "date", "actor", "event"} <= names


def test_the_rest_only_when_asked_for_and_with_its_status(tmp_path: Path) -> None:
    exported("plover", tmp_path / "out", [chosen(strike_record())], include_unrealised=True)
    strike = events(tmp_path / "out")[0]
    assert (strike["reportedly_status"], strike["reportedly_claimant"]) == ("considered", "Two officials")
    assert strike["reportedly_chain"] == ["Two officials", "Sky Tirana", "The Harbor Post"]


def test_planned_cooperation_as_agree(tmp_path: Path) -> None:
    wishes = {"include_unrealised": True, "future_as_agree": True}
    exported("plover", tmp_path / "out", [chosen(strike_record())], **wishes)
    (share,) = [e for e in events(tmp_path / "out") if e["id"] == "a1/e4"]
    assert (share["event"], share["quad_code"]) == (["AGREE"], 1)


def test_a_later_mention_stands_in_for_a_first_one_that_is_left_out(tmp_path: Path) -> None:
    record = strike_record()
    first, *rest = record.events[1:]
    denied = record.model_copy(update={"events": (first.model_copy(update={"status": "denied"}), *rest)})
    exported("plover", tmp_path / "out", [chosen(denied)])
    assert [e["id"] for e in events(tmp_path / "out")] == ["a1/e3", "a1/e6"]


def test_events_without_a_type(tmp_path: Path) -> None:
    manifest = exported("plover", tmp_path / "out", [chosen(strike_record(), events=frozenset({"e5"}))])
    assert (manifest.events, manifest.left_out) == (0, {UNTYPED: 1})


def test_sectors_as_the_manual_spells_them() -> None:
    assert [plover_sector(s) for s in ("MED", "HLH", "GOV", None)] == ["JRN", "MED", "GOV", None]
