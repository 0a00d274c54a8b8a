"""Times in the ledger: UTC, to the second, in one spelling, so that their order is that of their letters."""

from __future__ import annotations

from datetime import UTC, datetime

from reportedly.intake.dates import utc


def now() -> str:
    """The present moment."""
    return utc(datetime.now(UTC))


def evened(moment: str | None) -> str:
    """A moment in ISO 8601 (without a zone: UTC) as the ledger spells it; the present one where it is not readable."""
    try:
        return utc(datetime.fromisoformat(moment or ""))
    except (ValueError, OverflowError):
        return now()


def day_of(published: str | None, seen: str) -> str:
    """The day under which an article is listed: that of its publication, as its outlet's calendar has it; else the day
    on which it was seen."""
    try:
        return datetime.fromisoformat((published or "")[:10]).date().isoformat()
    except ValueError:
        return seen[:10]
