"""Small stories made by hand: articles that tell one happening, for the rules of lineage and origins."""

from __future__ import annotations

from collections.abc import Sequence
from hashlib import sha256

from reportedly.connect.brief import Brief, Mention, Passing, Voice
from reportedly.connect.brief.nouns import PassedBy
from reportedly.connect.copies import article
from reportedly.connect.happenings import Cluster
from reportedly.connect.nouns import CopyGroup, Link, Origins
from reportedly.connect.origins import origins_of
from reportedly.connect.told import Telling

WORDS = (("bomb", 1), ("market", 1), ("dead", 1))


def body(key: str, owner: str | None = None, name: str | None = None) -> Voice:
    """A body that says it happened, in its own name."""
    return Voice(
        statement="?", kind="organisation", named=True, act="say", body=key, body_name=name or key, owner=owner,
        words=name or key, name=name or key,
    )  # fmt: skip


def person(key: str, body: str | None = None, first_hand: str | None = None) -> Voice:
    """A named person who says so, perhaps for a body."""
    return Voice.model_validate(
        {
            "statement": "?", "kind": "person", "named": True, "act": "say", "person": key, "body": body,
            "body_name": body, "words": key, "name": key, "first_hand": first_hand,
        }
    )  # fmt: skip


def unnamed(noun: str, number: int = 1, of_body: str | None = None) -> Voice:
    """Unnamed people who say so, told apart from others by their number."""
    return Voice(
        statement="?", kind="anonymous", act="say", words=f"two {noun}s", name=f"two {noun}s", head=noun, people=2,
        group=f"{noun}#{number}", of_body=of_body,
    )  # fmt: skip


def reporter(outlet: str) -> Voice:
    """What a reporter saw."""
    return Voice(
        statement="?", kind="outlet", act="say", words=f"A {outlet} reporter saw", body_name=outlet,
        first_hand="reporter", harm=True,
    )  # fmt: skip


def only(voice: Voice, stance: str) -> Voice:
    """The same voice, which only answers or is silent."""
    return Voice.model_validate(voice.model_dump() | {"stance": stance})


def told(
    outlet: str | None, *voices: Voice, passes: Sequence[str] = (), how: PassedBy = "reported", day: int = 1
) -> Brief:
    """An article that tells one happening: each voice and each outlet passed on in a sentence of its own."""
    spans = [(10 * k, 10 * k + 9) for k in range(len(voices) + len(passes) + 1)]
    mentions = [
        Mention(
            event=f"e{k}", trigger=(a + 1, a + 3), sentence=(a, b), word="blast", lemma="blast", type="ASSAULT",
            status="occurred",
        )
        for k, (a, b) in enumerate(spans)
    ]  # fmt: skip
    said = [
        v.model_copy(update={"statement": f"s{k}", "content": (spans[k],), "sentence": spans[k], "spans": (spans[k],)})
        for k, v in enumerate(voices)
    ]
    passings = [
        Passing(outlet=p, spans=(at,), sentence=at, how=how, words=("bomb", "market"))
        for p, at in zip(passes, spans[len(voices) :], strict=False)
    ]  # fmt: skip
    used = mentions[: len(voices) + len(passes)] or mentions[:1]
    key = f"{outlet} {day} {[v.name for v in voices]} {list(passes)}"
    return Brief(
        id=f"id {key}", outlet=outlet, published=f"2025-03-{day:02}", text_sha256=sha256(key.encode()).hexdigest(),
        words=30, terms=WORDS, mentions=tuple(used), voices=tuple(said), passings=tuple(passings),
    )  # fmt: skip


def leading(b: Brief) -> Brief:
    """The same article, which tells it in its lead."""
    return b.model_copy(update={"mentions": tuple(m.model_copy(update={"lead": True}) for m in b.mentions)})


def copied(original: Brief, *copies: Brief) -> CopyGroup:
    """A group of copies."""
    links = tuple(Link(kind="copy_of", start=article(c), end=article(original), by="test") for c in copies)
    return CopyGroup(original=original.id, articles=(original.id, *(c.id for c in copies)), links=links)


def telling(briefs: Sequence[Brief], *copies: CopyGroup) -> Telling:
    """The story of these articles."""
    ordered = sorted(briefs, key=lambda b: b.order)
    return Telling(ordered, copies)


def rests_on(briefs: Sequence[Brief], *copies: CopyGroup) -> Origins:
    """The origins of what all these articles tell."""
    story = telling(briefs, *copies)
    return origins_of(Cluster(tuple((b, m) for b in story.briefs for m in b.mentions)), story)
