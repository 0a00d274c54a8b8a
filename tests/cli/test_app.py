"""The command itself: help, version, start-up, reference page."""

from __future__ import annotations

import subprocess
import sys
from pathlib import Path

import pytest

from reportedly.cli import main
from reportedly.cli.app import app
from reportedly.cli.reference import reference
from reportedly.version import VERSION

HEAVY = ("rich", "pydantic", "jinja2", "trafilatura", "onnxruntime", "numpy", "spacy")


def test_version(capsys: pytest.CaptureFixture[str]) -> None:
    assert main(["--version"]) == 0
    assert capsys.readouterr().out == f"reportedly {VERSION}\n"


@pytest.mark.parametrize(
    "command",
    [[], *([c.name or ""] for c in app.registered_commands)],
    ids=lambda words: " ".join(words) or "reportedly",
)
def test_every_help_has_examples(command: list[str], capsys: pytest.CaptureFixture[str]) -> None:
    assert main([*command, "--help"]) == 0
    assert "Examples:\n    reportedly " in capsys.readouterr().out


def test_help_imports_nothing_heavy() -> None:
    code = (
        "import sys; from reportedly.cli import main; main(['--help']);"
        f"print([m for m in {HEAVY!r} if m in sys.modules])"
    )
    done = subprocess.run([sys.executable, "-c", code], capture_output=True, text=True, check=True)
    assert done.stdout.endswith("[]\n")


def test_the_reference_page_is_up_to_date() -> None:
    page = Path(__file__).parents[2] / "docs" / "cli.md"
    assert page.read_text(encoding="utf-8") == reference(), "run: python -m reportedly.cli.reference > docs/cli.md"
