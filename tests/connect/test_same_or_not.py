"""Pairs of short articles: what is one happening and what is not, read by the real reader."""

from __future__ import annotations

import pytest

import reportedly
from tests.connect.same_or_not import SameOrNot, pairs


def marked(pair: SameOrNot) -> object:
    marks = [pytest.mark.xfail(strict=True, reason=pair.fails)] if pair.fails else []
    return pytest.param(pair, id=pair.name, marks=marks)


@pytest.mark.parametrize("pair", [marked(p) for p in pairs()])
def test_pair(pair: SameOrNot, reader: reportedly.Reader) -> None:
    assert pair.holds(reader)


def test_there_are_enough_of_both() -> None:
    assert sum(not p.same for p in pairs()) >= 40
    assert sum(p.same for p in pairs()) >= 20
    assert sum(bool(p.fails) for p in pairs()) <= 3
    assert len({p.name for p in pairs()}) == len(pairs())
