"""Linking that is killed, runs twice at once, or meets a full disk."""

from __future__ import annotations

import random
import time
from itertools import islice
from multiprocessing import get_context
from pathlib import Path

import pytest

from reportedly import linking
from reportedly.errors import LedgerError
from reportedly.ledger.connect import open_ledger, read_ledger
from reportedly.ledger.linked.nouns import LinkedBatch, Sought
from reportedly.ledger.linked.queries import stories
from reportedly.linking import link_new, waits
from tests.ledger.linked.matters import Matter, telling
from tests.taking import assert_sound

MATTERS, OUTLETS, KILLS = 8, 4, 25
ARTICLES = MATTERS * OUTLETS


def matter(n: int) -> Matter:
    """A matter with words of its own."""
    words = random.Random(n)
    own = ["".join(words.choices("bcdfglmnprstv", k=7)) for _ in range(94)]
    rest = tuple(f"{' '.join(own[k : k + 28]).capitalize()}." for k in (4, 34, 60))
    town, mayor = own[0].capitalize(), f"{own[1].capitalize()} {own[2].capitalize()}"
    said = (own[90], f"{own[91]} {own[92]}", own[92])
    return Matter(town, mayor, own[93], "ASSAULT", own[3].capitalize(), own[89], f"2025-03-{1 + n:02}", rest, said)


def filled(path: Path) -> Path:
    with open_ledger(path) as ledger:
        for outlet in range(OUTLETS):
            for n in range(MATTERS):
                telling(matter(n), outlet).keep(ledger)
    return path


def link_slowly(path: Path) -> None:
    """What is killed: small batches, so that kills fall between them and inside."""
    with pytest.MonkeyPatch.context() as patched, open_ledger(path) as ledger:
        patched.setattr(linking, "BATCH", 3)
        link_new(ledger, lambda _: time.sleep(0.02))


def groups(path: Path) -> list[list[str]]:
    with read_ledger(path) as ledger:
        return sorted(sorted(f.story.articles) for f in stories(ledger, Sought()))


def test_killed_and_run_again(tmp_path: Path) -> None:
    filled(tmp_path / "whole.db")
    link_slowly(tmp_path / "whole.db")
    wanted = groups(tmp_path / "whole.db")
    assert [len(g) for g in wanted] == [OUTLETS] * MATTERS
    context = get_context("forkserver")
    context.set_forkserver_preload(["tests.faults.test_linking"])
    moment, cut, path = random.Random(3), 0, filled(tmp_path / "l.db")
    for _ in range(KILLS):
        process = context.Process(target=link_slowly, args=(path,))
        process.start()
        time.sleep(0.05 + moment.random() * 0.25)
        process.kill()
        process.join()
        cut += process.exitcode == -9
        assert_sound(path)
        with open_ledger(path) as ledger:
            if not waits(ledger):
                ledger.db.execute("UPDATE briefs SET maker = ''")
    assert cut >= KILLS // 2, "too few were killed at work"
    link_slowly(path)
    assert_sound(path)
    assert groups(path) == wanted


def test_two_at_once(tmp_path: Path) -> None:
    path = filled(tmp_path / "l.db")
    context = get_context("forkserver")
    both = [context.Process(target=link_slowly, args=(path,)) for _ in range(2)]
    for process in both:
        process.start()
    for process in both:
        process.join(60)
        assert process.exitcode == 0
    assert_sound(path)
    assert [len(g) for g in groups(path)] == [OUTLETS] * MATTERS


def test_a_full_disk(tmp_path: Path, monkeypatch: pytest.MonkeyPatch) -> None:
    """SQLite's own limit on pages, which it reports as it does a full disk."""
    monkeypatch.setattr(linking, "BATCH", 3)
    monkeypatch.setattr(linking, "AHEAD", 3)
    path = filled(tmp_path / "l.db")
    with open_ledger(path) as ledger:
        ledger.db.pragma("max_page_count", ledger.db.pragma("page_count") + 40)
        with pytest.raises(LedgerError, match="disk is full; make room and run the same again"):
            link_new(ledger)
        assert 0 < waits(ledger) < ARTICLES
        ledger.db.pragma("max_page_count", 1 << 30)
        link_new(ledger)
        assert not waits(ledger)
    assert_sound(path)
    assert [len(g) for g in groups(path)] == [OUTLETS] * MATTERS


def test_nothing_is_lost_when_an_intake_writes_meanwhile(tmp_path: Path, monkeypatch: pytest.MonkeyPatch) -> None:
    monkeypatch.setattr(linking, "BATCH", 5)
    path = filled(tmp_path / "l.db")
    more = iter([telling(matter(n), 4) for n in range(MATTERS)])
    with open_ledger(path) as ledger, open_ledger(path) as other:

        def tell(_: LinkedBatch) -> None:
            for s in islice(more, 1):
                s.keep(other)

        link_new(ledger, tell)
        for s in more:
            s.keep(other)
        link_new(ledger)
    assert_sound(path)
    assert [len(g) for g in groups(path)] == [OUTLETS + 1] * MATTERS
