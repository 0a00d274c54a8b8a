"""Whose papers an article quotes: statements, letters, reports."""

from __future__ import annotations

import re
from collections import Counter
from collections.abc import Iterator

from reportedly.connect.brief.around import Around, Hearing
from reportedly.connect.brief.bodies import Body, body_named, body_spoken_for
from reportedly.connect.brief.lists import is_body_key, speaker_words
from reportedly.connect.brief.sources import COPY_OF

SIGNED = re.compile(r"\bsigned by\s+(.+)$")
ISSUED_BY = re.compile(r"\b(?:by|from|of)\s+(?:the\s+)?([^,;]+)")
WHOSE = re.compile(
    r"(?P<by>(?:(?!(?:to|of|from|by|on|about|into|over|against|for|with|in|at)\s)[\w-]+\s)*[\w-]+)['’]s?\s"
)
"""Whose a paper is, before it ("the ministry's bulletin")."""
SEEN = re.compile(r"\s(?:that\swas\s)?(?:seen|obtained|reviewed|viewed|leaked|shown)\b.*")
"""How somebody came by a paper who did not write it."""
BEFORE_HEAD = re.compile(r"(?:an?|the|its|their|one|some)?\s*(?P<body>[\w’' -]+?)\s+[\w-]+$")
"""What kind of paper it is ("a police report")."""
WRITTEN = re.compile(
    r"[^.\n]{0,80}?\b(?:written|signed|drawn up|drafted|issued|prepared|compiled|sent)"
    r"\s+(?:on behalf of|by|from)\s+(?:the\s+)?(?P<by>[^,.;\n]+?)(?=\s+(?:by|to|on|in)\s|[,.;\n])"
)
"""Behind a paper: who wrote it."""
SAYING_IN = re.compile(r"\b(?P<by>[A-Z][\w’'-]+)\s+(?:writes|wrote|says|said)\s+in\s+(?:the|his|her)\s+\Z")
"""Before a paper: who says something in it."""
FARTHEST = 80
"""Characters before the end of a paper's name in which SAYING_IN is looked for."""


def issuer_of(words: str, head: str, around: Around, heard: Hearing) -> Body | None:
    """Who issued a paper: named beside it or elsewhere; of a statement also who issued the last one, or spoke most."""
    words = COPY_OF.sub("", words)
    own = SEEN.sub("", words)
    if signed := SIGNED.search(own):
        by = body_spoken_for([signed.group(1)], around.places)
    elif (m := WHOSE.match(own)) and (whose := body_named(m["by"], around.places)) and is_body_key(whose.key):
        by = whose
    elif m := ISSUED_BY.search(own):
        by = body_spoken_for([m.group(1)], around.places) or body_named(m.group(1), around.places)
    else:
        by = _kind(own, around)
    if by or own != words or head not in speaker_words()["issued"]:
        return by or _written_by(head, around) or _writing_in(head, around, heard)
    most = Counter(b.key for b in heard.bodies).most_common(1)
    return heard.issuer or next((b for b in heard.bodies if most and b.key == most[0][0]), None)


def _kind(words: str, around: Around) -> Body | None:
    """ "Police records": of the police."""
    m = BEFORE_HEAD.match(words)
    found = body_named(m["body"], around.places) if m else None
    return found if found and is_body_key(found.key) else None


def _written_by(head: str, around: Around) -> Body | None:
    """Who wrote it, where the article tells of this apart ("The letter was drawn up by the inspectorate")."""
    written = (WRITTEN.match(around.text, end) for end in _ends_of(head, around.text))
    m = next(filter(None, written), None)
    return body_spoken_for([m["by"]], around.places) or body_named(m["by"], around.places) if m else None


def _writing_in(head: str, around: Around, heard: Hearing) -> Body | None:
    """The body of whoever writes in it ("Brook writes in the letter")."""
    ends = _ends_of(head, around.text)
    said = (SAYING_IN.search(around.text, max(0, end - FARTHEST), end - len(head)) for end in ends)
    m = next(filter(None, said), None)
    surname = m["by"].lower() if m else None
    return next((body for person, (_, body) in heard.people.items() if person.split()[-1] == surname), None)


def _ends_of(word: str, text: str) -> Iterator[int]:
    """Where a word ends, wherever it stands in a text."""
    end = 0
    while (at := text.find(word, end)) >= 0:
        end = at + len(word)
        if not text[at - 1 : at].isalnum() and not text[end : end + 1].isalnum():
            yield end
