"""The words of time expressions, what they mean, and the named pieces that rule patterns are made of.

The tables are common knowledge (calendar, English number words); codes follow TIMEX3 (TimeML 1.2.1).
"""

from __future__ import annotations

import re


def listed(words: str) -> list[str]:
    """The words of a list that white space parts."""
    return words.split()


_MONTHS = listed("january february march april may june july august september october november december")
MONTHS = {name[:k]: i for i, name in enumerate(_MONTHS, 1) for k in (3, 4, len(name))}
"""Month numbers by name and by its first three or four letters ("sept", "june")."""
_DAYS = listed("monday tuesday wednesday thursday friday saturday sunday")
DAYS = {name[:k]: i for i, name in enumerate(_DAYS) for k in (3, 4, 5, len(name))}
"""Weekdays, Monday being 0, by name and by abbreviation."""
SEASONS = {"spring": "SP", "summer": "SU", "autumn": "FA", "fall": "FA", "winter": "WI"}
SEASON_MONTH = {"SP": 3, "SU": 6, "FA": 9, "WI": 12}
"""The month in which a season begins in the north: only to tell which year's it is."""
PARTS = {
    "morning": "MO", "afternoon": "AF", "evening": "EV", "night": "NI", "dawn": "MO", "dusk": "EV", "midday": "MI",
    "noon": "12:00", "midnight": "24:00", "lunchtime": "MI", "nightfall": "EV", "daybreak": "MO",
}  # fmt: skip
UNITS = {
    "second": "TS", "minute": "TM", "hour": "TH", "day": "D", "night": "D", "week": "W", "weekend": "WE",
    "fortnight": "2W", "month": "M", "quarter": "Q", "season": "S", "year": "Y", "decade": "10Y", "century": "100Y",
    "centurie": "100Y", "millennium": "1000Y",
}  # fmt: skip
"""Unit of a singular noun (a plural loses its "s"); a number before the letter multiplies."""
ORDINALS = {
    w: i
    for i, w in enumerate(
        listed(
            "first second third fourth fifth sixth seventh eighth ninth tenth eleventh twelfth thirteenth "
            "fourteenth fifteenth "
            "sixteenth seventeenth eighteenth nineteenth twentieth twenty-first"
        ),
        1,
    )
}
DECADES = dict(
    zip(listed("twenties thirties forties fifties sixties seventies eighties nineties"), range(2, 10), strict=True)
)
_ONES = {
    w: i
    for i, w in enumerate(
        listed(
            "zero one two three four five six seven eight nine ten eleven twelve thirteen fourteen fifteen "
            "sixteen seventeen "
            "eighteen nineteen"
        )
    )
}
_TENS = dict(zip(listed("twenty thirty forty fifty sixty seventy eighty ninety"), range(20, 100, 10), strict=True))
_MANY = {"hundred": 100, "thousand": 1000, "dozen": 12, "million": 1_000_000}
_COUNTS = {"a": 1.0, "an": 1.0, "another": 1.0, "one": 1.0, "single": 1.0, "couple": 2.0, "half": 0.5, "quarter": 0.25}
NUMBERS = frozenset([*_ONES, *_TENS, *_MANY])
VAGUE = frozenset({"few", "several", "many", "some", "recent", "countless", "numerous", "handful", "dozens", "more"})
"""Counts of which no number is known: X in TIMEX3."""


def _any(words: object) -> str:
    return "|".join(sorted(map(re.escape, words), key=len, reverse=True))  # type: ignore[call-overload]


_SPELLED = rf"(?:{_any([*_ONES, *_TENS])})(?:[- ](?:{_any(_ONES)}))?"
_NUMBER = rf"(?:\d{{1,3}}(?:,\d{{3}})+|\d{{1,4}}(?:\.\d{{1,2}})?(?: \d/\d)?|{_SPELLED}|half)"
_BIG = rf"(?:(?:{_NUMBER}|an?) (?:{_any(_MANY)})(?: {_SPELLED})?)"
_SHORT_YEAR = r"[1-9]\d{2}"
_SPOKEN_YEAR = (
    rf"(?:(?:nineteen|eighteen)[- ](?:(?:{_any(_TENS)})(?:[- ](?:{_any(list(_ONES)[1:10])}))?|{_any(list(_ONES)[10:])})"
    rf"|two thousand(?: and)?(?: (?:{_any(list(_ONES)[1:])}))?)"
)
PIECES = {
    "MONTH": rf"(?P<month>(?:{_any(_MONTHS)})(?!\w)|(?:jan|feb|mar|apr|jun|jul|aug|sept?|oct|nov|dec)(?!\w)\.?)",
    "DOW": rf"(?P<dow>(?:{_any(_DAYS)})(?!\w)|(?:mon|tues?|wed|thurs?|thu|fri|sat|sun)\.)",
    "DAY": r"(?P<day>\d{1,2})(?:st|nd|rd|th)?(?![\w%]|[:.,/]\d)",
    "YEAR": rf"(?P<year>(?:1\d|20)\d\d(?!\d)|{_SPOKEN_YEAR})(?![\w%$]|[.,:/]\d)",
    "ANYYEAR": r"(?:YEAR(?P<bc> ?(?:b\.c\.e?\.?|bce?)(?!\w))?|(?P<ancient>\d{1,4}) ?(?:b\.c\.e?\.?|bce?)(?!\w))",
    "SEASON": rf"(?P<season>{_any(SEASONS)})(?!\w)",
    "PARTOFDAY": rf"(?P<part>(?:mid[- ]|early |late )?(?:{_any(PARTS)}))(?!\w)",
    "UNIT": r"(?P<unit>seconds?|minutes?|hours?|days?|nights?|weeks?|weekends?|fortnights?|months?|quarters?|"
    "years?|decades?"
    r"|century|centuries|millennium)(?!\w)",
    "LONGUNIT": r"(?P<unit>days?|weeks?|months?|quarters?|years?|decades?|century|centuries)(?!\w)",
    "NUM": rf"(?P<num>(?:a )?(?:couple|handful)(?: of)?(?: more)?|(?:a|the)? ?(?:few|several|many|dozens of)(?: more)?|"
    rf"(?:{_BIG}|{_NUMBER})(?:(?: to | or |-)(?:{_NUMBER}))?(?: and a half)?|half an?|an?|another|countless|numerous)",
    "ORD": rf"(?P<ord>{_any(ORDINALS)}|\d{{1,2}}(?:st|nd|rd|th))",
    "NTH": r"(?P<nth>first|second|third|fourth|1st|2nd|3rd|4th)",
    "EML": r"(?:(?:early|mid|late)[- ](?:to[- ](?:mid|late)[- ])?)?",
    "SOMEMONTH": _any(_MONTHS),
    "SOMEDATE": rf"(?:(?:{_any(_DAYS)}),? )?(?:{_any(_MONTHS)}|(?:jan|feb|mar|apr|jun|jul|aug|sept?|oct|nov|"
    r"dec)\.?) \d{1,2}(?:,? \d{4})?",
    "ONEUNIT": r"(?P<unit>day|week|month|quarter|year|decade|century|millennium)(?!\w)",
    "CARD": rf"(?P<num>several|(?:half-)?(?:{_BIG}|{_NUMBER})(?:(?:[- ]to[- ]| or |-)(?:{_NUMBER}))?)",
    "ZONE": r"(?: ?(?P<zone>gmt|utc|[ecmp][sd]t|bst|cet|cest|(?:eastern|central|mountain|pacific|local|london|"
    r"moscow|[a-z]{2,10}) time)(?!\w))?",
}
"""Pieces by their name in a pattern; each brings its named group."""


PREFIX = (
    r"(?P<about>(?:(?:only |barely |well )?(?:about|around|approximately|roughly|some|nearly|almost|more than|"
    r"less than|fewer than|over(?= an?\b)|"
    r"at least|at most|up to|as many as|as much as|under|close to|a little more than) )?)"
    r"(?P<phase>(?:(?:very )?(?:early|late|mid|earlier|later)(?: in| on)?[- ]|(?:the )?(?:very )?(?:end|beginning|"
    r"start|middle|close|"
    r"rest|remainder|early part|latter part|latter half|better part|last days|first days) of )?)"
)
"""What may lead any expression: how nearly, and which part of it."""
SPACES = (
    ("[- ]", "(?:[-\u2010-\u2013]|[^\\S\\n]+)"),
    (" ?", "[^\\S\\n]?"),
    (" ", "[^\\S\\n]+"),
    ("'", "['\u2019]"),
)
"""What stands for hyphens, spaces and apostrophes in the text, in the order of putting it in."""


def compiled(pattern: str) -> str:
    """A rule's pattern as a regular expression over lower-case text: pieces put in, a space for any space in a line."""
    names = "|".join(sorted(PIECES, key=len, reverse=True))
    full = re.sub(names, lambda m: re.sub(names, lambda n: PIECES[n.group()], PIECES[m.group()]), pattern)
    for plain, real in SPACES:
        full = full.replace(plain, real)
    return full


def number(words: str) -> float | None:
    """The number that words mean; None for a vague one.

    >>> number("twenty-five"), number("2 1/2"), number("a hundred"), number("several"), number("two to three")
    (25.0, 2.5, 100.0, None, 2.0)
    """
    words = re.split(r" (?:to|or) |(?<=\d)[-–](?=\d)", words.strip())[0]
    if half := words.endswith("and a half"):
        words = words.removesuffix("and a half")
    total, part, known = 0.0, 0.0, half
    for w in re.findall(r"\d[\d,]*(?:\.\d+)?(?:/\d)?|[a-z]+", words):
        if w in VAGUE:
            return None
        if w[0].isdigit():
            top, _, bottom = w.replace(",", "").partition("/")
            part += float(top) / float(bottom) if bottom and float(bottom) else float(top)
        elif w in _MANY:
            part = (part or 1.0) * _MANY[w]
        else:
            n = _ONES.get(w, _TENS.get(w, _COUNTS.get(w)))
            if n is None:
                continue
            part = n if part == 1.0 and w in _COUNTS else part + n
        known = True
    return total + part + (0.5 if half else 0.0) if known else None


def ordinal(words: str) -> int:
    """1 for "first" and "1st"."""
    return ORDINALS.get(words) or int(re.sub(r"\D", "", words) or 0)


def year_of(words: str) -> int:
    """A year in digits or as it is spoken ("nineteen ninety-six")."""
    if words[0].isdigit():
        return int(words)
    parts = re.split(r"[-\s]+", words.replace(" and", ""))
    if parts[:2] == ["two", "thousand"]:
        return 2000 + (_ONES.get(parts[2], 0) if len(parts) > 2 else 0)
    rest = sum(_TENS.get(p, _ONES.get(p, 0)) for p in parts[1:])
    return (1900 if parts[0] == "nineteen" else 1800) + rest


def unit_of(word: str) -> str:
    """The code of a unit's noun, singular or plural."""
    return UNITS[word] if word in UNITS else UNITS[word.removesuffix("s")]


def part_code(words: str) -> str:
    """The end of the value of a part of a day."""
    code = PARTS[re.sub(r"^(?:mid[-–‐ ]|early |late )", "", words)]
    return f"T{code}"
