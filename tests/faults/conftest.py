"""What the fault tests share, and how often each fault happens in them.

| fault | times | where |
|---|---|---|
| `kill -9` of an intake at a random moment, reader made by hand | 60 | test_kills |
| `kill -9` of one of two intakes at work on one ledger | 1 | test_kills |
| three intakes of the same articles at once | 1 | test_kills |
| `kill -9` of `reportedly add` with its models | 3 | test_commands |
| interrupt of `reportedly add --jobs 2`, while workers start and at work | 3 | test_commands |
| two `reportedly add` at once | 1 | test_commands |
| `kill -9` of linking at a random moment | 25 | test_linking |
| linking twice at once; beside an intake; with a disk that becomes full | 3 | test_linking |
| disk full in the middle of an intake: small file system, limit on pages | 2 | test_disks |
| read-only file system, seven commands | 7 | test_disks |
| file that is no ledger, seven commands each | 2 | test_disks |
| damaged ledger (1 to 4,096 flipped bits, or its end cut off), seven commands each | 15 | test_disks |
| truncated WARC file | 4 | test_sources |
| WARC file with a flipped bit | 10 | test_sources |
| change of a feed between two requests | 4 | test_sources |
| feed whose transfer breaks off | 1 | test_sources |
| hostile sources among good ones | 6 | test_sources |

Another 40 `kill -9` at work on the ledger alone are in tests/ledger/test_faults.py.
"""

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
