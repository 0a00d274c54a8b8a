"""Rules for lengths of time: "three days", "the past two weeks", "nine-month"."""

from __future__ import annotations

import re
from datetime import date

from reportedly.ground.times.calendar import moved, start_of
from reportedly.ground.times.rule import Reading, Rule
from reportedly.ground.times.scene import Scene
from reportedly.ground.times.words import number, unit_of

NEAR = 30
"""Dates before an expression among which the one that it counts from is looked for."""


def duration(count: float | None, unit: str) -> str:
    """The value of a duration; X where no number is known.

    >>> duration(2, "D"), duration(2.5, "Y"), duration(None, "W"), duration(24, "TH"), duration(1.5, "TM")
    ('P2D', 'P2Y6M', 'PXW', 'PT24H', 'PT1M30S')
    """
    digits = re.match(r"\d*", unit)
    assert digits
    times, letter = int(digits[0] or 1), unit[digits.end() :]
    clock, letter = (letter[0] == "T", letter.removeprefix("T"))
    head = "PT" if clock else "P"
    if count is None:
        return f"{head}X{'E' if times == 10 else 'C' if times == 100 else letter}"
    total = count * times
    whole, rest = int(total), total - int(total)
    if rest < 1e-6:
        return f"{head}{whole}{letter}"
    smaller = {"Y": (12, "M"), "W": (7, "D"), "M": (60, "S") if clock else (30, "D"), "H": (60, "M"), "D": (24, "H")}
    if letter not in smaller:
        return f"{head}{total:g}{letter}"
    per, below = smaller[letter]
    if letter == "D":
        return f"P{whole}DT{round(rest * per)}H" if whole else f"PT{round(rest * per)}H"
    return f"{head}{f'{whole}{letter}' if whole else ''}{round(rest * per)}{below}"


def _duration(m: re.Match[str], scene: Scene) -> Reading | None:
    groups = m.groupdict()
    count = number(groups.get("num") or "") if groups.get("num") else None
    if groups.get("half"):
        count = (count or 1.0) + 0.5
    if re.match("couple of|couple", groups.get("num") or ""):
        count = 2.0
    return Reading("DURATION", duration(count, unit_of(m["unit"])))


def _counted(m: re.Match[str], scene: Scene) -> Reading | None:
    """ "two days after the strike": a length that begins with the day of the strike, where that was told before."""
    found = _duration(m, scene)
    count = number(m["num"])
    days = {"D": 1, "W": 7}.get(unit_of(m["unit"]))
    anchor = _date_of_noun(m, scene)
    if found is None or count is None or days is None or anchor is None or count * days > 3660:
        return found
    day = moved(anchor, round(count * days) * (-1 if m["way"] in ("before", "prior to") else 1)).isoformat()
    return Reading(found.type, found.value, bounds=(day, day))


def _date_of_noun(m: re.Match[str], scene: Scene) -> date | None:
    """The last day told in a sentence that has the noun of "after the strike", too."""
    tokens = scene.tokens
    following = tokens.within((m.end(), m.end() + 60))[1:7]
    noun = next((t for t in following if t.tag[:2] == "NN"), None)
    if noun is None:
        return None
    for at in reversed([d for d in scene.dates[-NEAR:] if len(d.value) >= 10]):
        begun = tokens.within((0, at.span[0] + 1))[-1:]  # a date may begin inside a token: "(Jan.3,2014)"
        sentence = tokens.within(tokens.sentence_of(begun[0])) if begun else ()
        if any(t.lower == noun.lower and t.i != noun.i for t in sentence):
            return start_of(at.value)
    return None


def _stretch(m: re.Match[str], scene: Scene) -> Reading | None:
    """ "the past three months" ends with publication, "the next two weeks" begins with it."""
    found = _duration(m, scene)
    now, count = scene.now, number(m["num"] or "") if m["num"] else None
    days = {"D": 1, "W": 7, "M": 30.4, "Y": 365.25, "Q": 91.3, "10Y": 3652.5}.get(unit_of(m["unit"]))
    way = re.search("past|last|previous|next|coming|following", m.group())
    if found is None or now is None or count is None or days is None or way is None or scene.historic:
        return found
    back = way[0] in ("past", "last", "previous")
    if abs(count * days) > 365_000:
        return found
    other = moved(now, round(count * days) * (-1 if back else 1))
    first, last = sorted((now, other))
    return Reading(found.type, found.value, bounds=(first.isoformat(), last.isoformat()))


def _bare(m: re.Match[str], scene: Scene) -> Reading | None:
    """ "weeks", "months of talks": only where the word is a noun that no number or article leads."""
    before = scene.before
    if before is not None and (
        before.tag in ("CD", "PRP$", "POS", "JJ", "JJR", "JJS", "NN", "NNP", "VBN", "VBG")
        or before.lower in ("the", "these", "those")
    ):
        return None
    return Reading("DURATION", duration(None, unit_of(m["unit"])))


def _ending(m: re.Match[str], scene: Scene) -> Reading:
    return Reading("DURATION", "P1Y")


def _hyphened(m: re.Match[str], scene: Scene) -> Reading:
    """ "nine-month", without its article as TimeML has it, and "a three-year period" with it."""
    return Reading("DURATION", duration(number(m["num"]), unit_of(m["unit"])))


RULES = (
    Rule(
        "stretch",
        r"(?:the )?(?P<rel>past|last|next|coming|following|previous|first|latest|final|"
        r"ensuing|recent|early|opening|closing|other|intervening) (?:NUM )?(?:[a-z]+ "
        r")?UNIT(?: or so)?",
        _stretch,
        "the past three months = DURATION P3M; the next two weeks = DURATION P2W; "
        "the first nine months = DURATION P9M; recent weeks = DURATION PXW; "
        "the last few months = DURATION PXM",
    ),
    Rule(
        "hyphened",
        r"(?:(?:a|an|the) (?=\S{1,40} period))?CARD-UNIT(?:(?<=\w) period)?(?![- ]?old)",
        _hyphened,
        "nine-month = DURATION P9M; several-year = DURATION PXY; a three-year period = DURATION P3Y; "
        "24-hour = DURATION PT24H",
    ),
    Rule(
        "duration-from",
        r"NUM UNIT(?= (?P<way>after|before|following|prior to) (?:the|that|this|his|her|its|their) )",
        _counted,
    ),
    Rule(
        "duration",
        r"(?:(?:the|an additional|a further|another|these|those|an estimated) )?NUM"
        r"(?: (?:more|full|whole|consecutive|straight|successive|long|additional|extra|"
        r"trading|business|working|calendar|school|short|solid))? UNIT(?: and a (?P<half>half))?"
        r"(?: or (?:so|more|two|less))?(?:[- ](?:long|period))?(?![- ]olds?|'? old|"
        r" ago| of age)",
        _duration,
        "three days = DURATION P3D; about two weeks = DURATION P2W; a decade = DURATION P10Y; "
        "2 1/2 years = DURATION P2Y6M; several hours = DURATION PTXH; more than 20 minutes = DURATION PT20M; "
        "a minute and a half = DURATION PT1M30S; up to 180 days = DURATION P180D; "
        "the six months = DURATION P6M",
    ),
    Rule(
        "unit-long",
        r"(?P<unit>day|week|month|year|hour|minute|decade|century|days|weeks|months|"
        r"years|hours|decades)-long",
        lambda m, s: Reading("DURATION", duration(None if m["unit"].endswith("s") else 1, unit_of(m["unit"]))),
        "year-long = DURATION P1Y; decades-long = DURATION PXE",
    ),
    Rule(
        "the-year-ended",
        r"(?:the|its|a) (?:fiscal |full )?year(?= (?:ended|ending))|the full year",
        _ending,
    ),
    Rule(
        "bare-units",
        r"(?P<unit>hours|days|weeks|months|years|decades|centuries)(?! (?:ago|later|earlier|old))",
        _bare,
        "weeks = DURATION PXW",
    ),
    Rule(
        "the-unit",
        r"the (?:(?:past|entire|whole) )?(?P<unit>weeks|months|years|days)(?= (?:before|"
        r"after|ahead|since|that|to come|following|between|leading))",
        lambda m, s: Reading("DURATION", duration(None, unit_of(m["unit"]))),
    ),
    Rule(
        "a-while",
        r"a (?:long |short |little )?while|some time",
        lambda m, s: Reading("DURATION", "PXX"),
        "a while = DURATION PXX",
    ),
)
"""Expressions of length."""
