"""Whom "it" stands for that says something, by what stands before."""

from __future__ import annotations

from reportedly.connect.brief.around import Around, Hearing
from reportedly.connect.brief.bodies import Body
from reportedly.connect.brief.hearing import in_full
from reportedly.connect.brief.meant import opening
from reportedly.connect.brief.nouns import Voice
from reportedly.connect.brief.whose import subject_of


def body_of_it(v: Voice, around: Around, heard: Hearing) -> Body | None:
    """The body that "it" stands for: the one that has just spoken, in this sentence or the one before, else what that
    one is about; None where neither is a body, or at the start of a paragraph."""
    if (v.words or "").lower() != "it" or v.kind == "document" or v.sentence is None:
        return None
    before = around.sentences.before(v.sentence)
    last = heard.voice
    if last and last.body and last.sentence in (before, v.sentence):
        return Body(last.body, last.body_name or last.body, last.owner)
    if before is None or "\n" in around.text[before[1] : v.sentence[0]]:
        return None
    found = subject_of(before, around) or opening(around.text[slice(*before)], around)
    return in_full(found, v.spans[0][0], around, heard)
