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
    r"\b(?:[Tt]he\s+(?=[A-Z])|(?P<det>[Aa]n?|[Oo]ur|[Oo]ne|[Tt]wo|[Tt]his)\s+)(?P<name>(?:[A-Z][\w’'-]*\s+){0,4})"
    r"(?:reporters?|correspondents?|journalists?|photographers?)(?:\s+(?:for|from|of|with)\s+(?:the\s+|The\s+)?"
    r"(?P<of>(?:[A-Z][\w’'-]*\s*){1,4}))?(?P<place>[^.;,]{0,70}?)\s+(?:saw|watched|heard|witnessed|counted|observed|found)\b"
)
CAME = re.compile(
    r"\b[Ww]hen\s+(?:an?|our|one|two|this)\s+(?P<name>(?:[A-Z][\w’'-]*\s+){0,4})"
    r"(?:reporters?|correspondents?|journalists?|photographers?)(?P<of>(?!))?\s+"
    r"(?:arrived|came|reached|visited|passed|walked)\b"
)
"""What was so when a reporter came there."""
SEEN_BY = re.compile(
    r"\b(?:seen|witnessed|watched|counted|heard)\s+by\s+(?:an?|our|one|two)\s+(?P<name>(?:[A-Z][\w’'-]*\s+){0,4})"
    r"(?:reporters?|correspondents?|journalists?|photographers?)(?:\s+(?:for|from|of|with)\s+(?:the\s+)?"
    r"(?P<of>(?:[A-Z][\w’'-]*\s*){1,4}))?"
)
TO_BE_SEEN = re.compile(
    r"\b(?:could|can) be (?:seen|heard|smelt|smelled|felt)\b[^.;\n]{0,120}?"
    r"\b(?:[Oo]ur|an?|the|[A-Z]\w+['’]s)\s+(?P<name>)(?P<of>)(?:[A-Z]\w+\s+)?(?:reporters?|correspondents?|photographers?)\b"
)
"""What was to be seen where the outlet's reporter was."""
LOOKED = ("saw", "watched", "counted", "witnessed")
NOTHING = re.compile(r"\s*(?:that )?(?:no|nothing|nobody|none)\b", re.I)
"""What follows where a reporter saw no sign of it."""
PAPERS = re.compile(
    r"\s+(?:an?|the|this|that|its)?\s*(?:\w+\s+)?(?:cop(?:y|ies)|documents?|letters?|papers?|emails?|e-mails?|figures|draft)\b"
)
"""What follows where an outlet has only read of it."""


def eyes_of(record: Record, sentences: Sentences) -> Iterator[Voice]:
    """A voice for every reporter who saw something, under the name of the outlet that the words give, else the
    article's own."""
    text, own = record.article.text, record.article.outlet or ""
    patterns = (SAW, SEEN_BY, CAME, TO_BE_SEEN) if any(who in text for who in WHO) else ()
    number = 0
    for pattern in (*patterns, *_outlet_saw(own, text)):
        for m in pattern.finditer(text):
            if NOTHING.match(text, m.end()) or PAPERS.match(text, m.end()):
                continue
            sentence = sentences.at(m.start())
            outlet = (m["of"] or m["name"] or "").strip()
            outlet = outlet if outlet and capital(outlet) else own
            number += 1
            yield Voice(
                statement=f"eyes{number}", name=f"{outlet} reporter".strip(), kind="outlet", named=bool(outlet),
                act="say", spans=(m.span(),), content=(sentence,), words=" ".join(m.group().split()),
                body_name=outlet or None, first_hand="reporter", harm=True, sentence=sentence,
            )  # fmt: skip


def _outlet_saw(outlet: str, text: str) -> list[re.Pattern[str]]:
    """How an outlet tells that it saw something itself: by its name, by the last word of this, or as "this newspaper".
    No pattern, where the text holds none of these."""
    words = outlet.removeprefix("The ").split()
    names = {" ".join(words), *words[-1:], "his newspaper"}
    called = [re.escape(f"{name} {verb}") for name in names for verb in LOOKED if name and f"{name} {verb} " in text]
    return [re.compile(rf"(?P<name>)(?P<of>)(?:{'|'.join(called)})\b")] if called else []
