"""What tests of the intake share."""

from __future__ import annotations

from collections.abc import Iterator

import pytest

from tests.intake.server import Site, serving


@pytest.fixture
def site() -> Iterator[Site]:
    """A web server on this machine, without routes."""
    with serving() as found:
        yield found
