"""Who speaks in one record: which person, for which body, how many, at first hand or not."""

from __future__ import annotations

import re
from collections import Counter
from collections.abc import Mapping, Sequence
from dataclasses import dataclass, field

from reportedly.connect.brief.attributed import attributed, with_source
from reportedly.connect.brief.bodies import (
    Body, Places, body_named, body_spoken_for, person_in, singular, singulars, speaker_words,
)  # fmt: skip
from reportedly.connect.brief.eyes import REPORTERS, eyes_of
from reportedly.connect.brief.nouns import FirstHand, Stance, Voice
from reportedly.connect.brief.sentences import Sentences
from reportedly.record import Entity, Record, Statement, covers, overlaps

WORD = re.compile(r"[^\W_]+(?:['’-][^\W_]+)*")
PRONOUNS = frozenset("he she it they we i him her them".split())
RELATIVES = frozenset("that which who what whom".split())
NUMBERS = {
    "two": 2,
    "both": 2,
    "three": 3,
    "four": 4,
    "five": 5,
    "six": 6,
    "seven": 7,
    "eight": 8,
    "nine": 9,
    "ten": 10,
}
LOST = re.compile(r"\b(?:lost|losing) (?:\w+ )?(?:\w+ )?(?:men|soldiers|fighters|people|lives|troops|sailors|members)\b", re.I)
ADDRESS = frozenset(["mr", "mrs", "ms", "miss", "dr", "prof", "professor", "sir"])
INNER = frozenset(["director", "executive", "ceo", "chairman", "chairwoman", "chairperson", "head", "manager"])
THERE = re.compile(r"\b(?:at the scene|who (?:saw|witnessed|pulled|rescued|fled|escaped|survived|was there|were there))\b")
NEW = frozenset(["a", "an", "another", "several", "some"])
COUNTED = frozenset(
    "dozens scores hundreds thousands twelve fifteen twenty thirty forty fifty sixty one none no all".split()
)
CONFIRMING = re.compile(r"^(?:(?:also|later|has|have|had|it|again) )*confirm(?:ed|s|ing)\b")
FIRST_PERSON = re.compile(r"\b(?:I|[Ww]e|us|my|me|our)\b")
NO = re.compile(
    r"\b(?:no hand in|nothing to do with|no part in|not (?:been )?(?:responsible|involved|behind)|no such"
    r"|(?:is|was|were|are) (?:false|untrue|baseless|fabricated|invented|nonsense)|played no|no role in)\b",
    re.I,
)
"""What is said by those who only answer that it was not they."""
OPPOSES = re.compile(r"^(?:that )?(?:it|they|he|she|we) (?:would |will )?(?:fight|resist|oppose|challenge|appeal|protest)\b", re.I)
BELIEVING = ("believ", "suspect", "think", "thought", "estimat", "conclud", "assum", "reckon", "saw", "found", "know", "knew")
"""Beginnings of cues of belief in what is so; the rest of the reading's beliefs are intents ("is considering")."""
COURSE = re.compile(
    r"\s+(?:had\s+)?(?:came|began|started|took|happened|occurred|struck|lasted|killed|left|went|hit|destroyed|followed|"
    r"continued|broke|set|tore|cost|wounded|injured|damaged|begun|started|sank|trapped)\b"
)
"""What follows the name of an event whose course is told ("the shelling came without warning")."""
NONE = re.compile(r"^(?:that )?there (?:had been|has been|have been|was|were|is|are|will be) no\b", re.I)
ISSUED_BY = re.compile(r"\b(?:by|from|of)\s+(?:the\s+)?([^,;]+)")
REFERRED = re.compile(
    r"\b(?:the|this|that|these|those|such|his|her|its|their|our|\w+['’]s|\w+s['’])\s+(?P<between>(?:[\w’'-]+\s+){0,3})$",
    re.I,
)
"""What stands before a noun that takes an event for known."""
AUXILIARIES = frozenset(
    ["will", "would", "may", "might", "can", "could", "should", "must", "to", "had", "has", "have", "was", "were", "is",
     "are", "be", "been", "not", "did", "does", "do", "who", "which", "that", "and", "or", "when", "after", "before"]
)  # fmt: skip
PAST = re.compile(
    r"(?:\w+ed|sank|fell|went|broke|hit|shot|struck|blew|fought|began|left|ran|gave|took|met|found|held|came|rose|lost|sunk"
    r"|burnt|shut|won|got|made|put|set|tore|threw|drove|flew|swept|spread|went|is|are|was|were|has|had|have|said)",
    re.I,
)
"""Forms of the past, which after "the ferry" are verbs and no nouns."""
LONG = 6
"""Mentions of a source that are looked at for its role."""


DATELINE = re.compile(r"^[A-Z][\w .,-]*\([^)]*\)$")
"""A dateline that the reading took for a source: who speaks is who spoke before, or nobody."""


@dataclass
class _Hearing:
    """What has been heard so far in one article, for those who are only "she" or "the statement"."""

    people: dict[str, tuple[str, Body | None]]
    body: Body | None = None
    voice: Voice | None = None
    unnamed_role: Voice | None = None
    issuer: Body | None = None
    bodies: list[Body] = field(default_factory=list)
    groups: list[str] = field(default_factory=list)
    phrases: set[str] = field(default_factory=set)


@dataclass(frozen=True)
class _Around:
    record: Record
    entities: Mapping[str, Entity]
    places: Places
    sentences: Sentences

    @property
    def text(self) -> str:
        return self.record.article.text


def voices_of(record: Record) -> tuple[Voice, ...]:
    """Every statement of the record, in order, and what reporters saw."""
    around = _Around(record, {e.id: e for e in record.entities}, Places(record), Sentences(record.article.text))
    heard = _Hearing(_people_named(around))
    out = []
    statements = (*(with_source(s, record) for s in record.statements), *attributed(record, around.sentences))
    for s in sorted(statements, key=lambda s: min((*s.source.spans, *s.cue, *s.content), default=(0, 0))):
        voice = _voice(s, around, heard)
        out.append(voice)
        _remember(voice, heard)
    known = {s for v in out if v.first_hand == "reporter" for s in v.spans}
    for eyes in eyes_of(record, around.sentences):
        if not any(overlaps(x, y) for x in eyes.spans for y in known):
            out.append(eyes)
    return tuple(out)


def _people_named(around: _Around) -> dict[str, tuple[str, Body | None]]:
    """Everybody whom the article names in full: key to name, and the body that he or she speaks for."""
    out: dict[str, tuple[str, Body | None]] = {}
    for e in around.entities.values():
        phrases = [around.text[a:b] for a, b in e.mentions][:LONG]
        if e.kind == "person" or any(_titled(p) for p in phrases):
            found = next((p for phrase in phrases if (p := person_in(phrase)) and " " in p[1]), None)
            if found and (found[1] not in out or out[found[1]][1] is None):
                out[found[1]] = (found[0], body_spoken_for([*phrases, *([e.role] if e.role else [])], around.places))
    return out


def _voice(s: Statement, around: _Around, heard: _Hearing) -> Voice:
    entity = around.entities.get(s.source.entity or "")
    words = " ".join((s.source.text or "").split()) or None
    head = _head(words)
    content = " ".join(around.text[a:b] for a, b in s.content)
    at = (*s.source.spans, *s.cue, *s.content)[:1]
    bare = Voice(
        statement=s.id, name=entity.name if entity else s.source.text, key=entity.key if entity else None,
        kind=s.source.kind, named=s.source.named, role=entity.role if entity else None, act=s.act, relay=s.relay,
        parent=s.parent, spans=(*s.source.spans, *s.cue), content=s.content, words=words, head=head,
        stance=_stance(s, around.text, content), harm=_tells_of_harm(content),
        refers=_referred(s, around.record), sentence=around.sentences.at(at[0][0]) if at else None,
    )  # fmt: skip
    if words is None or words.lower() in RELATIVES or _is_own(bare, s, around):
        return bare
    if DATELINE.match(words) or (words.lower() in PRONOUNS and not _is_telling(entity, around, heard)):
        return _as_before(bare, heard)
    return _identified(bare, s, around, heard)


def _is_own(v: Voice, s: Statement, around: _Around) -> bool:
    """Does the article's own outlet speak: by its name, or as "we" outside quotation marks?"""
    own, words = (around.record.article.outlet or "").lower(), (v.words or "").lower()
    return (words == "we" and s.form == "indirect") or (bool(own) and words in (own, f"the {own}"))


def _identified(v: Voice, s: Statement, around: _Around, heard: _Hearing) -> Voice:
    """The voice with person, body and number; a pronoun is taken for its entity's name."""
    entity = around.entities.get(s.source.entity or "")
    if v.kind == "outlet":
        return v
    if entity and (v.words or "").lower() in PRONOUNS:
        called = entity.name
        named = _identified_as(v.model_copy(update={"words": called, "head": _head(called)}), s, around, heard)
        return named.model_copy(update={"words": v.words})
    return _identified_as(v, s, around, heard)


def _identified_as(v: Voice, s: Statement, around: _Around, heard: _Hearing) -> Voice:
    entity = around.entities.get(s.source.entity or "")
    phrases = _phrases(v, entity, around.text)
    content = " ".join(around.text[a:b] for a, b in s.content)
    if _is_reporter(v):
        return v.model_copy(update={"first_hand": "reporter", "body_name": around.record.article.outlet})
    person = _person(v, entity, phrases, heard)
    body = _in_full(_speaks_for(v, s, person, phrases, (around, heard)), around, heard)
    update: dict[str, object] = {"person": person[1] if person else None, "people": _people(v)}
    if body:
        update |= {"body": body.key, "body_name": body.name, "owner": body.owner}
    if person:
        update["name"] = person[0]
    if not person and not body:
        affiliation = _affiliation(v.words or "", around.places)
        update |= {"of_body": affiliation.key or None, "owner": affiliation.owner} if affiliation else {}
    if _weighs(v, phrases, body):
        update["stance"] = "answers" if v.stance == "tells" else v.stance
    if not person and not body:
        update["group"] = _group(v, heard)
    named = v.model_copy(update=update)
    return named.model_copy(update={"first_hand": _first_hand(named, content, s)})


def _speaks_for(
    v: Voice, s: Statement, person: tuple[str, str] | None, phrases: Sequence[str], at: tuple[_Around, _Hearing]
) -> Body | None:
    """The body that a voice speaks for, or that it is."""
    around, heard = at
    lists = speaker_words()
    role = any(singular(w) in lists["speaking"] | lists["ranks"] for p in phrases for w in WORD.findall(p))
    if v.head in lists["issued"]:
        return _issuer(v.words or "", around, heard)
    if office := _office_of(v, around, heard):
        return office
    if person:
        body = body_spoken_for(phrases, around.places) or heard.people.get(person[1], (None, None))[1]
        if body is None and role:
            body = _owner_in(s, around, heard) or (heard.body if _is_spokes(phrases) else None)
        plain = not role and _is_plain(v.words or "", person[0])
        if body is None and plain and (before := heard.unnamed_role) and before.body:
            return Body(before.body, before.body_name or before.body, before.owner)
        return body or _place_of_work(phrases, around)
    if role and v.kind != "group" and singular(v.head or "") in lists["speaking"]:
        body = body_spoken_for(phrases, around.places) or _owner_in(s, around, heard)
        return body or (heard.body if _is_spokes(phrases) else None)
    is_body = v.kind == "organisation" or (v.head in lists["bodies"] and v.kind in ("anonymous", "group", "person"))
    return _body_itself(v, around.entities.get(s.source.entity or ""), around) if is_body else None


def _is_plain(words: str, name: str) -> bool:
    """Does nothing but a form of address stand beside a name?"""
    rest = [w.lower() for w in WORD.findall(words.replace(name, ""))]
    return len(rest) <= 1 and all(w in ADDRESS for w in rest)


def _in_full(body: Body | None, around: _Around, heard: _Hearing) -> Body | None:
    """ "The ministry" is the one that was heard before, else the only one that the article names."""
    if body is None or " " in body.key or not _is_body_key(body.key):
        return body
    before = next((b for b in reversed(heard.bodies) if body.key in b.key.split()), None)
    if before:
        return before
    names = {e.name for e in around.entities.values() if e.kind in ("organisation", "state") and e.key}
    full = {b.key: b for n in names if (b := body_named(n, around.places)) and b.key.split()[-1] == body.key}
    return next(iter(full.values())) if len(full) == 1 else body


def _group(v: Voice, heard: _Hearing) -> str | None:
    """Which of the article's groups of unnamed people this is: a phrase with "a" or a number begins a new one where
    there is one of that noun already, "the officials" and "one of them" are the last."""
    words = (v.words or "").lower().split()
    if v.kind not in ("anonymous", "group", "organisation") or not words or not v.head:
        return None
    noun = "person" if v.head in ("people", "those") else singular(v.head)
    part = re.search(r"\bof (?:the |these |those )?(\w+)", " ".join(words))
    if v.head in ("one", "another", "two", "both", "some", "several") and part:
        noun = noun if part.group(1) in PRONOUNS else singular(part.group(1))
        if part.group(1) in PRONOUNS and heard.groups:
            return heard.groups[-1]
    known = [g for g in heard.groups if g.split("#")[0] == noun]
    new = (words[0] in NEW or words[0] in NUMBERS) and not part or not known
    group = f"{noun}#{len(known) + 1}" if new and v.words not in heard.phrases else known[-1] if known else f"{noun}#1"
    heard.phrases.add(v.words or "")
    if group not in heard.groups:
        heard.groups.append(group)
    return group


def _remember(v: Voice, heard: _Hearing) -> None:
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
        unnamed = not v.person and v.body and v.head and v.kind == "anonymous"
        heard.unnamed_role = v if unnamed else None


def _as_before(v: Voice, heard: _Hearing) -> Voice:
    """ "She", whom the reading could not resolve, is who spoke before."""
    last = heard.voice
    if last is None:
        return v
    if (v.words or "").lower() in ("it", "we", "they") and last.person and not last.body:
        return v
    same = ("name", "key", "kind", "named", "role", "person", "body", "body_name", "owner", "of_body", "people", "group")
    return v.model_copy(update={k: getattr(last, k) for k in (*same, "first_hand")})


def _phrases(v: Voice, entity: Entity | None, text: str) -> list[str]:
    """What the source is called: here, and everywhere in the article."""
    mentions = [text[a:b] for a, b in entity.mentions] if entity else []
    names = [m for m in mentions if m.lower() not in PRONOUNS and len(m.split()) > 1][:LONG]
    own = [v.words] if v.words and v.words.lower() not in PRONOUNS else []
    return list(dict.fromkeys([*own, *([v.role] if v.role else []), *names]))


def _person(v: Voice, entity: Entity | None, phrases: Sequence[str], heard: _Hearing) -> tuple[str, str] | None:
    """Name and key of the person; a surname alone is the one named in full elsewhere in the article."""
    lists = speaker_words()
    if v.head in lists["collective"] | lists["issued"] or (v.head and v.head in lists["bodies"]):
        return None
    is_person = bool(entity and entity.kind == "person" and entity.key)
    words = v.words or ""
    surname = words.lower().split()[-1] if words[:1].isupper() and len(words.split()) <= 2 else None
    known = [k for k in heard.people if surname and k.split()[-1] == surname]
    if len(known) == 1:
        return heard.people[known[0]][0], known[0]
    if not (is_person or v.kind == "person" or any(_titled(p) for p in phrases)):
        return None
    own = person_in(words) if words.lower() not in PRONOUNS else None
    named = person_in(entity.name) if entity and (is_person or _titled_in(phrases)) else None
    found = max((p for p in (own, named) if p), key=lambda p: len(p[1]), default=None)
    if found is None:
        found = next((p for phrase in phrases if _titled(phrase) and (p := person_in(phrase))), None)
    if found is None:
        return None
    full = [k for k in heard.people if k.split()[-1] == found[1].split()[-1] and len(k) > len(found[1])]
    return (heard.people[full[0]][0], full[0]) if len(full) == 1 and " " not in found[1] else found


def _titled_in(phrases: Sequence[str]) -> bool:
    return any(_titled(p) for p in phrases)


def _titled(phrase: str) -> bool:
    """Does a role stand beside a name ("spokeswoman Mirela Sont", "Dr. Oten Bashra")?"""
    words = WORD.findall(phrase)
    titles = speaker_words()["titles"]
    return any(
        a.lower() in titles and b[:1].isupper() and b.lower() not in titles
        for a, b in zip(words, words[1:], strict=False)
    )


def _is_telling(entity: Entity | None, around: _Around, heard: _Hearing) -> bool:
    """Can this be what a pronoun that says something stands for?"""
    if entity is None:
        return False
    name = entity.name.lower()
    if name in around.places.known and not entity.role:
        return False
    return entity.kind in ("person", "outlet") or any(singular(w) in singulars() for w in WORD.findall(name)) or any(
        name in (b.key, b.name.lower()) for b in heard.bodies
    )  # fmt: skip


def _is_spokes(phrases: Sequence[str]) -> bool:
    """Is somebody called by a role that is one of whatever body is spoken of?"""
    spokes = speaker_words()["spokes"] | INNER
    return any(w.lower() in spokes for p in phrases[:2] for w in WORD.findall(p))


def _is_reporter(v: Voice) -> bool:
    return bool(REPORTERS.fullmatch(v.head or "") and v.kind in ("anonymous", "group", "organisation"))


def _owner_in(s: Statement, around: _Around, heard: _Hearing) -> Body | None:
    """ "its director": the body that a pronoun in the source stands for, else the last that is named before it."""
    bodies = [(m, e) for e in around.entities.values() if e.kind == "organisation" for m in e.mentions]
    for source in s.source.spans:
        inside = [e for m, e in bodies if covers(source, m) and m != source and e.id != s.source.entity]
        if found := next((b for e in inside if (b := body_named(e.name, around.places))), None):
            return found
        start = around.sentences.at(source[0])[0]
        if around.text[source[0] :].lower().startswith(("its ", "their ")):
            before = sorted((m, e.name) for m, e in bodies if start <= m[0] and m[1] <= source[0])
            named = [b for _, name in before if (b := body_named(name, around.places)) and _is_body_key(b.key)]
            return named[-1] if named else heard.body
    return None


def _office_of(v: Voice, around: _Around, heard: _Hearing) -> Body | None:
    """ "His office", "Ms. Pohl's office": of whoever heads one."""
    if v.head != "office":
        return None
    words = v.words or ""
    whose = re.sub(r"['’]s?\s+office\b.*", "", words)
    if (person := person_in(whose)) and whose != words:
        surname = person[1].split()[-1]
        known = [b for k, (_, b) in heard.people.items() if k.split()[-1] == surname and b]
        return known[0] if known else Body(f"{surname} office", words)
    if found := body_named(words, around.places):
        if found.key != "office":
            return found
    heads = [b for _, b in heard.people.values() if b and b.key in ("presidency", "government")]
    return heads[0] if heads else found


def _place_of_work(phrases: Sequence[str], around: _Around) -> Body | None:
    """ "Dr. X of the Y Hospital" speaks of what the hospital took in."""
    for phrase in phrases:
        m = re.search(r"\b(?:of|at|from)\s+(?:the\s+)?([A-Z][^,;]+)", phrase)
        found = body_named(m.group(1), around.places) if m else None
        if found and set(found.key.split()) & speaker_words()["care"]:
            return found
    return None


def _weighs(v: Voice, phrases: Sequence[str], body: Body | None) -> bool:
    """Is this somebody who weighs what others know: an analyst, residents of a city?"""
    lists = speaker_words()
    words = {w.lower() for p in phrases[:2] for w in WORD.findall(p)}
    return bool(words & lists["commentator"] or (v.kind == "group" and not body and v.head in lists["collective"]))


def _issuer(words: str, around: _Around, heard: _Hearing) -> Body | None:
    """Who issued a statement: named beside it, else who issued the last one, else who spoke most."""
    signed = re.search(r"\bsigned by\s+(.+)$", words)
    by = None if signed else ISSUED_BY.search(words)
    if by:
        found = body_spoken_for([by.group(1)], around.places) or body_named(by.group(1), around.places)
        if found:
            return found
    if signed and (found := body_spoken_for([signed.group(1)], around.places)):
        return found
    most = Counter(b.key for b in heard.bodies).most_common(1)
    return heard.issuer or next((b for b in heard.bodies if most and b.key == most[0][0]), None)


def _body_itself(v: Voice, entity: Entity | None, around: _Around) -> Body | None:
    """The body that speaks in its own name: by its entity's name where this is a body's, else by its words."""
    own = body_named(v.words or "", around.places) if (v.words or "").lower() not in PRONOUNS else None
    named = body_named(entity.name, around.places) if entity and entity.kind in ("organisation", "state") else None
    if own and named:
        return Body(named.key, named.name, own.owner or named.owner) if len(named.key) >= len(own.key) else own
    if own or named:
        return own or named
    capital = any(w[:1].isupper() for w in (v.name or "").split()[1:]) or (v.name or "").isupper()
    return Body(v.name.lower(), v.name) if v.name and v.named and capital else None


def _affiliation(words: str, places: Places) -> Body | None:
    """Which body unnamed people are of: "a ministry official", "an official of the ministry"."""
    before = words.split(" of ")[0].split(" at ")[0].split()[:-1]
    skipped = (*NUMBERS, *NEW, "the", "one", "senior", "top")
    while before and before[0].lower() in skipped:
        before = before[1:]
    if before and (found := body_named(" ".join(before), places)) and _is_body_key(found.key):
        return found
    if len(before) == 1 and before[0][:1].isupper():
        return Body("", before[0], places.owner(before[0]) or before[0].lower())
    after = re.search(r"\b(?:of|in|at|from|with|inside)\s+(?:the\s+)?(.+)$", words)
    if after and (found := body_named(after.group(1), places)) and _is_body_key(found.key):
        return found
    return None


def _is_body_key(key: str) -> bool:
    return any(w in speaker_words()["bodies"] for w in key.split())


def _people(v: Voice) -> int:
    """How many unnamed people speak with one voice; 0 where it is only "officials"."""
    first = re.split(r",|\s+(?:which|who|that)\s+", v.words or "")[0]
    words = [w.lower() for w in WORD.findall(first)]
    number = next((NUMBERS[w] for w in words if w in NUMBERS), None)
    if number:
        return number
    plural = v.kind == "group" or (v.head or "").endswith("s") or v.head == "people"
    return 0 if plural and not (words[:1] in (["a"], ["an"], ["one"])) else 1


def _first_hand(v: Voice, content: str, s: Statement) -> FirstHand | None:
    lists = speaker_words()
    words = {w.lower() for w in WORD.findall(f"{v.words or ''} {v.role or ''} {v.body or ''}")}
    if words & lists["care"]:
        return "care"
    if words & lists["witness"] or THERE.search(v.words or ""):
        return "witness"
    alone = v.person and not v.body and not words & (lists["commentator"] | lists["speaking"] | lists["ranks"])
    return "witness" if alone and s.form != "indirect" and FIRST_PERSON.search(content) else None


def _stance(s: Statement, text: str, content: str) -> Stance:
    if s.act in ("decline", "no_response"):
        return "silent"
    cue = " ".join(text[a:b] for a, b in s.cue).lower().split()
    answering = speaker_words()["answering"]
    said = any(w.startswith(("said", "say", "told", "tell", "accord")) for w in cue)
    answers = not said and any(w.startswith(a) and len(w) <= len(a) + 4 for w in cue for a in answering)
    none = s.form == "indirect" and NONE.match(content)
    wants = not said and (s.act == "want" or (s.act == "believe" and not any(w.startswith(BELIEVING) for w in cue)))
    weighs = len(_lower(content) & speaker_words()["weighing"]) and not _lower(content) & speaker_words()["harm"]
    if CONFIRMING.match(" ".join(cue)) and not content.lower().startswith(("no", "that no", "nothing")):
        return "confirms"
    if any(w.startswith("confirm") for w in cue):
        return "silent"
    return "answers" if s.act == "deny" or answers or weighs or NO.search(content) or none or OPPOSES.match(content) or wants else "tells"


def _referred(s: Statement, record: Record) -> tuple[str, ...]:
    """Events that a statement takes for known instead of telling them ("the attack", "the wounded")."""
    text = record.article.text
    out = []
    for e in record.events:
        start = next((c[0] for c in s.content if covers(c, e.trigger)), None)
        if start is not None and _is_known(
            text[start : e.trigger[0]], text[slice(*e.trigger)]
        ):
            course = len(text[start : e.trigger[0]].split()) <= SUBJECT and COURSE.match(text, e.trigger[1])
            out += [] if course else [e.id]
    return tuple(out)


SUBJECT = 4
"""Words before a trigger that is the subject of what is said."""


def _is_known(before: str, trigger: str) -> bool:
    """Does a trigger stand where a noun for something known does?"""
    m = REFERRED.search(before)
    if m is None:
        return False
    between = m["between"].lower().split()
    return not (set(between) & AUXILIARIES) and not (between and PAST.fullmatch(trigger))


def _head(words: str | None) -> str | None:
    """The head noun of a phrase: the last word before a comma, "of", "who" or the like."""
    if not words:
        return None
    first = re.split(
        r",|\s+(?:of|in|at|from|with|who|which|that|for|on|close|familiar|briefed|to|near|inside|under|by|about)\s+", words
    )[0]
    found = WORD.findall(first)
    return found[-1].lower() if found else None


def _tells_of_harm(content: str) -> bool:
    """Are people hurt in what is said? "The wounded" alone takes it for known, unless there is a number."""
    harm = speaker_words()["harm"]
    if LOST.search(content):
        return True
    counted = any(w.isdigit() or w.lower() in NUMBERS or w.lower() in COUNTED for w in WORD.findall(content))
    for m in WORD.finditer(content):
        if m.group().lower() in harm and (counted or not _is_known(content[: m.start()], m.group())):
            return True
    return False


def _lower(content: str) -> set[str]:
    return {w.lower() for w in WORD.findall(content)}
