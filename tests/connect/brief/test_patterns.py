"""Text from the web is hostile: patterns that run over it take time that grows with it, and no faster."""

from __future__ import annotations

import re
import time

import pytest

from reportedly.connect.brief.bodies import ROLE_OF
from reportedly.connect.brief.people import AGED, NAME
from reportedly.connect.brief.whose import CAPITALISED, CARED, OF_A_KIND, WORKS_AT
from reportedly.connect.sides import NATION

HOSTILE = ("A" * 40_000, "a-" * 20_000, "A-b" * 13_000, "a " * 20_000, "Ab " * 13_000, "A." * 20_000, "A’" * 20_000)


@pytest.mark.parametrize("pattern", [NATION, ROLE_OF, AGED, NAME, CAPITALISED, CARED, OF_A_KIND, WORKS_AT])
def test_long_repetitions_do_not_hold_a_pattern_up(pattern: re.Pattern[str]) -> None:
    began = time.process_time()
    for text in HOSTILE:
        list(pattern.finditer(text))
    assert time.process_time() - began < 3
