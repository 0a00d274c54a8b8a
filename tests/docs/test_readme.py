"""The README shows what the command prints, and its Python runs."""

from __future__ import annotations

import re
from pathlib import Path

import pytest

from reportedly.cli import main

ROOT = Path(__file__).parents[2]
README = (ROOT / "README.md").read_text(encoding="utf-8")


def test_the_excerpt_is_what_the_command_prints(
    monkeypatch: pytest.MonkeyPatch, capsys: pytest.CaptureFixture[str]
) -> None:
    monkeypatch.chdir(ROOT)
    monkeypatch.setenv("COLUMNS", "80")
    command = re.search(r"^\$ reportedly read (\S+) --outlet \"([^\"]+)\"$", README, re.M)
    excerpt = re.search(r"Shortened:\n\n```\n(.*?)```", README, re.S)
    assert command and excerpt
    assert main(["read", command[1], "--outlet", command[2]]) == 0
    printed = capsys.readouterr().out
    assert missing(excerpt[1], printed) == []


def missing(excerpt: str, printed: str) -> list[str]:
    """The blocks of an excerpt that are not what was printed."""
    blocks = (block.strip("\n") for block in re.split(r"\n…\n|\n\n", excerpt))
    return [block for block in blocks if block not in printed]


def test_the_happening_is_what_the_commands_print(
    tmp_path: Path, monkeypatch: pytest.MonkeyPatch, capsys: pytest.CaptureFixture[str]
) -> None:
    monkeypatch.setenv("COLUMNS", "80")
    monkeypatch.setenv("REPORTEDLY_DB", str(tmp_path / "l.db"))
    command = re.search(r"^\$ reportedly happening (\S+)$", README, re.M)
    excerpt = re.search(r"shortened again:\n\n```\n(.*?)```", README, re.S)
    added = re.search(r"^\$ reportedly add samples\n(.*?)^\$", README, re.M | re.S)
    assert command and excerpt and added
    assert main(["add", str(ROOT / "samples")]) == 0
    assert capsys.readouterr().out == added[1]
    assert main(["happening", command[1]]) == 0
    assert missing(excerpt[1], capsys.readouterr().out) == []


def test_the_python_runs(capsys: pytest.CaptureFixture[str]) -> None:
    code = re.search(r"```python\n(.*?)```", README, re.S)
    assert code
    exec(code[1], {})
    assert capsys.readouterr().out == 'the union say "Troops shelled the port,"\nASSAULT occurred s1 shelled\n'
