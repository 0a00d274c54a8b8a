"""Whom a figure includes or leaves out, where others count otherwise."""

from __future__ import annotations

import re

from reportedly.connect.brief.hints import hints_in

OWN_PEOPLE = "own people only"
"""The scope of a figure that counts only the people of whoever gives it."""
SOME_ONLY = "some only"
"""The scope of one that counts only some of those whom others count."""
OTHERS = "others"
"""Whom a figure includes or leaves out, where no word for them is known."""
SCOPE_WORDS = re.compile(
    r"\b(?P<attacker>(?:suicide\s+)?bombers?|gunm[ae]n|attackers?|shooters?|suspects?|hijackers?|killers?|"
    r"man\s+who\s+\w+|men\s+who\s+\w+|assailants?)\b|"
    r"\b(?P<other>crew\s?members|"
    r"crew|drivers?|conductors?|pilots?|staff|contract\s+workers|contractors|subcontractors|missing|unborn|guards|rescuers|soldiers|"
    r"police\s+officers|"
    r"foreigners|passengers|rebels|militants|fighters|civilians)\b",
    re.I,
)
CREW = re.compile(r"crew\s?members?|drivers?|conductors?|pilots?|staff")
WITH = re.compile(
    r"\b(?:including|includ(?:es|ed|e)|counts?|counting|counted|among\s+(?:them|whom|the\s+dead)(?:\s+(?:is|was|were|"
    r"are))?)"
    r"\s+(?:also\s+)?(?P<x>[^.;,]{3,40})",
    re.I,
)
WITHOUT = re.compile(
    r"\b(?:not\s+(?:counting|including)|exclud(?:es|ing|ed|e)|leav(?:es|ing)\s+out|left\s+out|without(?:\s+counting)?|"
    r"(?:do|does|did)\s+not\s+(?:include|count)|apart\s+from|other\s+than|besides|in\s+addition\s+to|aside\s+from|"
    r"(?:was|were|is|are)\s+not\s+(?:included|counted))\s+(?P<x>[^.;,]{3,40})",
    re.I,
)
LIMITING = (
    "inclu", "count", "leav", "left out", "exclu", "only", "limit", "confin", "restrict", "payroll", "employ",
    "without", "among", "takes in", "take in", "took in", "adds", "one added", "covers", "contains", "omit", "apart",
    "other than", "beside", "addition", "aside",
    "of its", "of their", "of his", "of her", "of the",
)  # fmt: skip
"""One of these stands wherever one of the patterns below fits."""
EMPLOYED = r"(?:employees|staff|workers|personnel|crew|miners|drivers|members|employed)"
OWN_ONLY = re.compile(
    rf"\A\s+of\s+(?:its|their|his|her)\s+(?:own\s+)?(?:\w+\s+)?{EMPLOYED}\b|"
    rf"\A(?:\s+{EMPLOYED})?\s+of\s+the\s+(?:company|firm|operator|group|employer|contractor|airline|railway|mine|plant|line|concern)\b|"
    r"\A[^.;,]{0,40}?\b(?:on\s+(?:the|its|their)\s+(?:own\s+)?payroll|in\s+its\s+employ|employed\s+by)\b|"
    r"\bcount(?:s|ed|ing)?\s+(?:only\s+)?(?:its|their|our)\s+own\b",
    re.I,
)
"""What limits a figure to the people of whoever gives it: "two of its workers", "the firm counts only its own"."""
ONLY_SOME = re.compile(
    r"\bonly\s+[^.;]{3,90}?\s+(?:is|are|was|were)\s+(?:included|counted|listed)\b|\b(?:counts?|counted|counting|covers?|covered|"
    r"lists?|includes?|included)\s+only\b|\b(?:limited|confined|restricted)\s+to\b",
    re.I,
)
"""What limits a figure to some of those whom others count."""
LEAVES_OUT = re.compile(
    r"\b(?:not\s+(?:counting|including)|exclud(?:es|ing|ed|e)|leav(?:es|ing)\s+out|left\s+out|(?:do|does|did)\s+not\s+"
    r"(?:include|count)|(?:was|were|is|are)\s+not\s+(?:included|counted))\b",
    re.I,
)
FIGURE = r"(?:figures?|numbers?|sums?|totals?|counts?|tall(?:y|ies)|tolls?|lists?|amounts?|costs?)"
TAKE_IN = r"(?:includ(?:es?|ed|ing)|t[ao]kes?\s+in|took\s+in|counts?|counted|adds|added|covers|contains)"
TAKES_IN = re.compile(
    rf",\s+(?:those|the|all|even)\b[^.;]{{3,60}}?\s+included\b|\A[^.;]{{0,60}}?\bha[ds]\s+included\b|"
    rf"\b{FIGURE}(?:\s+(?:of|in|that|which|also|it|he|she|they|[\d,]+)|,\s+\w+\s+said,){{0,4}}?\s+{TAKE_IN}\s+(?!only\b)|"
    rf"\b(?:because|for|since|if)\s+(?:it|he|she|they|one|you)\s+(?:also\s+)?{TAKE_IN}\s+(?!only\b)|"
    rf"\A(?:\W*the\s+[\w-]+|,\s+\w+\s+said,|)\s+(?:also\s+)?(?:include|counts?\s|takes?\s+in\s|took\s+in\s|adds?\s)",
    re.I,
)
OTHER_FIGURE = re.compile(
    rf"\b(?:lower|smaller|earlier)\s+{FIGURE}\s+(?:\w+\s+)?(?P<out>leaves?\s+out|left\s+out|exclud\w+|(?:do|does|did)\s+not\s+"
    rf"(?:include|count))|\b(?:higher|larger|bigger)\s+{FIGURE}\s+(?:\w+\s+)?{TAKE_IN}\s",
    re.I,
)
"""Words by which a text says of the lower figure that it leaves out, or of the higher that it takes in, whom the one
just given does not."""
LEFT_OUT_BY_OTHERS = re.compile(
    r"\b(?:which|whom|who|that)\s+[^.;]{2,60}?\s+(?:(?:had\s+|has\s+|have\s+)?(?:left\s+out|omitted|excluded)|leaves?\s+out|omits?|excludes?|"
    r"(?:had|has|have|did|does|do)\s+not\s+(?:been\s+)?(?:count|includ)\w*)\b",
    re.I,
)
"""Behind a figure: what those who give another one leave out."""
"""Words by which a figure leaves out or takes in whomever: more than "including two children" does."""
AMONG_THEM = re.compile(
    r"\b(?:the|its|their)\s+(?P<x>[\w ]{3,25}?)\s+(?:is|was)\s+(?P<not>not\s+)?(?:counted\s+)?(?:among|one\s+of)\s+"
    r"(?:the|those|them)\b",
    re.I,
)
"""A sentence on one person whom a figure holds: "The pilot is among the nine"."""
FIGURE_AGAIN = re.compile(
    r"^\W*the\s+[\w-]+\s+(?:also\s+|do\s+not\s+)?(?:include|count)\b|"
    r"^[^.]{0,30}\b(?:count|figure|toll|number|total|tally|sum|amount|cost)\b(?!\s+of\s+(?!the\b))",
    re.I,
)


def scope_of(rest: str, following: str, of: str | None) -> str | None:
    """What a figure says that it includes or leaves out, from the words behind it and a sentence that takes it up."""
    said = f"{rest} {following}".lower()
    if not any(word in said for word in LIMITING):
        return "without crew" if of == "passengers" else None
    own = OWN_ONLY.search(following)
    if OWN_ONLY.search(rest) or (own and "number" not in hints_in(following[: own.start()])):
        return OWN_PEOPLE
    if ONLY_SOME.search(rest) or ONLY_SOME.search(following):
        return SOME_ONLY
    places = [rest.split(";", maxsplit=1)[0]] + ([following] if FIGURE_AGAIN.match(following) else [])
    for words in places:
        for sign, pattern in (("without", WITHOUT), ("with", WITH)):
            for m in pattern.finditer(words):
                x = SCOPE_WORDS.search(m["x"])
                if x is None:
                    continue
                return f"{sign} {_who(x)}"
    among = AMONG_THEM.search(following)
    if among and (x := SCOPE_WORDS.search(among["x"])):
        return f"{'without' if among['not'] else 'with'} {_who(x)}"
    if other := OTHER_FIGURE.search(following):
        return f"{'with' if other['out'] else 'without'} {OTHERS}"
    if any(LEFT_OUT_BY_OTHERS.search(words) for words in places):
        return f"with {OTHERS}"
    for sign, pattern in (("without", LEAVES_OUT), ("with", TAKES_IN)):
        if any(pattern.search(words) for words in places):
            return f"{sign} {OTHERS}"
    return "without crew" if of == "passengers" else None


def _who(x: re.Match[str]) -> str:
    """Whom a scope is about, in one word."""
    return "attacker" if x["attacker"] else CREW.sub("crew", x["other"].lower())
