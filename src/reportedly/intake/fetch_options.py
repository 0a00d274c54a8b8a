"""How the web is asked: limits, delays, the name that is given. Frozen, with the defaults of `limits`."""

from __future__ import annotations

import time
from collections.abc import Callable
from dataclasses import dataclass

from reportedly.intake import limits
from reportedly.version import VERSION

ROBOT = "Reportedly"
"""The name by which robots.txt can address this program."""

USER_AGENT = f"{ROBOT}/{VERSION} (+news research; fetches single articles and feeds that its user names)"
"""What servers are told. It names no home page, since there is none."""


@dataclass(frozen=True)
class FetchOptions:
    """How the web is asked. Times in seconds, sizes in bytes.

    `allow_private` permits addresses that are not public (an intranet). `clock` and `sleep` are for tests.
    """

    user_agent: str = USER_AGENT
    allow_private: bool = False
    host_delay: float = limits.HOST_DELAY
    connect_timeout: float = limits.CONNECT_TIMEOUT
    read_timeout: float = limits.READ_TIMEOUT
    deadline: float = limits.DEADLINE
    max_bytes: int = limits.MAX_PAGE_BYTES
    clock: Callable[[], float] = time.monotonic
    sleep: Callable[[float], None] = time.sleep
