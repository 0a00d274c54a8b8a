from __future__ import annotations

from collections.abc import Iterable, Iterator
from functools import partial
from io import BytesIO
from json import dumps
from pathlib import Path

import pytest

from reportedly.adding import Tell, add, retry
from reportedly.intake import Given, Options, arrivals, named_after
from reportedly.intake.item import Item, refused
from reportedly.ledger.connect import Ledger, open_ledger
from reportedly.ledger.nouns import Kind, Outcome, ProblemRow
from reportedly.ledger.problems import Heard, problems
from reportedly.ledger.write import keep
from reportedly.record import Record
from tests.ledger.articles import RUN, TEXT, URL, failed, item, record


def test_open_and_solved_problems(tmp_path: Path) -> None:
    broken, it, other = (
        refused("b.html", "b.html is no page; save it again"),
        item(),
        item("Long.", None, name="long.txt"),
    )
    with open_ledger(tmp_path / "l.db") as ledger:
        keep(ledger, broken, Record(article=broken.article, problems=broken.problems, run=RUN))
        keep(ledger, it, failed(it))
        keep(ledger, other, failed(other, "half\ud800"))
        first, second, third = problems(ledger)
        assert first == ProblemRow(
            source="b.html", name="b.html", stage="intake", message="b.html is no page; save it again", met=first.met
        )
        assert second.article == keep(ledger, it, record(it)).article
        assert third.message == r"half\ud800"
        assert [p.name for p in problems(ledger)] == ["b.html", str(Path("long.txt").absolute())]
        assert [bool(p.solved) for p in problems(ledger, "all")] == [False, True, False]
        assert {p.name for p in problems(ledger, "all")} >= {URL}


def outcome(name: str, kind: Kind = "failed") -> Outcome:
    return Outcome(kind=kind, source="/a", name=name)


@pytest.mark.parametrize(
    ("told", "passed"),
    [
        ([], True),
        ([outcome("/a:3")], False),
        ([outcome("/a:4"), outcome("/a:5", "known")], True),
        ([outcome("/a:2"), outcome("/a:5", "known")], True),
        ([outcome("/a:1", "known"), outcome("/a:2")], False),  # perhaps the archive ended there
        ([outcome("/a:1"), outcome("/a:2", "known")], True),
        ([outcome("/a")], False),
        ([outcome("/a/b")], True),
        ([outcome("/")], True),
        ([outcome("/a", "known")], False),  # it was not opened: its server says that nothing changed
    ],
)
def test_what_was_passed(told: list[Outcome], passed: bool) -> None:
    heard = Heard("/a")
    for one in told:
        heard.add(one)
    assert heard.passed("/a:3") == passed


def test_what_lies_in_a_folder_that_cannot_be_opened_was_not_passed() -> None:
    heard = Heard("/news")
    heard.add(outcome("/news/closed"))
    assert [heard.passed(n) for n in ("/news/closed/a.html", "/news/closed2.html", "/news/a.html")] == [
        False,
        True,
        True,
    ]


def take_lines(ledger: Ledger, place: str, source: str, given: Given, tell: Tell) -> None:
    """A small intake of JSON Lines."""
    add(named_after(source, arrivals([place], given, Options(BytesIO()))), ledger, read_all, tell)


def read_all(items: Iterable[Item]) -> Iterator[Record]:
    return map(record, items)


def test_retry_from_another_folder(tmp_path: Path, monkeypatch: pytest.MonkeyPatch) -> None:
    (tmp_path / "news").mkdir()
    (tmp_path / "elsewhere").mkdir()
    lines = tmp_path / "news" / "a.jsonl"
    good, bad = dumps({"text": TEXT}), "{}"
    lines.write_text(f"{good}\n{bad}\n{bad}\n{bad}\n")
    told: list[Outcome] = []
    with open_ledger(tmp_path / "l.db") as ledger:
        monkeypatch.chdir(tmp_path)
        take_lines(ledger, "news", "news", Given(), told.append)
        assert {o.source for o in told} == {"news"}
        assert [p.name for p in problems(ledger)] == [f"{lines}:{n}" for n in (2, 3, 4)]
        assert {p.source for p in problems(ledger)} == {str(tmp_path / "news")}

        def again() -> list[str]:
            retry(ledger, partial(take_lines, ledger), told.append)
            return [p.name.rpartition("/")[2] for p in problems(ledger)]

        monkeypatch.chdir(tmp_path / "elsewhere")
        assert again() == ["a.jsonl:2", "a.jsonl:3", "a.jsonl:4"]
        lines.rename(tmp_path / "b.jsonl")
        assert again() == ["a.jsonl:2", "a.jsonl:3", "a.jsonl:4", "news"]
        (tmp_path / "b.jsonl").rename(lines)
        fixed = dumps({"text": TEXT + " Fixed."})
        lines.write_text(f"{good}\n{fixed}\n{bad}\n{fixed}\n")
        assert again() == ["a.jsonl:3"]
        lines.write_text(f"{good}\n")
        assert again() == []
