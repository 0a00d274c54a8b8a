"""The pages' links and commands lead somewhere."""

from __future__ import annotations

import re
from pathlib import Path

import pytest

ROOT = Path(__file__).parents[2]
PAGES = [ROOT / "README.md", ROOT / "CONTRIBUTING.md", *sorted((ROOT / "docs").glob("*.md"))]
TEXTS = {page.relative_to(ROOT).as_posix(): page.read_text(encoding="utf-8") for page in PAGES}


@pytest.mark.parametrize("name", TEXTS)
def test_every_link_leads_to_a_file(name: str) -> None:
    links = [x for x in re.findall(r"\]\(([^)#]+)\)", TEXTS[name]) if not x.startswith("http")]
    assert [x for x in links if not (ROOT / name).parent.joinpath(x).exists()] == []


@pytest.mark.parametrize("name", TEXTS)
def test_every_make_target_exists(name: str) -> None:
    targets = set(re.findall(r"^([a-z]+):", (ROOT / "Makefile").read_text(encoding="utf-8"), re.M))
    assert set(re.findall(r"(?:`|^)make ([a-z]+)", TEXTS[name], re.M)) <= targets


@pytest.mark.parametrize("name", TEXTS)
def test_every_option_exists(name: str) -> None:
    """Options of the command, of the gate and of pip that the pages name are spelt as they are."""
    known = TEXTS["docs/cli.md"] + "".join(p.read_text(encoding="utf-8") for p in (ROOT / "evals").glob("*.py"))
    assert [x for x in re.findall(r"(?<![\w-])--[a-z][a-z-]+", TEXTS[name]) if x not in known] == []
