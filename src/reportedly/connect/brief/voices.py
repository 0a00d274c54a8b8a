"""Who speaks in one record: which person, for which body, how many, at first hand or not."""

from __future__ import annotations

import re
from collections.abc import Sequence

from reportedly.connect.brief.antecedents import body_of_it
from reportedly.connect.brief.around import Around, Hearing
from reportedly.connect.brief.attributed import attributed, with_source
from reportedly.connect.brief.bodies import Body, demonym
from reportedly.connect.brief.eyes import NOTHING, eyes_of
from reportedly.connect.brief.hearing import (
    body_of,
    group_of,
    in_full,
    is_telling,
    people_named,
    person_of,
    thing_of,
)
from reportedly.connect.brief.lists import speaker_words
from reportedly.connect.brief.nouns import Voice
from reportedly.connect.brief.places import Places
from reportedly.connect.brief.sentences import sentences_of
from reportedly.connect.brief.sources import (
    PRONOUNS,
    affiliation_of,
    first_hand_of,
    head_of,
    is_reporter,
    only_weighs,
    people_in,
    phrases_of,
)
from reportedly.connect.brief.stance import only_alleged, says_not, stance_of, taken_for_known, tells_of_harm
from reportedly.connect.brief.stands import is_of_a_group, of_them, stand_of
from reportedly.record import Entity, Record, Statement, overlaps

JOINT = re.compile(r"\s+and\s+(?:the|its|a)\s+")
"""Between two who speak together: the first stands for both."""
INTRODUCED = re.compile(r"[Tt]he\s+([a-z]+),\s+[A-Z]")
EDITORS = frozenset(["editor", "editor-in-chief"])
"""Who speaks for an outlet."""
ANYBODY = frozenset(["person", "member", "insider", "source", "individual"])
"""Words for somebody that say nothing of what he is, which another may later."""
ONE = re.compile(r"(?:an?|one|his|her|its|their|the)\s", re.I)
"""How somebody is told of first who is not named yet."""
OF_OUTLET = re.compile(r"(?:[Aa]n?|[Tt]he|[Oo]ne|[Tt]wo)\s+(?P<of>[A-Z][\w’'-]*(?:\s+[A-Z][\w’'-]*)*)\s+[a-z]")
"""A reporter with his outlet's name ("a Bay Wire reporter")."""
BESIDE_DATELINE = re.compile(r"^[A-Z][A-Z .,’'-]{2,40}(?:,? [A-Z][a-z]+\.? \d{1,2})?(?: \([^)]*\))? [—–-]+ (?=\S)")
"""A dateline that the reading took for the beginning of the source."""
RELATIVES = frozenset(["that", "which", "who", "what", "whom"])
DATELINE = re.compile(r"^[A-Z][\w .,-]*\([^)]*\)$")
"""A dateline that the reading took for a source: who speaks is who spoke before, or nobody."""


def voices_of(record: Record) -> tuple[Voice, ...]:
    """Every statement of the record, in order, and what reporters saw."""
    around = Around(record, {e.id: e for e in record.entities}, Places.of(record), sentences_of(record.article.text))
    heard = Hearing(people_named(around))
    out = []
    statements = (*(with_source(s, record) for s in record.statements), *attributed(record, around.sentences))
    for s in sorted(statements, key=lambda s: min((*s.source.spans, *s.cue, *s.content), default=(0, 0))):
        voice = _voice(s, around, heard)
        out.append(voice)
        _remember(voice, heard)
    out = _named_next(_named_later(out), around.text)
    known = {s for v in out if v.first_hand == "reporter" for s in v.spans}
    for eyes in eyes_of(record, around.sentences):
        if not any(overlaps(x, y) for x in eyes.spans for y in known):
            out.append(eyes.model_copy(update={"harm": tells_of_harm(around.text[slice(*eyes.content[0])])}))
    return tuple(out)


def _named_later(voices: Sequence[Voice]) -> list[Voice]:
    """The voices, those of somebody who is first "a driver" and then "the driver, Ada Brook," under the name."""
    names = {f"{m[1]}#1": v for v in voices if v.person and (m := INTRODUCED.match(v.words or ""))}
    return [
        v.model_copy(update=_as_named(v, n))
        if not v.person and v.people == 1 and (n := names.get(v.group or "")) else v for v in voices
    ]  # fmt: skip


def _as_named(v: Voice, n: Voice) -> dict[str, object]:
    """What makes the voice of somebody unnamed that of a person; a hospital's doctor speaks for it."""
    of_care = v.first_hand == "care" and v.of_body and not n.body
    body: dict[str, object] = {"body": v.of_body, "body_name": v.of_body} if of_care else {}
    return {"person": n.person, "name": n.name, "group": None} | body


def _named_next(voices: Sequence[Voice], text: str) -> list[Voice]:
    """The voices, the one whom the article begins with ("a passenger said") under the name of who speaks next, where
    the article tells nothing of the two apart."""
    first = next((k for k, v in enumerate(voices) if v.group and v.people == 1 and ONE.match(v.words or "")), None)
    if first is None or first + 1 == len(voices):
        return list(voices)
    v, n = (
        voices[first],
        next((n for n in voices[first + 1 :] if _may_be_named(n)), None),
    )
    if "\n" in text[: v.spans[0][0]].strip():
        return list(voices)
    if n is None or not n.person or n.body or not n.name or text.find(n.name) < v.spans[0][1]:
        return list(voices)
    return [x.model_copy(update=_as_named(x, n)) if x.group == v.group else x for x in voices]


def _may_be_named(v: Voice) -> bool:
    return v.kind != "outlet" and v.words is not None and v.words.lower() not in PRONOUNS | RELATIVES


def _voice(s: Statement, around: Around, heard: Hearing) -> Voice:
    entity = around.entities.get(s.source.entity or "")
    words = BESIDE_DATELINE.sub("", " ".join((s.source.text or "").split())) or None
    if words and s.source.spans:
        first = JOINT.split(words)[0] if s.source.kind in ("group", "organisation") else words
        entity = entity if first == words else None
        words = first
        words = of_them(words, s.source.spans[0], around)
    if words and s.source.kind == "person" and is_of_a_group(words, heard):
        entity = None
        s = s.model_copy(update={"source": s.source.model_copy(update={"entity": None, "kind": "anonymous"})})
    head = head_of(words)
    content = " ".join(around.text[a:b] for a, b in s.content)
    told = [(span, around.events_in(span)) for span in s.content]
    at = (*s.source.spans, *s.cue, *s.content)[:1]
    bare = Voice(
        statement=s.id, name=entity.name if entity else words, key=entity.key if entity else None,
        kind=s.source.kind, named=s.source.named, role=entity.role if entity else None, act=s.act, relay=s.relay,
        parent=s.parent, spans=(*s.source.spans, *s.cue), content=s.content, words=words, head=head,
        stance=stance_of(s, around.text, content), harm=tells_of_harm(content), says_not=says_not(content),
        refers=taken_for_known(s, around.text, told), alleges=only_alleged(content, around.text, told),
        sentence=around.sentences.at(at[0][0]) if at else None,
    )  # fmt: skip
    if words is None or _is_own(bare, s, around):
        return bare
    stand = stand_of(bare, around, heard) if s.source.spans else None
    if stand:
        s = s.model_copy(update={"source": s.source.model_copy(update={"entity": stand.id})})
        return _called(bare.model_copy(update={"kind": "person", "role": stand.role}), stand, s, (around, heard))
    if body := body_of_it(bare, around, heard):
        spoken = bare.model_copy(update={"body": body.key, "body_name": body.name, "owner": body.owner})
        hand = first_hand_of(spoken, content, s, around.text)
        return spoken.model_copy(update={"first_hand": hand}) if hand else spoken
    if (
        DATELINE.match(words)
        or (words.lower() == "it" and s.source.kind == "document")
        or words.lower() in RELATIVES
        or (words.lower() in PRONOUNS and not is_telling(entity, around, heard))
        or (words.lower() in ("he", "she") and not _is_person(entity) and _has_just_spoken(bare, around, heard))
    ):
        return _as_before(bare, heard)
    return _identified(bare, s, around, heard)


def _is_person(entity: Entity | None) -> bool:
    return entity is not None and entity.kind == "person" and entity.key is not None


def _has_just_spoken(v: Voice, around: Around, heard: Hearing) -> bool:
    """Did somebody named speak last, in this sentence or the one before?"""
    last = heard.voice
    near = (v.sentence, around.sentences.before(v.sentence) if v.sentence else None)
    return last is not None and last.person is not None and last.sentence in near


def _is_own(v: Voice, s: Statement, around: Around) -> bool:
    """Does the article's own outlet speak: by its name, or as "we" outside quotation marks?"""
    own, words = (around.record.article.outlet or "").lower(), (v.words or "").lower()
    short = f"the {own.split()[-1]}" if own.strip() else ""
    return (words == "we" and s.form == "indirect") or (bool(own) and words in (own, f"the {own}", short))


def _identified(v: Voice, s: Statement, around: Around, heard: Hearing) -> Voice:
    """The voice with person, body and number; a pronoun is taken for its entity's name."""
    entity = around.entities.get(s.source.entity or "")
    if v.kind == "outlet":
        return v
    if v.head in EDITORS:
        return v.model_copy(update={"kind": "outlet"})
    if entity and (v.words or "").lower() in PRONOUNS:
        return _called(v, entity, s, (around, heard))
    return _identified_as(v, s, around, heard)


def _called(v: Voice, entity: Entity, s: Statement, at: tuple[Around, Hearing]) -> Voice:
    """The voice of whoever a pronoun or a description stands for."""
    at[1].phrases.add(entity.name)  # "a nurse", who is "she" later, is not another one
    named = _identified_as(v.model_copy(update={"words": entity.name, "head": head_of(entity.name)}), s, *at)
    return named.model_copy(update={"words": v.words})


def _identified_as(v: Voice, s: Statement, around: Around, heard: Hearing) -> Voice:
    entity = around.entities.get(s.source.entity or "")
    phrases = phrases_of(v, entity, around.text)
    content = " ".join(around.text[a:b] for a, b in s.content)
    if is_reporter(v):
        stance = "answers" if NOTHING.match(content) else v.stance
        of = _reporting_for(v.words or "", around)
        return v.model_copy(update={"first_hand": "reporter", "body_name": of, "stance": stance})
    thing = thing_of(v, around)
    person = None if thing else person_of(v, entity, phrases, heard)
    body = in_full(thing or body_of(v, s, person, phrases, (around, heard)), _start(v), around, heard)
    update: dict[str, object] = {"person": person[1] if person else None, "people": people_in(v)}
    if body:
        update |= {"body": body.key, "body_name": body.name, "owner": body.owner}
    if person:
        update["name"] = person[0]
    if only_weighs(v, phrases, body):
        update["stance"] = "answers" if v.stance == "tells" else v.stance
    if not person and not body:
        affiliation = affiliation_of(v.words or "", around.places)
        update |= {"of_body": affiliation.key or None, "owner": affiliation.owner} if affiliation else {}
        update |= _group(v, affiliation, heard)
    named = v.model_copy(update=update)
    hand = first_hand_of(named, content, s, around.text)
    return named.model_copy(update={"first_hand": hand}) if hand else named


def _reporting_for(words: str, around: Around) -> str | None:
    """The outlet of a reporter: the one that is named beside him, unless this is a part of the article's own name, or
    no outlet's but a place's or a people's ("a Norvian reporter")."""
    own = around.record.article.outlet
    m = OF_OUTLET.match(words)
    if m is None or m["of"] in (own or "") or demonym(m["of"]) or around.places.owner(m["of"]):
        return own
    return m["of"]


def _start(v: Voice) -> int:
    """Where a voice is named, else where its words begin."""
    return next((a for a, _ in (*v.spans, *v.content)), 0)


def _group(v: Voice, found: Body | None, heard: Hearing) -> dict[str, object]:
    """Which group of unnamed people this is, and whose they are as far as it was ever said ("the officials")."""
    group = group_of(v, heard)
    if group is None:
        return {"group": None}
    if found:
        heard.of_groups.setdefault(group, found)
    whose = found or heard.of_groups.get(group)
    return {"group": group} | ({"of_body": whose.key or None, "owner": whose.owner} if whose else {})


def _remember(v: Voice, heard: Hearing) -> None:
    if v.body:
        heard.body = Body(v.body, v.body_name or v.body, v.owner)
        heard.bodies.append(heard.body)
        if v.head in speaker_words()["issued"]:
            heard.issuer = heard.body
    if v.person:
        body = heard.body if v.body else heard.people.get(v.person, (None, None))[1]
        heard.people[v.person] = (v.name or v.person, body)
    if v.words and v.kind != "outlet":
        heard.voice = v
        if v.group and v.group.split("#")[0] in ANYBODY and v.people == 1 and ONE.match(v.words):
            heard.single = v.group
        unnamed = not v.person and v.body and v.head and v.kind == "anonymous"
        last = heard.unnamed_role
        beside = last is not None and last.sentence == v.sentence and not v.person
        if not beside:  # after "the minister said, though the army had denied it" it is still the minister's
            heard.unnamed_role = v if unnamed else None


def _as_before(v: Voice, heard: Hearing) -> Voice:
    """ "She", whom the reading could not resolve, is who spoke before."""
    last = heard.voice
    if last is None:
        return v
    if (v.words or "").lower() in ("it", "we", "they") and last.person and not (last.body and v.words != "They"):
        return v
    same = (
        "name",
        "key",
        "kind",
        "named",
        "role",
        "person",
        "body",
        "body_name",
        "owner",
        "of_body",
        "people",
        "group",
    )
    return v.model_copy(update={k: getattr(last, k) for k in (*same, "first_hand")})
