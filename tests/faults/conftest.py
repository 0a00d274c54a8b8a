"""What the fault tests share."""

from __future__ import annotations

import subprocess
from collections.abc import Iterator
from pathlib import Path

import pytest

from tests.intake.server import Site, serving


@pytest.fixture
def site() -> Iterator[Site]:
    """A web server on this machine, without routes."""
    with serving() as found:
        yield found


@pytest.fixture
def small_disk(tmp_path: Path) -> Iterator[Path]:
    """A file system of two megabytes, where this user may make one."""
    disk = tmp_path / "disk"
    disk.mkdir()
    made = subprocess.run(
        ["mount", "-t", "tmpfs", "-o", "size=2m", "none", str(disk)], capture_output=True, check=False
    )
    if made.returncode:
        pytest.skip("making a small file system takes the rights of root")
    yield disk
    subprocess.run(["umount", str(disk)], check=True)
