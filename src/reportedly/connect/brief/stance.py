"""Does somebody tell something, or only answer, weigh or take it for known? By cue and content."""

from __future__ import annotations

import re
from collections.abc import Sequence
from functools import lru_cache
from typing import NamedTuple

from reportedly.connect.brief.lists import CALLED, speaker_words
from reportedly.connect.brief.nouns import Stance
from reportedly.connect.brief.sources import WORD
from reportedly.record import Event, Span, Statement

PIECE = re.compile(r"\w+")
LOST = re.compile(
    r"\b(?:(?:lost|losing) (?:\w+ )?(?:\w+ )?(?:men|soldiers|fighters|people|lives|troops|sailors|members)"
    r"|with (?:their|his|her) li(?:fe|ves)|lives (?:were|had been|have been) lost"
    r"|(?:claim|cost|took|tak)\w*(?: \w+){0,3} li(?:fe|ves))\b",
    re.I,
)
LOST_WORDS = frozenset(["lost", "losing", "life", "lives"])
"""One of these stands wherever LOST fits."""
SAVED = re.compile(
    rf"\b(?:{'|'.join(sorted(speaker_words()['saving']))})\b[^.;]{{0,40}}?"
    r"\b(?:out|free|alive|ashore|to safety|from the (?:rubble|ruins|snow|water|wreck\w*|sea|river|mud|flames))\b",
    re.I,
)
"""How it is told that people were got out of where they were caught."""
CONFIRMING = re.compile(r"^(?:(?:also|later|has|have|had|it|again) )*confirm(?:ed|s|ing)\b")
NO = re.compile(
    r"\b(?:no hand in|nothing to do with|no part in|not (?:been )?(?:responsible|involved|behind)|no such"
    r"|(?:is|was|were|are) (?:false|untrue|baseless|fabricated|invented|nonsense)|played no|no role in)\b",
    re.I,
)
"""What is said by those who only answer that it was not they."""
NO_WORDS = frozenset(["no", "nothing", "not", "false", "untrue", "baseless", "fabricated", "invented", "nonsense"])
"""One of these stands wherever NO fits."""
UNKNOWING = re.compile(
    r"^[\"“‘']?(?:that )?(?:it|they|he|she|we|I|(?:the|our|its)(?: \w+){1,3}?) (?:"
    r"(?:had|has|have) (?:only |just |merely )?(?:nothing (?:to|more|further)\b|not (?:yet )?(?:heard|received)\b"
    r"|no (?:\w+ )?(?:information|knowledge|news|word|details?|reports?|comment|record|evidence|indication|plans?)\b)"
    r"|(?:(?:had|has|have) )?(?:only |merely )?(?:(?:took|takes?|taken) note of|noted) (?:the|this|that|its|their)\b"
    r"|(?:was|were|is|are) (?:not aware|unaware|studying|examining|reviewing|looking into|following|monitoring|waiting"
    r"|trying to find out)\b|knew nothing\b)",
    re.I,
)
"""What those say who know nothing of it, or only what others have told."""
CLAIMED = re.compile(r"^[\"“‘']?(?:that )?the (?:accusation|allegation|claim|assertion)s?,? that\b", re.I)
"""How those begin who speak of what others say of them."""
INVENTED = re.compile(
    r"\b(?:fairy ?-?tales?|myth|fabrications?|lies|rumou?rs|invented|gossip|hoax)\b(?: and \w+)? "
    r"(?:of|about|that|by|spread|put)\b",
    re.I,
)
"""What somebody speaks of who says that others made it up."""
INVENTED_WORDS = frozenset([
    "fairy", "fairytale", "fairytales", "myth", "fabrication", "fabrications", "lies",
    "rumors", "rumours", "invented", "gossip", "hoax",
])  # fmt: skip
"""One of these stands wherever INVENTED fits."""
OPPOSES = re.compile(
    r"^(?:that )?(?:it|they|he|she|we) (?:would |will )?(?:fight|resist|oppose|challenge|appeal|protest)\b", re.I
)
CALLED_FALSE = re.compile(
    r"^as (?:[\w-]+ ){0,4}?(?:lies?|nonsense|inventions?|fabrications?|fiction|false|untrue|slander|rubbish|hoax"
    r"|propaganda|fantasy)\b",
    re.I,
)
"""What somebody calls what others say who does not believe it ("described as a lie the claim that ...")."""
COURSE = re.compile(
    r"\s+(?:had\s+)?(?:came|began|started|took|happened|occurred|struck|lasted|killed|left|went|hit|destroyed|followed|"
    r"continued|broke|set|tore|cost|wounded|injured|damaged|begun|started|sank|trapped)\b"
)
"""What follows the name of an event whose course is told ("the shelling came without warning")."""
NONE = re.compile(
    r"^[\"“‘']?(?:that )?(?:there (?:had been|has been|have been|was|were|is|are|will be) no"
    r"|(?:nothing|nobody|no[ -]one|none(?! of)|neither|not (?:one|a single)|at no time)"
    r"|no (?!fewer|less|more|later|sooner|longer|doubt|matter|survivors?|sign|trace|contact|word))\b"
    r"(?![^.;]*?\b(?:surviv\w+|left|escap\w+|spared|got out|but|only|just|except|until|when|after|since|kn[eo]ws?)\b)",
    re.I,
)
"""Words that begin with that it was not so ("no flight was cancelled"); not that none was left, nor what came with
something else."""
FURTHER = re.compile(r"[.!?]\s+[A-Z]")
"""Where a second sentence begins."""
REFERRED = re.compile(
    r"\b(?:the|this|that|these|those|such|his|her|its|their|our|\w+['’]s|\w+s['’])\s+(?P<between>(?:[\w’'-]+\s+){0,3})$",
    re.I,
)
"""What stands before a noun that takes an event for known."""
WHICH = re.compile(r"\b(?:the|this|these|those)\s+(?:[\w’'-]+\s+){1,3}(?:that|which|who)\s+(?:had\s+)?$", re.I)
"""What stands before a verb that only tells of which it is spoken ("the ferry that sank was overloaded")."""
POINTS = re.compile(r"(?:\b(?:the|this|that|these|those|such|his|her|its|their|our|which|who|had)|['’]s|s['’])\Z", re.I)
"""How one of the last four words ends wherever REFERRED or WHICH fits."""
POINTING = 4
"""Words before a trigger in which REFERRED fits."""
INTO = re.compile(
    r"\b(?:(?:investigations?|inquir(?:y|ies)|probes?|questions?|accusations?|allegations?|claims?|rumou?rs?|suspicions?"
    r"|charges?|talk)\s+(?:into|of|about|over|on)|investigat(?:e|es|ed|ing)|look(?:s|ed|ing)? into|accused of|alleged"
    r"|suspected)\s+(?:[\w’'-]+\s+){0,2}$",
    re.I,
)
"""What stands before what is only looked into, or said by others."""
SMALL = re.compile(r"\b(?:with|of|from|in|by|at|for|on|near|under|into|an?)\s+$", re.I)
NOUN = re.compile(r"\s+(?!(?:with|of|from|in|by|at|for|on|near|under|into|and|or|to|as|that|when|after)\b)[a-z]{3,}")
"""What stands before and after a verb that is used as an adjective."""
SMALLEST = 8
"""Characters before it in which such a word fits."""
WHEN = re.compile(r"\b(?:when|before|after|while|as)\s+(?:[\w’'-]+\s+){0,3}$", re.I)
"""What stands before an event that only says when it was that something denied did not happen."""
PAST = re.compile(
    r"(?:\w+ed|sank|fell|went|broke|hit|shot|struck|blew|fought|began|left|ran|gave|took|met|found|held|came|rose|lost|sunk"
    r"|burnt|shut|won|got|made|put|set|tore|threw|drove|flew|swept|spread|went|is|are|was|were|has|had|have|said)",
    re.I,
)
"""Forms of the past, which after "the ferry" are verbs and no nouns."""
SUBJECT = 4
"""Words before a trigger that is the subject of what is said."""


Told = Sequence[tuple[Span, Sequence[Event]]]
"""Each part of what a statement says, with the events in it."""


class Cue(NamedTuple):
    """What the words are by which somebody is said to say something."""

    confirms: bool
    may_confirm: bool
    says: bool
    answers: bool
    believes: bool


@lru_cache(maxsize=CALLED)
def _cue_of(words: str) -> Cue:
    cue, believing = words.lower().split(), tuple(speaker_words()["believing"])
    return Cue(
        confirms=CONFIRMING.match(" ".join(cue)) is not None,
        may_confirm=any(w.startswith("confirm") for w in cue),
        says=any(w.startswith(("said", "say", "told", "tell", "accord")) for w in cue),
        answers=any(map(_answers, cue)),
        believes=any(w.startswith(believing) for w in cue),
    )


def stance_of(s: Statement, text: str, content: str) -> Stance:
    """Whether a statement tells or confirms something, only answers or weighs it, or says nothing."""
    if s.act in ("decline", "no_response"):
        return "silent"
    cue = _cue_of(" ".join([text[a:b] for a, b in s.cue]))
    if cue.confirms and not content.lower().startswith(("no", "that no", "nothing")):
        return "confirms"
    if cue.may_confirm:
        return "silent"
    words, lists = words_in(content), speaker_words()
    intends = s.act == "want" or (s.act == "believe" and not cue.believes)
    if s.act == "deny" or (not cue.says and (cue.answers or intends)):
        return "answers"
    weighs = words & lists["weighing"] and not words & lists["harm"]
    return "answers" if weighs or _refuses(content) else "tells"


def _refuses(content: str) -> bool:
    """Does somebody say only that it was not so, not they, or that they know nothing of it?"""
    words, pieces = words_in(content), pieces_in(content)
    return bool(
        (pieces & NO_WORDS and NO.search(content))
        or (pieces & INVENTED_WORDS and INVENTED.search(content))
        or OPPOSES.match(content)
        or CALLED_FALSE.match(content)
        or CLAIMED.match(content)
        or (words & speaker_words()["unknowing"] and UNKNOWING.match(content))
        or (says_not(content) and not FURTHER.search(content))
    )


@lru_cache(maxsize=2)
def says_not(content: str) -> bool:
    """Does what is said begin with that something was not so?"""
    return NONE.match(content) is not None


def _answers(word: str) -> bool:
    """Is this a form of a verb of answering?"""
    return any(word.startswith(a) and len(word) <= len(a) + 4 for a in speaker_words()["answering"])


def taken_for_known(s: Statement, text: str, told: Told) -> tuple[str, ...]:
    """Events that a statement takes for known instead of telling them ("the attack", "the wounded")."""
    out = []
    for (begin, end), events in told:
        for e in events:
            before = text[max(begin, e.trigger[0] - REACH) : e.trigger[0]]
            aside = s.act == "deny" and WHEN.search(before)
            known = aside or _is_known(before, text[slice(*e.trigger)]) or _is_adjective(before, text, e.trigger)
            if e.trigger[1] <= end and known:
                is_subject = e.trigger[0] - begin < REACH and len(before.split()) <= SUBJECT
                out += [] if is_subject and COURSE.match(text, e.trigger[1]) else [e.id]
    return tuple(out)


def _is_adjective(before: str, text: str, trigger: Span) -> bool:
    """Does a trigger only say of which thing it is spoken ("fed with spoiled milk")?"""
    return text[trigger[1] - 2 : trigger[1]] == "ed" and bool(
        SMALL.search(before[-SMALLEST:]) and NOUN.match(text, trigger[1])
    )


def only_alleged(content: str, text: str, told: Told) -> tuple[str, ...]:
    """Events of which a statement only tells that they are looked into or said ("an inquiry into bribes")."""
    if not words_in(content) & speaker_words()["doubting"]:
        return ()
    return tuple(
        e.id for (begin, _), events in told for e in events
        if INTO.search(text[begin : e.trigger[0]][-REACH:])
    )  # fmt: skip


REACH = 90
"""Characters before a trigger that are looked at."""


def _is_known(before: str, trigger: str) -> bool:
    """Does a trigger stand where a noun for something known does?"""
    near = before[-REACH:]
    words = near.rsplit(maxsplit=POINTING)
    if not any(map(_points, words[-POINTING:])):
        return False
    if PAST.fullmatch(trigger) and WHICH.search(near):
        return True
    m = REFERRED.search(near, len(words[0]) if len(words) > POINTING else 0)
    if m is None:
        return False
    between = m["between"].lower().split()
    return not (set(between) & speaker_words()["auxiliaries"]) and not (between and PAST.fullmatch(trigger))


@lru_cache(maxsize=50_000)
def _points(word: str) -> bool:
    return POINTS.search(word) is not None


def tells_of_harm(content: str) -> bool:
    """Are people hurt in what is said? "The wounded" alone takes it for known, unless there is a number."""
    words, lists = words_in(content), speaker_words()
    if (pieces_in(content) & LOST_WORDS and LOST.search(content)) or (
        words & lists["saving"] and SAVED.search(content)
    ):
        return True
    harm = words & lists["harm"]
    if not harm:
        return False
    if words & lists["counted"] or any(w.isdigit() for w in words):
        return True
    hurt = (m for m in WORD.finditer(content) if m.group().lower() in harm)
    return any(not _is_known(content[: m.start()], m.group()) for m in hurt)


@lru_cache(maxsize=2)
def words_in(content: str) -> frozenset[str]:
    """The words of what is said, lower case; they are asked for more than once."""
    return frozenset(WORD.findall(content.lower()))


@lru_cache(maxsize=2)
def pieces_in(content: str) -> frozenset[str]:
    """The same, with whatever a hyphen or an apostrophe joins apart ("false-it never happened")."""
    return frozenset(PIECE.findall(content.lower()))
