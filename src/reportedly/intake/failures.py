"""Why an address could not be had: for now, for good, or until its user permits it.

ArticleError
└── FetchError          also: an address that is not public, a status that says nothing of the future
    ├── PassingError    it may be had later: a busy or failing server, a connection that did not stand
    └── WithheldError   it is not to be had by a program: gone, forbidden, for subscribers
"""

from __future__ import annotations

from reportedly.errors import ArticleError


class FetchError(ArticleError):
    """An address that could not be had. `reason` goes on from the address: "is gone for good: …"."""

    def __init__(self, address: str, reason: str) -> None:
        super().__init__(f"{address} {reason}")
        self.address = address
        self.reason = reason


class PassingError(FetchError):
    """It may be had later."""


class WithheldError(FetchError):
    """It is not to be had by a program, now or later."""
