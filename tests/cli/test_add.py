"""`reportedly add` and `retry`, with a reader made by hand."""

from __future__ import annotations

import io
import json
import sys
from pathlib import Path
from types import SimpleNamespace

import pytest

from reportedly.cli.add import user_agent
from reportedly.cli.tally import NAME_WIDTH, Board, Tally, shortened
from reportedly.ledger.nouns import Kind, Outcome
from tests.cli.shelves import Run
from tests.taking import UNREADABLE, HandReader, contents, lines, story


@pytest.fixture(autouse=True)
def by_hand(monkeypatch: pytest.MonkeyPatch) -> None:
    monkeypatch.setattr("reportedly.cli.add.Way.reader", HandReader())


@pytest.fixture
def db(tmp_path: Path) -> Path:
    """No ledger yet."""
    return tmp_path / "l.db"


def test_the_line_at_the_end() -> None:
    tally = Tally(0)
    many: dict[Kind, int] = {"new": 371, "copy": 29, "known": 9, "failed": 3}
    for kind, count in many.items():
        for _ in range(count):
            tally.add(Outcome(kind=kind, source="s", name="n"))
    assert tally.line() == "412 read · 371 new · 29 copies · 9 already known · 3 failed"
    others = {"changed": 0, "read_again": 0, "forgotten": 0}
    assert tally.to_json() == {"read": 412, **others, **{str(kind): count for kind, count in many.items()}}


def test_counts_and_status(run: Run, tmp_path: Path) -> None:
    source = lines(tmp_path / "a.jsonl", story(1), story(1, url="https://echo.example/1"), story(1, text="Changed."))
    done = run("add", str(source))
    assert (done.status, done.out, done.err) == (
        0,
        "3 read · 1 new · 1 changed · 1 copy · 0 already known · 0 failed\n2 articles linked: 2 new happenings\n",
        "",
    )
    assert run("add", str(source)).out == "3 read · 0 new · 3 already known · 0 failed\n"


def test_what_failed_is_told_once_and_does_not_stop_the_rest(run: Run, tmp_path: Path) -> None:
    source, gone = lines(tmp_path / "a.jsonl", story(1), "{", story(2)), tmp_path / "gone.txt"
    done = run("add", str(gone), str(source))
    assert (done.status, done.out) == (
        1,
        "4 read · 2 new · 0 already known · 2 failed\n2 articles linked: 1 new happening\n",
    )
    first, second, *rows = done.err.splitlines()
    assert first == f"error: {gone} does not exist (any more): check the path"
    assert second.startswith(f"error: {source}:2 is not valid JSON")
    assert [row.partition(": ")[0] for row in rows] == ["single files", shortened(str(source))]
    assert rows[1].endswith(": 3 read · 2 new · 1 failed")
    problems = [json.loads(line)["name"] for line in run("problems", "--json").out.splitlines()]
    assert problems == [str(gone), f"{source}:2"]


def test_json(run: Run, tmp_path: Path) -> None:
    source = lines(tmp_path / "a.jsonl", story(1), "{}")
    done = run("add", "--json", str(source))
    *told, total, linked = map(json.loads, done.out.splitlines())
    assert {(t["kind"], t["source"], t["name"]) for t in told} == {
        ("new", str(source), f"{source}:1"),
        ("failed", str(source), f"{source}:2"),
    }
    assert (total["total"]["read"], total["total"]["new"], total["total"]["failed"], done.status) == (2, 1, 1, 1)
    assert (linked["linked"]["articles"], linked["linked"]["waiting"]) == (1, 0)


def test_standard_input_and_what_the_caller_knows(run: Run, db: Path, monkeypatch: pytest.MonkeyPatch) -> None:
    text = b"Ana Resk said on Friday that the port of Vell was open."
    monkeypatch.setattr(sys, "stdin", SimpleNamespace(buffer=io.BytesIO(text), isatty=lambda: False))
    options = [
        "--outlet",
        "The Gull",
        "--published",
        "2025-03-14",
        "--title",
        "Open",
        "--url",
        "https://gull.example/a",
    ]
    assert run("add", "-", "--no-link", *options).out == "1 read · 1 new · 0 already known · 0 failed\n"
    [row] = contents(db)["versions"]
    assert row[6:12] == ("Open", "The Gull", "https://gull.example/a", "2025-03-14", "2025-03-14", "-")


def test_hostile_names_do_not_reach_the_terminal(run: Run, tmp_path: Path) -> None:
    path = tmp_path / "a\x1b[31m.txt"
    path.write_bytes(b"\0" * 100)
    done = run("add", str(path), str(tmp_path / "b.txt"))
    assert done.status == 1
    assert "\x1b" not in done.err


def test_the_end_of_a_long_name_is_shown() -> None:
    assert shortened("-") == "standard input"
    assert shortened("x" * 60 + "/feed.xml").endswith("/feed.xml")
    assert len(shortened("x" * 60)) == NAME_WIDTH


def test_private_addresses_are_refused(run: Run) -> None:
    done = run("add", "http://127.0.0.1:9/a")
    assert done.status == 1
    assert "--allow-private" in done.err


def test_wrong_settings_and_places(run: Run, tmp_path: Path) -> None:
    assert run("add", "a.txt", "--jobs", "0").status == 2
    missing = tmp_path / "none" / "l.db"
    done = run("add", "a.txt", "--db", str(missing))
    assert (done.status, done.out) == (2, "")
    assert (
        done.err
        == f"error: {missing}: there is no folder {missing.parent}; make it first, or name another file with --db\n"
    )


def test_retry(run: Run, tmp_path: Path) -> None:
    source = lines(tmp_path / "a.jsonl", story(1), "{")
    run("add", str(source))
    done = run("retry")
    assert (done.status, done.out) == (1, "2 read · 0 new · 1 already known · 1 failed\n")
    lines(source, story(1), story(2))
    done = run("retry")
    assert (done.status, done.out, done.err) == (
        0,
        "2 read · 1 new · 1 already known · 0 failed\n1 article linked: 1 article joined 1 story\n",
        "",
    )
    assert run("problems").out == ""
    assert run("retry").out == "0 read · 0 new · 0 already known · 0 failed\n"


def test_retry_reads_texts_again_that_could_not_be_read(
    run: Run, tmp_path: Path, monkeypatch: pytest.MonkeyPatch
) -> None:
    run("add", str(lines(tmp_path / "a.jsonl", story(1, text=f"{UNREADABLE} text"))))
    assert run("retry").status == 1
    monkeypatch.setattr("tests.taking.UNREADABLE", "another word")
    done = run("retry")
    assert (done.status, done.out) == (
        0,
        "1 read · 0 new · 1 read again · 0 already known · 0 failed\n1 article linked: 1 new happening\n",
    )
    assert run("problems").out == ""


@pytest.mark.parametrize("command", [["retry"], ["reread"], ["verify"], ["forget", "a", "--reason", "r"],
                                     ["export", "--as", "jsonl", "-o", "x"]])  # fmt: skip
def test_without_a_ledger(command: list[str], run: Run, db: Path) -> None:
    done = run(*command)
    assert (done.status, done.out) == (2, "")
    assert done.err == f"error: there is no ledger at {db}; make one with: reportedly add SOURCE --db {db}\n"
    assert not db.exists()


def test_a_rate_is_told_where_it_says_something(monkeypatch: pytest.MonkeyPatch) -> None:
    tally = Tally(0)
    monkeypatch.setattr("reportedly.cli.tally.time.monotonic", lambda: 10.0)
    for _ in range(4):
        tally.add(Outcome(kind="new", source="a", name="a"))
    assert tally.rate == ""
    tally.add(Outcome(kind="new", source="a", name="a"))
    assert tally.rate == "0.5 a second"


def test_an_address_given_for_several_articles_is_refused_before_any_is_kept(run: Run, tmp_path: Path) -> None:
    source = lines(tmp_path / "a.jsonl", story(1), story(2))
    done = run("add", "--url", "https://harbor.example/x", str(source))
    assert (done.status, done.err.splitlines()[-1]) == (
        2,
        "error: --url and --title are about one article, and there are several: add them one by one",
    )
    assert json.loads(run("stats", "--json").out)["articles"] == 0


@pytest.mark.parametrize("contact", ["desk@harbor.example\r\nX-Evil: 1", "Büro"])
def test_a_contact_that_would_break_a_request_is_refused(run: Run, contact: str) -> None:
    done = run("add", "--contact", contact, "http://127.0.0.1:1/")
    assert (done.status, "--contact: write it in plain letters" in done.err) == (2, True)


def test_the_contact_goes_with_the_user_agent() -> None:
    assert user_agent("https://desk.example/about").endswith(" (https://desk.example/about)")


def test_whoever_interrupts_is_told_what_is_kept(capsys: pytest.CaptureFixture[str]) -> None:
    with pytest.raises(KeyboardInterrupt), Board(json=False) as board:
        board.show(Outcome(kind="new", source="a", name="a"))
        raise KeyboardInterrupt
    assert "interrupted: 1 read · 1 new" in capsys.readouterr().err


def test_retry_says_of_a_mended_file_what_was_said_of_it_at_first(run: Run, tmp_path: Path) -> None:
    file = tmp_path / "a.txt"
    file.write_bytes(b"The port will close, the union said \xff on Friday.")
    said = ("--outlet", "The Harbor Post", "--published", "2025-03-14")
    assert run("add", str(file), *said).status == 1
    file.write_text("The port will close, the union said on Friday.")
    assert run("retry").out.startswith("1 read · 1 new")
    [article] = map(json.loads, run("articles", "--json").out.splitlines())
    assert (article["outlet"], article["published"]) == ("The Harbor Post", "2025-03-14")
    assert run("add", str(file), *said).out.startswith("1 read · 0 new · 1 already known")
