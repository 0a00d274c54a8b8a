"""One invented article as every endpoint shows it: the examples of the API's description."""

from __future__ import annotations

from reportedly.connect.changes import Change
from reportedly.connect.nouns import Happening, MentionRef, Origin, Origins, Story
from reportedly.ledger.identity import address_of, article_id, sha256_of
from reportedly.ledger.linked.nouns import FoundHappening, FoundStory, KeptChange, LinkedBatch
from reportedly.ledger.nouns import Happened, Kept, KeptRecord, Outcome, Said
from reportedly.record import Event
from reportedly.record.reference import example

URL = "https://harborpost.example/port"
SEEN = "2025-03-15T08:30:00Z"

_MADE = example()
_TEXT = _MADE.article.text
ID = article_id(address_of(URL), (None, None, ""))


def _span(words: str) -> tuple[int, int]:
    start = _TEXT.index(words)
    return start, start + len(words)


CLOSURE = Event(
    id="e1",
    trigger=_span("close"),
    sentence=(0, _span("would close.")[1]),
    type="COERCE",
    mode="restrict",
    quad="material_conflict",
    status="planned",
    factuality=1.5,
    according_to="s1",
)
RECORD = _MADE.model_copy(
    update={
        "article": _MADE.article.model_copy(update={"url": URL, "title": "Port may close"}),
        "events": (CLOSURE,),
    }
)
KEPT = Kept(
    id=ID, given="harbor-17", version=1, run=1, url=URL, outlet="The Harbor Post", title="Port may close",
    published="2025-03-15", day="2025-03-15", seen=SEEN, text_sha256=sha256_of(_TEXT),
)  # fmt: skip
KEPT_RECORD = KeptRecord(kept=KEPT, record=RECORD)
SAID = Said(ref=f"{ID}/s1", kept=KEPT, statement=RECORD.statements[0], content="that the port would close")
HAPPENED = Happened(ref=f"{ID}/e1", kept=KEPT, event=CLOSURE, trigger="close", teller=RECORD.statements[0])
HAPPENING = FoundHappening(
    happening=Happening(
        id="h2b9d01c44e8f7a6", type="COERCE", mode="restrict", quad="material_conflict", name="close",
        mentions=(MentionRef(article=ID, event="e1", trigger=CLOSURE.trigger),), articles=(ID,), status="planned",
        origins=Origins(
            at_least=1, at_most=1, chains=(("two officials", "Sky Tirana", ID),),
            origins=(Origin(key="anonymous:two officials", name="two officials", kind="anonymous", articles=(ID,)),),
        ),
    ),
    story="s5c3e90b7712fd04",
    since=SEEN,
)  # fmt: skip
STORY = FoundStory(
    story=Story(id=HAPPENING.story, articles=(ID,), happenings=(HAPPENING.happening,)),
    since=SEEN, day="2025-03-15", first_day="2025-03-15",
)  # fmt: skip
CHANGE = KeptChange(
    at=SEEN,
    story=HAPPENING.story,
    change=Change(
        kind="new_happening", happening=HAPPENING.happening.id, name="close", type="COERCE", after="planned",
        by=("two officials",), articles=(ID,), told_in=(ID,),
    ),
)  # fmt: skip
OUTCOME = Outcome(kind="new", source="-", name=URL, article=ID)
LINKED = LinkedBatch(articles=1, happenings=1, stories=1)
