"""Errors, in one place. `ReportedlyError` is the base.

ReportedlyError
├── ArticleError   this article cannot be read; the run goes on with the others
│   └── ArticleTooLong
└── RunError       the run cannot go on: a wrong path, a broken installation, a file that is no record
    └── LedgerError    a ledger that cannot be opened, read or written
        └── NotInLedger    it does not hold what was asked for, or several things of that name
"""

from __future__ import annotations


class ReportedlyError(Exception):
    """Base class. The message names the file or article and says what to do about it."""


class ArticleError(ReportedlyError):
    """One article cannot be read; every other one still can."""


class ArticleTooLong(ArticleError):
    """The text is longer than the documented limit."""


class RunError(ReportedlyError):
    """The whole run stops."""


class LedgerError(RunError):
    """The ledger cannot be opened, read or written."""


class NotInLedger(LedgerError):
    """The ledger does not hold what was asked for, or several things are called so."""
