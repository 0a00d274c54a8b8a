"""Lists of known failures: small TOML files, written by a script, that make a disappeared failure fail the tests."""

from __future__ import annotations

import json
import tomllib
from collections.abc import Mapping
from pathlib import Path


def read_known(path: Path) -> dict[str, str]:
    """Case → the first thing that is wrong with it."""
    return dict(tomllib.loads(path.read_text(encoding="utf-8"))["failures"]) if path.exists() else {}


def write_known(path: Path, failures: Mapping[str, str], command: str) -> None:
    """Write the list anew, with how to make it."""
    head = f"# Written by `{command}`; do not edit. Case = the first field that is not as expected.\n\n[failures]\n"
    rows = (f"{_string(case)} = {_string(reason)}\n" for case, reason in failures.items())
    path.write_text(head + "".join(rows), encoding="utf-8")


def _string(text: str) -> str:
    """A TOML basic string: JSON's is one."""
    return json.dumps(text, ensure_ascii=False)
