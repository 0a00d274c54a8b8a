"""What looks like a time expression and is none: names, verbs, amounts."""

from __future__ import annotations

import re

from reportedly.ground.times.days import FIRST_DAY
from reportedly.ground.times.scene import Scene
from reportedly.ground.times.words import listed
from reportedly.reader.tokens import Token

NAMED = frozenset({"PERSON", "ORG", "WORK_OF_ART", "PRODUCT", "LAW", "FAC", "LOC", "GPE", "NORP"})
"""Names that a weekday, month or year may be a part of: "the Sunday Herald", "April Lorn"."""
NAMEABLE = frozenset(
    {
        "month",
        "weekday",
        "season",
        "year",
        "today",
        "holiday",
        "decade",
        "quarter",
        "daily",
        "adverb-of-set",
        "weekdays",
    }
)
LEADS = frozenset(
    listed(
        "in since of by until till from to before after during for between through throughout around about early "
        "late mid on at as "
        "circa last this next and or ( [ - – — / ' the versus vs than s' over 's ’s spring summer fall autumn winter"
    )
)
"""Words after which a number of four digits is a year."""
AMOUNTS = frozenset(
    listed(
        "people troops men women soldiers miles kilometers kilometres km metres meters feet tons tonnes dollars "
        "euros pounds yen percent % "
        "points votes seats jobs workers others casualties prisoners times barrels acres hectares calories words "
        "pages residents"
    )
)
MONTH_LEADS = frozenset(
    listed(
        "in of since by until till from to before after during for between through throughout around about early "
        "late mid last this next "
        "and or , ( on every each"
    )
)


def is_time(rule: str, m: re.Match[str], scene: Scene) -> bool:
    """Is a match what its rule is for?"""
    check = CHECKS.get(rule)
    if check is not None and not check(m, scene):
        return False
    return rule not in NAMEABLE or not _in_name(scene)


def _in_name(scene: Scene) -> bool:
    """Does the match stand inside a longer name of a person, body, work or place?"""
    inside = scene.inside
    if not inside or inside[0].name not in NAMED:
        return False
    first, last = inside[0], inside[-1]
    before = not first.name_start and scene.before is not None and scene.before.name == first.name
    after = scene.after is not None and scene.after.name == last.name and not scene.after.name_start
    return before or after


def _month(m: re.Match[str], scene: Scene) -> bool:
    """ "May" and "March" begin with a capital, and stand neither for a verb nor for a person."""
    groups = m.groupdict()
    at = m.start("month")
    word = scene.text[at : at + 1]
    if not word.isupper():
        return False
    name = groups["month"].rstrip(".")
    token = next((t for t in scene.inside if t.start <= at < t.end), None)
    if name not in ("may", "march") or token is None:
        return len(name) > 3 or name == "may" or "." in groups["month"] or bool(groups.get("day") or groups.get("year"))
    if token.tag == "MD" or token.tag.startswith("VB"):
        return False
    before = scene.before
    full = bool(groups.get("day") or groups.get("year") or groups.get("rel") or scene.span[0] < at)
    led = before is not None and (before.lower in MONTH_LEADS or before.tag == "IN")
    if not full and (
        (before is not None and before.tag.startswith("NNP"))
        or (scene.after is not None and scene.after.lower in ("of", "for", "to", "on") and not led)
    ):
        return False
    return token.name in ("DATE", "") and (full or led or token.name == "DATE")


def _weekday(m: re.Match[str], scene: Scene) -> bool:
    at = m.start("dow")
    return m["dow"] is None or scene.text[at : at + 1].isupper()


def _year(m: re.Match[str], scene: Scene) -> bool:
    """A number of four digits is a year after a preposition or as a date's name, and before no amount."""
    if not m["year"].isdigit() or m.end("year") - m.start() > 4:
        return True
    before, after = scene.before, scene.after
    token = scene.inside[0] if scene.inside else None
    if after is not None and (after.lower in AMOUNTS or (after.tag == "CD" and after.start - scene.span[1] < 2)):
        return False
    if before is not None and (
        before.text in "$€£¥#"
        or before.lower in ("no.", "number", "flight", "route", "highway", "section", "page", "room")
    ):
        return False
    if token is not None and token.name == "DATE":
        return True
    if before is None:
        return int(m["year"]) >= 1500
    glued = before.end == scene.span[0]
    return (before.lower in LEADS or glued or before.tag == "IN") and not (
        after is not None and after.tag == "NNS" and before.lower not in ("in", "since", "the")
    )


def _season(m: re.Match[str], scene: Scene) -> bool:
    """ "the fall of the city" and "to spring" are no seasons."""
    at = m.start("season")
    token = _token_at(scene, at)
    if token is not None and token.tag[:2] == "VB":
        return False
    alone = not m.groupdict().get("rel") and m.start() == at
    following = scene.after.lower if scene.after else ""
    if m["season"] in ("fall", "spring"):
        if following in ("of", "in") and not m.groupdict().get("rel"):
            return False
        led = scene.before is not None and scene.before.lower in (
            "in",
            "by",
            "since",
            "until",
            "during",
            "the",
            "through",
            "from",
            "to",
            "for",
        )
        return not alone or (led and token is not None and token.tag[:2] == "NN")
    return not alone or scene.before is None or scene.before.lower in MONTH_LEADS or scene.before.tag in ("IN", "DT")


def _token_at(scene: Scene, at: int) -> Token | None:
    found = scene.tokens.within((at, at + 1))
    return found[0] if found else None


def _duration(m: re.Match[str], scene: Scene) -> bool:
    """ "a second chance" is no second, and "the day" no count of days."""
    num, unit = (m["num"] or "").strip(), m["unit"]
    if re.match(r"(?:(?:24|twenty-four) hours a day|(?:7|seven) days a week)\b", scene.text[m.start() :], re.I):
        return False  # "24 hours a day" says "always"
    if unit == "second":
        return num not in ("a", "an", "another", "one") and not num.endswith(("st", "nd"))
    if unit in ("quarter", "quarters"):
        return (unit == "quarters" and not re.search(r"^\d|three$|half", num)) or num in (
            "two",
            "four",
            "several",
            "the past two",
        )
    return not (unit == "minute" and num == "a" and scene.after is not None and scene.after.tag[:2] == "NN")


def _recently(m: re.Match[str], scene: Scene) -> bool:
    """ "Most recently last October": the date that follows says when."""
    return not (m.group().lower() == "most recently" and scene.after is not None and scene.after.name == "DATE")


def _stretch(m: re.Match[str], scene: Scene) -> bool:
    """ "the past year", "recent weeks", "the first 100 days"; not "the first day", "other days" or "early years"."""
    rel, unit = m["rel"], m["unit"]
    plural = unit.endswith("s") or unit == "centuries"
    if rel in ("other", "early", "opening", "closing", "ensuing", "intervening") and not m["num"]:
        return plural and rel in ("early", "ensuing", "intervening")
    if not plural:
        return (rel == "past" and unit in ("year", "month", "week", "decade", "hour")) or (
            bool(m["num"]) and rel not in ("first", "final", "other")
        )
    return bool(m["num"]) or rel in ("first", "recent", "coming", "past", "following", "early", "final", "next", "last")


def _clock(m: re.Match[str], scene: Scene) -> bool:
    return not (m["h"] and m["half"] and m["half"].startswith("hr") and not m["min"])


def _quarter(m: re.Match[str], scene: Scene) -> bool:
    """A half of a year only where the year is told: halves are of matches, too."""
    groups = m.groupdict()
    told = groups.get("year") or groups.get("year2") or groups.get("which") or groups.get("which2")
    return m["what"] == "quarter" or bool(told)


def _the_quarter(m: re.Match[str], scene: Scene) -> bool:
    return scene.quarter is not None or "latest" in m.group() or bool(m["year"])


def _adverb(m: re.Match[str], scene: Scene) -> bool:
    """ "quarterly dividend" tells what kind of dividend it is."""
    return m.group() != "quarterly" or scene.after is None or scene.after.tag[:2] not in ("NN", "JJ")


def _soon(m: re.Match[str], scene: Scene) -> bool:
    """ "soon" only of what is to come: "soon after" and "was soon replaced" count from something else."""
    if m.group() == "soon":
        return scene.tense == "future" and not (scene.before and scene.before.lower in ("as", "how", "too", "so"))
    return m.group() != "future" or scene.after is None or scene.after.tag[:2] not in ("NN", "JJ")


def _adjective(m: re.Match[str], scene: Scene) -> bool:
    token = scene.inside[-1] if scene.inside else None
    return (
        token is not None
        and token.tag.startswith("JJ")
        and scene.after is not None
        and scene.after.tag[:2] in ("NN", "JJ")
    )


def _part(m: re.Match[str], scene: Scene) -> bool:
    """ "in the morning", "by mid-afternoon", "at night"; not "the morning session"."""
    led = scene.before is not None and scene.before.lower in (
        "in",
        "by",
        "during",
        "at",
        "until",
        "before",
        "after",
        "since",
        "through",
        "that",
    )
    return led and not (scene.after is not None and scene.after.tag[:2] == "NN")


def _the_unit_now(m: re.Match[str], scene: Scene) -> bool:
    """ "for the week", "of the year": what is told of is over or under way."""
    return (
        scene.before is not None
        and scene.before.lower in ("of", "for", "in", "during", "through", "and", "over")
        and not (
            scene.after is not None
            and (
                scene.after.tag[:2] in ("NN", "VB", "CD")
                or scene.after.lower in ("before", "after", "of", "that", "when")
            )
        )
    )


def _last_day(m: re.Match[str], scene: Scene) -> bool:
    return FIRST_DAY.search(m.string, max(0, m.start() - 24), m.start()) is not None


def _day_ordinal(m: re.Match[str], scene: Scene) -> bool:
    """ "on the 5th", and not "on the 5th floor" or "the 45th president"."""
    led = scene.before is not None and scene.before.lower in ("on", "by", "until", "till", "since", "from")
    return led and (scene.after is None or scene.after.tag[:2] not in ("NN", "JJ", "CD", "VB"))


CHECKS = {
    "month": _month, "month-day": _month, "day-month": _month, "month-year": _month, "relative-month": _month,
    "part-of-date": _month, "part-of-day-month": _month, "last-day": _last_day,
    "day-ordinal": _day_ordinal, "weekday": _weekday,
    "part-of-weekday": _weekday, "year": _year, "season": _season, "quarter": _quarter, "the-quarter": _the_quarter,
    "the-unit-now": _the_unit_now, "duration": _duration, "duration-from": _duration, "stretch": _stretch,
    "clock": _clock, "part": _part, "adverb-of-set": _adverb, "recently": _recently, "soon": _soon,
    "current": _adjective,
}  # fmt: skip
"""By rule what else must hold of a match."""
