"""docs/linking.md names the functions that linking calls, in its order, and every kind of what it finds."""

from __future__ import annotations

import re
from typing import get_args

import pytest

from reportedly.connect.nouns import DisputeKind, LinkKind, Standing
from reportedly.record.event import Status
from tests.docs.steps import ROOT, defined, named, numbered, stages

PAGE = (ROOT / "docs" / "linking.md").read_text(encoding="utf-8")
SECTIONS = PAGE.split("\n## ")
FLOWS = {
    "One article": ("connect/brief/make.py", "brief_of"),
    "All articles": ("connect/link.py", "link"),
    "In a ledger": ("linking.py", "link_new"),
}
"""The sections that tell of a function step by step: its module, its name."""


@pytest.mark.parametrize("title", FLOWS)
def test_the_steps_are_those_of_the_code_in_its_order(title: str) -> None:
    module, start = FLOWS[title]
    (section,) = (s for s in SECTIONS if s.startswith(title))
    assert numbered(section) == stages(module, start, within="reportedly.connect")


@pytest.mark.parametrize("name", ["linking.md", "stories.md", "happenings.md", "origins.md"])
def test_every_function_that_a_page_names_exists(name: str) -> None:
    text = (ROOT / "docs" / name).read_text(encoding="utf-8")
    found = named(text) | set(re.findall(r"`(?:\w+\.)*(\w+_of)\b", text)) - set(get_args(LinkKind))
    assert found and found <= defined()


@pytest.mark.parametrize("kind", [*get_args(LinkKind), *get_args(DisputeKind)])
def test_every_kind_has_a_row(kind: str) -> None:
    assert f"\n| `{kind}` |" in PAGE


def test_the_statuses_that_only_several_articles_show_have_a_row() -> None:
    shared = set(get_args(get_args(Standing)[1])) - set(get_args(Status))
    assert shared and [s for s in shared if f"\n| `{s}` |" not in PAGE] == []
