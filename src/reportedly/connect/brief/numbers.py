"""The figures of one record: tolls from its text, all other counts from its events."""

from __future__ import annotations

import re
from collections.abc import Iterator, Sequence
from dataclasses import replace

from reportedly.connect.brief.amounts import Amount, amounts_in
from reportedly.connect.brief.bare import bare_in
from reportedly.connect.brief.given import Given
from reportedly.connect.brief.harms import GROUPS, Harm
from reportedly.connect.brief.hints import OF_PEOPLE, hints_in
from reportedly.connect.brief.nouns import Number
from reportedly.connect.brief.sentences import sentences_of
from reportedly.connect.brief.tolls import Toll, tolls_in
from reportedly.connect.nouns import What
from reportedly.lexicons import load_lexicons
from reportedly.record import Event, Record, Span, overlaps

CORRECTION = re.compile(
    r"\b(?:correction|clarification|erratum|corrects|corrected\s+(?:version|story)|apologi[sz]es?\s+for)\b", re.I
)
OWN_ACCOUNT = re.compile(
    r"\b(?:we|our|article|report|story|version|headline|newspaper|dispatch|page|website|edition|"
    r"issue|bulletin|broadcast)\b.*\b(?:said|reported|wrote|"
    r"gave|stated|put|"
    r"given|misstated|published)\b",
    re.I | re.S,
)
"""Of a correction: the sentence that tells what was wrong."""
HAD_PUT = re.compile(
    r"\bhad\s+(?:\w+\s+)?(?:put|given|spoken|said|reported|counted|announced|confirmed|stated|claimed)\b", re.I
)
ON_A_DAY = re.compile(
    r"[^.;,]{0,30}?\b(?:(?:on|late|early)\s+(?:\w+\s+)?(?:mon|tues|wednes|thurs|fri|satur|sun)day|yesterday|earlier|before|"
    r"initially|at\s+first|previously)\b",
    re.I,
)
RIGHT = re.compile(r"\b(?:correct|right|actual|true|should)\b", re.I)
"""Of a correction: the sentence that tells what is right."""
HARMFUL = (
    "wound", "injur", "hurt", "shot", "shoot", "stab", "burn", "crash", "collision", "blast", "bomb", "explo",
    "attack", "sank", "sink", "fell", "beat", "leak", "poison", "contaminat", "fumes", "toxic", "smoke", "fire",
    "derail", "collaps", "riot", "clash",
)  # fmt: skip
"""Beginnings of words, one of which a text has whose people in hospital are not simply ill."""
DISEASES = (
    "outbreak", "epidemic", "pandemic", "virus", "infect", "cholera", "ebola", "measles", "influenza", " flu ",
    " fever", "typhoid", "typhus", "malaria", "dengue", "plague", "polio", "diphtheria", "meningitis", "hepatitis",
    "tuberculosis", "anthrax", "rabies", "salmonella", "legionnaire",
)  # fmt: skip
KIDNAPPING = ("kidnap", "abduct", "hostage", "captor", "ransom")
WOUNDS = re.compile(r"wound|injur|hurt|maim|burn|shot", re.I)
LAW = re.compile(r"arrest|custody|detain|jail|cells|bars", re.I)
"""What tells tolls apart for which one word is used: the ill and the hurt, hostages and prisoners."""
HOSPITAL = re.compile(r"\b(?:hospital|clinic|infirmary|physician|surgeon|matron|doctor\s+in\s+charge)\b", re.I)
"""Who counts only those whom they treat."""
TAKING_PART = frozenset(["marchers", "strikers", "demonstrators", "protesters", "participants"])
"""Nouns by which those who take part are counted without another word."""
WHATS: dict[str, What] = {
    "killed": "killed", "injured": "injured", "shot": "injured", "arrested": "arrested", "displaced": "displaced",
}  # fmt: skip
COUNTING = OF_PEOPLE | {"bare"}
"""What a sentence can tell of that gives a toll."""
TOLLS = frozenset({"killed", "injured", "arrested", "displaced"})


def numbers_of(record: Record) -> tuple[Number, ...]:
    """Every figure that the article gives for what it tells of, in order of the text. None of other times."""
    tolls = article_tolls(record.article.text, record.article.title, record.article.published)
    given = Given(record)
    numbers = _without_attackers([_number(t, given) for t in tolls])
    taken = [n.span for n in numbers]
    numbers += [
        _of_amount(a, given) for a in amounts_in(record.article.text) if not any(overlaps(_span(a), t) for t in taken)
    ]
    for e in record.events:
        for c in e.counts:
            if c.what in TOLLS or any(overlaps(c.span, n.span) for n in numbers):
                continue
            numbers.append(
                Number(what=c.what, low=c.low, high=c.high, unit=c.unit, of=c.of, event=e.id, voice=e.according_to,
                       span=c.span)
            )  # fmt: skip
    return tuple(sorted(numbers, key=lambda n: n.span))


def _span(a: Amount) -> Span:
    return a.number.start, a.number.end


def _of_amount(a: Amount, given: Given) -> Number:
    span, text = _span(a), given.record.article.text
    start, end = sentences_of(text).at(span[0])
    near = (e for e in given.record.events if start <= e.trigger[0] < end)
    event = min(near, key=lambda e: abs(e.trigger[0] - span[0]), default=None)
    voice = given.voice_at(span)
    return Number(
        what="money" if a.unit else "other", low=a.number.low, high=a.number.high, unit=a.unit, of=a.noun,
        event=event.id if event else None, voice=voice, span=span, part="there" if a.part else None, scope=a.scope,
        outdated=a.outdated or _had_put(span, text), source=a.giver or given.by(voice, span),
        group=_group(a), about=a.about,
    )  # fmt: skip


def _group(a: Amount) -> str | None:
    if a.holder:
        return f"{a.noun} of {a.holder}"
    return "taking part" if a.noun in TAKING_PART else a.noun


def _without_attackers(numbers: list[Number]) -> list[Number]:
    """Those who attacked count as dead only where whoever gives their number gives no other."""
    attackers = load_lexicons().tolls.attackers
    others = {n.source for n in numbers if n.what == "killed" and n.of not in attackers}
    return [n for n in numbers if n.what != "killed" or n.of not in attackers or n.source not in others]


def article_tolls(text: str, title: str | None, published: str | None) -> list[Toll]:
    """The tolls of a text. Its title counts only for what the text has no figure of; its figures stand at 0."""
    year = published[:4] if published else None
    spans = sentences_of(text).spans
    corrects = CORRECTION.search(f"{title or ''}\n{text[:300]}")
    found: list[Toll] = []
    last: Toll | None = None
    for k, s in enumerate(spans):
        if hints_in(text, s).isdisjoint(COUNTING):
            continue
        following = text[spans[k + 1][0] : spans[min(k + 2, len(spans) - 1)][1]] if k + 1 < len(spans) else ""
        tolls = tolls_in(text, s, following, year)
        last, told = _last_stated(tolls, last), {t.span for t in tolls}
        right = not corrects or RIGHT.search(text, *s)
        tolls += [t for t in bare_in(text, s, last) if t.span not in told and (t.outdated or right)]
        last = _last_stated(tolls, last)
        if tolls and corrects and OWN_ACCOUNT.search(text, *s):
            tolls = [replace(t, outdated=True) for t in tolls]
        found += tolls
    if any(_may_be_ill(t) for t in found) and not _is_harmful(text.lower()):
        found = [t for t in found if not _may_be_ill(t)]
    head = [replace(t, span=(0, 0), word=(0, 0)) for t in tolls_in(title, (0, len(title)), "", year)] if title else []
    found = [replace(t, outdated=True) if _had_put(t.span, text) else t for t in _as_told_before(found, text)]
    found, head = _meant(found, text), _meant(head, text)
    return sorted(_settled(found, head), key=lambda t: t.span)


def _as_told_before(tolls: Sequence[Toll], text: str) -> Iterator[Toll]:
    """A figure that only takes up one told before ("the four men") counts the same part as that."""
    parts: dict[object, Toll] = {}
    for t in tolls:
        counted, at = (t.what, t.low, t.high), t.span[0]
        same = parts.get(counted) if t.part is None and text[max(0, at - 4) : at].lower() == "the " else None
        yield replace(t, part=same.part, scope=same.scope) if same else t
        if t.part:
            parts.setdefault(counted, t)


def _last_stated(tolls: Sequence[Toll], last: Toll | None) -> Toll | None:
    return max((t for t in tolls if t.how == "stated"), key=lambda t: t.span, default=last)


def _is_unclear(t: Toll, text: str) -> bool:
    """Whether the words of a toll alone do not say if somebody is ill or hurt, a prisoner or a hostage."""
    words = text[slice(*t.word)]
    if t.what == "arrested":
        return not LAW.search(words)
    return t.what == "ill" or (t.what == "injured" and not WOUNDS.search(words))


def _had_put(span: Span, text: str) -> bool:
    """Whether a figure is one that somebody gave on a day before: "the mayor had put the toll at nine on Monday"."""
    start, end = sentences_of(text).at(span[0])
    return text.find("had ", start, span[0]) >= 0 and bool(
        HAD_PUT.search(text, start, span[0]) and ON_A_DAY.match(text, span[1], end)
    )


def _meant(tolls: Sequence[Toll], text: str) -> list[Toll]:
    """Tolls as the whole text means them: whom a disease brings to a doctor is ill, whom a poison or smoke does is
    hurt; whom kidnappers hold is no prisoner of the law."""
    if not any(_is_unclear(t, text) for t in tolls):
        return list(tolls)
    lower = text.lower()
    disease = any(word in lower for word in DISEASES)
    harmful = not disease and _is_harmful(lower)
    kidnapped = any(word in lower for word in KIDNAPPING)

    def meant(t: Toll) -> Harm:
        if not _is_unclear(t, text):
            return t.what
        if t.what == "arrested":
            return "taken" if kidnapped else "arrested"
        return "ill" if disease else "injured" if harmful else t.what

    return [replace(t, what=meant(t)) for t in tolls]


def _is_harmful(lower: str) -> bool:
    return any(word in lower for word in HARMFUL)


def _may_be_ill(t: Toll) -> bool:
    """Is somebody hurt only as far as he is taken to hospital?"""
    return t.what == "injured" and t.how != "stated"


def _settled(found: Sequence[Toll], head: Sequence[Toll]) -> list[Toll]:
    """Stated figures as they are; where there is none, whom the text describes; who was shot is dead or hurt."""
    out = [t for t in found if t.how == "stated" and t.what != "shot" and not t.adds]
    stated = {t.what for t in out if not t.outdated}
    for t in head:
        if t.how != "stated" or t.what == "shot" or t.adds:
            continue
        same = [k for k, o in enumerate(out) if (o.what, o.low, o.high) == (t.what, t.low, t.high)]
        for k in same:
            out[k] = replace(out[k], headline=True)
        if not same and (t.what not in stated or (t.low or 0) > max(o.low or 0 for o in out if o.what == t.what)):
            out.append(replace(t, headline=True))
            stated.add(t.what)
    every = [*found, *head]
    if "killed" not in stated:
        out += _most([t for t in every if t.what == "killed" and t.how != "stated"])
    dead = [t for t in out if t.what == "killed" and t.part is None and not t.outdated]
    if "injured" not in stated:
        out += _hurt(every, dead)
    for what in ("arrested", "displaced"):
        if what not in stated:
            out += _most([t for t in every if t.what == what and t.how == "described"])
    return out


def _most(tolls: Sequence[Toll]) -> list[Toll]:
    """The largest of several; of equals the first."""
    return [max(tolls, key=lambda t: (t.low or 0, -t.span[0]))] if tolls else []


def _hurt(every: Sequence[Toll], dead: Sequence[Toll]) -> list[Toll]:
    """The hurt, where no figure is given for them: who was shot less who died, else whom the text describes."""
    shot = _most([t for t in every if t.what == "shot" and t.how == "stated"])
    killed = max((t.low or 0 for t in dead), default=0)
    if shot:
        t = shot[0]
        left, top = (t.low or 0) - killed, None if t.high is None else t.high - killed
        if left <= 0:
            return []
        basis = f"{t.low:g} shot" + (f", {killed:g} of them dead" if killed else "")
        return [replace(t, what="injured", low=left, high=top, basis=basis)]
    described = [t for t in every if t.what in ("injured", "shot") and t.how != "stated" and not t.adds]
    if killed:
        return [replace(t, what="injured") for t in _most([t for t in described if (t.low or 0) > killed])]
    return [replace(t, what="injured") for t in _most(described)]


def _number(t: Toll, given: Given) -> Number:
    event = _event(t, given)
    voice = given.voice_at(t.span) if t.span[1] else None
    source = t.giver or given.by(voice, t.span)
    seen = t.part or ("admitted" if t.what in ("injured", "ill") and HOSPITAL.search(_called(source)) else None)
    return Number(
        what=WHATS.get(t.what, "other"), low=t.low, high=t.high, of=t.of, basis=t.basis,
        event=event.id if event else None, voice=voice, span=t.span, scope=t.scope, part=seen,
        outdated=t.outdated, onward=t.onward,
        source=source,
        group=GROUPS.get(t.what), headline=t.headline,
    )  # fmt: skip


def _called(source: str | None) -> str:
    """What a source is called first, without what else is told of it."""
    return re.split(r" \| |,\s+wh", source or "")[0]


def _event(t: Toll, given: Given) -> Event | None:
    """The event that a toll belongs to: at the word of harm, else one of harm in its sentence, else a typed one."""
    if not t.span[1]:
        return None
    near = given.events_at(t.span[0])
    there = [e for e in near if overlaps(e.trigger, t.word)]
    typed = [e for e in near if e.type == "ASSAULT"] or [e for e in near if e.type]
    return next(iter([*(e for e in there if e.type), *typed, *there]), None)
