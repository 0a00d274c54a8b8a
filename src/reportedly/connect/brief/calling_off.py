"""Words by which a text says that what was planned is off, and those by which it is only weighed."""

from __future__ import annotations

import re

from reportedly.connect.brief.words import in_lower_case
from reportedly.record import Span

CALLED_OFF = re.compile(
    r"\b(?:call(?:ed|ing|s)?\s+(?:it\s+|them\s+)?off|calling\s+off|scrapp(?:ed|ing)|cancel(?:l?ed|ling|s)?|"
    r"abandon(?:ed|s|ing)|shelv(?:ed|ing)|"
    r"put\s+off|postpon(?:ed?|ing|es)|avert(?:ed|ing|s)|did\s+not\s+(?:take\s+place|happen|go\s+ahead)|"
    r"will\s+not\s+(?:take\s+"
    r"place|go\s+ahead|happen|now)|would\s+not\s+(?:take\s+place|go\s+ahead)|there\s+will\s+be\s+no|stood\s+down|"
    r"(?:will|would|is|was|are|were)\s+not\s+(?:now\s+|after\s+all\s+)?(?:to\s+)?be\s+(?:held|signed|built|staged|sent|launched|carried\s+out)|"
    r"(?:str(?:uck|ikes|iking)\s+down|quash(?:ed|es|ing)|overturn(?:ed|s|ing)|annul(?:l?ed|s|ling)|threw\s+out|set\s+aside)\s+"
    r"(?:the|an?|its|his|her|that|this)\s+(?:[\w’'-]+\s+){0,2}?(?:order|decision|decree|ban|permit|licen[cs]e|plan|warrant)|"
    r"withdr(?:e|a)w(?:n|s|ing)?\s+(?:the|its|their|his|her|an?)\s+(?:[\w’'-]+\s+)?(?:notice|motion|bid|offer|invitation|threat|request|candidacy|application)|"
    r"scrubbed|aborted|axed|f(?:e|a)ll(?:en|s)?\s+through|backed\s+(?:out\s+of|down\s+over)|pulled\s+out\s+of|stopped\s+by\s+(?:an?|the)\s+(?:judge|court)|"
    r"rescinded|revoked|(?:drop(?:ped|s)|gave\s+up|given\s+up)\s+(?:(?:its|their|his|her|the|all)\s+)?(?:plans?|bid|scheme|proposal|idea)|suspend(?:ed|ing|s)|(?:will|would)\s+not\s+(?!be\s+(?:called|cancel|postpon|scrap|abandon|suspend|withdr)|end\b|stop\b)[^.,;]{2,60}\s+after\s+all|no\s+longer\s+(?:going|planned))\b",
)
"""In lower case."""
NOT_SO = re.compile(
    r"\b(?:(?:nothing|not|never)\b[^,;.]{0,25}|(?:(?-i:may)|might|could|consider\w*|think\w*\s+of|weigh\w*|mull\w*|"
    r"discuss\w*|likely|whether|if|want\w*|wish\w*|hop(?:e[ds]?|ing)|propos\w*|recommend\w*|suggest\w*|urg(?:e[ds]?|ing)|demand\w*|"
    r"ask\w*|threat\w*|refus\w*|den(?:y|ies|ied|ying))\b[^;.]{0,30})\Z",
    re.I,
)
"""Before words for what was called off: it was not, or is only weighed or wished."""
NEAR = 50
"""Characters before such words in which a NOT_SO can begin."""


def called_off_in(text: str, s: Span) -> re.Match[str] | None:
    """The words by which a sentence says that something is called off; None where it is not, or not yet."""
    m = CALLED_OFF.search(in_lower_case(text), *s)
    return m if m and not _is_unsure(text, s, m) else None


def is_only_weighed(text: str, s: Span) -> bool:
    """Does a sentence speak of calling off, and say that it was not done, or not yet?"""
    m = CALLED_OFF.search(in_lower_case(text), *s)
    return bool(m and _is_unsure(text, s, m))


def _is_unsure(text: str, s: Span, m: re.Match[str]) -> bool:
    return bool(NOT_SO.search(text, max(s[0], m.start() - NEAR), m.start()))
