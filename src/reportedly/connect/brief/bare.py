"""Figures that do not say what they count, since the sentences before did: "the navy's figure of four", "it put them at
nine", "the police had spoken of 23"."""

from __future__ import annotations

import re
from collections.abc import Iterator
from dataclasses import replace

from reportedly.connect.brief.hints import hints_in
from reportedly.connect.brief.tolls import OTHERS, Toll, scope_of
from reportedly.connect.brief.words import in_lower_case
from reportedly.events.numbers import number_at
from reportedly.record import Span

LEADS = re.compile(
    r"\b(?:(?:figures?|counts?|tall(?:y|ies)|tolls?|numbers?|totals?|estimates?)\s+(?:of|at|is|was|to)|"
    r"(?:sp(?:oke|oken|eaks?|eaking)|talk(?:s|ed)?)\s+(?:at\s+the\s+time\s+)?of|(?:keep|kept|hold|held|stick|stuck)s?\s+to|put(?:s|ting)?\s+(?:it|them|that|the\s+\w+)\s+at|"
    r"(?:stood|stands?|standing)\s+(?:at|by)|(?:own(?:s|ed)|admit(?:s|ted)|confess(?:es|ed))\s+(?:up\s+)?to|"
    r"(?:included|counted)\s+(?:in|among)\s+the)\s+"
    r"(?:(?:just|only|about|around|some|the|its|their|his|her|at\s+least|more\s+than|nearly|almost|over|up\s+to|fewer\s+than|as\s+many\s+as)"
    r"\s+)*(?=\w)",
)
"""What stands before a figure whose noun is left out, in lower case."""
GIVEN = re.compile(
    r"\bthe\s+(?=(?P<n>[\w,-]+)\s+(?:given|announced|reported|stated|cited|published|counted|claimed)\b)", re.I
)
ALONE = re.compile(
    r"\s*(?:[.;:)\"”—–]|,(?!\d)|\Z|(?:and|but|or|on|by|in|for|from|because|since|when|while|as|which|that|out|earlier|"
    r"had|has|have|was|were|is|are|leaves?|left|includ\w+|exclud\w+|given|announced|reported|stated|cited|published|"
    r"counted|claimed)\b)",
    re.I,
)
"""What stands behind a figure whose noun is left out."""
OWNER = re.compile(
    r"\b(?P<who>(?:the|an?|[A-Z])[\w’' -]{1,50}?)['’]s\s+(?:(?:own|latest|first|last|earlier)\s+)?\Z", re.I
)
LEAVER = re.compile(
    r"(?:\A\W*|\b(?:whom|which|that|who)\s+)(?P<who>(?:the|an?|[A-Z])[\w’' -]{1,50}?)\s+(?:leaves?|left|omits?|omitted|"
    r"excludes?|excluded|keeps?|kept|counts?|counted|includes?|included)\b[^.;]*\Z",
    re.I,
)
SUBJECT = re.compile(
    r"\A\W*(?P<who>(?!(?:I|we|he|she|it|they|this|that)\b)(?:the|an?|[A-Z])[\w’'-]*(?:\s+[\w’'-]+){0,5}?)\s+"
    r"(?:(?:has|have|had|later|earlier|itself)\s+)*\Z",
    re.I,
)
VERB = re.compile(r"(?:sp|talk|put|st|own|admit|confess|ke|h)", re.I)
"""Beginnings of leads of which a subject gives the figure."""
LEFT_OUT = re.compile(
    r"\b(?:leav|left|omit|exclud|keep|kept)\w*\s+(?:out\s+of|from|off)\s+(?:(?:its|their|his|her|the)\s+)?\Z", re.I
)
EARLIER = re.compile(
    r"[^.;]{0,30}?\b(?:earlier|before|previously|initially|at\s+first)\b|\s+that\s+it\s+(?:had\s+)?g[ai]ven?\b", re.I
)


def bare_in(text: str, sentence: Span, before: Toll | None) -> Iterator[Toll]:
    """The figures of a sentence that leave out what they count; `before` is the last one that says it."""
    if before is None or not hints_in(text, sentence) >= {"number", "bare"}:
        return
    for lead in (*LEADS.finditer(in_lower_case(text), *sentence), *GIVEN.finditer(text, *sentence)):
        n = number_at(text, lead.end(), sentence[1])
        if n is None or not ALONE.match(text, n.end, sentence[1]) or text[n.end - 1] == "%":
            continue
        ahead = text[sentence[0] : lead.start()]
        who = (
            OWNER.search(ahead) or LEAVER.search(ahead) or (SUBJECT.search(ahead) if VERB.match(lead.group()) else None)
        )
        giver = who["who"] if who else None
        behind = scope_of(text[n.end : sentence[1]], "", before.of)
        yield replace(
            before, low=n.low, high=n.high, span=(n.start, n.end), word=lead.span(), how="stated", basis=n.basis,
            scope=f"without {OTHERS}" if LEFT_OUT.search(ahead) else behind, part=None, giver=giver,
            adds=False, onward=False, headline=False,
            outdated=bool(EARLIER.match(text, n.end, sentence[1])),
        )  # fmt: skip
