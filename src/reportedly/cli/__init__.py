"""The command `reportedly`: one file per command, and no logic that the library lacks.

Kept empty of imports: the command answers `--help` at once, and `web` uses nothing from here.
"""

from __future__ import annotations

from collections.abc import Sequence


def main(arguments: Sequence[str] | None = None) -> int:
    """Run the command with these arguments, by default the process's own; returns the exit status."""
    from reportedly.cli.app import run

    return run(arguments)
