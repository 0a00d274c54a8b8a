"""Settings for all tests."""

from __future__ import annotations

import pytest
from hypothesis import settings

import reportedly

# No deadline: the first example of a property loads libraries. Derandomised: the same commit gives the same result.
settings.register_profile("reportedly", deadline=None, derandomize=True, max_examples=50)
settings.load_profile("reportedly")


@pytest.fixture(scope="session")
def reader() -> reportedly.Reader:
    """The library's reader with the weights that ship, loaded once. Tests must not change it."""
    return reportedly.load()


def pytest_collection_modifyitems(items: list[pytest.Item]) -> None:
    """Tests in a browser come last: its event loop runs in this process from then on, and no other can."""
    items.sort(key=lambda item: "browser" in item.path.parts)
