"""Bad input through the command as a user runs it: a clear message, the others still read, the exit status."""

from __future__ import annotations

import json
import os
import pty
import select
import subprocess
import sys
from pathlib import Path
from typing import Any, NamedTuple

import pytest

from reportedly.reading import Reader
from reportedly.record import Record
from tests.invariants import check

GOOD = "The port of Vastra will close on Monday, the harbour master said.\n"
GERMAN = "Der Hafen wird am Montag geschlossen, sagte der Hafenmeister, weil die Kräne nicht sicher sind. "


class Done(NamedTuple):
    """What a run of the command left behind."""

    status: int
    records: list[dict[str, Any]]
    errors: list[str]


def run(*arguments: str | Path, stdin: bytes = b"", cwd: Path | None = None) -> Done:
    """`reportedly read --json …` in a process of its own."""
    command = [sys.executable, "-m", "reportedly", "read", "--json", *map(str, arguments)]
    environment = {**os.environ, "PYTHONPATH": os.pathsep.join(p for p in sys.path if p)}
    done = subprocess.run(command, input=stdin, capture_output=True, check=False, timeout=300, cwd=cwd, env=environment)
    err = done.stderr.decode("utf-8")
    assert "Traceback" not in err, err
    return Done(done.returncode, [json.loads(line) for line in done.stdout.splitlines()], err.splitlines())


@pytest.fixture(scope="module")
def everything(tmp_path_factory: pytest.TempPathFactory) -> tuple[Path, Done]:
    """One run over a folder that holds every kind of bad file between good ones."""
    folder = tmp_path_factory.mktemp("articles")
    files: dict[str, bytes] = {
        "00-good.txt": GOOD.encode(),
        "01-empty.txt": b"",
        "02-blank.txt": b" \n\t\n\xc2\xa0",
        "03-binary.txt": bytes(range(256)) * 20,
        "04-pdf.txt": b"%PDF-1.7\n%\xe2\xe3\n1 0 obj",
        "05-cp1252.txt": "“Zürich”, said Ana.".encode("cp1252"),
        "06-utf-16.txt": GOOD.encode("utf-16"),
        "07-huge.txt": b"word " * 500_000,
        "08-lines.jsonl": b"\n".join(
            [
                json.dumps({"id": "a", "text": GOOD}).encode(),
                b'{"id": "cut", "text": "The port wi',
                b'{"id": "no-text", "title": "Port"}',
                b'{"id": "null", "text": null}',
                b'{"id": "blank", "text": "  "}',
                b'{"id": "number", "text": 7}',
                b'["text"]',
                b'{"text": "\\ud800 said Ana"}',
                json.dumps({"text": GOOD}).encode(),
            ]
        ),
        "09-no-article.html": b"<html><body><script>load()</script></body></html>",
        "10-broken.html": b"<html><body><p>" + b"<div><p>" * 3000,
        "11-german.txt": (GERMAN * 8).encode(),
        "12-short-german.txt": GERMAN.encode(),
        "13-marks.txt": "“No, «said “Ana‘ ''but” \"\" „she” went on.\n\n”Yes“ said Bo.".encode(),
        "14-invisible.txt": (
            f"“N\u200bo\u200d,” s\u200baid A\u00adna.\u202e said Bo\u202c \u2067نعم\u2069.\n\n{GOOD}"
        ).encode(),
        "15-good.txt": GOOD.encode(),
    }
    for name, data in files.items():
        (folder / name).write_bytes(data)
    return folder, run(folder)


READ = (
    "00-good.txt", "06-utf-16.txt", "08-lines.jsonl:1", "08-lines.jsonl:9", "12-short-german.txt", "13-marks.txt",
    "14-invisible.txt", "15-good.txt",
)  # fmt: skip
REFUSED = {
    "01-empty.txt": "empty",
    "02-blank.txt": "empty",
    "03-binary.txt": "binary",
    "04-pdf.txt": "PDF",
    "05-cp1252.txt": "UTF-8",
    "07-huge.txt": "split",
    "08-lines.jsonl:2": "JSON",
    "08-lines.jsonl:3": "text",
    "08-lines.jsonl:4": "text",
    "08-lines.jsonl:5": "text",
    "08-lines.jsonl:6": "text",
    "08-lines.jsonl:7": "object",
    "08-lines.jsonl:8": "surrogate",
    "09-no-article.html": "text",
    "10-broken.html": "text",
    "11-german.txt": "English",
}


def test_one_record_for_each_article_in_order_and_status_1(everything: tuple[Path, Done]) -> None:
    _, done = everything
    assert done.status == 1
    assert len(done.records) == len(READ) + len(REFUSED)
    failed = [any(p["fatal"] for p in r["problems"]) for r in done.records]
    assert sum(failed) == len(REFUSED)
    assert not failed[0] and not failed[-1]
    assert done.records[0]["statements"] == done.records[-1]["statements"] != []


@pytest.mark.parametrize("name", REFUSED)
def test_what_cannot_be_read_is_named_with_its_remedy(name: str, everything: tuple[Path, Done]) -> None:
    """In `problems` and on standard error, in the same words."""
    folder, done = everything
    (line,) = [e for e in done.errors if e.startswith("error: ") and f"{folder / name}:" in f"{e}:".replace(" ", ":")]
    assert REFUSED[name] in line
    problems = [p["message"] for r in done.records for p in r["problems"] if p["fatal"]]
    assert any(line.endswith(m) for m in problems)


def test_nothing_else_is_an_error(everything: tuple[Path, Done]) -> None:
    _, done = everything
    assert len([e for e in done.errors if e.startswith("error: ")]) == len(REFUSED)
    (note,) = [e for e in done.errors if not e.startswith("error: ")]
    assert "12-short-german.txt" in note and note.startswith("warning: ")


def test_every_record_keeps_its_word(everything: tuple[Path, Done]) -> None:
    for record in everything[1].records:
        check(Record.model_validate(record))


def test_text_between_odd_characters_is_kept_as_it_is(everything: tuple[Path, Done]) -> None:
    folder, done = everything
    for name in ("13-marks.txt", "14-invisible.txt"):
        (record,) = [r for r in done.records if r["article"]["id"].endswith(name)]
        assert record["article"]["text"] == (folder / name).read_text(encoding="utf-8")
        assert record["statements"]


def test_the_records_of_bad_input_do_not_depend_on_jobs(everything: tuple[Path, Done]) -> None:
    folder, done = everything
    assert run("--jobs", "2", folder) == done


def test_a_missing_file_an_empty_folder_and_a_good_file(tmp_path: Path) -> None:
    (tmp_path / "good.txt").write_text(GOOD)
    (tmp_path / "folder").mkdir()
    (tmp_path / "folder" / "picture.png").write_bytes(b"\x89PNG")
    done = run(tmp_path / "gone.txt", tmp_path / "folder", tmp_path / "good.txt")
    assert done.status == 1
    assert [bool(r["statements"]) for r in done.records] == [False, False, True]
    assert "gone.txt does not exist" in done.errors[0] and "folder without articles" in done.errors[1]


def test_a_file_without_permission(tmp_path: Path) -> None:
    if os.geteuid() == 0:
        pytest.skip("root may read everything")
    (tmp_path / "locked.txt").write_text(GOOD)
    (tmp_path / "locked.txt").chmod(0)
    done = run(tmp_path / "locked.txt")
    assert done.status == 1 and "may not be read" in done.errors[0]


@pytest.mark.parametrize(
    ("data", "status", "message"),
    [
        (GOOD.encode(), 0, ""),
        (b"", 1, "stdin is empty"),
        (b"\x00\x01\x02", 1, "binary"),
        (b"\xff\xfe\xff", 1, "UTF-16"),
        (json.dumps({"text": GOOD}).encode(), 0, ""),
        (json.dumps({"text": GOOD}).encode()[:30], 1, "JSON"),
    ],
)
def test_standard_input(data: bytes, status: int, message: str) -> None:
    done = run("-", stdin=data)
    assert done.status == status
    assert len(done.records) == 1
    assert message in " ".join(done.errors)
    assert bool(done.errors) == bool(message)


@pytest.mark.parametrize(
    "arguments",
    [
        ["--jobs", "0", "x.txt"],
        ["--jobs", "two", "x.txt"],
        ["--jsn", "x.txt"],
        ["--html", "no/such/page.html", "x.txt"],
    ],
)
def test_a_wrong_command(arguments: list[str], tmp_path: Path) -> None:
    done = run(*arguments, cwd=tmp_path)
    assert (done.status, done.records) == (2, [])
    assert any(line.startswith("error: ") for line in done.errors)


def test_a_date_that_is_none_is_noted_and_the_article_read(tmp_path: Path) -> None:
    (tmp_path / "a.txt").write_text(GOOD)
    done = run("--published", "soon", tmp_path / "a.txt")
    assert done.status == 0
    assert done.records[0]["article"]["published"] is None and done.records[0]["statements"]
    assert "soon" in done.errors[0]


def test_a_long_article_is_read(tmp_path: Path) -> None:
    """Far longer than a window: every paragraph in it is found, with the right offsets."""
    (tmp_path / "long.txt").write_text((GOOD + "\n") * 300)
    done = run(tmp_path / "long.txt")
    (record,) = done.records
    assert (done.status, done.errors) == (0, [])
    check(Record.model_validate(record))
    assert len(record["statements"]) > 280


def on_a_terminal(*arguments: str | Path) -> str:
    """The command's output on a terminal."""
    master, slave = pty.openpty()
    environment = {
        **os.environ, "PYTHONPATH": os.pathsep.join(p for p in sys.path if p), "TERM": "xterm-256color",
        "COLUMNS": "100",
    }  # fmt: skip
    command = [sys.executable, "-m", "reportedly", "read", *map(str, arguments)]
    with subprocess.Popen(command, stdout=slave, stderr=slave, stdin=subprocess.DEVNULL, env=environment) as process:
        os.close(slave)
        out = b""
        while select.select([master], [], [], 60)[0]:
            try:
                part = os.read(master, 65536)
            except OSError:
                break
            if not part:
                break
            out += part
        process.wait(60)
    os.close(master)
    return out.decode("utf-8")


def test_on_a_terminal_control_characters_and_markup_are_shown_and_not_obeyed(tmp_path: Path) -> None:
    path = tmp_path / "a.txt"
    path.write_text("“The \x1b[2Jport\x07 [red]will[/red] close\x9b31m,” said Ana \x1b]0;title\x07Resk.\n")
    out = on_a_terminal(path)
    assert "␛[2Jport" in out and "␇" in out and "[red]will[/red]" in out
    for obeyed in ("\x1b[2J", "\x07", "\x9b", "\x1b]0"):
        assert obeyed not in out


def test_a_day_that_begins_inside_a_token(reader: Reader) -> None:
    strike = '<b id="672" author="@tarvik" datetime="2015-12-02">#NEWS of the strike</b>.'
    text = f"The strike {strike} Two days after the strike it rained."
    record = reader.read(text, published="2015-12-20")
    assert not record.problems
    assert [(t.text, t.earliest) for t in record.times] == [("2015-12-02", "2015-12-02"), ("Two days", "2015-12-04")]
