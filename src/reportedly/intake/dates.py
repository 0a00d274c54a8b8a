"""Dates of publication: ISO 8601 as given, and the other forms that have one reading only."""

from __future__ import annotations

import re
from datetime import UTC, datetime
from email.utils import parsedate_to_datetime

from reportedly.intake.item import note
from reportedly.record import Problem

_ISO = re.compile(
    r"\d{4}-\d{2}-\d{2}(?:[T ]\d{2}:\d{2}(?::\d{2}(?:[.,]\d{1,9})?)?(?: ?(?:Z|[+-]\d{2}(?::?\d{2})?))?)?", re.ASCII
)
_WRITTEN = ("%d %B %Y", "%d %b %Y", "%B %d %Y", "%b %d %Y")
_WEEKDAY = re.compile(r"^(?:mon|tues?|wed(?:nes)?|thu(?:rs)?|fri|sat(?:ur)?|sun)(?:day)?\b[.,\s]*", re.IGNORECASE)
_LONGEST = 60


def iso_date(value: str) -> str | None:
    """The date or timestamp as ISO 8601; None for what is none or could mean several days, such as 03/04/2025.

    >>> iso_date("2025-03-14T08:00:00+01:00"), iso_date("March 14, 2025"), iso_date("03/04/2025")
    ('2025-03-14T08:00:00+01:00', '2025-03-14', None)
    """
    value = value.strip()
    if len(value) > _LONGEST:
        return None
    if _ISO.fullmatch(value):
        iso = value.replace(" ", "T", 1).replace(" ", "")
        return iso if _is_real(iso) else None
    return _from_written(value) or _from_mail(value)


def utc(moment: datetime) -> str:
    """A moment as origins and the ledger spell it: UTC, to the second; without a zone it is UTC already. OverflowError:
    it lies outside the years that there are."""
    aware = moment.replace(tzinfo=UTC) if moment.tzinfo is None else moment.astimezone(UTC)
    return aware.strftime("%Y-%m-%dT%H:%M:%SZ")


def published_of(name: str, *values: str | None) -> tuple[str | None, tuple[Problem, ...]]:
    """The date of publication: the first of the values that can be read, and a note where one is given and none can."""
    told = [v.strip() for v in values if v and v.strip()]
    if found := next((iso for v in told if (iso := iso_date(v))), None):
        return found, ()
    remedy = "write it as 2025-03-14 or 2025-03-14T08:00:00Z"
    return None, tuple(
        note(f'{name}: the date of publication "{v[:_LONGEST]}" is left out: {remedy}') for v in told[:1]
    )


def _is_real(iso: str) -> bool:
    try:
        datetime.fromisoformat(iso)
    except ValueError:
        return False
    return True


def _from_written(value: str) -> str | None:
    plain = " ".join(_WEEKDAY.sub("", value).replace(",", " ").replace(".", " ").split())
    for form in _WRITTEN:
        try:
            return datetime.strptime(plain, form).date().isoformat()
        except ValueError:
            continue
    return None


def _from_mail(value: str) -> str | None:
    """RFC 5322, as feeds have it: "Fri, 14 Mar 2025 08:00:00 GMT". It must show a month by name."""
    if not re.search(r"\d{1,2} [A-Z][a-z]{2} \d{4} \d{2}:\d{2}", value):
        return None
    try:
        return parsedate_to_datetime(value).isoformat()
    except (ValueError, TypeError, IndexError, OverflowError):
        return None
