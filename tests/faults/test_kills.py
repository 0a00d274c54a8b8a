"""Processes that are killed, interrupted, or meet while they take articles in."""

from __future__ import annotations

import json
import random
import time
from collections import Counter
from pathlib import Path
from typing import Any

from reportedly.ledger.connect import read_ledger
from reportedly.ledger.problems import problems
from tests.faults.intake import starting, take_in
from tests.taking import UNREADABLE, assert_sound, counts, lines, story, texts

ARTICLES = 300
LEDGERS, KILLS_OF_EACH = 6, 10
KEPT = ("new", "changed", "copy")


def corpus(path: Path) -> Path:
    """Articles of every sort: new, changed, copied, known, without an address, unreadable, and lines that are none."""
    rows: list[dict[str, Any] | str] = []
    for n in range(ARTICLES):
        sort: dict[int, dict[str, Any]] = {
            3: {"url": f"https://echo.example/{n}", "text": story(n - 1)["text"]},
            5: {"url": f"https://harborpost.example/{n - 3}"},
            6: {"url": None, "id": f"wire-{n}"},
            7: {"url": None},
            8: {"text": f"{UNREADABLE} {n}"},
        }
        rows.append("[]" if n % 20 == 11 else story(n - n % 20 if n % 20 == 4 else n, **sort.get(n % 20, {})))
    return lines(path, *rows)


def outcomes(told: Path) -> list[tuple[str, str]]:
    """What was told, as far as whole lines are there."""
    whole = told.read_text(encoding="utf-8").rpartition("\n")[0]
    return [(name, kind) for name, _, kind in (line.partition("\t") for line in whole.splitlines())]


def killed(db: Path, told: Path, source: Path, moment: random.Random) -> bool:
    """Start an intake and kill it after a while; was it still at work?"""
    before = told.read_bytes().count(b"\n")
    process = starting(db, told, str(source))
    aim, until = before + moment.randrange(1, ARTICLES * 2 // 3), time.monotonic() + 10
    while told.read_bytes().count(b"\n") < aim and process.is_alive() and time.monotonic() < until:
        time.sleep(0.0005)
    time.sleep(moment.random() * 0.004)
    process.kill()
    process.join()
    return process.exitcode == -9


def assert_kept(db: Path, told: Path, source: Path) -> None:
    """Whatever was told to be kept, or to have failed, is in the ledger."""
    rows = [json.loads(line) for line in source.read_text(encoding="utf-8").splitlines()]
    met = {kind: {name for name, k in outcomes(told) if k == kind} for kind in (*KEPT, "failed")}
    with read_ledger(db) as ledger:
        wanted = {rows[int(name.rpartition(":")[2]) - 1]["text"] for kind in KEPT for name in met[kind]}
        assert wanted <= texts(ledger)
        assert met["failed"] <= {p.name for p in problems(ledger)}


def test_killed_at_random_moments(tmp_path: Path) -> None:
    source, moment, cut = corpus(tmp_path / "in.jsonl"), random.Random(5), 0
    take_in(tmp_path / "whole.db", tmp_path / "whole.told", str(source))
    whole, wanted = counts(tmp_path / "whole.db"), outcomes(tmp_path / "whole.told")
    assert {kind for _, kind in wanted} == {*KEPT, "known", "failed"}
    for n in range(LEDGERS):
        db, told = tmp_path / f"{n}.db", tmp_path / f"{n}.told"
        told.touch()
        for _ in range(KILLS_OF_EACH):
            cut += killed(db, told, source, moment)
            assert_sound(db)
            assert_kept(db, told, source)
        take_in(db, told, str(source))
        assert_sound(db)
        assert counts(db) == whole
        kept = [outcome for outcome in outcomes(told) if outcome[1] in KEPT]
        assert len(kept) == len(set(kept)), "an article was told twice to be new"
        assert set(kept) <= set(wanted)
    assert cut >= 50, "too few were killed at work"


def test_several_intakes_at_once(tmp_path: Path) -> None:
    source, db = corpus(tmp_path / "in.jsonl"), tmp_path / "l.db"
    take_in(tmp_path / "whole.db", tmp_path / "whole.told", str(source))
    told = [tmp_path / f"{n}.told" for n in range(3)]
    for process in [starting(db, t, str(source)) for t in told]:
        process.join(60)
        assert process.exitcode == 0
    assert counts(db) == counts(tmp_path / "whole.db")
    assert_sound(db)
    kept = Counter(name for t in told for name, kind in outcomes(t) if kind in KEPT)
    assert kept == Counter(name for name, kind in outcomes(tmp_path / "whole.told") if kind in KEPT)


def test_one_of_two_is_killed(tmp_path: Path) -> None:
    """The other waits for nothing and misses nothing."""
    source, db, moment = corpus(tmp_path / "in.jsonl"), tmp_path / "l.db", random.Random(9)
    take_in(tmp_path / "whole.db", tmp_path / "whole.told", str(source))
    (tmp_path / "a.told").touch()
    other = starting(db, tmp_path / "b.told", str(source))
    assert killed(db, tmp_path / "a.told", source, moment)
    other.join(60)
    assert other.exitcode == 0
    assert counts(db) == counts(tmp_path / "whole.db")
    assert_sound(db)
