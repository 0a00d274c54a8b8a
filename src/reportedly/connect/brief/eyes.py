"""What reporters saw with their own eyes."""

from __future__ import annotations

import re
from collections.abc import Iterator

from reportedly.connect.brief.carriers import capital
from reportedly.connect.brief.nouns import Voice
from reportedly.connect.brief.sentences import Sentences
from reportedly.record import Record

REPORTERS = re.compile(r"\b(?:reporters?|correspondents?|journalists?|photographers?|camera crew)\b")
WHO = ("reporter", "correspondent", "journalist", "photographer")
"""One of these stands wherever SAW, CAME or SEEN_BY fits."""
SAW = re.compile(
    r"\b(?P<det>[Aa]n?|[Oo]ur|[Oo]ne|[Tt]wo|[Tt]his)\s+(?P<name>(?:[A-Z][\w’'-]*\s+){0,4})"
    r"(?:reporters?|correspondents?|journalists?|photographers?)(?:\s+(?:for|from|of|with)\s+(?:the\s+|The\s+)?"
    r"(?P<of>(?:[A-Z][\w’'-]*\s*){1,4}))?(?P<place>[^.;,]{0,40}?)\s+(?:saw|watched|heard|witnessed|counted|observed|found)\b"
)
CAME = re.compile(
    r"\bwhen\s+(?:an?|our|one|two)\s+(?P<name>(?:[A-Z][\w’'-]*\s+){0,4})"
    r"(?:reporters?|correspondents?|journalists?|photographers?)(?P<of>(?!))?\s+"
    r"(?:arrived|came|reached|visited|passed|walked)\b"
)
"""What was so when a reporter came there."""
SEEN_BY = re.compile(
    r"\b(?:seen|witnessed|watched|counted|heard)\s+by\s+(?:an?|our|one|two)\s+(?P<name>(?:[A-Z][\w’'-]*\s+){0,4})"
    r"(?:reporters?|correspondents?|journalists?|photographers?)(?:\s+(?:for|from|of|with)\s+(?:the\s+)?"
    r"(?P<of>(?:[A-Z][\w’'-]*\s*){1,4}))?"
)


NOTHING = re.compile(r"\s*(?:that )?(?:no|nothing|nobody|none)\b", re.I)
"""What follows where a reporter saw no sign of it."""


def eyes_of(record: Record, sentences: Sentences) -> Iterator[Voice]:
    """A voice for every reporter who saw something, under the name of the outlet that the words give, else the
    article's own."""
    text = record.article.text
    if not any(who in text for who in WHO):
        return
    number = 0
    for pattern in (SAW, SEEN_BY, CAME):
        for m in pattern.finditer(text):
            if NOTHING.match(text, m.end()):
                continue
            sentence = sentences.at(m.start())
            outlet = (m["of"] or m["name"] or "").strip()
            outlet = outlet if outlet and capital(outlet) else record.article.outlet or ""
            number += 1
            yield Voice(
                statement=f"eyes{number}", name=f"{outlet} reporter".strip(), kind="outlet", named=bool(outlet),
                act="say", spans=(m.span(),), content=(sentence,), words=" ".join(m.group().split()),
                body_name=outlet or None, first_hand="reporter", harm=True, sentence=sentence,
            )  # fmt: skip
