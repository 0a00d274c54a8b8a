"""What stands before the name of an outlet: "told", "citing", "repeated by"."""

from __future__ import annotations

import re
from collections.abc import Iterator
from functools import lru_cache

from reportedly.connect.brief.words import words_of

BY = (
    "reported|carried|published|broadcast|aired|repeated|relayed|spread|circulated|posted|printed|run|picked up"
    "|put about|passed on|put out|started|launched|quoted|cited|interviewed|seen|obtained|reviewed|viewed|heard"
    "|distributed|made|claimed|written|shared|amplified|reprinted|republished|told|shown"
    "|translated|found|uncovered|unearthed|revealed|disclosed|described|detailed"
)
PIECE = (
    "reports?|article|story|stories|account|interview|column|dispatch|claims?|rumou?rs?|broadcast|post|item|piece"
    "|translations?|summary|transcript|excerpts?|recordings?|video|footage|clip|investigation|remarks|comments|letter|allegations?|message|bulletin|version|programme|program|appearance"
)
WHEN = r"(?:\s+(?:\w+ly|first|earlier|later|on \w+|last \w+|this \w+|yesterday|today))?"
BEFORE = re.compile(
    rf"(?:\b(?:(?P<told>told|tells|telling|(?:spoke|[Ss]peaking|speaks|talking|talked)\s+(?:to|with|on)|(?:an\s+)?interview"
    rf"(?:ed)?\s+(?:with|by|to|on|for)|(?:shown|leaked|given|sent|confirmed|admitted|said|spoken|provided|passed)\s+to"
    rf"|(?:in\s+)?(?:comments|remarks)\s+to|shared\s+with)"
    rf"|(?P<cited>[Cc]iting|cites|cited|[Qq]uoting|quotes|[Aa]ccording\s+to|attributed\s+to|credited\s+to|relying\s+on"
    rf"|(?:came|comes|took|taken|copied|lifted|borrowed)\s+(?:\w+\s+){{0,3}}?from|(?:media|outlets|newspapers|broadcasters|websites),?\s+including|translated\s+from|sourced\s+to|referring\s+to|learned\s+from)"
    rf"|(?P<carried>(?:{BY})(?:\s+and\s+\w+ed)?{WHEN}\s+(?:by|on|in)|(?:{PIECE}){WHEN}\s+(?:in|by|on|from|of|for|made\s+by)"
    rf"|appear(?:ed|ing|s){WHEN}\s+(?:in|on)"
    rf"|(?:reporters?|journalists?|correspondents?|photographers?)\s+(?:for|of|from|with|at))"
    rf")|(?P<said>,[\"”’]?\s+(?:reports|reported|writes|wrote|said|says)))\s+"
)
"""Words before a name. The reading names relays only where it knows the outlet; these go by the words around it."""
OPENS = re.compile(
    r"(?:told|tells|telling|[Ss]peaking|speaks|spoken?|talking|talked|an|interview(?:ed)?|shown|leaked|given|sent|confirmed"
    r"|admitted|said|provided|passed|in|comments|remarks|[Cc]iting|[Qq]uoting|quotes|cites|[Aa]ccording|attributed|credited"
    r"|relying|came|comes|took|taken|copied|lifted|borrowed|media|outlets|newspapers|broadcasters|websites|translated|sourced"
    rf"|referring|learned|{PIECE}|{re.sub(' [a-z]+', '', BY)}|appear(?:ed|ing|s)|reporters?|journalists?"
    r"|correspondents?|photographers?)\Z"
)
"""What the first of these words can be."""
PART = re.compile("[^'’]+")
SAYS = re.compile(r",[\"”’]?\s+(?:reports|reported|writes|wrote|said|says)\s")
"""Where they begin with a comma."""


def introducing(text: str) -> Iterator[re.Match[str]]:
    """Every BEFORE of a text. (To search for it would stop at every word; most can begin none.)"""
    words, at = words_of(text), 0
    opening = (start + k for start, word in zip(words.starts, words.all, strict=True) for k in _opening(word))
    for start in sorted([*opening, *(m.start() for m in SAYS.finditer(text))]):
        if start >= at and (m := BEFORE.match(text, start)):
            yield m
            at = m.end()


@lru_cache(maxsize=50_000)
def _opening(word: str) -> tuple[int, ...]:
    """Where in a word one begins that can open it: at its start, or behind an apostrophe that lacks its blank."""
    return tuple([m.start() for m in PART.finditer(word) if OPENS.match(m[0])])
