"""The words of a source: its head, its people, where these belong, whether they were there."""

from __future__ import annotations

import itertools
import re
from collections.abc import Sequence
from dataclasses import replace
from functools import lru_cache

from reportedly.connect.brief.bodies import Body, are_against, body_named, body_spoken_for, whole_of
from reportedly.connect.brief.eyes import REPORTERS
from reportedly.connect.brief.lists import CALLED, is_body_key, speaker_words
from reportedly.connect.brief.nouns import FirstHand, Voice
from reportedly.connect.brief.places import Places
from reportedly.record import Entity, Statement

WORD = re.compile(r"[^\W_]+(?:['’-][^\W_]+)*")
PRONOUNS = frozenset(["he", "she", "it", "they", "we", "i", "him", "her", "them"])
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
NEW = frozenset(["a", "an", "another", "several", "some"])
THERE = re.compile(
    r"\b(?:at the scene|who (?:saw|witnessed|pulled|rescued|fled|escaped|survived|was there|were there"
    r"|(?:sat|stood|slept|lay|hid|waited|travelled|traveled) (?:in|on|at|near|behind|by|under|aboard|beside|inside)"
    r"|(?:was|were|had been) (?:on|in|at|aboard|inside|near|among|standing|asleep|sitting|working|trapped|held)))\b"
)
OF_THE_HURT = (
    r"(?:out|alive|dead|ashore|safety|hurt|injured|wounded|bod(?:y|ies)|hospitals?|people|passengers|survivors?|patients"
    r"|victims|casualties)"
)
"""Words for people hurt, or for where they were brought."""
CARED_FOR = re.compile(
    r"\b(?:look(?:ed|ing) after|(?:took|taken|taking) in\b(?! custody)|shelter(?:ed|ing)|housed|car(?:ed|ing) for"
    r"|(?:[Ii]ts|[Tt]heir|[Oo]ur|[Cc]rews of) [^.;]{3,60}?\b(?:pulled|dug|dragged|carried|brought|driven|drove|taken"
    r"|took|freed|lifted|flown|flew|treated|bandaged|rescued|saved|evacuated|recovered|found)\b"
    rf"(?=[^.;]{{0,80}}?\b{OF_THE_HURT}\b))"
)
RUNS = re.compile(
    r"\b(?:which|who) (?:also )?(?:runs?|ran|manages?|keeps?) (?:the|a|an|its) (?:[\w-]+ )?"
    r"(?:shelter|camp|clinic|hospital|centre|center|kitchen|hostel|mortuary|refuge)s?\b"
)
"""What those do who take care of people hurt or driven out, and what they keep."""
AFTER = re.compile(rf",\s+{THERE.pattern}")
"""What is told behind a name of one who was there."""
FIRST_PERSON = re.compile(r"\b(?:I|[Ww]e|us|my|me|our)\b")
PAST = re.compile(
    r"(?<!have )(?<!has )(?<!been )(?<!be )(?<!are )(?<!is )\b(?:(?:was|were|did|could)(?:n['’]t)?|\w{2,30}ed|had|saw"
    r"|heard|felt|smelt|ran|came|went|fell|took|got|gave|held|lay|stood|sat|hid|left|found|woke|slept|began|broke|shook|threw|blew"
    r"|hit|shot|struck|swam|sank|rose|drove|dug|kept|lost|tore|flew|read|put|told|said|made|sent|brought|let|cut|shut"
    r"|set|beat|bit|caught|met|spoke|led|knew|grew|rang|sang|crept|leapt|slid|spun|swung|bent|froze)\b"
)
"""Verbs of what somebody who was there tells."""
SAW_IT = re.compile(
    r"^(?:that )?(?:s?he|they) (?:had )?(?:just |also )?(?:(?:saw|seen|watched|heard)\b(?! (?:of|that|about)\b)"
    r"|(?:counted|found|visited|pulled|carried|dragged|treated)\b|(?:met|spoken|spoke|talked) (?:to|with)\b)"
)
"""How somebody is told to have seen or heard it, in words that are not quoted."""
LIVED_IT = re.compile(
    r"(?:,\s+\d{1,3})?(?:,\s+[^.,\n]{3,60})?,?\s+"
    r"(?:whose (?:[\w-]+ ){0,2}(?:house|home|flat|farm|shop|window|windows|balcony|garden|field|fields|boat|stall) "
    r"(?:is|are|was|were|stands?|stood|lies|lay|looks?|looked|faces|overlooks?|backs)\b"
    r"|who (?:lives|lived|works|worked) (?:near|opposite|beside|next|nearby|across|above|below|close|behind"
    r"|(?:in|on) the)\b"
    r"|(?:was|were|had been)\s+(?:woken|trapped|held|locked|tied|among (?:the|those)|(?:the )?first (?:to|at|on)|asleep"
    r"|\w+ing\b[^.\n]{0,40}?\b(?:when|as)\b"
    r"|(?:in|on|at|aboard|inside|near) (?:the|a|an|his|her|one) )"
    r"|(?:saw|watched|heard|smelt|smelled|felt|noticed|ran|rushed|hurried|climbed|crawled|swam|hid|escaped|fled|pulled"
    r"|dragged|dug|carried|rescued|saved|jumped|dived|woke|looked out|turned back"
    r"|(?:got|crept|walked|waded) (?:out|away|through)|survived|packed (?:his|her|the|a))\b"
    r"|[^.\n]{0,100}?\b(?:when|as) (?:he|she|they) (?:heard|saw|felt|noticed|smelt|smelled)\b)"
)
"""What follows the name of somebody who was there, where the article first tells of them."""
HELPED = re.compile(
    r"[.”\"]\s+(?:He|She)\s+(?:and\s[^.\n]{3,40}\s)?(?:had\s)?(?:pulled|dug|dragged|carried|hid|crawled|swam|jumped|climbed|"
    r"freed|lifted|bandaged|helped|watched|saw|fled|escaped|ran)\b"
)
"""What the article tells of somebody, in the paragraph in which it names him, who was there."""
DEALS = re.compile(
    r"\bwho (?:suppl(?:y|ies|ied)|(?:deliver|work|live|rent|serve)(?:s|e?d)?|sells?|sold|buys?|bought|drives?|drove"
    r"|runs?|ran|keeps?|kept|brings?|brought|do(?:es)? business)\b"
)
"""What those do who know somebody or something by what they deal in."""
HEAD_END = re.compile(
    r",|\s+(?:of|in|at|from|with|who|which|whom|whose|that|for|on|close|familiar|briefed|to|near|inside|under|by|about"
    r"|(?:seen|obtained|reviewed|viewed|leaked|shown|signed|written|issued|sent|addressed|dated)(?=\s))\s+"
)
"""Where the part of a phrase ends in which its head stands."""
WHO = re.compile(r",|\s+(?:which|who|that)\s+")
"""Where a phrase begins to tell more of those whom it has named."""
COPY_OF = re.compile(
    r"^(?:an?|the|its|their)\s+(?:\w+\s+)?(?:cop(?:y|ies)|page|draft|text|transcript|version|extracts?|excerpts?|minutes"
    r"|summary|translation|recording)\s+of\s+"
)
"""Before what a paper is a copy or a part of."""
IN_STATE = re.compile(r"\bin ([A-Z][\w-]+)")
WORKS_FOR = re.compile(
    r"\b(?:work(?:s|ed|ing)\b[^,;]{0,40}?\s(?:for|at)|(?:employee|worker|manager|engineer|executive|staffer)s?\s(?:of|at|with))"
    r"\s+(?P<name>[A-Z][\w-]+(?:\s+[A-Z][\w-]+)*)"
)
CLOSE_TO = re.compile(r"\bclose to (?:the |its )(?:[\w-]+ )??(?P<head>[a-z]+)(?=$|[,.]| (?:who|which|in|of)\b)")
INQUIRY = re.compile(r"\b(?:the|an) (?:[\w-]+ ){0,2}(?:investigation|inquiry|probe)\b")
"""What people are close to who are the police's or the prosecutors'."""
OF_FAMILY = re.compile(r"\b(?:close to|of|from|with) (?:the|his|her|their) (?:[\w’'-]+ )?famil(?:y|ies)\b")
"""Unnamed people who have it from a family and speak for no body."""
CIRCLES = {"minister": "ministry", "president": "presidency", "garrison": "garrison", "barracks": "garrison"}
"""What those are close to who are neither it nor its members, by the body that knows what they know."""
ADDRESS = frozenset(["mr", "mrs", "ms", "miss", "dr", "prof", "professor", "sir"])


@lru_cache(maxsize=CALLED)
def head_of(words: str | None) -> str | None:
    """The head noun of a phrase: the last word before a comma, "of", "who" or the like."""
    if not words:
        return None
    words = COPY_OF.sub("", words).removesuffix(" there").removesuffix(" itself")
    end = HEAD_END.search(words)
    first = words[: end.start()] if end else words
    found = WORD.findall(first)
    return found[-1].lower() if found else None


@lru_cache(maxsize=CALLED)
def is_titled(phrase: str) -> bool:
    """Does a role stand beside a name ("spokeswoman Mirela Sont", "Dr. Oten Bashra")?"""
    words = WORD.findall(phrase)
    titles = speaker_words()["titles"]
    return any(
        a.lower() in titles and b[:1].isupper() and b.lower() not in titles for a, b in itertools.pairwise(words)
    )


@lru_cache(maxsize=CALLED)
def lowered(phrase: str) -> tuple[str, ...]:
    """The words of a phrase in lower case."""
    return tuple(WORD.findall(phrase.lower()))


def any_titled(phrases: Sequence[str]) -> bool:
    return any(is_titled(p) for p in phrases)


def is_plain(words: str, name: str) -> bool:
    """Does nothing but a form of address stand beside a name?"""
    rest = lowered(words.replace(name, ""))
    return len(rest) <= 1 and all(w in ADDRESS for w in rest)


def is_reporter(v: Voice) -> bool:
    known = REPORTERS.fullmatch(v.head or "") and v.kind in ("anonymous", "group", "organisation")
    return bool(known and (v.words or "").lower() not in PRONOUNS)


def only_weighs(v: Voice, phrases: Sequence[str], body: Body | None) -> bool:
    """Is this somebody who weighs what others know: an analyst, residents of a city? Not "two traders who supply the
    mill"."""
    lists = speaker_words()
    comments = any(not lists["commentator"].isdisjoint(lowered(p)) for p in phrases[:2])
    weighs = comments or (v.kind == "group" and not body and v.head in lists["collective"])
    return weighs and not (people_in(v) and DEALS.search(v.words or ""))


def people_in(v: Voice) -> int:
    """How many unnamed people speak with one voice; 0 where it is only "officials"."""
    plural = v.kind == "group" or (v.head or "").endswith("s") or v.head == "people"
    return _people_in(v.words or "", plural)


@lru_cache(maxsize=CALLED)
def _people_in(phrase: str, plural: bool) -> int:
    words = lowered(WHO.split(phrase, maxsplit=1)[0])
    number = next((NUMBERS[w] for w in words if w in NUMBERS), None)
    return number or (0 if plural and words[:1] not in (("a",), ("an",), ("one",)) else 1)


def first_hand_of(v: Voice, content: str, s: Statement, text: str) -> FirstHand | None:
    """Was whoever speaks there: by what they are called, by their words, or by what the article tells of them?"""
    lists = speaker_words()
    words = {*lowered(v.words or ""), *lowered(v.role or ""), *lowered(v.body or "")}
    if words & lists["care"] or (v.body and (CARED_FOR.search(content) or RUNS.search(v.words or ""))):
        return "care"
    if words & lists["witness"] or THERE.search(v.words or "") or any(AFTER.match(text, b) for _, b in s.source.spans):
        return "witness"
    alone = v.person and not v.body and not words & (lists["commentator"] | lists["speaking"] | lists["ranks"])
    if alone and (SAW_IT.match(content) if s.form == "indirect" else _tells_of_himself(content)):
        return "witness"
    return "witness" if alone and v.name and was_there(v.name, text) else None


def _tells_of_himself(content: str) -> bool:
    """Does somebody tell of what befell him or what he did?"""
    return FIRST_PERSON.search(content) is not None and PAST.search(content) is not None


@lru_cache(maxsize=CALLED)
def was_there(name: str, text: str) -> bool:
    """Does the article tell that the person lives or was where it happened?"""
    at = text.find(name)
    if at < 0:
        return False
    paragraph = text[at:].split("\n", maxsplit=1)[0]
    return bool(LIVED_IT.match(text, at + len(name)) or HELPED.search(paragraph))


def affiliation_of(words: str, places: Places) -> Body | None:
    """Which body unnamed people are of: "a ministry official", "an official of the ministry"; not "its critics"."""
    *before, head = HEAD_END.split(words, maxsplit=1)[0].split() or [""]
    if head and are_against(head):
        return None
    skipped = (*NUMBERS, *NEW, "the", "one", "senior", "top", "its", "his", "her", "their", "our", "my")
    while before and before[0].lower() in skipped:
        before = before[1:]
    if before and (found := body_named(" ".join(before), places)) and is_body_key(found.key):
        state = None if found.owner else IN_STATE.search(words)
        return replace(found, owner=places.owner(state[1]) or state[1].lower()) if state else found
    if len(before) == 1 and before[0][:1].isupper():
        return Body("", before[0], places.owner(before[0]) or before[0].lower())
    after = re.search(r"\b(?:of|in|at|from|with|inside|to)\s+(?:the\s+)?(.+)$", words)
    whole = after.group(1) if after else ""
    if whole and (found := whole_of(whole, places) or body_spoken_for([whole], places)):
        return found
    if whole and (found := body_named(whole, places)) and is_body_key(found.key):
        return found
    if INQUIRY.search(words):
        return Body("inquiry", "the inquiry")
    if OF_FAMILY.search(words):
        return Body("family", "the family")
    close = CLOSE_TO.search(words)
    if close and (close["head"] in CIRCLES or close["head"] in speaker_words()["bodies"]):
        return Body(CIRCLES.get(close["head"], close["head"]), f"the {close['head']}")
    works = WORKS_FOR.search(words)
    return Body(works["name"].lower(), works["name"]) if works else None


def phrases_of(v: Voice, entity: Entity | None, text: str) -> list[str]:
    """What the source is called: here, and everywhere in the article."""
    mentions = [text[a:b] for a, b in entity.mentions] if entity else []
    names = [m for m in mentions if m.lower() not in PRONOUNS and len(m.split()) > 1][:LONG]
    own = [v.words] if v.words and v.words.lower() not in PRONOUNS else []
    beside = _role_before(v.spans[0][0], text) if own and v.kind == "person" and v.spans else None
    return list(dict.fromkeys([*own, *([v.role] if v.role else []), *([beside] if beside else []), *names]))


def _role_before(start: int, text: str) -> str | None:
    near = (max(0, start - BESIDE), start)
    m = ROLE_BEFORE.search(text, *near) if text[slice(*near)].rstrip().endswith(",") else None
    return m["role"] if m else None


ROLE_BEFORE = re.compile(r"\b(?P<role>(?:the|an?|its|their|his|her)\s[^,.;:\"“”\n]{3,70}),\s+$", re.I)
"""What stands before a name, which the reading left out ("the police chief of the province, Major X")."""
BESIDE = 80
"""Characters before a name in which this is looked for."""
LONG = 6
"""Mentions of a source that are looked at for its role."""
