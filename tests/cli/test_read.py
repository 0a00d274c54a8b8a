"""`reportedly read` with a reader that needs no models."""

from __future__ import annotations

import io
import json
import os
import stat
import subprocess
import sys
from collections.abc import Iterable, Iterator
from pathlib import Path

import pytest

from reportedly.cli import main
from reportedly.cli.progress import Bar, how_many
from reportedly.errors import RunError
from reportedly.events.ontology import Settings
from reportedly.intake import list_files
from reportedly.intake.item import Item
from reportedly.record import Record
from tests.web.invented_events import raid
from tests.web.invented_records import RUN, harbour, hostile


class FakeReader:
    """Gives every article the statements of the harbour article where the text is the same, and else none."""

    jobs: int | None = None

    def __init__(self, settings: Settings) -> None:
        """Whatever the settings are."""

    def read_many(self, items: Iterable[Item], *, jobs: int = 1) -> Iterator[Record]:
        FakeReader.jobs = jobs
        for item in items:
            if item.article.id == "stop":
                raise KeyboardInterrupt
            known = {r.article.text: r for r in (harbour(), hostile(), raid())}.get(item.article.text)
            statements, events = (known.statements, known.events) if known else ((), ())
            yield Record(article=item.article, statements=statements, events=events, problems=item.problems, run=RUN)


class Terminal(io.StringIO):
    """A stream that says that it is a terminal."""

    def isatty(self) -> bool:
        return True


@pytest.fixture(autouse=True)
def _fake_reader(monkeypatch: pytest.MonkeyPatch) -> None:
    monkeypatch.setattr(sys.modules["reportedly.cli.read"], "load_reader", FakeReader)
    monkeypatch.setenv("COLUMNS", "80")


@pytest.fixture
def articles(tmp_path: Path) -> Path:
    """Three articles in JSON Lines."""
    lines = [
        {"id": f"a{n}", "title": f"Title {n}", "text": r.article.text} for n, r in enumerate((harbour(), hostile()))
    ]
    lines.append({"id": "a2", "text": "Nothing was said."})
    path = tmp_path / "articles.jsonl"
    path.write_text("".join(json.dumps(x) + "\n" for x in lines))
    return path


def test_json_is_one_record_a_line_in_order(articles: Path, capsys: pytest.CaptureFixture[str]) -> None:
    assert main(["read", "--json", str(articles)]) == 0
    out = capsys.readouterr().out
    records = [Record.model_validate_json(line) for line in out.split("\n") if line]
    assert [r.article.id for r in records] == ["a0", "a1", "a2"]
    assert out == "".join(json.dumps(r.to_json(), ensure_ascii=False) + "\n" for r in records)


def test_people_get_a_ledger_without_colour_in_a_pipe(articles: Path, capsys: pytest.CaptureFixture[str]) -> None:
    assert main(["read", str(articles)]) == 0
    out = capsys.readouterr().out
    assert out.startswith("● named   ○ not named   ? no source given\n■ said to have occurred")
    assert "   □ not said to have happened\n\nTitle 0\n=======\n" in out
    assert "\n\nTitle 1\n=======\n" in out
    assert out.endswith("No statements were found in this article.\n\n3 articles read.\n")
    assert "\x1b" not in out


@pytest.fixture
def raided(tmp_path: Path) -> str:
    """An article with events, one of them without a type."""
    path = tmp_path / "raid.jsonl"
    path.write_text(json.dumps({"id": "raid", "text": raid().article.text}) + "\n")
    return str(path)


def test_events_without_a_type_only_where_wanted(raided: str, capsys: pytest.CaptureFixture[str]) -> None:
    for options, untyped in (([], False), (["--all-events"], True)):
        assert main(["read", *options, raided]) == 0
        assert ("□ fell  untyped  [unknown]" in capsys.readouterr().out) == untyped
        assert main(["read", "--json", *options, raided]) == 0
        found = [e["id"] for e in json.loads(capsys.readouterr().out)["events"]]
        assert ("e13" in found, "e12" in found) == (untyped, True)


def test_events_are_on_the_page(raided: str, tmp_path: Path, capsys: pytest.CaptureFixture[str]) -> None:
    assert main(["read", "--html", str(tmp_path / "page.html"), raided]) == 0
    assert "Not said to have happened" in (tmp_path / "page.html").read_text()
    assert capsys.readouterr().out == ""


def test_options_reach_intake_and_reader(tmp_path: Path, capsys: pytest.CaptureFixture[str]) -> None:
    path = tmp_path / "a.txt"
    path.write_text("It rained.")
    options = ["--outlet", "The Post", "--title", "Rain", "--published", "2025-03-14", "--url", "https://a.example/"]
    assert main(["read", "--json", "--jobs", "3", *options, str(path)]) == 0
    article = json.loads(capsys.readouterr().out)["article"]
    assert (article["outlet"], article["title"], article["published"]) == ("The Post", "Rain", "2025-03-14")
    assert article["url"] == "https://a.example/"
    assert FakeReader.jobs == 3


def test_standard_input_is_read_from_a_pipe(
    monkeypatch: pytest.MonkeyPatch, capsys: pytest.CaptureFixture[str]
) -> None:
    for arguments in (["read", "--json"], ["read", "--json", "-"]):
        monkeypatch.setattr(sys, "stdin", io.TextIOWrapper(io.BytesIO(b"It rained.")))
        assert main(arguments) == 0
        assert json.loads(capsys.readouterr().out)["article"]["text"] == "It rained."


def test_nothing_to_read_shows_the_help(monkeypatch: pytest.MonkeyPatch, capsys: pytest.CaptureFixture[str]) -> None:
    monkeypatch.setattr(sys, "stdin", Terminal())
    assert main(["read"]) == 2
    out, err = capsys.readouterr()
    assert (out, "Usage: reportedly read" in err) == ("", True)


def test_a_failed_article_is_named_the_others_are_read(articles: Path, capsys: pytest.CaptureFixture[str]) -> None:
    with articles.open("a") as file:
        file.write('{"id": "cut", "te\n')
    assert main(["read", "--json", str(articles.with_name("absent\x1b.txt")), str(articles)]) == 1
    out, err = capsys.readouterr()
    assert len(out.splitlines()) == 5
    errors = [line for line in err.splitlines() if line.startswith("error: ")]
    assert len(errors) == 2
    assert "absent␛.txt" in errors[0]
    assert "articles.jsonl:4" in errors[1]


def test_html_is_one_page_and_nothing_on_standard_output(
    articles: Path, tmp_path: Path, capsys: pytest.CaptureFixture[str]
) -> None:
    page = tmp_path / "page.html"
    page.write_text("old")
    assert main(["read", "--html", str(page), str(articles)]) == 0
    out, err = capsys.readouterr()
    assert out == ""
    assert "page.html: 3 articles" in err
    assert page.read_text().count("<article ") == 3
    mask = os.umask(0o22)
    os.umask(mask)
    assert stat.S_IMODE(page.stat().st_mode) == 0o666 & ~mask
    assert sorted(p.name for p in tmp_path.iterdir()) == ["articles.jsonl", "page.html"]


def test_html_and_json_together(articles: Path, tmp_path: Path, capsys: pytest.CaptureFixture[str]) -> None:
    assert main(["read", "--json", "--html", str(tmp_path / "page.html"), str(articles)]) == 0
    assert len(capsys.readouterr().out.splitlines()) == 3
    assert (tmp_path / "page.html").exists()


def test_a_page_that_cannot_be_written_is_refused_before_reading(
    articles: Path, tmp_path: Path, capsys: pytest.CaptureFixture[str]
) -> None:
    assert main(["read", "--json", "--html", str(tmp_path / "no" / "page.html"), str(articles)]) == 2
    assert main(["read", "--json", "--html", str(tmp_path), str(articles)]) == 2
    out, err = capsys.readouterr()
    assert out == ""
    assert err.count("error: ") == 2
    assert "folder" in err


@pytest.mark.parametrize("wrong", [["read", "--jobs", "0", "x"], ["read", "--no-such", "x"], ["red"], []])
def test_wrong_commands(wrong: list[str], capsys: pytest.CaptureFixture[str]) -> None:
    assert main(wrong) == 2
    out, err = capsys.readouterr()
    assert out == ""
    assert "Traceback" not in err
    assert "reportedly" in err


def test_a_run_error_is_one_line(monkeypatch: pytest.MonkeyPatch, capsys: pytest.CaptureFixture[str]) -> None:
    def broken(settings: Settings) -> FakeReader:
        raise RunError("the model is missing: run make setup \x1b[2J")

    monkeypatch.setattr(sys.modules["reportedly.cli.read"], "load_reader", broken)
    assert main(["read", "x.txt"]) == 2
    assert capsys.readouterr().err == "error: the model is missing: run make setup ␛[2J\n"


def test_an_interrupt_is_quiet(tmp_path: Path, capsys: pytest.CaptureFixture[str]) -> None:
    path = tmp_path / "a.jsonl"
    path.write_text('{"id": "stop", "text": "x"}\n')
    assert main(["read", "--json", str(path)]) == 130
    assert capsys.readouterr() == ("", "")


def test_a_lone_surrogate_becomes_an_escape(monkeypatch: pytest.MonkeyPatch) -> None:
    class Odd:
        def to_json(self) -> dict[str, str]:
            return {"text": "a\ud800é"}

    out = io.TextIOWrapper(io.BytesIO(), encoding="ascii")
    monkeypatch.setattr(sys, "stdout", out)
    sys.modules["reportedly.cli.read"].json_line(Odd(), 0)
    written = out.buffer.getvalue()
    assert written == '{"text": "a\\ud800é"}\n'.encode()
    assert json.loads(written) == {"text": "a\ud800é"}


SCRIPT = """
import sys
from reportedly.cli import main
from tests.cli.test_read import FakeReader
import reportedly.cli.read
sys.modules["reportedly.cli.read"].load_reader = FakeReader
sys.exit(main())
"""


def test_whoever_reads_may_stop_reading(tmp_path: Path) -> None:
    path = tmp_path / "many.jsonl"
    path.write_text('{"text": "%s"}\n' % ("It rained. " * 2000) * 200)
    command = [sys.executable, "-c", SCRIPT, "read", "--json", str(path)]
    with subprocess.Popen(command, stdout=subprocess.PIPE, stderr=subprocess.PIPE) as process:
        assert process.stdout and process.stderr
        process.stdout.readline()
        process.stdout.close()
        assert process.stderr.read() == b""
        assert process.wait(30) == 141


def test_the_bar_is_only_for_terminals_and_several_articles(
    articles: Path, tmp_path: Path, monkeypatch: pytest.MonkeyPatch
) -> None:
    single = tmp_path / "one.txt"
    single.write_text("x")
    assert how_many(list_files([str(articles), str(single)])) is None
    monkeypatch.setattr(sys, "stderr", Terminal())
    assert how_many(list_files([str(articles), str(single)])) == 4
    assert how_many(list_files([str(articles), "-"])) is None
    assert [Bar(n).wanted for n in (1, 2, None)] == [False, True, True]
    monkeypatch.setattr(sys, "stderr", io.StringIO())
    assert not Bar(2).wanted


def test_the_bar_stays_on_standard_error(
    articles: Path, monkeypatch: pytest.MonkeyPatch, capsys: pytest.CaptureFixture[str]
) -> None:
    terminal = Terminal()
    monkeypatch.setattr(sys, "stderr", terminal)
    monkeypatch.setenv("TERM", "xterm")
    assert main(["read", "--json", str(articles)]) == 0
    assert "reading" in terminal.getvalue()
    assert [json.loads(line)["article"]["id"] for line in capsys.readouterr().out.splitlines()] == ["a0", "a1", "a2"]


def test_colour_only_where_wanted(articles: Path, monkeypatch: pytest.MonkeyPatch) -> None:
    monkeypatch.setenv("TERM", "xterm-256color")
    for no_colour, coloured in (("", True), ("1", False)):
        terminal = Terminal()
        monkeypatch.setattr(sys, "stdout", terminal)
        monkeypatch.setenv("NO_COLOR", no_colour)
        assert main(["read", str(articles)]) == 0
        assert ("\x1b[1;34m" in terminal.getvalue()) == coloured


def test_settings_and_the_export_option_are_checked(articles: Path, capsys: pytest.CaptureFixture[str]) -> None:
    assert main(["read", "--setting", "sanction_quad=red", str(articles)]) == 2
    assert "known are sanction_quad=verbal_conflict or material_conflict" in capsys.readouterr().err
    assert main(["read", "--future-as-agree", str(articles)]) == 2
    assert "add --json" in capsys.readouterr().err
