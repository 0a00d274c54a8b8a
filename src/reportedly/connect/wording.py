"""What linking finds, in plain words: days, figures, ranges of origins, statuses, kinds of dispute.

Nothing here says that anything is true: a status is what is said, a figure is what somebody gives.
"""

from __future__ import annotations

from calendar import monthrange
from collections.abc import Iterable, Sequence
from datetime import date

from reportedly.connect.clippings import Clipping
from reportedly.connect.nouns import HAPPENED, Dispute, DisputeKind, Figure, Happening, Origins, Standing

MONTHS = (
    "January", "February", "March", "April", "May", "June", "July", "August", "September", "October", "November",
    "December",
)  # fmt: skip

STANDINGS: dict[Standing, str] = {
    "disputed": "one side says that it happened, another denies it; unsettled",
    "unconfirmed": "a rumour that nobody who could know has borne out",
    "retracted": "whoever said it took it back",
    "called_off": "was planned, then dropped",
    "denied": "nobody says that it happened; it is denied",
    "unknown": "nobody says whether it happened",
}
"""What the statuses mean that do not speak for themselves."""

DISPUTES: dict[DisputeKind, str] = {
    "superseded": "a later report took the place of an earlier one",
    "different_scope": "the two count different things; both can be right",
    "different_attribution": "each gives what it knows; both can be right",
    "conflict": "both are stood by; they cannot both be right",
    "denial": "one side says that it happened, another that it did not",
}

WITHDRAWN = "a report was withdrawn by an outlet that had carried it"

SHARP: frozenset[DisputeKind] = frozenset({"denial", "conflict"})
"""Kinds of dispute that a line about a happening names: those in which both cannot be right."""

FINE = 1e15
"""From here on a number is shown in powers of ten: nobody reads its digits, and a float no longer holds them."""


def has_happened(status: Standing) -> bool:
    """Is it said to have happened, and by nobody denied?"""
    return status in HAPPENED


def status_words(status: Standing) -> str:
    """A status as people write it: "called off"."""
    return status.replace("_", " ")


def title_of(h: Happening) -> str:
    """What a happening is called: a word for it and where it was, "bombing, Deshgar"."""
    name = h.name or (h.type or "something").lower()
    place = h.place.name if h.place else None
    return f"{name}, {place}" if place and place.casefold() not in name.casefold() else name


def kind_of(h: Happening) -> str:
    """PLOVER type and mode: "ASSAULT.aerial"; "untyped" where it has no type."""
    return ".".join(filter(None, (h.type, h.mode))) if h.type else "untyped"


def days_words(days: tuple[str, str] | None, unknown: str = "date not known") -> str:
    """First and last day in words: "4 March 2025", "4–6 March 2025", "March 2025", "2025"."""
    if days is None:
        return unknown
    first, last = _day(days[0]), _day(days[1])
    if first is None or last is None:
        return days[0] if days[0] == days[1] else f"{days[0]} – {days[1]}"
    if first == last:
        return _written(first)
    whole_months = first.day == 1 and last.day == monthrange(last.year, last.month)[1]
    if whole_months and (first.month, last.month) == (1, 12):
        return str(first.year) if first.year == last.year else f"{first.year}–{last.year}"
    if whole_months and (first.year, first.month) == (last.year, last.month):
        return f"{MONTHS[first.month - 1]} {first.year}"
    if (first.year, first.month) == (last.year, last.month):
        return f"{first.day}–{_written(last)}"
    start = _written(first) if first.year != last.year else f"{first.day} {MONTHS[first.month - 1]}"
    return f"{start} – {_written(last)}"


def _day(words: str) -> date | None:
    try:
        return date.fromisoformat(words[:10])
    except ValueError:
        return None


def _written(day: date) -> str:
    return f"{day.day} {MONTHS[day.month - 1]} {day.year}"


def number_words(x: float) -> str:
    """A number with its thousands set off."""
    if not abs(x) < FINE:
        return f"{x:.3g}"
    return f"{int(x):,}" if float(x).is_integer() else f"{x:,.10g}"


def range_words(low: float | None, high: float | None) -> str:
    """A range of numbers: "9", "at least 9", "at most 11", "9–11"."""
    if low is None:
        return "number not clear" if high is None else f"at most {number_words(high)}"
    if high is None:
        return f"at least {number_words(low)}"
    return number_words(low) if low == high else f"{number_words(low)}–{number_words(high)}"


def figure_words(f: Figure) -> str:
    """A figure with what it counts: "at least 9 killed (with attacker)", "USD 3,000,000", "2,600 members"."""
    number = range_words(f.low, f.high)
    if f.what == "money":
        words = f"{f.unit or 'money'} {number}"
    elif f.what == "other":
        words = f"{number} {f.of}" if f.of else number
    else:
        words = f"{number} {f.what}"
    notes = [n for n in (f.scope, "of a part of it" if f.of_part else None) if n]
    return f"{words} ({', '.join(notes)})" if notes else words


def counted(f: Figure) -> str:
    """What a figure counts, so that only figures of one thing are compared: "killed", "members"."""
    return f.of or "number" if f.what == "other" else f.what


def spread_words(origins: Origins) -> str:
    """How many independent origins, as a range: "2–4", "1"."""
    low, high = origins.at_least, origins.at_most
    return f"{low}" if low == high else f"{low}–{high}"


def origins_words(origins: Origins) -> str:
    """The same as words of a sentence: "independent origins: at least 2, at most 4"."""
    low, high = origins.at_least, origins.at_most
    return f"independent origins: {low}" if low == high else f"independent origins: at least {low}, at most {high}"


def subject_words(what: str) -> str:
    """What a dispute is about: "killed", "whether it happened"."""
    return "whether it happened" if what == "occurrence" else what


def dispute_words(d: Dispute) -> str:
    """A dispute's kind in words."""
    return WITHDRAWN if d.kind == "superseded" and d.what == "occurrence" else DISPUTES[d.kind]


def speakers(origins: Origins | None) -> tuple[str, ...]:
    """The names of those who could know; an outlet that names nobody is none of them."""
    return tuple(dict.fromkeys(o.name for o in origins.origins if o.kind != "outlet")) if origins else ()


def listed(names: Sequence[str], most: int = 3) -> str:
    """Names with commas; beyond `most` only how many more: "A, B, C and 4 more"."""
    names = list(dict.fromkeys(names))
    shown = ", ".join(names[:most])
    return f"{shown} and {len(names) - most:,} more" if len(names) > most else shown


def articles_words(articles: int, copies: int = 0) -> str:
    """ "14 articles (9 copies)"."""
    words = f"{articles:,} article" if articles == 1 else f"{articles:,} articles"
    return f"{words} ({copies_words(copies)})" if copies else words


def copies_words(copies: int) -> str:
    """ "1 copy", "9 copies"."""
    return f"{copies:,} {'copy' if copies == 1 else 'copies'}"


def outlets_words(clippings: Iterable[Clipping], most: int = 3) -> str:
    """The outlets of some articles; copies are counted and not named: "The Harbor Post, Sky Tirana and 3 more"."""
    clippings = list(clippings)
    own = [c for c in clippings if not c.copy_of] or clippings
    names = listed([c.called for c in own], most)
    copies = len(clippings) - len(own)
    return f"{names} (and {copies_words(copies)})" if copies else names


def published_words(clippings: Iterable[Clipping]) -> str:
    """When some articles were published; where none says so, that this is not known."""
    days = sorted(c.published[:10] for c in clippings if c.published)
    return days_words((days[0], days[-1])) if days else "publication not dated"


def summed_up(h: Happening) -> str:
    """A happening in a line: status, day, place, the best figures; "occurred, 4 March 2025, 9 killed"."""
    best: dict[str, str] = {}
    for f in h.counts:
        best.setdefault(counted(f), figure_words(f))
    parts = [status_words(h.status), days_words(h.date, "")]
    return ", ".join(filter(None, (*parts, *list(best.values())[:3])))
