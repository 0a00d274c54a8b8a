"""Find the time expressions of an article and read each at its place, first to last."""

from __future__ import annotations

import re
from collections.abc import Iterator, Sequence
from dataclasses import dataclass, replace
from datetime import date
from functools import cache
from typing import NamedTuple

from reportedly.ground.times import clock, days, holidays, periods, relative, sets, spans, vague
from reportedly.ground.times.calendar import year_in
from reportedly.ground.times.guards import is_time
from reportedly.ground.times.rule import Reading, Rule
from reportedly.ground.times.scene import Focus, Scene
from reportedly.ground.times.words import (
    DAYS,
    DECADES,
    MONTHS,
    NUMBERS,
    ORDINALS,
    PARTS,
    PREFIX,
    SEASONS,
    UNITS,
    compiled,
    listed,
    year_of,
)
from reportedly.reader.tokens import Tokens
from reportedly.record import Span

RULES: tuple[Rule, ...] = tuple(
    rule for table in (days, periods, holidays, relative, sets, spans, clock, vague) for rule in table.RULES
)
"""The grammar. Of the rules that match at a place the one with the longest match holds, of equals the first."""
REACH = 7
"""Words before a word of time in which its expression may begin."""
WORD = re.compile(r"[^\W_]+")
CORES = frozenset(
    (
        *MONTHS, *DAYS, *SEASONS, *PARTS, *UNITS, *(f"{u}s" for u in UNITS), *DECADES, *(f"{d}s" for d in DAYS),
        *sets.ADVERBS,
        *listed(
            "today yesterday tomorrow tonight overnight weekend weekends now nowadays currently recently soon future "
            "past present moment time date period current centuries bc bce ago later earlier christmas easter "
            "thanksgiving halloween eve pentecost epiphany juneteenth fools saints independence new pm am gmt utc "
            "q1 q2 q3 q4 est edt cst cdt pst pdt clock while term mornings evenings nights afternoons half hundred "
            "thousand nineteen"
        ),
    )
) - {"second"}  # fmt: skip
"""Words of which every expression without digits has one."""


MEASURED = frozenset(
    {
        "duration",
        "duration-from",
        "ago",
        "later",
        "clock",
        "month-day",
        "day-month",
        "year",
        "month",
        "month-year",
        "year-end",
        "decade",
        "noon",
        "hyphened",
    }
)
"""Rules whose expressions "about" and "nearly" may lead; "around Wednesday's ruling" is about the ruling."""


JOINED = re.compile(r"\s*(?:and|or|to|until|till|through|[-–—/])\s*")
NEAR_YEARS = 3
"""Years between two dates of one story."""


STARTS = frozenset(
    (
        *CORES, *ORDINALS, *NUMBERS,
        *listed(
            "the a an this that these those last next past previous preceding following upcoming coming "
            "current recent same latest final first every each other another several many some few couple "
            "countless numerous half dozens handful per all just only barely well about around approximately "
            "roughly nearly almost more less fewer over at up under close very early late mid earlier later "
            "end beginning start middle rest remainder better small fiscal calendar comparable corresponding "
            "its like sometime right nowadays near foreseeable immediate not in ca c opening closing ensuing "
            "intervening additional further estimated long short st boxing new valentine veterans armistice "
            "may april presidents martin labor memorial election good ash palm bastille eighteen to most"
        ),
    )
)  # fmt: skip
"""Words with which an expression may begin, beside numbers in digits."""


class Found(NamedTuple):
    """A match: its rule, the match itself, the whole span with what leads it, and the leading words."""

    rule: Rule
    match: re.Match[str]
    span: Span
    about: str
    phase: str


@dataclass(frozen=True, slots=True)
class Resolved:
    """One expression with its meaning."""

    found: Found
    reading: Reading
    anchor: Span | None


@cache
def _grammar() -> tuple[re.Pattern[str], re.Pattern[str]]:
    """What may lead an expression, and any rule at all."""
    return re.compile(_plain(PREFIX)), re.compile("|".join(f"(?:{r.bare})" for r in RULES))


def _plain(pattern: str) -> str:
    return compiled(pattern)


def lowered(text: str) -> str:
    """The text in lower case, letter for letter."""
    low = text.lower()
    return low if len(low) == len(text) else "".join(c.lower() if len(c.lower()) == 1 else c for c in text)


def candidates(low: str) -> Iterator[int]:
    """Places at which an expression may begin: words of time, years, and the words before them."""
    starts: list[int] = []
    words: list[str] = []
    done = 0
    for k, m in enumerate(WORD.finditer(low)):
        word = m.group()
        starts.append(m.start())
        words.append(word)
        if word in CORES:
            reach = REACH
        elif word[0].isdigit():
            reach = REACH if len(word) == 4 else 4
        elif word in ORDINALS:
            reach = 4
        else:
            continue
        for i in range(max(done, k - reach), k + 1):
            if words[i] in STARTS or words[i][0].isdigit():
                yield starts[i]
        done = k + 1


def _longest(low: str, start: int) -> list[Found]:
    prefix, any_rule = _grammar()
    lead = prefix.match(low, start)
    found: list[Found] = []
    assert lead
    for at in dict.fromkeys((lead.end(), start)):
        if any_rule.match(low, at) is None:
            continue
        about, phase = (lead["about"].strip(), lead["phase"].strip(" -")) if at > start else ("", "")
        for rule in RULES:
            m = rule.regex.match(low, at)
            if m and m.end() > at and (not about or rule.name in MEASURED):
                found.append(Found(rule, m, (start, m.end()), about, phase))
    return sorted(found, key=lambda f: -f.span[1])


def resolve(tokens: Tokens, published: date | None) -> list[Resolved]:
    """Every expression of the text with its meaning."""
    low = lowered(tokens.text)
    picked = _picked(tokens, low, published)
    historic = tells_of_other_times(picked, published)
    out: list[Resolved] = []
    focus = quarter = None
    told: list[Focus] = []
    years = [explicit_year(f) for f in picked]
    for i, f in enumerate(picked):
        scene = Scene(tokens, f.span, published, focus, quarter, historic, joined_year(picked[i : i + 2], low), told)
        reading = f.rule.read(f.match, scene)
        if reading is None:
            continue
        anchor = counted_from(f, scene, reading)
        out.append(Resolved(f, reading, anchor))
        if reading.fixes and reading.value and not (historic and focus and is_outlier(i, years, focus.value)):
            focus = Focus(reading.value, f.span, scene.sentence)
            told.append(focus)
            if "-Q" in reading.value and f.rule.name == "quarter" and "year" not in f.match.group():
                quarter = focus
    return out


def explicit_year(f: Found) -> int | None:
    """The year that an expression names itself."""
    groups = f.match.groupdict()
    if groups.get("ancient"):
        return -int(groups["ancient"])
    year = groups.get("year")
    if not year:
        return None
    return -year_of(year) if groups.get("bc") is not None else year_of(year)


def joined_year(two: Sequence[Found], low: str) -> int | None:
    """The year of "May 15" in "May 15 to August 16, 1988", and of "October" in "October 2004 and November"."""
    if len(two) < 2 or not {f.rule.name for f in two} <= {"month", "month-day", "day-month", "month-year", "first-day"}:
        return None
    first, second = two
    year = explicit_year(second)
    if year is None or explicit_year(first) is not None or not JOINED.fullmatch(low, first.span[1], second.span[0]):
        return None
    months = [f.match.groupdict().get("month") for f in two]
    numbers = [MONTHS.get((m or "").rstrip(".")[:4].rstrip("."), MONTHS.get(m or "", 0)) for m in months]
    return year - (numbers[0] > numbers[1] > 0)


def is_outlier(i: int, years: Sequence[int | None], focus: str) -> bool:
    """Is the year at a place a mere mention, far from the dates before it and from most that follow?"""
    year, last = years[i], year_in(focus)
    if year is None or last is None or abs(year - last) <= NEAR_YEARS:
        return False
    following = [y for y in years[i + 1 : i + 40] if y is not None][:4]
    return sum(abs(y - year) <= NEAR_YEARS for y in following) * 2 < max(1, len(following))


def _picked(tokens: Tokens, low: str, published: date | None) -> list[Found]:
    picked: list[Found] = []
    end = 0
    quarter: Focus | None = None
    for start in candidates(low):
        if start < end:
            continue
        for f in _longest(low, start):
            scene = Scene(tokens, f.span, published, quarter=quarter)
            if is_time(f.rule.name, f.match, scene):
                picked.append(f)
                end = f.span[1]
                if f.rule.name == "quarter":
                    quarter = Focus("", f.span, scene.sentence)
                break
    return picked


def counted_from(f: Found, scene: Scene, reading: Reading) -> Span | None:
    """The date before it without which an expression would be read otherwise."""
    for before, without in (
        (scene.focus, replace(scene, focus=None, dates=())),
        (scene.quarter, replace(scene, quarter=None)),
    ):
        if before is not None and f.rule.read(f.match, without) != reading:
            return before.span
    return None


def tells_of_other_times(found: Sequence[Found], published: date | None) -> bool:
    """Is the article about other times than its own: does it name many years and count little from today?"""
    years = [
        int(y)
        for f in found
        if f.rule.name in ("year", "month-year", "month-day", "day-month")
        for y in [f.match.groupdict().get("year")]
        if y and y.isdigit()
    ]
    deictic = sum(f.rule.name in ("weekday", "today", "relative-unit", "ago") for f in found)
    ancient = sum(f.rule.name.startswith("ancient") for f in found)
    if published is None or len(years) + ancient < 6:
        return False
    old = ancient + sum(y <= published.year - 2 for y in years)
    total = len(years) + ancient
    return (
        (deictic < 0.25 * total and old > (0.6 if total > 8 else 0.9) * total)
        or (deictic < 0.4 * total and old > 0.9 * total)
        or (deictic < 0.1 * total and total > 20)
    )
