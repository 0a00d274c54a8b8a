"""From the paths of a command line to files."""

from __future__ import annotations

import os
from pathlib import Path

import pytest

from reportedly.intake import list_files
from reportedly.intake.files import file_error


def test_a_folder_stands_for_the_articles_below_it_sorted(tmp_path: Path) -> None:
    wanted = ["a.txt", "b/c.html", "b/d/e.JSONL", "b/f.jsonl.gz", "b/g.warc.gz", "y.txt.zst", "z.md"]
    for name in [*wanted, ".hidden.txt", ".git/x.txt", "b/image.png", "b/data.json", "feed.rss", "logs.tar.gz"]:
        path = tmp_path / name
        path.parent.mkdir(parents=True, exist_ok=True)
        path.write_text("x")
    assert [f.path for f in list_files([str(tmp_path)])] == [str(tmp_path / w) for w in wanted]


def test_paths_keep_their_order_and_are_named_as_typed(tmp_path: Path, monkeypatch: pytest.MonkeyPatch) -> None:
    for name in ("b.txt", "a.odd"):
        (tmp_path / name).write_text("x")
    monkeypatch.chdir(tmp_path)
    files = list_files(["b.txt", "-", "./a.odd", "b.txt"])
    assert [f.name for f in files] == ["b.txt", "stdin", "./a.odd", "b.txt"]
    assert [f.problem for f in files] == [None] * 4


@pytest.mark.parametrize("path", ["nowhere.txt", "", "nul\0.txt", "\ud800.txt", "x" * 5_000])
def test_a_path_that_leads_nowhere_stays_in_the_list(path: str) -> None:
    (file,) = list_files([path])
    assert file.problem
    assert "check the path" in file.problem
    assert file.name.encode("utf-8") or path == ""


def test_a_folder_without_articles(tmp_path: Path) -> None:
    (tmp_path / "image.png").write_text("x")
    (file,) = list_files([str(tmp_path)])
    assert file.problem
    assert f"{tmp_path} is a folder without articles" in file.problem
    assert ".jsonl" in file.problem


def test_links_in_a_circle(tmp_path: Path) -> None:
    (tmp_path / "a.txt").write_text("x")
    (tmp_path / "again").symlink_to(tmp_path)
    (tmp_path / "nowhere.txt").symlink_to(tmp_path / "gone")
    assert [f.path for f in list_files([str(tmp_path)])] == [str(tmp_path / "a.txt")]


def test_a_name_that_is_no_utf_8_can_be_printed(tmp_path: Path) -> None:
    path = os.fsencode(tmp_path) + b"/caf\xe9.txt"
    with open(path, "wb") as file:  # noqa: PTH123 (a name in bytes)
        file.write(b"x")
    (listed,) = list_files([str(tmp_path)])
    assert listed.name.endswith("caf\N{REPLACEMENT CHARACTER}.txt")
    assert os.fsencode(listed.path) == path


@pytest.mark.parametrize(
    ("error", "remedy"),
    [
        (FileNotFoundError(2, "No such file"), "check the path"),
        (PermissionError(13, "Permission denied"), "permissions"),
        (OSError(5, "Input/output error"), r"Input/output error"),
        (ValueError("embedded null byte"), "embedded null byte"),
    ],
)
def test_what_is_said_of_a_file_that_cannot_be_read(error: OSError | ValueError, remedy: str) -> None:
    message = file_error("a.txt", error)
    assert message.startswith("a.txt ")
    assert remedy in message


@pytest.mark.parametrize(
    ("path", "is_hinted"),
    [("www.harbor.example", True), ("harbor.example/news", True), ("harbor.example:8080/a", True), ("a/b.txt", False),
     ("report.docx", False), ("./harbor.example/news", False), ("v1.2/a.txt", False)],
)  # fmt: skip
def test_an_address_without_its_scheme(path: str, is_hinted: bool) -> None:
    (found,) = list_files([path])
    assert "does not exist (any more): check the path" in (found.problem or "")
    assert (f"https://{path}" in (found.problem or "")) is is_hinted


def test_a_folder_of_feeds(tmp_path: Path) -> None:
    (tmp_path / "mine.opml").write_text("<opml/>")
    (found,) = list_files([str(tmp_path)])
    assert "feeds (.rss .atom .xml .rdf .opml .json), are named one by one" in (found.problem or "")
