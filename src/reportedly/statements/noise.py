"""What the heads mark and this record does not call a statement: names that are given, and requests to stay unnamed."""

from __future__ import annotations

import re

from reportedly.reader.tokens import Tokens
from reportedly.statements.draft import Draft

NAMING = re.compile(
    r"(?:(?:is|are|was|were|been|being|also|widely|better|locally|formerly|once|since|commonly|sometimes|what)\s+)*"
    r"(?:known|called|so-called|titled|entitled|named|dubbed|nicknamed|billed|voted|styled)(?:\s+\w+)?(?:\s+as)?",
    re.I,
)
UNNAMED = re.compile(
    r"(?:not\s+to\s+(?:be\s+(?:named|identified|quoted)|print|use|give)|(?:for\s+)?anonymity|that\s+(?:his|her|their)\s+names?)",
    re.I,
)
HANDLING = re.compile(
    r"(?:(?:can|could|has|had|have|will|would)\s+)?"
    r"(?:tells?|told|writes?|wrote|written|pointed\s+to|points\s+to|(?P<calling>call(?:s|ed)?))",
    re.I,
)
LONGEST_THING = 10
"""Tokens of a content that may only name a thing."""
ASKING = re.compile(r"\b(?:ask|request|insist|want|prefer|wish)\w*\b", re.I)


def without_noise(drafts: list[Draft], tokens: Tokens) -> list[Draft]:
    """Leave out a name that nobody in particular gives ("known as"), "asked not to be named", and things handled."""
    text = tokens.text
    return [
        d
        for d in drafts
        if not _is_naming(d, text) and not _asks_to_be_unnamed(d, text) and not _is_handling(d, tokens)
    ]


def _is_handling(draft: Draft, tokens: Tokens) -> bool:
    """ "can tell the difference", "writes thrillers", "pointed to a scar": a thing handled, nothing said of it."""
    if draft.cue is None or len(draft.content) != 1:
        return False
    m = HANDLING.fullmatch(tokens.text[slice(*draft.cue)])
    thing = tokens.within(draft.content[0])
    if not m or not thing or len(thing) > LONGEST_THING or any(t.text in '"“”‘:' for t in thing):
        return False
    if any(t.tag.startswith(("VB", "MD", "W")) or t.lower in ("that", "as", "to") for t in thing):
        return False
    if m.group("calling"):  # "called his mother", but not "called the plan a disgrace"
        nouns = [t for t in thing if t.tag.startswith("NN") and t.name not in ("DATE", "TIME")]
        return len(nouns) == 1 and thing[0].tag == "PRP$"
    return True


def _is_naming(draft: Draft, text: str) -> bool:
    return draft.source is None and draft.cue is not None and bool(NAMING.fullmatch(text[slice(*draft.cue)]))


def _asks_to_be_unnamed(draft: Draft, text: str) -> bool:
    if draft.cue is None or not draft.content:
        return False
    cue, start = text[slice(*draft.cue)], draft.content[0][0]
    return bool(ASKING.search(cue)) and bool(UNNAMED.match(text, start))
