"""The stories in samples/ link as they should, but for what is known to differ."""

from __future__ import annotations

import pytest

import reportedly
from tests.connect.sample_stories import COMMAND, KNOWN, Found, cases, found, linked, wanted
from tests.known import read_known

KNOWN_DIFFERENCES = read_known(KNOWN)


@pytest.fixture(scope="module")
def all_found(reader: reportedly.Reader) -> Found:
    return linked(reader)


def marked(case: str) -> object:
    known = KNOWN_DIFFERENCES.get(case)
    return pytest.param(case, marks=pytest.mark.xfail(strict=True, reason=known)) if known else case


@pytest.mark.parametrize("case", [marked(case) for case in cases()])
def test_what_is_found_is_as_expected(case: str, all_found: Found) -> None:
    assert found(case, all_found) == wanted(case)


def test_every_known_difference_is_a_case() -> None:
    assert set(KNOWN_DIFFERENCES) <= set(cases()), f"run: {COMMAND}"
