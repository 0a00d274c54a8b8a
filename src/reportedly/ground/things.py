"""Gathering the named mentions of one thing: which names belong together."""

from __future__ import annotations

import re
from collections import Counter
from collections.abc import Iterable
from dataclasses import dataclass, field, replace

from reportedly.ground.mentions import Gender, Name, Role, gender_of, names, role_of, with_source_names, without_the
from reportedly.ground.spelling import spelled_alike
from reportedly.lexicons import Lexicons
from reportedly.reader.tokens import Tokens
from reportedly.record import Span

SMALL_WORDS = frozenset({"of", "the", "and", "for", "in", "&", "to"})
OF_STATES = frozenset(
    {"ministry", "ministries", "parliament", "capital", "border", "borders", "coast", "airspace", "navy"}
)
"""What a state has and a person has not."""
SHORTEST_ALONE = 4
"""Letters from which one word of a body's name stands for it ("Amnesty" for "Amnesty International")."""


@dataclass(eq=False)
class Thing:
    """An entity while it is being gathered. One without names is an unnamed source ("two officials").

    `last` is its latest mention so far while mentions are resolved in text order; `body` is whom an unnamed
    spokesperson speaks for; `definite` is a body that is called by what it is ("the interior ministry");
    `own` is the outlet in hand; `members` are those of a pair ("Ana and Bo Resk"), which is an entity only where
    something goes back to it; `heads` are the tokens that head its mentions without a name.
    """

    kind: str
    names: list[Name] = field(default_factory=list)
    role: Role | None = None
    gender: Gender | None = None
    others: list[tuple[Span, str]] = field(default_factory=list)
    noun: str = ""
    plural: bool = False
    described: Span | None = None
    body: Thing | None = None
    definite: bool = False
    own: bool = False
    last: Span | None = None
    spans_seen: set[Span] = field(default_factory=set)
    members: tuple[Thing, ...] = ()
    heads: list[int] = field(default_factory=list)

    @property
    def spans(self) -> list[Span]:
        """All mentions in text order."""
        first = [self.described] if self.described else []
        return sorted({n.span for n in self.names} | {s for s, _ in self.others} | set(first))

    def name(self, text: str) -> str:
        """The fullest of its names, the first of those; an unnamed one is called by its first description."""
        if self.noun == "we":
            return "we"
        if not self.names:
            words = text[slice(*self.described)] if self.described else ""
            return (
                re.sub(r"^(?:the|its|their|his|her)\s+|,.*$", "", words, flags=re.I | re.S) if self.definite else words
            )
        best = max(self.names, key=lambda n: (len(n.words), -n.span[0]))
        return " ".join(best.words)


def has_word(text: str, word: str) -> bool:
    """Is a word among the words of a text, case aside?"""
    return word in re.findall(r"\w+", text.lower())


def named_things(tokens: Tokens, outlet: str | None, lexicons: Lexicons, sources: Iterable[Span] = ()) -> list[Thing]:
    """One thing for the named mentions that belong together, in order of first mention.

    A source without a name that the head saw may be one all the same ("The Ministry of Fisheries")."""
    things: list[Thing] = []
    by_word: dict[str, list[Thing]] = {}
    found = with_source_names(tokens, names(tokens, outlet, lexicons), sources, outlet, lexicons)
    people = {n.words[-1] for n in found if n.kind == "person" and len(n.words) > 1}
    for mention in found:
        n = _with_article(mention, tokens, lexicons)
        known = n.words[0].lower() in lexicons.outlets.names or (outlet or "").lower() == n.words[0].lower()
        if n.kind != "person" and len(n.words) == 1 and n.words[0] in people and not known:
            n = replace(n, kind="person")
        keys = _keys(n, lexicons)
        near = [t for k in keys for t in by_word.get(k, ())]
        home = next((t for t in sorted(near, key=lambda t: -t.names[-1].span[0]) if _same(n, t, lexicons)), None)
        if home is None:
            home = Thing(n.kind)
            things.append(home)
        home.names.append(n)
        for k in keys:
            if home not in by_word.setdefault(k, []):
                by_word[k].append(home)
    for thing in things:
        _settle(thing, tokens, lexicons)
    things = _without_unknown_lands(things, tokens)
    for thing in things:
        thing.own = outlet is not None and any(
            " ".join(_plain(n.words)).lower() == without_the(outlet) for n in thing.names
        )
    return things


def _with_article(n: Name, tokens: Tokens, lexicons: Lexicons) -> Name:
    """ "The" belongs to a paper's name, and to any outlet's where it has a capital inside a sentence."""
    before = tokens[n.first - 1] if n.first else None
    inside = n.first > 1 and before is not None and tokens[n.first - 2].sentence == before.sentence
    paper = len(n.words) > 1 and n.words[-1].lower() in lexicons.outlets.endings
    if n.kind == "outlet" and before and before.text == "The" and (inside or paper):
        return replace(n, words=("The", *n.words))
    return n


def _settle(thing: Thing, tokens: Tokens, lexicons: Lexicons) -> None:
    """Kind by the majority of mentions, role and gender by the first mention that shows them."""
    votes = Counter(n.kind for n in thing.names)
    thing.kind = "outlet" if votes["outlet"] else votes.most_common(1)[0][0]
    if thing.kind == "person":
        roles = [(n, role_of(tokens, n, lexicons)) for n in thing.names]
        thing.role = next((r for _, r in roles if r), None)
        thing.gender = next((g for n, r in roles if (g := gender_of(n, r, tokens, lexicons))), None)


def _without_unknown_lands(things: list[Thing], tokens: Tokens) -> list[Thing]:
    """A name that no table knows and the names head takes for a person's or a body's is a state's where it has a
    ministry or a border; its demonym ("Veshkian" beside "Veshkia") is nobody."""
    lands = [t for t in things if t.kind in ("person", "organisation") and not t.role and _has_ministry(t, tokens)]
    for thing in lands:
        thing.kind = "state"
    demonyms = {f"{t.names[0].words[0].lower()}{end}" for t in lands for end in ("n", "an", "ian", "i", "ese")}
    return [t for t in things if {n.words[0].lower() for n in t.names} - demonyms]


def _has_ministry(thing: Thing, tokens: Tokens) -> bool:
    """Does "'s ministry" or the like follow a mention? All mentions are of one word."""
    if any(len(n.words) > 1 for n in thing.names):
        return False
    for n in thing.names:
        inside = tokens.within(n.span)
        after = tokens.items[inside[-1].i + 1 : inside[-1].i + 5] if inside else ()
        if after and after[0].tag == "POS" and any(t.lower in OF_STATES for t in after[1:]):
            return True
    return False


def _initials(words: tuple[str, ...]) -> tuple[str, str]:
    low = [w.lower() for w in words]
    return "".join(w[0] for w in low if w not in SMALL_WORDS), "".join(w[0] for w in low)


def _keys(n: Name, lexicons: Lexicons) -> set[str]:
    """Words under which other mentions of the same thing are looked for: its own, its initials, a country's code."""
    country = _country(n, lexicons)
    if country:
        return {country, " ".join(_plain(n.words))}
    return {w.lower().replace(".", "") for w in n.words} | (set(_initials(n.words)) if len(n.words) > 1 else set())


def _country(n: Name, lexicons: Lexicons) -> str | None:
    """The code of a country that is called by one of its names."""
    name = " ".join(_plain(n.words))
    known = n.kind in ("state", "organisation") and name in lexicons.actors.states
    return lexicons.actors.countries.get(name) if known else None


def _same(n: Name, t: Thing, lexicons: Lexicons) -> bool:
    if any(_plain(n.words) == _plain(m.words) for m in t.names):
        return True
    if country := _country(n, lexicons):
        return any(_country(m, lexicons) == country for m in t.names)
    if n.kind == "person" and t.kind == "person":
        return any(_same_person(n.words, m.words) for m in t.names)
    if n.kind in ("organisation", "outlet") and n.kind == t.kind:
        return any(_same_body(n.words, m.words, alone=n.kind == "organisation") for m in t.names)
    return False


def _plain(words: tuple[str, ...]) -> tuple[str, ...]:
    return words[1:] if len(words) > 1 and words[0] in ("The", "the") else words


def _same_person(a: tuple[str, ...], b: tuple[str, ...]) -> bool:
    short, long = sorted(([w.lower() for w in a], [w.lower() for w in b]), key=len)
    if len(short) == 1:
        return short[0] in long
    if short[0] == long[0]:
        return spelled_alike(short[-1], long[-1])
    return short[-1] == long[-1] and short[0][0] == long[0][0] and "." in short[0]


def _same_body(a: tuple[str, ...], b: tuple[str, ...], *, alone: bool) -> bool:
    """The one is the other's initials, its beginning or its end; with `alone`, also its first word."""
    first, second = (a, b) if len(a) <= len(b) else (b, a)
    short, long = [w.lower() for w in first], [w.lower() for w in second]
    if len(short) == 1 and len(long) > 1:
        if short[0].replace(".", "") in _initials(second):
            return True
        return alone and short[0] == long[0] and len(short[0]) >= SHORTEST_ALONE
    return len(short) > 1 and (long[-len(short) :] == short or long[: len(short)] == short)
