"""Rules for words that name no date: "now", "recently", "soon", "at that time"."""

from __future__ import annotations

import re
from collections.abc import Callable

from reportedly.ground.times.rule import Reading, Rule
from reportedly.ground.times.scene import Scene


def _ref(value: str) -> Callable[[re.Match[str], Scene], Reading]:
    return lambda m, scene: Reading("DATE", value)


def _story_time(m: re.Match[str], scene: Scene) -> Reading | None:
    """ "at that time": in a story of other times the date that it is at."""
    if not scene.historic or scene.focus is None:
        return None
    return Reading("DATE", scene.focus.value)


RULES = (
    Rule(
        "now",
        r"(?:right |just )?now(?!-)|currently|at present|at the moment|nowadays|these "
        r"days|the present(?: (?:day|time))?|at this time|present-day",
        _ref("PRESENT_REF"),
        "now = PRESENT_REF; currently = PRESENT_REF",
    ),
    Rule(
        "current",
        r"current",
        _ref("PRESENT_REF"),
    ),
    Rule(
        "recently",
        r"(?:more |most |just |only )?recently|the (?:recent )?past(?! [a-z])|(?:in "
        r")?past (?:years|months|decades)",
        _ref("PAST_REF"),
        "recently = PAST_REF",
    ),
    Rule(
        "soon",
        r"soon(?! (?:as|after|before|became|began))|(?:the )?(?:near |foreseeable "
        r"|immediate |not[- ]too[- ]distant )?future(?!s)|the (?:near|short|long) "
        r"term|future (?:years|months|quarters|weeks|decades)",
        _ref("FUTURE_REF"),
        "the future = FUTURE_REF",
    ),
    Rule(
        "story-time",
        r"(?:that|this|the same|the) (?:time|date|period|moment)",
        _story_time,
    ),
)
"""Expressions that stand for the present, the past or what is to come."""
