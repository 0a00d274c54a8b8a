"""For which body somebody speaks, and how a body is called in every article alike."""

from __future__ import annotations

import re
from collections.abc import Iterable, Sequence
from dataclasses import dataclass
from functools import lru_cache
from itertools import pairwise

from reportedly.connect.brief.aliases import normal
from reportedly.connect.brief.lists import (
    CALLED,
    KINDS,
    MAKERS,
    is_body_key,
    is_given,
    roles,
    singular,
    singulars,
    speaker_words,
)
from reportedly.connect.brief.places import Places
from reportedly.lexicons import load_lexicons

WORD = re.compile(r"[^\W_]+(?:[-.&][^\W_]+)*(?:['’]s?\b|(?<=s)['’])?")
APPOSED = re.compile(
    r"(?:[Tt]he|[Ii]ts|[Tt]heir)\s+(?:[\w’'-]+\s+){0,2}?(?P<noun>[a-z]+),\s+(?P<name>(?:the\s+)?[A-Z][^,]+),?$"
)
"""A body's description with its name after it ("the operator, Elm Lines,")."""
OF_KIND = re.compile(
    rf"(?:[Tt]he|[Aa]n?)\s+(?:[a-z-]+\s+){{0,2}}?(?:{KINDS})\s+(?P<name>[A-Z][^,()]*?)(?=,|\(|\s+which\b|$)"
)
"""A body's kind with its name after it ("the charity Open Hand")."""
CALLS_ITSELF = re.compile(
    r"(?:An?|[Tt]he|a)\s+(?:[a-z-]+\s+){1,3}(?:that|which)\s+calls\s+itself\s+(?:the\s+)?(?P<name>[A-Z][^,()]{1,80}?)(?=,|\(|$)"
)
"""A body described, with its name behind ("a gang that calls itself the Elm Boys")."""
THERE = re.compile(r"\s+(?:t?here)$")
"""What stands behind a body and only says where it is ("the police there")."""
OF_A_STATE = re.compile(
    r"(?P<body>.*\b(?:[Mm]inistry|[Gg]overnment|[Aa]rmy|(?:armed )?forces|president|presidency|prime minister))"
    r"\s+of\s+(?P<state>[A-Z][\w-]{1,40})$"
)
"""A state's body with the state after it ("the Foreign Ministry of Lorvia"), which may be a field's name instead."""
MINISTRY_OF = re.compile(r"(?:[Tt]he\s+)?Ministry (?:of|for) (?:the\s+)?(?P<field>[A-Z][a-z]+s)")
"""A ministry of something that no list of fields has ("the Ministry of Ports"): in the plural it is no state's name."""
BESIDE_NAMES = frozenset(
    [
        "the",
        "a",
        "an",
        "its",
        "their",
        "his",
        "her",
        "our",
        "this",
        "that",
        "own",
        "earlier",
        "previous",
        "latest",
        "preliminary",
        "initial",
        "separate",
        "first",
    ]
)
"""Words before a body's name that are no part of it."""
PART = re.compile(
    r"['’]s?\s+(?:(?:[\w-]+\s+)?(?:board|executive|council|leadership|management|staff|command|secretariat|team|crew)"
    r"(?:\s+of\s+[a-z ]+)?|(?P<other>[a-z-]+(?:\s+[a-z-]+)?))$"
)
"""What is a part of the body that stands before it ("the union's executive", "the service's dog handlers")."""
PART_OF = re.compile(
    r"(?:[Tt]he\s+)?(?:command|leadership|board|executive|management|secretariat|headquarters)\s+of\s+(?:the\s+)?"
    r"(?P<whole>.+)$"
)
"""The same the other way round ("the command of the navy")."""
OF_SEVERAL = re.compile(r"(?:one|another|some|several|many|most|other|each|every|any|no)\s", re.I)
"""What a phrase begins with that names no body, but says of which kind it is."""
LEFT_OVER = re.compile(r"^['’]s\s+")
"""What a phrase begins with whose owner was cut off."""
NAME_END = re.compile(
    r",|\s+(?:(?:to|of|for|by|with|from|on|in)\s+)?(?:which|that|who|whom|whose|where|in|at|near)\s+|\s+\("
    r"|\s+and\s+(?:the|its|their)\s+|\s+(?:[a-z]{2,20}ed|held|taken|hit|run|built|sunk)\s+by\s+"
)
LOCAL = re.compile(r"\b[a-z]+ department$")
"""A town's office, which has no capitals: ministries that are called departments have."""
OWNING = re.compile(r"['’]s?$")
DEMONYM = re.compile(r"[A-Z][a-z]{2,}(?:ian|ean|ese|ish)")
OF_STATES = frozenset(["ministry", "government", "army", "navy", "police", "parliament", "presidency", "embassy"])
"""Words of bodies that every state has."""
MINISTER = re.compile(r"\b(?:deputy\s+|vice[- ])?(\w+)\s+(?:minister|secretary)\b")
PRESIDENT = re.compile(
    r"(?!(?:its|their|his|her)\s)(?:the\s+)?(?:(?P<of>[\w-]+)(?:['’]s?)?\s+)?(?:vice[- ])?president\b(?!\s+of\b|$)"
    r"|the\s+(?:vice[- ])?president$"
)
LEADS = re.compile(r"\bwho (?:leads|heads|runs|chairs|commands|directs) (?:the )?([^,;]+)")
POSSESSED = re.compile(
    r"(?P<body>(?:[Tt]he |[A-Z])[^,;]*?)['’]s?\s+(?!former\b)(?:(?:[a-z-]+\s+){0,2}[a-z-]+,?\s+)?[A-Z]"
)
NO_STATES = frozenset(["the", "its", "their", "his", "her", "our", "then", "when", "after", "new", "federal", "state"])
BESIDE_ROLES = frozenset(["deputy", "acting", "press", "general", "former", "chief"])
"""Words that stand before a role and are no part of the body."""
NO_BODY = re.compile(
    r"(?:staff\b|(?:mission|delegation|operations|communications|security|section|shift)$|(?:mr|mrs|ms|miss|dr)\b)",
    re.I,
)
"""What a "head of" heads within the body that he or she speaks for ("its head of mission"), and people."""
ROLE_OF = re.compile(r"\b([\w-]{1,40})\s+(?:of|for|at|with|from)\s+(?:the\s+)?([^,;]+)")


@dataclass(frozen=True, slots=True)
class Body:
    """A body: key, as it is called, whose it is (None: not said)."""

    key: str
    name: str
    owner: str | None = None


@lru_cache(maxsize=CALLED)
def body_named(phrase: str, places: Places) -> Body | None:
    """The body that a phrase names or describes ("the country’s Health Ministry"), None where no word of it is a body's
    and it has no capital beside the article."""
    return _body_named(phrase, places.within(phrase))


@lru_cache(maxsize=CALLED)
def _body_named(phrase: str, places: Places) -> Body | None:
    phrase = THERE.sub("", LEFT_OVER.sub("", phrase.strip()))
    if OF_SEVERAL.match(phrase):
        return None
    if kind := CALLS_ITSELF.match(phrase) or OF_KIND.match(phrase):
        phrase = kind["name"]
        if " " not in phrase:
            return Body(key=phrase.lower(), name=phrase)
    apposed = APPOSED.match(phrase)
    if apposed and _may_be_apposed(apposed["noun"], apposed["name"]):
        phrase = apposed["name"]
        if " " not in phrase:  # "the maker, Brightwell,": nothing but its place shows that it is a body
            return Body(key=phrase.lower(), name=phrase)
    phrase = NAME_END.split(phrase.strip(), maxsplit=1)[0].strip(" \"“”'’")
    if known := whole_of(phrase, places) or _ministry_of(phrase):
        return known
    owner: str | None = None
    if (m := OF_A_STATE.match(phrase)) and m["state"].lower() not in speaker_words()["fields"]:
        owner, phrase = load_lexicons().actors.countries.get(m["state"]) or m["state"].lower(), m["body"]
    words: list[str] = []
    for m in WORD.finditer(phrase):
        w = m.group()
        if w.lower() in BESIDE_NAMES:
            continue
        if (
            w.endswith(("'s", "’s", "s'", "s’"))
            and singular(w[:-2]) not in ("president", "minister")
            and (not w.endswith(("s'", "s’")) or places.owner(w))
            and (places.owner(w) or not _is_named_for(phrase, m.start()))
            and len(w) > 3
            and not words
        ):
            owner = places.owner(w) or (OWNING.sub("", w).lower() if w[:1].isupper() else None)
            continue
        if not words and (found := places.owner(w) or demonym(w)) and not _is_named_after(phrase):
            owner = found
            continue
        words.append(w)
    if owner is None and len(words) > 1 and words[0][:1].isupper() and _of_a_state(words[1:]):
        owner, words = words[0].lower(), words[1:]
    return _made_of(words, phrase, owner)


def _made_of(words: Sequence[str], phrase: str, owner: str | None) -> Body | None:
    """The body of these words, if one of them is a body's or they are a name."""
    lower = " ".join(words).lower().replace("’", "'")
    if not lower:
        return None
    key = lower if LOCAL.search(phrase) else normal(lower)
    known = key in ("firefighters", "army", "municipality") or any(
        singular(w) in singulars() or w in speaker_words()["bodies"] for w in key.split()
    )
    capital = any(w[:1].isupper() for w in words)
    if not known and not (capital and len(words) > 1):
        return None
    return Body(key=key, name=phrase, owner=owner)


def whole_of(part: str, places: Places) -> Body | None:
    """The body of which a phrase names a part ("the union's executive", "the command of the navy")."""
    if of := PART_OF.match(part):
        whole = body_named(of["whole"], places)
        return whole if whole and any(singular(w) in singulars() for w in whole.key.split()) else None
    end = PART.search(part)
    other = end["other"] if end else None
    if end is None or (other and (is_body_key(normal(other)) or are_against(other))):
        return None
    whole = body_named(part[: end.start()], places)
    return whole if whole and is_body_key(whole.key) else None


def are_against(people: str) -> bool:
    """Are these people against the body that they are called after, or hurt by it ("critics")?"""
    return singular(people.rsplit(maxsplit=1)[-1]) in speaker_words()["against"]


def _ministry_of(phrase: str) -> Body | None:
    m = MINISTRY_OF.fullmatch(phrase)
    return Body(f"{m['field'].lower()} ministry", phrase) if m else None


def _is_named_for(phrase: str, at: int) -> bool:
    """Is what stands before an "'s" part of a body's name ("the People's Alliance")?"""
    if not phrase[at : at + 1].isupper():
        return False
    words = WORD.findall(phrase[at:])
    of_two = len(words) == 2 and words[1][:1].isupper() and words[1].lower() not in OF_STATES
    return phrase[:at].lower() == "the " or of_two


def _is_named_after(phrase: str) -> bool:
    """Is a place's name part of the name of a firm or the like ("Norden Bank"), which is not that place's?"""
    words, lists = WORD.findall(phrase), speaker_words()
    last = words[-1] if words else ""
    return len(words) > 1 and last[:1].isupper() and last.lower() in lists["trades"] | lists["named_after"]


def _may_be_apposed(noun: str, name: str) -> bool:
    """May a name that follows this description be a body's? After "the prosecutor" it is a person's, after "the owner"
    it may be."""
    if noun == "owner":
        return ends_as_a_body(name.split(" of ", maxsplit=1)[0])
    return (singular(noun) in singulars() and noun not in speaker_words()["alone"]) or noun in MAKERS


@lru_cache(maxsize=CALLED)
def ends_as_a_body(name: str) -> bool:
    """Does a name of several words end as those of companies and other bodies do?"""
    words = name.lower().split()
    ends = load_lexicons().sources.body_endings | speaker_words()["trades"]
    return len(words) > 1 and words[-1].rstrip(".") in ends and not is_given(words[0])


def _of_a_state(words: list[str]) -> bool:
    """Are these words what only states and their like have ("Velmark army")? Cities have police, too."""
    if words[-1].lower() == "ministry" and len(words) == 2:
        return words[0].lower() in speaker_words()["fields"]
    whole = " ".join(words)
    return whole.islower() and normal(whole) in (
        "army", "navy", "government", "presidency", "forces", "officials", "authorities"
    )  # fmt: skip


def demonym(word: str) -> str | None:
    """A word formed like a people's name, for countries that no gazetteer has ("Lorvian")."""
    return word.lower() if DEMONYM.fullmatch(word) else None


def body_spoken_for(phrases: Iterable[str], places: Places) -> Body | None:
    """The body whose chief, minister or spokeswoman somebody is called in any of these phrases."""
    return next((found for phrase in phrases if (found := _spoken_for(phrase, places))), None)


@lru_cache(maxsize=CALLED)
def _spoken_for(phrase: str, places: Places) -> Body | None:
    return _speaks_for(phrase, places.within(phrase))


@lru_cache(maxsize=CALLED)
def _speaks_for(phrase: str, places: Places) -> Body | None:
    of = _of(phrase, places)
    before = None if of and is_body_key(of.key) else _before(phrase, places)
    if of and before and is_body_key(before.key):
        return before  # "the fire chief of Elm Hill" is no chief of the hill's
    found = of or _minister(phrase, places) or before or _alone(phrase)
    return found or _led(phrase, places) or _possessed(phrase, places)


def _minister(phrase: str, places: Places) -> Body | None:
    """ "Interior Minister X" speaks for the ministry, "President X" for the presidency."""
    lower = phrase.lower()
    m = MINISTER.search(lower)
    if m and m.group(1) == "prime":
        return Body("government", "the prime minister", _first_owner(phrase.split(), places))
    if m and m.group(1) in speaker_words()["fields"]:
        field = f"{m.group(1)} ministry"
        return Body(
            normal(field), f"the {field}", _first_owner(phrase.split(), places) or _state_before(phrase, m.start())
        )
    president = PRESIDENT.match(lower)
    if president and singular(president["of"] or "") not in singulars():
        return Body("presidency", "the presidency", _first_owner(phrase.split(), places))
    return None


def _state_before(phrase: str, at: int) -> str | None:
    """The state before a minister ("the Lorv foreign minister"), which nothing but its place makes one."""
    before = WORD.findall(phrase[:at])
    last = OWNING.sub("", before[-1]) if before else ""
    return last.lower() if last[:1].isupper() and last.lower() not in NO_STATES | speaker_words()["titles"] else None


def _first_owner(words: Iterable[str], places: Places) -> str | None:
    return next((owner for w in words if (owner := places.owner(w))), None)


def _alone(phrase: str) -> Body | None:
    """ "Mayor X": an office that is one person's."""
    words = [w.lower() for w in WORD.findall(phrase)[:4]]
    for office in (*words, *map("".join, pairwise(words))):  # also in two words ("harbour master")
        if office in speaker_words()["alone"]:
            return Body(normal(office), f"the {office}")
    return None


def _of(phrase: str, places: Places) -> Body | None:
    """ "general secretary of the X union", "a spokesman for X"."""
    for m in ROLE_OF.finditer(phrase):
        if singular(m.group(1)) in speaker_words()["speaking"] and not NO_BODY.match(m.group(2)):
            owner = places.owner(m.group(2).split()[0])
            if m.group(1).lower() == "president" and owner and len(m.group(2).split()) == 1:
                return Body("presidency", "the presidency", owner)
            found = body_named(m.group(2), places)
            if found and (is_body_key(found.key) or not _is_of_a_place(m, places)):
                return found
    return None


def _is_of_a_place(m: re.Match[str], places: Places) -> bool:
    """Is an office of a place, which speaks for itself ("the governor of the North", "the chief of Elm Hill")?"""
    return m.group(1).lower() in speaker_words()["alone"] or m.group(2).strip().lower() in places.whose


def _led(phrase: str, places: Places) -> Body | None:
    """ "X, who leads the League's observers" speaks for the league."""
    m = LEADS.search(phrase)
    whole = re.sub(r"['’]s\s.*$", "", m.group(1)) if m else ""
    return body_named(whole, places) or body_named(m.group(1), places) if m else None


def _possessed(phrase: str, places: Places) -> Body | None:
    """ "The committee's delegate, X" speaks for the committee, whatever the delegate is called."""
    m = POSSESSED.match(phrase)
    found = body_named(m["body"], places) if m else None
    return found if found and set(found.key.split()) & speaker_words()["bodies"] else None


def _before(phrase: str, places: Places) -> Body | None:
    """ "police spokeswoman X", "the union's leader", "the city police chief"."""
    words = phrase.replace(",", " , ").split()
    for k, w in enumerate(words):
        is_named = w == "official" and words[k + 1 : k + 2] and words[k + 1][:1].isupper()
        if (singular(w) not in roles() and not is_named) or not k:
            continue
        start = k
        while start and words[start - 1] not in (",", "of", "who"):
            start -= 1
        before = words[start:k]
        while before and (singular(before[-1]) in roles() or singular(before[-1]) in BESIDE_ROLES):
            before = before[:-1]
        if before and before[-1].lower() not in ("the", "a", "an"):
            text = OWNING.sub("", " ".join(before))
            if text.lower().split()[-1:] == ["president"] or text.lower().endswith("palace"):
                return Body("presidency", "the presidency", _first_owner(before, places))
            if found := body_named(text, places) or _firm(text, w, places):
                return found
    return None


def _firm(name: str, role: str, places: Places) -> Body | None:
    """Whose spokeswoman somebody is, where nothing but this shows that a name is a firm's ("Norvel spokesman X")."""
    is_name = name.isalpha() and name[:1].isupper() and name.lower() not in speaker_words()["fields"] | BESIDE_NAMES
    is_of_it = role.lower() in speaker_words()["spokes"] and not places.owner(name)
    return Body(name.lower(), name) if is_name and is_of_it else None
