"""Whom one hospital took in: a part of the hurt, and of the dead, however it is told."""

from __future__ import annotations

import re

from reportedly.connect.brief.sentences import sentences_of
from reportedly.connect.brief.tolls import Toll

HOUSE = r"(?:[Hh]ospital|[Cc]linic|[Ii]nfirmary|[Mm]edical\s+[Cc]ent(?:re|er))"
ONE_HOUSE = re.compile(
    rf"(?:\b(?:[Tt]he|[Ii]ts|[Oo]ne|[Tt]his)\s+|\w['’]s?\s+)(?:[\w’'-]+\s+){{0,3}}?{HOUSE}\b|\b(?:[A-Z][\w.’'-]+\s+){{1,4}}{HOUSE}\b"
)
"""One hospital, not any ("in hospital", "to hospitals")."""
STAFF = re.compile(
    r"\b(?:hospital|clinic|infirmary|physician|surgeon|matron|nurse|medical\s+director|doctor\s+in\s+charge|ward)\b",
    re.I,
)
"""Who counts only those whom they treat."""
CARE = re.compile(
    r"\b(?:treat(?:ed|ing|s)?|admit(?:ted|ting|s)?|t[ao]ken?\s+in|took\s+in|receiv(?:ed|ing|es)|car(?:ed|ing|es)\s+for|"
    r"look(?:ed|ing|s)?\s+after|operat(?:ed|ing)\s+on|dressed|ma[dk]e\s+room|(?:brought|carried|taken|moved)\s+(?:in)?to|"
    r"(?:is|are|was|were|lie|lay|remain(?:ed)?)\s+(?:still\s+)?(?:in|at))\b",
    re.I,
)
EVERYBODY = re.compile(r"\b(?:all|every\w*)\s+(?:of\s+)?(?:the\s+)?\Z|\bhospitals\b", re.I)
ALL_HURT = re.compile(
    r"\b(?:injured|hurt|wounded|burned|sick|ill)\s+and\s+(?:were\s+)?(?:treated|taken|brought|carried|admitted|moved)\b",
    re.I,
)
"""Words by which a whole comes to a hospital, not those whom it saw."""
DIED_THERE = re.compile(r"\bdied\s+(?:there|here|in\s+it)\b", re.I)
BODIES = re.compile(r"\bbod(?:y|ies)\b", re.I)
CARED_FOR = frozenset({"injured", "ill"})


def is_of_one_hospital(t: Toll, source: str | None, text: str) -> bool:
    """Does a figure count those whom one hospital took in: by its words, or by those of somebody who works there?"""
    if t.what in CARED_FOR and STAFF.search(_called(source)):
        return True
    start, end = sentences_of(text).at(t.span[0])
    died_there = t.what == "killed" and bool(DIED_THERE.search(text, start, end))
    bodies = t.what == "killed" and bool(BODIES.search(text, start, t.span[1] + len(" bodies")))
    if not (t.what in CARED_FOR or died_there or bodies):
        return False
    if EVERYBODY.search(text[start : t.span[0]]) or ALL_HURT.search(text, start, end):
        return False
    return bool((died_there or ONE_HOUSE.search(text, start, end)) and CARE.search(text, start, end))


def _called(source: str | None) -> str:
    """What a source is called first, without what else is told of it."""
    return re.split(r" \| |,\s+wh", source or "")[0]
