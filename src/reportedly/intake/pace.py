"""How often one host is asked."""

from __future__ import annotations

from reportedly.intake.fetch_options import FetchOptions


class Pace:
    """Waits between requests to one host. Time is that of a clock that never goes back."""

    def __init__(self, options: FetchOptions) -> None:
        self._options = options
        self._last: dict[str, float] = {}

    def wait(self, host: str, delay: float | None = None) -> None:
        """Sleep until the host may be asked again: `delay` seconds, at least the usual ones, after the last time."""
        now = self._options.clock()
        pause = max(self._options.host_delay, delay or 0.0)
        left = self._last.get(host, now - pause) + pause - now
        if left > 0:
            self._options.sleep(left)
        self._last[host] = self._options.clock()
