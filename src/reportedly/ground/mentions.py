"""Mentions in the text: names with their type, pronouns, and descriptions such as "the spokeswoman"."""

from __future__ import annotations

import re
from bisect import bisect_left
from collections import Counter
from collections.abc import Iterable, Sequence
from dataclasses import dataclass, replace
from typing import Literal

from reportedly.lexicons import Lexicons
from reportedly.reader.tokens import Token, Tokens
from reportedly.reader.words import Gap
from reportedly.record import Span, covers

Gender = Literal["female", "male"]
NAME_TYPES = {"PERSON": "person", "ORG": "organisation", "GPE": "state", "NORP": "group"}
LONGEST_ROLE = 10
"""Tokens of a function that stands before a name with a comma between."""
CREDITS = frozenset(
    {"image", "photo", "photograph", "picture", "illustration", "credit", "source", "file", "video", "audio"}
)
"""Words before a colon that tell whose a picture is."""
ALSO_PEOPLE = frozenset({"Chad", "Georgia", "Israel", "Jordan"})
"""Countries that are given names, too."""
LETTERS_AFTER = frozenset({"KC", "QC", "MP", "MSP", "MEP", "CBE", "OBE", "MBE", "PhD", "Esq"})
POSSESSIVE = re.compile(r"['’]s?$")
FEMALE = frozenset({"she", "her", "hers", "herself"})
MALE = frozenset({"he", "him", "his", "himself"})
PLURAL = frozenset({"they", "them", "their", "theirs", "themselves"})
THING = frozenset({"it", "its", "itself"})


@dataclass(frozen=True, slots=True)
class Name:
    """A named mention: `words` are its name's words without titles, articles and possessives."""

    span: Span
    words: tuple[str, ...]
    kind: str
    first: int
    last: int


@dataclass(frozen=True, slots=True)
class Role:
    """What the article says a named person is, beside the name."""

    span: Span
    text: str


def names(tokens: Tokens, outlet: str | None, lexicons: Lexicons) -> list[Name]:
    """Named mentions in text order; neighbouring tokens of one name form one mention."""
    found: list[Name] = []
    i = 0
    while i < len(tokens):
        t = tokens[i]
        first = i
        i += 1
        if t.name not in NAME_TYPES:
            if _is_country(tokens, t, lexicons):
                found.append(Name((t.start, t.end), (t.text,), "state", t.i, t.i))
            continue
        while (
            i < len(tokens)
            and tokens[i].name == t.name
            and not tokens[i].name_start
            and tokens[i].sentence == t.sentence
        ):
            i += 1
        name = _name(tokens, first, i - 1, lexicons)
        if name:
            while found and found[-1].last >= name.first:
                found.pop()  # a part of what turned out to be a longer name
            found.append(name)
    return [replace(n, kind=_kind(tokens, n, outlet, lexicons)) for n in _whole_names(tokens, found)]


def _is_country(tokens: Tokens, t: Token, lexicons: Lexicons) -> bool:
    """Is a word that the head for names passed over a country's name, and can hardly be a person's?"""
    if t.name or t.tag != "NNP" or t.text not in lexicons.actors.states or t.text in ALSO_PEOPLE:
        return False
    beside = [tokens[i] for i in (t.i - 1, t.i + 1) if 0 <= i < len(tokens) and tokens[i].sentence == t.sentence]
    return t.relation not in ("compound", "nmod", "amod") and not any(x.tag == "NNP" for x in beside)


def _whole_names(tokens: Tokens, found: list[Name]) -> list[Name]:
    """Let every occurrence of a name of several words be that name, where the head saw only a part of it."""
    known = {tokens.text[slice(*n.span)]: n for n in reversed(found) if len(n.words) > 1 or _unmistakable(n)}
    surnames = {n.words[-1]: replace(n, words=n.words[-1:]) for n in found if n.kind == "person" and len(n.words) > 1}
    often = Counter(n.words[0] for n in found if n.kind == "organisation" and len(n.words) == 1)
    surnames |= {n.words[0]: n for n in found if n.kind == "organisation" and often[n.words[0]] > 1}
    known = {w: n for w, n in surnames.items() if w[:1].isupper() and len(w) > 2} | known
    if not known:
        return found
    longest_first = sorted(known, key=len, reverse=True)
    pattern = re.compile(rf"(?<!\w)(?:{'|'.join(map(re.escape, longest_first))})(?!\w)")
    spans = [n.span for n in found]
    dropped: set[int] = set()
    added: list[Name] = []
    for m in pattern.finditer(tokens.text):
        first = bisect_left(spans, (m.start(), 0))
        first -= first > 0 and spans[first - 1][1] > m.start()
        within = range(first, bisect_left(spans, (m.end(), 0)))
        inside = tokens.within(m.span())
        if not inside or any(covers(spans[i], m.span()) for i in within):
            continue
        if m.group() in surnames and any(t.name or t.tag not in ("NNP", "NNPS") for t in inside):
            continue
        dropped.update(within)
        added.append(replace(known[m.group()], span=m.span(), first=inside[0].i, last=inside[-1].i))
    kept = [n for i, n in enumerate(found) if i not in dropped]
    return sorted(kept + added, key=lambda n: n.span)


def _unmistakable(n: Name) -> bool:
    """Can a name of one word be nothing else, by the capitals inside it ("HarborNet", "NATO")?"""
    return n.kind in ("organisation", "person") and len(n.words[0]) > 2 and n.words[0][1:].lower() != n.words[0][1:]


def _name(tokens: Tokens, first: int, last: int, lexicons: Lexicons) -> Name | None:
    kind = NAME_TYPES[tokens[first].name]
    skip = {"the", "a", "an", "“", '"', "‘", "'", "(", "mr", "mrs", "ms", "dr", ".", "mr.", "mrs.", "ms.", "dr."}
    while first < last and tokens[first].lower in skip:
        first += 1
    while first and _extends(tokens, first - 1, kind, lexicons):
        first -= 1
    while last > first and (
        tokens[last].tag == "POS" or tokens[last].lower in ("’s", "'s", "’", "'", ".", ",", "”", '"')
    ):
        last -= 1
    if kind == "organisation" and tokens[last].lower in lexicons.sources.organisation:
        last = _of_what(tokens, last)
    while last + 2 < len(tokens) and tokens[last + 1].text == "-" and tokens[last + 2].tag.startswith("NNP"):
        if tokens[last + 1].gap != Gap.NONE or tokens[last + 2].gap != Gap.NONE:
            break
        last += 2  # "Al-Marsa"
    while last > first and tokens[last].text in LETTERS_AFTER:
        last -= 1
    if last + 1 < len(tokens) and tokens[last + 1].text == ":" and tokens[last].lower in CREDITS:
        last -= 1  # "Bo Lund Image: The Inlet Sentinel"
        if last < first:
            return None
    span = (tokens[first].start, tokens[last].end)
    text = POSSESSIVE.sub("", tokens.text[slice(*span)])
    label = len(text) == 1 and last + 1 < len(tokens) and tokens[last + 1].text == ":"  # "Q: …"
    if not any(c.isalpha() for c in text) or text.lower() in skip or label:
        return None
    span = (span[0], span[0] + len(text))
    words = [
        w
        for w in re.findall(r"[\w.&’'-]+", text)
        if w.strip(".").lower() not in lexicons.roles.titles or kind != "person"
    ]
    words = words or [text]
    if len(words) == 1 and _is_date(words[0], lexicons):
        return None
    return Name(span, tuple(words), kind, first, last)


def _is_date(word: str, lexicons: Lexicons) -> bool:
    """Is a word a weekday or a month that is nobody's name? In full: the Sun is a paper."""
    return word.lower() in lexicons.times.days | lexicons.times.months and len(word) > len("thurs")


def with_source_names(
    tokens: Tokens, found: list[Name], sources: Iterable[Span], outlet: str | None, lexicons: Lexicons
) -> list[Name]:
    """Add the names of sources in which the head saw none."""
    spans = [n.span for n in found]
    added: dict[Span, Name] = {}
    for source in sources:
        at = bisect_left(spans, (source[0], 0))
        if at < len(spans) and spans[at][0] < source[1]:
            continue
        name = proper_name(tokens, source, lexicons)
        if name and not (at and spans[at - 1][1] > name.span[0]):
            added[name.span] = replace(name, kind=_kind(tokens, name, outlet, lexicons))
    return sorted([*found, *added.values()], key=lambda n: n.span)


def _of_what(tokens: Tokens, last: int) -> int:
    """ "Department for Rivers", "Ministry of Fisheries": the name goes on after the body's noun."""
    at = last + 1
    if at + 1 < len(tokens) and tokens[at].lower in ("of", "for") and tokens[at + 1].tag in ("NNP", "NNPS"):
        at += 1
        while at + 1 < len(tokens) and tokens[at + 1].tag in ("NNP", "NNPS") and tokens[at + 1].gap == Gap.SPACE:
            at += 1
        return at
    return last


def _extends(tokens: Tokens, i: int, kind: str, lexicons: Lexicons) -> bool:
    """Does a capitalised token right before a name belong to it, though the head did not see it?"""
    t, following = tokens[i], tokens[i + 1]
    hangs = t.relation == "compound" and t.head >= i
    if (t.name and not hangs) or t.sentence != following.sentence or following.gap != Gap.SPACE:
        return False
    outlet = t.lower in lexicons.outlets.beginnings
    if (
        not t.text[:1].isupper()
        or not (t.tag == "NNP" or outlet)
        or kind not in ("person", "organisation")
        or t.lower in ("mr", "mrs", "ms", "dr", "the")
    ):
        return False
    return not _is_role(t, lexicons) and t.lower not in lexicons.times.days


def proper_name(tokens: Tokens, span: Span, lexicons: Lexicons) -> Name | None:
    """The name in a source that holds none by the head's word: its proper nouns, up to the first comma."""
    inside = [t for t in tokens.within(span) if t.lower not in ("the", "a", "an")]
    stop = next((k for k, t in enumerate(inside) if t.text in (",", "(", "—", "–")), len(inside))
    inside = inside[:stop]
    while inside and inside[-1].tag not in ("NNP", "NNPS"):
        inside.pop()
    while inside and not (inside[0].tag in ("NNP", "NNPS") and inside[0].text[0].isupper()):
        inside.pop(0)
    if not inside or not all(
        t.tag in ("NNP", "NNPS", "IN", "CC", "POS", "HYPH") or t.lower in ("of", "the", "&") for t in inside
    ):
        return None
    if not all(t.text[:1].isupper() for t in inside if t.tag.startswith("NNP")) or (
        len(inside) == 1 and (_is_role(inside[0], lexicons) or _is_date(inside[0].text, lexicons))
    ):
        return None
    at = (inside[0].start, inside[-1].end)
    words = tuple(re.findall(r"[\w.&’'-]+", tokens.text[slice(*at)]))
    surname = len(words) == 1 and words[0].istitle() and words[0].lower() not in lexicons.sources.organisation
    return Name(at, words, "person" if surname else "organisation", inside[0].i, inside[-1].i)


def _kind(tokens: Tokens, name: Name, outlet: str | None, lexicons: Lexicons) -> str:
    """The kind of a name, corrected by what is known of outlets and by the noun right before it."""
    low = [w.lower() for w in name.words]
    plain = " ".join(low)
    outlets = lexicons.outlets
    if plain in outlets.names or (outlet and plain == without_the(outlet)):
        return "outlet"
    several = len(low) > 1
    if several and (low[0] in outlets.beginnings or (name.kind == "organisation" and low[-1] in outlets.endings)):
        return "outlet"
    before = tokens[name.first - 1].lower if name.first else ""
    after = tokens[name.last + 1].lower if name.last + 1 < len(tokens) else ""
    if before in lexicons.sources.outlet or after in ("newspaper", "magazine", "television", "channel"):
        return "outlet"
    if name.kind == "person" and several and low[-1].rstrip(".") in lexicons.sources.body_endings:
        return "organisation"
    if name.kind == "person" and before in lexicons.sources.organisation and before not in lexicons.roles.titles:
        return "organisation"
    return name.kind


def without_the(name: str) -> str:
    """A name in lower case without its article."""
    return name.lower().removeprefix("the ")


def role_of(tokens: Tokens, name: Name, lexicons: Lexicons) -> Role | None:
    """The function of a person, from an apposition after the name or from the nouns before it."""
    return (
        _role_after(tokens, name, lexicons)
        or _role_before_comma(tokens, name, lexicons)
        or _role_before(tokens, name, lexicons)
    )


def _is_role(t: Token, lexicons: Lexicons) -> bool:
    roles = lexicons.roles
    word = t.lower.rstrip(".")
    return (
        word in roles.nouns
        or word in roles.titles
        or any(word.endswith("-" + n) for n in ("president", "general", "chief", "leader"))
    )


def role_in(tokens: Tokens, inside: Sequence[Token]) -> Role:
    """The function that some neighbouring tokens name, white space evened."""
    span = (inside[0].start, inside[-1].end)
    return Role(span, re.sub(r"\s+", " ", tokens.text[slice(*span)]))


def _role_before(tokens: Tokens, name: Name, lexicons: Lexicons) -> Role | None:
    at = name.first
    while at > 0 and tokens[at - 1].sentence == tokens[name.first].sentence and _modifies(tokens[at - 1]):
        at -= 1
    inside = tokens.items[at : name.first]
    while (inside and inside[0].tag in ("POS", "CC", "RB", "VBD")) or (
        inside and inside[0].lower in ("former",) and len(inside) == 1
    ):
        inside = inside[1:]
    trade = bool(inside) and inside[-1].tag == "NN" and inside[-1].text.islower() and not inside[-1].name
    if not trade and not any(_is_role(t, lexicons) for t in inside):
        return None
    role = role_in(tokens, inside)
    return None if role.text.lower().rstrip(".") in ("mr", "mrs", "ms", "miss") else role


def _role_before_comma(tokens: Tokens, name: Name, lexicons: Lexicons) -> Role | None:
    """ "The central bank governor, Emeka Obiora," has the function before the name and a comma between."""
    comma = name.first - 1
    while comma > 0 and tokens[comma].lower.rstrip(".") in lexicons.roles.titles:
        comma -= 1
    last = comma - 1
    if last < 0 or tokens[comma].text != "," or tokens[last].sentence != tokens[name.first].sentence:
        return None
    first = last
    while first > 0 and last - first < LONGEST_ROLE and tokens[first - 1].sentence == tokens[last].sentence:
        if tokens[first].tag in ("DT", "PRP$") or tokens[first - 1].tag.startswith(("VB", "MD", ",", ".", "``")):
            break
        first -= 1
    inside = tokens.items[first : last + 1]
    if inside[0].tag not in ("DT", "PRP$") or not any(_is_role(t, lexicons) for t in inside):
        return None
    if any(t.tag.startswith("VB") for t in inside):
        return None
    owner = max((k for k, t in enumerate(inside) if t.tag == "POS"), default=0)
    inside = inside[owner + 1 :]
    return role_in(tokens, inside) if inside else None


def _modifies(t: Token) -> bool:
    return t.tag in ("NN", "NNP", "NNPS", "NNS", "JJ", "POS", "HYPH", "VBN") or t.lower in ("-", ".", "&", "’s", "'s")


def _role_after(tokens: Tokens, name: Name, lexicons: Lexicons) -> Role | None:
    at = name.last + 1
    if at + 1 >= len(tokens) or tokens[at].text not in (",", "(", "—", "–"):
        return None
    first = last = at + 1
    while last < len(tokens) and tokens[last].sentence == tokens[name.last].sentence:
        t = tokens[last]
        if (
            t.text in (",", ")", "—", "–", ";", ":", "“", '"', "”")
            or t.tag in ("WP", "WDT", "VBD", "VBZ", "MD")
            or last - first > 18
        ):
            break
        last += 1
    inside = list(tokens.items[first:last])
    if not inside or not any(_is_role(t, lexicons) for t in inside[:8]) or inside[0].tag in ("VBG", "IN", "PRP", "TO"):
        return None
    while inside and (inside[-1].tag in ("CC", "RB") or not any(c.isalnum() for c in inside[-1].text)):
        inside.pop()
    if inside and inside[0].tag == "DT":
        inside = inside[1:]
    return role_in(tokens, inside) if inside else None


def gender_of(name: Name, role: Role | None, tokens: Tokens, lexicons: Lexicons) -> Gender | None:
    """By the title before the name, the role's noun, or the given name."""
    roles = lexicons.roles
    before = tokens[name.first - 1].lower.rstrip(".") if name.first else ""
    if before == "" and name.first > 1:
        before = tokens[name.first - 2].lower
    marks = [before, *(re.findall(r"\w+", role.text.lower())[-3:] if role else [])]
    for word in marks:
        if word in roles.female:
            return "female"
        if word in roles.male:
            return "male"
    given = name.words[0].lower()
    if len(name.words) > 1 and given in roles.female_names:
        return "female"
    if len(name.words) > 1 and given in roles.male_names:
        return "male"
    return None
