"""Rules for months, years, decades, centuries, seasons, quarters and halves of the calendar."""

from __future__ import annotations

import re

from reportedly.ground.times.calendar import month_value, year_in, year_value
from reportedly.ground.times.rule import Reading, Rule, dated, unclear
from reportedly.ground.times.scene import Scene
from reportedly.ground.times.words import DECADES, SEASON_MONTH, SEASONS, ordinal, year_of
from reportedly.ground.times.years import ERA, REL, WHICH_YEAR, month_of, which_year, year_told


def _month_only(m: re.Match[str], scene: Scene) -> Reading:
    month = month_of(m)
    year = year_told(m, scene, month)
    return dated(None if year is None else month_value(year, month))


def _relative_month(m: re.Match[str], scene: Scene) -> Reading:
    """ "last May" is the latest May before this month, "next May" the first after it."""
    month, now = month_of(m), scene.now
    which = m["rel"]
    if which.startswith(("the previous", "the following")) or now is None:
        told = scene.told
        year = year_in(told) if told else None
        at = re.match(r"(?:BC)?\d{4}-(\d\d)", told or "")
        if year is None or (now is None and not at):
            return dated(None)
        at_month = int(at[1]) if at else 6
        year += (month <= at_month) if "following" in which or "next" in which else -(month >= at_month)
        return dated(month_value(year, month))
    if "last" in which or "past" in which:
        year = now.year - (month >= now.month)
    elif "next" in which:
        year = now.year + (month <= now.month)
    else:
        year = now.year
    return dated(month_value(year, month))


def _year_only(m: re.Match[str], scene: Scene) -> Reading:
    return dated(year_value(-year_of(m["year"]) if m.groupdict().get("bc") is not None else year_of(m["year"])))


def _second_year(m: re.Match[str], scene: Scene) -> Reading | None:
    """The "17" of "1915-17"."""
    before = re.search(r"(\d{4})[-–—/]$", scene.text[max(0, scene.span[0] - 7) : scene.span[0]])
    if before is None:
        return None
    year = int(before[1]) // 100 * 100 + int(m["short"])
    return dated(year_value(year)) if year > int(before[1]) else None


def _decade(m: re.Match[str], scene: Scene) -> Reading:
    if word := m.groupdict().get("word"):
        year = 1900 + DECADES[word] * 10
    elif m.groupdict().get("short"):
        year = 1900 + int(m["short"]) * 10
    else:
        year = int(m["full"]) * 10
    if m.groupdict().get("bc"):
        return dated(f"BC{year // 10:03}", fixes=False)
    return dated(f"{year // 10:03}", fixes=False)


def _century(m: re.Match[str], scene: Scene) -> Reading:
    n = ordinal(m["ord"])
    return dated(f"{'BC' if m['bc'] else ''}{n - 1:02}", fixes=False)


def _season(m: re.Match[str], scene: Scene) -> Reading:
    code = SEASONS[m["season"]]
    groups = m.groupdict()
    month = SEASON_MONTH[code]
    if groups.get("year") or groups.get("which") or groups.get("ancient"):
        year = year_told(m, scene, month)
    elif scene.now is None:
        year = year_in(scene.told or "")
    elif rel := groups.get("rel"):
        now = scene.now
        over = now.month - month >= 3
        year = now.year
        if "last" in rel:
            year = now.year - (month >= now.month or not over)
        elif "past" in rel:
            year = now.year - (month > now.month)
        elif "next" in rel:
            year = now.year + (month <= now.month)
    else:
        year = scene.nearest_year(month)
    return dated(None if year is None else f"{year_value(year)}-{code}")


def _quarter(m: re.Match[str], scene: Scene) -> Reading:
    groups = m.groupdict()
    n = ordinal(m["nth"])
    letter = "H" if m["what"] == "half" else "Q"
    if n > (2 if letter == "H" else 4):
        return unclear()
    named = groups.get("year") or groups.get("year2")
    which = groups.get("which") or groups.get("which2")
    if named:
        return dated(f"{year_value(year_of(named))}-{letter}{n}")
    if which:
        year = which_year(which, scene)
        return dated(None if year is None else f"{year_value(year)}-{letter}{n}")
    if letter == "Q":
        value = scene.last_quarter(n)
        if re.search("year[- ](?:ago|earlier)", m.group()) and value:
            value = f"{int(value[:4]) - 1}{value[4:]}"
        return dated(value)
    year = scene.now.year if scene.now else year_in(scene.told or "")
    return dated(None if year is None else f"{year_value(year)}-H{n}")


def _short_quarter(m: re.Match[str], scene: Scene) -> Reading:
    value = f"{m['year']}-Q{m['n']}" if m["year"] else scene.last_quarter(int(m["n"]))
    return dated(value)


RULES = (
    Rule(
        "short-quarter",
        r"q(?P<n>[1-4])(?: (?:of )?(?P<year>(?:19|20)\d\d))?",
        _short_quarter,
        "Q3 2024 = 2024-Q3; Q4 = 2024-Q4",
    ),
    Rule(
        "month-year",
        rf"MONTH(?:,? (?:of )?ANYYEAR|,? {WHICH_YEAR})",
        _month_only,
        "March 2019 = 2019-03; early May 1942 = 1942-05; July last year = 2024-07; the end of June, 2011 = 2011-06",
    ),
    Rule(
        "month",
        r"MONTH",
        _month_only,
        "January = 2025-01; mid-February = 2025-02; the end of November = 2024-11; Sept. = 2024-09",
    ),
    Rule(
        "relative-month",
        rf"{REL} MONTH(?! \d{{1,2}}(?!\d))",
        _relative_month,
        "last May = 2024-05; next March = 2026-03; this September = 2025-09; last March = 2024-03",
    ),
    Rule(
        "year",
        rf"(?:(?:the )?(?:fiscal|calendar)(?: year)? |the year )?YEAR{ERA}(?: or (?:later|earlier))?",
        _year_only,
        "2019 = 2019; early 1990 = 1990; mid-1996 = 1996; the year two thousand = 2000; fiscal 2024 = 2024; "
        "nineteen ninety-six = 1996; the end of 1994 = 1994",
    ),
    Rule(
        "ancient-year",
        r"(?:(?:ca?\.|about|around|early|late|sometime after) ?)?(?P<year>\d{1,4})"
        r"(?P<bc> ?(?:b\.c\.e\.?|b\.c\.?|bce?))",
        _year_only,
        "479 BC = BC0479; 480 B.C. = BC0480",
    ),
    Rule(
        "second-year",
        r"(?P<short>\d\d)(?![\d/:%-]|[.,]\d)",
        _second_year,
    ),
    Rule(
        "ancient-first-year",
        r"(?P<year>\d{1,4})(?P<bc>)(?= ?(?:[-–]|to|and) ?\d{1,4} ?b\.?c)",
        _year_only,
    ),
    Rule(
        "decade",
        rf"(?:the )?EML(?:(?P<full>(?:1\d|20)\d)0'?s(?P<bc> b\.?c\.?)?|'(?P<short>[1-9])0s|"
        rf"(?P<word>{'|'.join(DECADES)}))",
        _decade,
        "the 1990s = 199; the early 1980s = 198; the nineties = 199; mid-1980s = 198; the '60s = 196",
    ),
    Rule(
        "century",
        r"(?:the )?EML(?P<ord>\d{1,2}(?:st|nd|rd|th)|[a-z]+th|twenty-first)[- ]century"
        r"(?P<bc> b\.?c\.?e?\.?)?",
        _century,
        "the 20th century = 19; the nineteenth century = 18",
    ),
    Rule(
        "season-year",
        rf"(?:the )?EMLSEASON(?:,? (?:of )?ANYYEAR|,? {WHICH_YEAR})",
        _season,
        "the summer of 2005 = 2005-SU; fall 1919 = 1919-FA; early summer 1943 = 1943-SU",
    ),
    Rule(
        "season",
        rf"(?:{REL} |the )?EMLSEASON",
        _season,
        "last fall = 2024-FA; this summer = 2025-SU; last spring = 2024-SP; the winter = 2024-WI",
    ),
    Rule(
        "quarter",
        rf"(?:(?P<which2>(?:last|this|next) year)'s |the (?!(?:first|second|third|fourth)-))?"
        rf"(?:(?P<year2>(?:19|20)\d\d)(?:'s)? |(?:comparable |corresponding )?year[- ]"
        rf"(?:ago|earlier) )?(?:fiscal[- ])?NTH(?:[- ]fiscal)?[- ](?P<what>quarter|"
        rf"half)(?!-)(?: of (?:the )?(?:fiscal )?YEAR|,? {WHICH_YEAR})?",
        _quarter,
        "the third quarter = 2024-Q3; first-quarter = 2025-Q1; the third quarter of 1984 = 1984-Q3; "
        "last year's third quarter = 2024-Q3; the 1988 second quarter = 1988-Q2; "
        "the second half of 2008 = 2008-H2; the fiscal first quarter = 2025-Q1; "
        "the year-ago fourth quarter = 2023-Q4",
    ),
)
"""Expressions that name a stretch of the calendar."""
