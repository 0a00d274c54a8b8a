"""Writes docs/cli.md from the app itself: `python -m reportedly.cli.reference > docs/cli.md`."""

from __future__ import annotations

import re
import sys

from typer.testing import CliRunner

from reportedly.cli.app import app

HEAD = """# The command line

This page is generated from the program: `python -m reportedly.cli.reference > docs/cli.md`. A test keeps it up to date.
"""


def reference() -> str:
    """Each command's help, as Markdown."""
    commands = [[], *([name] for name in sorted(c.name or "" for c in app.registered_commands))]
    return HEAD + "".join(_section(words) for words in commands)


def _section(words: list[str]) -> str:
    title = " ".join(["reportedly", *words])
    result = CliRunner().invoke(
        app, [*words, "--help"], prog_name="reportedly", env={"COLUMNS": "100", "TERMINAL_WIDTH": "100"}
    )
    lines = re.sub(r"[ \t]+$", "", result.stdout, flags=re.M).strip("\n")
    return f"\n## {title}\n\n```\n{lines}\n```\n"


if __name__ == "__main__":
    sys.stdout.write(reference())
