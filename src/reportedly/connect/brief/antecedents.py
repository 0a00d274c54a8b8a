"""Who speaks that is only "it", "who" or "the pilot", by what stands before."""

from __future__ import annotations

import re

from reportedly.connect.brief.around import Around, Hearing
from reportedly.connect.brief.bodies import Body, body_named
from reportedly.connect.brief.hearing import in_full
from reportedly.connect.brief.lists import is_body_key, roles, singular, speaker_words
from reportedly.connect.brief.meant import subject_before
from reportedly.connect.brief.nouns import Voice
from reportedly.connect.brief.persons import person_in
from reportedly.connect.brief.whose import subject_of

RELATIVES = frozenset(["that", "which", "who", "what", "whom"])
NAME_BEFORE = re.compile(
    r"(?P<name>(?:[Tt]he\s+(?:[a-z-]+\s+){0,2})?[A-Z][\w’'-]*(?:\s+(?:of\s+(?:the\s+)?)?[A-Z][\w’'-]*){0,5}),?\s+$"
)
"""A name directly before "who" or "which"."""
LONGEST_NAME = 120
THE_ONE = re.compile(r"[Tt]he (?:[a-z]+ )?[a-z]+")
NEXT = 250
"""Characters from one statement to the next, at most, of which the second only says "the pilot"."""


def identified_before(v: Voice, around: Around, heard: Hearing) -> Voice | None:
    """The voice with whom its words stand for, where what is before tells this; None where it does not, or they are no
    such words."""
    words = (v.words or "").lower()
    if words == "it" and v.kind != "document":
        return _of_body(v, in_full(_body_of_it(v, around, heard), v.spans[0][0], around, heard))
    if words in RELATIVES:
        return _named_before(v, around)
    last = heard.voice
    if last and _is_the_same(v, last, heard):
        return v.model_copy(update={"person": last.person, "name": last.name, "kind": "person"})
    return None


def _of_body(v: Voice, body: Body | None) -> Voice | None:
    update = {"body": body.key, "body_name": body.name, "owner": body.owner} if body else {}
    return v.model_copy(update=update) if update else None


def _body_of_it(v: Voice, around: Around, heard: Hearing) -> Body | None:
    """The body that "it" stands for: the one that has just spoken in this sentence or the one before, else what that
    one is about; None where neither is a body."""
    if v.sentence is None:
        return None
    before = around.sentences.before(v.sentence)
    if before is None or "\n" in around.text[before[1] : v.sentence[0]]:
        before = v.sentence
    last = heard.voice
    if last and last.body and last.sentence in (before, v.sentence):
        return Body(last.body, last.body_name or last.body, last.owner)
    return subject_of(before, around) or subject_before(v.spans[0][0], around)


def _named_before(v: Voice, around: Around) -> Voice | None:
    """The voice of the person or the body whose name stands directly before a relative pronoun."""
    at = v.spans[0][0]
    m = NAME_BEFORE.search(around.text, max(0, at - LONGEST_NAME), at)
    body = body_named(m["name"], around.places) if m else None
    if body and is_body_key(body.key):
        return _of_body(v.model_copy(update={"kind": "organisation"}), body)
    person = person_in(m["name"]) if m else None
    return v.model_copy(update={"name": person[0], "person": person[1], "kind": "person"}) if person else None


def _is_the_same(v: Voice, last: Voice, heard: Hearing) -> bool:
    """Is "the pilot", of whom the article has not told before, the person who spoke last?"""
    if v.kind != "anonymous" or not THE_ONE.fullmatch(v.words or "") or not last.person or last.body:
        return False
    told = {*speaker_words()["bodies"], *roles(), *(g.split("#")[0] for g in heard.groups)}
    is_near = v.sentence and last.sentence and 0 <= v.sentence[0] - last.sentence[1] < NEXT
    return bool(is_near) and v.head is not None and v.head not in told and v.head == singular(v.head)
