"""Outlets and agencies that an article names as having carried the matter.

Found by the words around capitalised names: what stands before them ("told", "citing", "repeated by the website"),
what stands after ("reported", ", an anonymous channel, claimed"), datelines and last lines. A single article cannot
know every outlet's name: what nothing but its place makes an outlet is kept as not `sure`, for lineage to resolve.
"""

from __future__ import annotations

import re
from collections.abc import Iterable, Iterator, Sequence
from dataclasses import dataclass, replace
from functools import cache, lru_cache

from reportedly.connect.brief.carriers import (
    WORD,
    Name,
    capital,
    carrier_words,
    is_body_name,
    is_lone_outlet,
    is_outlet_name,
    name_at,
)  # fmt: skip
from reportedly.connect.brief.introducing import PIECE, introducing
from reportedly.connect.brief.lists import is_given
from reportedly.connect.brief.nouns import PassedBy, Passing
from reportedly.connect.brief.sentences import Sentences, sentences_of
from reportedly.connect.brief.words import stem
from reportedly.lexicons import load_lexicons
from reportedly.record import Record, Span, Statement, overlaps

CREDIT = re.compile(r"(?:\A|\n)[^\n()]{0,60}\((?P<name>[^()\n]{2,40})\)\s*[-–—]+\s")
"""A dateline: "PORT, May 3 (Agency) -", up to 60 characters before the bracket; a name in it has no more than 40."""
SIGNED = re.compile(
    r"(?:(?:[-–—]|[Ss]ource:|[Vv]ia|reporting\s+(?:by|from)|[Mm]aterial\s+from)\s*(?P<name>[^\n.()–—-]{2,40})"
    r"|\((?P<bracket>[^()\n]{2,40})\))\.?\s*\Z"
)
VERB = (
    r"\s+(?P<pad>(?:(?:had|has|have|was|is|were|also|first|later|earlier|itself|then|now|correctly|wrongly|on \w+"
    r"|last \w+|yesterday|today|(?:the )?first to)\s+){0,4})(?P<verb>[a-z]+)\b"
)
AFTER = (
    re.compile(r"[\"”’»]?(?:,?\s+(?:which|who|that))" + VERB),
    re.compile(r"[\"”’»]?(?:,[\"”’»]?\s+(?:[^,.;\n]|(?<=\d),(?=\d)){3,90},)?" + VERB),
)
"""A name's verb: in a relative clause, or its own, maybe after an apposition of up to 90 characters."""
ALSO = re.compile(r"\s+and\s+(?:[Tt]he\s+)?(?=[^\W\d_])")
ONWARD = re.compile(
    r"(?:repeated|relayed|translated|picked up|passed on|amplified|reprinted|republished|circulated|shared)\b"
)
OUR = "reporters?|correspondents?|website|headline"
ITS = "report|story|article|reporters?|journalists?|correspondents?|interview|investigation"
PIECE_OF = re.compile(rf"['’]s?\s+(?:[a-z-]+\s+){{0,2}}?(?:{PIECE}|{OUR})\b")
ITS_PIECE = re.compile(rf"\s+(?:{ITS})\b")
APPOSED = re.compile(r"[\"”’»]?,[\"”’»]?\s+(?:an?|the)\s+(?P<words>(?:[\w’'-]+\s+){0,5}?[\w’'-]+)\b")
NOT = re.compile(r"\b(?:not|never|nor|n['’]t)\s+(?:\w+\s+)?$")
WHOSE = re.compile(r"\b(?:whose|his|her|their)\s+(?:[\w-]+\s+)?$")
"""Before the programme that somebody makes, which carries nothing here."""
ACRONYM = re.compile(r"[A-Z]{2,5}")
DETERMINERS = frozenset(["the", "a", "an", "its", "his", "her", "their", "our", "this", "that", "one", "another"])
STOPS = frozenset(
    [
        "in",
        "on",
        "of",
        "at",
        "to",
        "that",
        "and",
        "or",
        "but",
        "who",
        "which",
        "about",
        "for",
        "by",
        "with",
        "from",
        "as",
        "when",
        "if",
        "than",
        "how",
        "why",
        "what",
        "where",
    ]
)
"""Words that end the phrase before a name ("told reporters in X")."""
STATE_MEDIA = re.compile(
    r"\b(?:[Tt]he\s+)?[Ss]tate(?:-run|-owned)?\s+(?:television|tv|radio|media|news\s+agency|broadcaster)\b", re.I
)
LEAST = 3
"""Letters of a short form ("Lumen" for "Lumen Online")."""


@dataclass(frozen=True, slots=True)
class Found:
    """One place where a carrier is named; `noun` is the word that makes it one ("channel")."""

    name: str
    span: Span
    how: PassedBy
    sure: bool


def passings_of(record: Record) -> tuple[Passing, ...]:
    """Every outlet that the article names between an origin and itself, each with all its places, in order."""
    text = record.article.text
    sentences = sentences_of(text)
    said = [(place, s.id) for s in record.statements for place in _places(s)]
    found = sorted(
        [*_before(text), *_after(text, sentences), *_credits(text), *_read(record)], key=lambda f: (f.span, not f.sure)
    )
    places, countries = {p.text.lower() for p in record.places}, load_lexicons().actors.countries
    outlets = (f for f in found if f.sure or not ((name := bare(f.name)) in places or name in countries))
    whole = _joined(outlets, record.article.outlet)
    out: dict[tuple[str, Span, bool], list[Found]] = {}
    for f in whole:
        out.setdefault((bare(f.name), sentences.at(f.span[0]), f.how == "credit"), []).append(f)
    return tuple(_passing(group, at, said, text) for (_, at, _), group in out.items())


Said = Sequence[tuple[Span, str]]
"""Every place of a statement, with the statement's id."""


def _passing(group: Sequence[Found], sentence: Span, said: Said, text: str) -> Passing:
    first = max(group, key=lambda f: f.sure)
    spans = tuple(dict.fromkeys(f.span for f in group))
    reach = min(spans)[0], max(end for _, end in spans)
    near = [(place, id) for place, id in said if place[0] < reach[1] and reach[0] < place[1]]
    voice = next((id for place, id in near if any(overlaps(place, span) for span in spans)), None)
    words = tuple(sorted({stem(w) for w in WORD.findall(text[slice(*sentence)]) if len(w) > 3}))
    return Passing(
        outlet=first.name, spans=spans, voice=voice, how=first.how, sure=any(f.sure for f in group), sentence=sentence,
        words=words,
    )  # fmt: skip


def _places(s: Statement) -> tuple[Span, ...]:
    """Source, cue and whom it was told."""
    return (*s.source.spans, *s.cue, *(s.addressee.spans if s.addressee else ()))


@lru_cache(maxsize=10_000)
def bare(name: str) -> str:
    """An outlet's name as it is compared: case, spaces and "the" do not count."""
    return " ".join(name.lower().split()).removeprefix("the ")


WORD_BEFORE = re.compile(r"(?<![\w-])([\w-]+)\s+[\"“‘«]?$")
MORE = re.compile(r",?\s+(?:and|or)\s+|,\s+(?=[A-Z])")


def _before(text: str) -> Iterator[Found]:
    """ "told X", "citing the website X", "repeated by X and Y"."""
    for m in introducing(text):
        if NOT.search(text, max(0, m.start() - 25), m.start()) or WHOSE.search(text, max(0, m.start() - 25), m.start()):
            continue
        how: PassedBy = "told" if m["told"] else "cited" if m["cited"] else "carried"
        if m["said"]:
            how = "reported"
        elif ONWARD.match(m.group()):
            how = "onward"
        at: int | None = m.end()
        while at is not None:
            got = introduced(text, at)
            if got is None:
                break
            name, noun, start = got
            yield Found(name.text, (m.start() if at == m.end() else start, name.span[1]), how, _sure(text, name, noun))
            more = MORE.match(text, name.span[1])
            at = more.end() if more else None


def _of_state(text: str, state: re.Match[str]) -> Name:
    """One of a state's media, by its name where this stands behind what it is ("the state agency Lorvia News")."""
    name = name_at(text, state.end() + 1) if text.startswith(" ", state.end()) else None
    if name and is_outlet_name(name.text):
        return Name(name.span, name.text, True)
    return Name(state.span(), re.sub(r"^the\s+", "", state.group(), flags=re.I), True)


def introduced(text: str, at: int) -> tuple[Name, bool, int] | None:
    """The name at a place, after an article, adjectives and a noun of outlets: name, whether there is such a noun,
    where the phrase begins. Other words in between mean that there is none ("told reporters in X")."""
    noun, begin, words, strange = False, at, carrier_words(), False
    if m := STATE_MEDIA.match(text, at):
        return _of_state(text, m), True, at
    for _ in range(7):
        m = WORD.match(text, at)
        if m and not capital(m.group()):
            if m.group() in words["nouns"]:
                noun = True
            elif m.group() in STOPS:
                return None
            else:
                strange = strange or (m.group() not in DETERMINERS and m.group() not in words["before"])
            at = m.end() + 1
            continue
        if m and m.group().lower() in DETERMINERS:
            at = m.end() + 1
            continue
        name = name_at(text, at)
        if name is None:
            return None
        if state := STATE_MEDIA.match(text, name.span[1] + 1):
            whole = (name.span[0], state.end())
            return Name(whole, text[slice(*whole)], True), True, begin
        following = WORD.match(text, name.span[1] + 1)
        if following and not noun and following.group() in words["nouns"] | words["before"]:
            inner = introduced(text, following.start())
            if inner and inner[1]:
                return inner[0], True, begin
        return None if strange and not noun else (name, noun, begin)
    return None


def _sure(text: str, name: Name, noun: bool) -> bool:
    """Do the words around a name make it an outlet's?"""
    if noun or _is_apposed(text, name.span[1]):
        return True
    if name.sure:
        return not _is_person(name.text)
    return is_lone_outlet(name.text) and text[max(0, name.span[0] - 4) : name.span[0]].lower() == "the "


def _is_apposed(text: str, at: int) -> bool:
    """ "X, an anonymous channel," """
    m = APPOSED.match(text, at)
    return bool(m and any(w in carrier_words()["nouns"] for w in m["words"].split()))


def _is_person(name: str) -> bool:
    """Does a name begin with a given name ("Emily Post")?"""
    return is_given(name.split(maxsplit=1)[0])


def _after(text: str, sentences: Sentences) -> Iterator[Found]:
    """ "X reported", "X, an anonymous channel, claimed", "X's report"."""
    for start, end in sentences.spans:
        words = _afterwards().intersection(SMALL.findall(text, start, end))
        at, last = start, max((text.rfind(w, start, end) for w in words), default=start)
        while got := _next_name(text, at, last):
            name, state, begin, at = got
            noun = _noun_before(text, begin)
            for n in _shorter(name):
                sure = state or _sure(text, n, noun)
                if found := _of_name(text, n, sure, noun or n is name):
                    yield found
                if sure:
                    break


SMALL = re.compile(r"[a-z]+")


@cache
def _afterwards() -> frozenset[str]:
    """All words that may stand behind an outlet's name and make it a carrier; a sentence with none has none."""
    words, pieces = carrier_words(), f"{PIECE}|{ITS}|{OUR}".replace("?", "").split("|")
    return words["carrying"] | words["telling"] | {*pieces, *(p.removesuffix("s") for p in pieces)}


MAY_BE_NAME = re.compile(r"[^\W_a-rt-z](?<![^\W_].)(?<![^\W_][-&.’'].)[^\W_]*(?:[-&.’'][^\W_]+)*")
"""A word as WORD has it, but none in small letters, which most are, unless it may be "state"."""


def _next_name(text: str, at: int, end: int) -> tuple[Name, bool, int, int] | None:
    """The next name or state medium: itself, whether it is one of a state's media, where it begins, where to go on."""
    for m in MAY_BE_NAME.finditer(text, at, end):
        word = m.group()
        state = STATE_MEDIA.match(text, m.start()) if word.lower().startswith("state") else None
        if not state and (not capital(word) or word.lower() in DETERMINERS):
            continue
        name = _of_state(text, state) if state else name_at(text, m.start())
        if name is None:
            continue
        if not state and (state := STATE_MEDIA.match(text, name.span[1] + 1)):
            whole = (name.span[0], state.end())
            name = Name(whole, text[slice(*whole)], True)
        return name, state is not None, m.start(), max(m.end(), name.span[1])
    return None


def _of_name(text: str, n: Name, sure: bool, certain: bool) -> Found | None:
    """What the words after a name say that it did; `certain`: it is all of the name, or has a noun of outlets."""
    if (PIECE_OF.match(text, n.span[1]) and not is_body_name(n.text)) or (sure and ITS_PIECE.match(text, n.span[1])):
        return Found(n.text, n.span, "carried", sure)
    words = carrier_words()
    other = ALSO.match(text, n.span[1]) if sure else None
    second = name_at(text, other.end()) if other else None
    for pattern in AFTER:
        after = pattern.match(text, second.span[1] if second else n.span[1])
        if after is None or NOT.search(after["pad"]):
            continue
        carried = after["verb"] in words["carrying"]
        if carried or (after["verb"] in words["telling"] and (sure or certain)):
            return Found(n.text, (n.span[0], after.end()), "reported", sure)
    return None


def _shorter(name: Name) -> tuple[Name, ...]:
    """A name, and the same without its first word where that may be the sentence's ("Yesterday Reuters")."""
    first = WORD.match(name.text)
    if name.sure or first is None or first.end() == len(name.text):
        return (name,)
    rest = name.text[first.end() + 1 :]
    if not is_outlet_name(rest):
        return (name,)
    return (name, Name((name.span[1] - len(rest), name.span[1]), rest, True))


def _noun_before(text: str, start: int) -> bool:
    """Is the word before a place a noun of outlets in the singular ("the website X")?"""
    m = WORD_BEFORE.search(text[max(0, start - 20) : start])
    return bool(m and m.group(1) in carrier_words()["nouns"])


def _credits(text: str) -> Iterator[Found]:
    """Datelines and last lines that give an agency."""
    m = CREDIT.search(text, 0, 400)
    if m and capital(m["name"]) and not re.search(r"\d", m["name"]):
        yield Found(m["name"].strip(), m.span("name"), "credit", True)
    last = SIGNED.search(text, max(0, len(text) - 80))
    if last:
        group = "name" if last["name"] else "bracket"
        name = last[group].strip()
        if is_outlet_name(name) or (group == "bracket" and ACRONYM.fullmatch(name)):
            yield Found(name, last.span(group), "credit", True)


def _read(record: Record) -> Iterator[Found]:
    """Outlets that the reading knows as sources of statements or as told one."""
    text = record.article.text
    kinds = {e.id: e.kind for e in record.entities}
    for s in record.statements:
        told = s.addressee if s.addressee and kinds.get(s.addressee.entity or "") == "outlet" else None
        shown = any(text[a:b].startswith("show") for a, b in s.cue)  # pictures
        said = s.source.kind == "outlet" and s.source.named and not shown
        spans = s.source.spans if said else told.spans if told else ()
        for span in spans[:1]:
            got = introduced(text, span[0])
            if got and got[0].span[1] <= span[1] + 1 and (got[1] or got[0].sure):
                yield Found(got[0].text, (span[0], got[0].span[1]), "told" if told else "reported", True)


def _joined(found: Iterable[Found], own: str | None) -> Iterator[Found]:
    """Short forms under the name that stands before them; without what is the article's own outlet, by name or short
    form, and without names that end as a body's do."""
    full: list[str] = []
    for each in found:
        f, name = each, bare(each.name)
        longer = next((n for n in reversed(full) if is_short_form(name, bare(n))), None)
        if longer:
            f = replace(f, name=longer, sure=True)
        elif (own and (name == bare(own) or is_short_form(name, bare(own)))) or (is_body_name(f.name) and not f.sure):
            continue
        if own and bare(f.name) == bare(own):
            continue
        if f.sure and name not in map(bare, full):
            full.append(f.name)
        yield f


def is_short_form(short: str, whole: str) -> bool:
    """Is a name the first or the last words of a longer one? Both as `bare` makes them."""
    return len(short) >= LEAST and short != whole and (whole.startswith(f"{short} ") or whole.endswith(f" {short}"))
