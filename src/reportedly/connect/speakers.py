"""Who is who among the voices of a story: one key for a body and all who speak for it, in whatever article."""

from __future__ import annotations

import re
from collections.abc import Collection, Sequence
from dataclasses import dataclass, field
from functools import cache, cached_property
from typing import Literal, NamedTuple

from reportedly.connect.brief import Brief, Voice
from reportedly.connect.brief.carriers import carrier_words, is_lone_outlet, is_outlet_name
from reportedly.connect.brief.lists import singular, speaker_words
from reportedly.connect.brief.mentions import head_of
from reportedly.connect.brief.passings import bare
from reportedly.connect.brief.voices import OF_OUTLET
from reportedly.lexicons import load_lexicons

SpeakerKind = Literal["body", "person", "reporter", "document", "anonymous"]
COMPANY = frozenset(["company", "operator", "firm", "airline", "carrier", "owner", "owners", "manufacturer", "maker"])
"""What companies are called without their name."""
CENTRAL_BANK = ["central", "bank"]
"""What the bank of a country is called ("the Bank of Norvia")."""
SEVERAL = frozenset(["court", "party", "ministry", "army", "committee", "commission"])
"""Bodies of which a story may well have several."""
STATES = frozenset(["government", "ministry", "presidency", "army", "navy"])
"""Words of bodies that only states have."""
LEAGUES = frozenset(["union", "league", "federation", "brotherhood", "guild", "confederation"])
"""What those who stand together call themselves, each of which may be called another ("the union" for a league)."""
ENDINGS = frozenset(["lines", "line", "railways", "shipping", "works", "corporation"])
"""Words of bodies with which companies' names end, too."""
NEWS_BODIES = frozenset(["agency", "service", "corporation", "group", "company", "station", "network"])
"""Words of bodies that outlets are called by, too."""
OF = re.compile(r"\s(?:of|for)\s")
ALIKE_OWNERS = 5
"""Letters that a country's name and its people's name share at least ("Lorvia", "Lorvian")."""


WORD = re.compile(r"[a-z]+")
DESCRIBED = re.compile(r"(?:an?|one|the) [a-z]", re.I)
SHORT_NAME = re.compile(r"[Tt]he (?P<name>[A-Z]\w+)")


class Speaker(NamedTuple):
    """An origin as it is counted. `body` and `owner` are set for bodies; `outlet` for unnamed people and reporters: to
    whom they spoke, for whom they saw."""

    key: str
    name: str
    kind: SpeakerKind
    body: str | None = None
    owner: str | None = None
    outlet: str | None = None
    of_body: str | None = None


@dataclass(frozen=True)
class Speakers:
    """The voices of one story, by article and statement."""

    briefs: Sequence[Brief]
    _known: dict[tuple[str, str, str | None], Speaker | None] = field(default_factory=dict)

    @cached_property
    def _bodies(self) -> dict[str, set[str | None]]:
        """Every body's key with the owners that are named for it."""
        out: dict[str, set[str | None]] = {}
        for b in self.briefs:
            for v in b.voices:
                if v.body:
                    out.setdefault(v.body, set()).add(_owner(v.owner))
        return out

    @cached_property
    def _described(self) -> set[str]:
        """Keys under which a body is only described ("the dockers' union"), never named."""
        named = {v.body for b in self.briefs for v in b.voices if v.body and _capital(v.body_name or "")}
        return set(self._bodies) - {k for k in named if k}

    @cached_property
    def _same(self) -> dict[str, str]:
        """From a body's key to the key that stands for all its names."""
        parent = {k: k for k in self._bodies}

        def find(k: str) -> str:
            while parent[k] != k:
                k = parent[k]
            return k

        for k in sorted(parent, key=lambda k: (k in self._described, -len(k.split()), k)):
            governments = [g for g in self._bodies if g.split()[-1] == "government"]
            longer = governments if k == "governor" else self._akin(k)  # who heads it speaks for it
            if len({find(x) for x in longer}) == 1:
                parent[find(k)] = find(longer[0])
        people: dict[str, str] = {}
        for b in self.briefs:
            for v in b.voices:
                if v.person and v.body:
                    first = people.setdefault(v.person, v.body)
                    if _alike(find(first), find(v.body)):
                        parent[find(first)] = find(v.body)
        return {k: find(k) for k in parent}

    @cached_property
    def _called(self) -> dict[str, set[str]]:
        """What companies are called beside their name ("its owner, Elm Lines"), with those that are."""
        out: dict[str, set[str]] = {}
        for v in (v for b in self.briefs for v in b.voices if v.body and v.body not in self._described):
            for noun in COMPANY & set(WORD.findall((v.words or "").lower())):
                out.setdefault(noun, set()).add(v.body or "")
        return out

    def _akin(self, key: str) -> list[str]:
        """Bodies that a shorter or descriptive name may stand for, those alone that share a word with it or are once
        called what it is ("the owner"), if there are such."""
        words = set(key.split())
        called = set().union(*(self._called.get(w, set()) for w in words))
        longer = self._longer(key)
        return [x for x in longer if words & set(x.split()) or x in called] or longer

    def _longer(self, key: str) -> list[str]:
        """Bodies with longer names that a short or descriptive one may stand for."""
        words = key.split()
        if key == "party":
            return []  # a story has several
        described = key in self._described
        out = []
        for k in self._bodies:
            inside = len(words) < len(k.split()) and set(words) <= set(k.split())
            if k == key or (k in self._described and not (inside and len(words) == 1 and key not in SEVERAL)):
                continue
            longer = len(words) <= len(k.split())
            if (
                inside
                or (described and {words[0], words[-1]} & COMPANY and _is_company(k))
                or (words == CENTRAL_BANK and k.startswith("bank "))
                or (words[1:] == ["service"] and k.split()[-1] == words[0])
                or (described and words[-1] in LEAGUES and set(k.split()) & LEAGUES)
                or (longer and described and k.split()[-1] == words[-1] and words[-1] not in SEVERAL | {"hospital"})
            ):
                out.append(k)
        return out

    @cached_property
    def _people(self) -> dict[str, tuple[str, str | None, str | None]]:
        """Every person's full key, and the body that he or she speaks for somewhere in the story."""
        full: dict[str, set[str]] = {}
        bodies: dict[str, tuple[str, str | None]] = {}
        for b in self.briefs:
            for v in b.voices:
                if v.person:
                    full.setdefault(v.person.split()[-1], set()).add(v.person)
                    if v.body and (v.person not in bodies or (v.owner and bodies[v.person] == (v.body, None))):
                        bodies[v.person] = (v.body, v.owner)
        out: dict[str, tuple[str, str | None, str | None]] = {}
        for surname, names in full.items():
            whole = [n for n in names if " " in n]
            for n in names:
                to = whole[0] if n == surname and len(whole) == 1 else n
                body = bodies.get(to) or bodies.get(n)
                out[n] = (to, body[0] if body else None, body[1] if body else None)
        return out

    def of(self, b: Brief, v: Voice, told: str | None = None) -> Speaker | None:
        """Who a voice is; None for those who are nobody in particular. `told` is the outlet that unnamed people told it
        to, where that is not the article's own. Asked for every happening, looked up once."""
        at = (b.id, v.statement, told)
        if at not in self._known:
            self._known[at] = self._made(b, v, told)
        return self._known[at]

    def _made(self, b: Brief, v: Voice, told: str | None) -> Speaker | None:
        outlet = told or b.outlet
        if not v.first_hand and self.is_outlet(v):
            return None
        if v.first_hand == "reporter":
            of = self._outlet_in(v) or v.body_name or outlet or "its"
            return Speaker(f"reporter:{bare(of)}", f"{of} reporter", "reporter", outlet=of)
        person = self._people.get(v.person) if v.person else None
        body, owner = (v.body, v.owner) if v.body else (person[1], person[2]) if person else (None, None)
        if person and owner is None and body == person[1]:
            owner = person[2]
        if person and not body and (firm := self._firm(person[0])):
            body, person = firm, None
        if person and not body and person[0] in self._states:
            body, owner, person = "government", person[0], None
        if body:
            same = self._same.get(body, body)
            whose = self._whose(same, _owner(owner) or self._said_before(same, b, v))
            key = f"body:{same}" + (f":{whose}" if whose else "")
            return Speaker(
                key, v.body_name or v.name or body, "body", body=same, owner=_owner(owner) or self._sole(same)
            )
        if person:
            return Speaker(f"person:{person[0]}", v.name or person[0], "person")
        if v.kind == "document" and _is_paper(v):
            return Speaker(f"document:{v.head}:{bare(outlet or '')}", v.words or "a document", "document")
        if v.words and (v.kind in ("anonymous", "group") or v.first_hand == "witness"):
            group = unnamed(v)
            return Speaker(
                f"anonymous:{bare(outlet or b.text_sha256[:8])}:{group}", v.words, "anonymous", outlet=outlet,
                owner=_owner(v.owner),
                of_body=self._same.get(v.of_body, v.of_body) if v.of_body else None,
            ) if group else None  # fmt: skip
        return None

    def _outlet_in(self, v: Voice) -> str | None:
        """The outlet of the story that a reporter is called after ("a Bay reporter" of Bay Wire)."""
        of = OF_OUTLET.match(v.words or "")
        alike = {b.outlet for b in self.briefs if of and b.outlet and f" {of['of']} " in f" {b.outlet} "}
        return alike.pop() if len(alike) == 1 else None

    def called(self, noun: str, outlets: Collection[str]) -> bool:
        """Do articles of these outlets, by their bare names, call exactly one person so ("Ada Brook, a pilot")?"""
        return len({who for who, outlet in self._called_so.get(noun, ()) if outlet in outlets}) == 1

    @cached_property
    def _called_so(self) -> dict[str, set[tuple[str, str]]]:
        """By what people are called beside their name or without it, who they are and in whose articles."""
        found: dict[str, set[tuple[str, str]]] = {}
        for b in self.briefs:
            for v in b.voices:
                if v.person and not v.body:
                    words = v.words or ""
                    unnamed = words if DESCRIBED.match(words) else words.partition(", ")[2]
                    for phrase in filter(None, (v.role, unnamed)):
                        who = self._people[v.person][0], bare(b.outlet or "")
                        found.setdefault(singular(head_of(phrase)), set()).add(who)
        return found

    def _firm(self, name: str) -> str | None:
        """The company that a name like a person's is of: a body of this name, or the only one that begins with it."""
        if name in self._bodies:
            return name
        longer = [k for k in self._bodies if k.startswith(f"{name} ") and _is_company(k)]
        return longer[0] if len(longer) == 1 else None

    @cached_property
    def _outlets(self) -> frozenset[str]:
        """The outlets that only carry the matter: a body that publishes its own texts speaks."""
        names = {" ".join(b.outlet.split()) for b in self.briefs if b.outlet}
        return frozenset(bare(n) for n in names if n and not _is_body(n))

    @cached_property
    def _short(self) -> frozenset[str]:
        """Last words of their names that may stand for the whole, which a body's ("the Agency") may not."""
        bodies = carrier_words()["bodies"]
        return frozenset(w for n in self._outlets if (w := n.split()[-1]) not in bodies or is_outlet_name(n))

    def is_outlet(self, v: Voice) -> bool:
        """Is this one of the story's outlets, which carry the matter, in full or as in "the Mirror"?"""
        short = SHORT_NAME.fullmatch(v.words or "")
        if short and short["name"].lower() in self._short:
            return True
        return bare(v.words or "") in self._outlets or (v.person or v.body) in self._outlets

    @cached_property
    def _states(self) -> set[str]:
        """Names of those who have bodies that only states have ("Norvia's Defence Ministry")."""
        return {v.owner for b in self.briefs for v in b.voices if v.owner and v.body and set(v.body.split()) & STATES}

    def _sole(self, body: str) -> str | None:
        """Whose a body is that the story only ever gives to one owner, by name before any code that a name was taken
        for."""
        owners = set(self._owners.get(body, ()))
        named = {o for o in owners if o.islower()} or owners
        return next(iter(named)) if len(named) == 1 else None

    @cached_property
    def _owners(self) -> dict[str, list[str]]:
        """The owners that are named for a body under any of its names, by the key that stands for all of them."""
        out: dict[str, list[str]] = {}
        for k, found in self._bodies.items():
            out.setdefault(self._same.get(k, k), []).extend(sorted(o for o in found if o))
        return out

    def each(self, speaker: Speaker) -> tuple[Speaker, ...]:
        """ "Both governments" are two bodies; everybody else is one."""
        if not speaker.body or not speaker.body.startswith("both "):
            return (speaker,)
        return tuple(speaker._replace(key=f"{speaker.key}#{k}", name=f"{speaker.name} ({k})") for k in (1, 2))

    def _said_before(self, body: str, b: Brief, v: Voice) -> str | None:
        """Whose a body is, as the article last said it before one of its voices."""
        said: str | None = None
        for x in b.voices:
            if x.statement == v.statement:
                return said
            if x.body and x.owner and self._same.get(x.body, x.body) == body:
                said = _owner(x.owner)
        return said

    def _whose(self, body: str, owner: str | None) -> str | None:
        """The owner as part of a key, where the story tells of several bodies of this name ("both foreign
        ministries")."""
        owners: list[str] = []
        for o in self._owners.get(body, ()):
            if all(conflicting(o, p) for p in owners):
                owners.append(o)
        if len(owners) < 2 or owner is None:
            return None
        return next((p for p in owners if not conflicting(owner, p)), owner)


OWN_WORDS = re.compile(r"\b(?:edition|our|yesterday['’]s|this (?:newspaper|website|paper))\b", re.I)


def _is_paper(v: Voice) -> bool:
    """Is a document called by a word for one, and not the outlet's own?"""
    words = v.words or ""
    return v.head in speaker_words()["papers"] and v.head in words and not OWN_WORDS.search(words)


@cache
def _unnamed_nouns() -> frozenset[str]:
    """What unnamed people are called who may be origins, in the singular."""
    lists = speaker_words()
    return frozenset({singular(w) for w in lists["anonymous"] | lists["witness"] | lists["care"]} | {"person"})


def unnamed(v: Voice) -> str | None:
    """What a group of unnamed people is called; None for collectives that stand for nobody."""
    if v.group is None:
        return None
    noun = v.group.split("#")[0]
    if v.first_hand == "witness":
        return v.group
    known = _unnamed_nouns()
    return (
        v.group
        if noun in known or (v.kind == "anonymous" and noun.isalpha() and noun not in carrier_words()["small"])
        else None
    )


def _is_body(outlet: str) -> bool:
    """Is what publishes a text a body by its name, and no paper, station or agency?"""
    name = outlet.removeprefix("The ").removeprefix("the ")
    if is_outlet_name(name):
        return False
    actors, head = load_lexicons().actors, OF.split(name.lower())[0].split()[-1]
    of_bodies = head in carrier_words()["bodies"] - NEWS_BODIES and head in speaker_words()["bodies"]
    return of_bodies or name in actors.bodies or name in actors.states


def _is_company(key: str) -> bool:
    """Is a body neither the state's nor a party's to a dispute at work, nor an outlet, as far as its name goes?"""
    lists = speaker_words()
    other = (lists["bodies"] | lists["alone"]) - COMPANY - ENDINGS
    return (
        " of " not in key
        and not is_lone_outlet(key)
        and not any(w in other or singular(w) in other for w in key.split())
    )


def _capital(name: str) -> bool:
    return any(w[:1].isupper() for w in name.split() if w.lower() not in ("the", "a", "an", "its"))


def _alike(a: str, b: str) -> bool:
    """May one person speak for both of these names of bodies?"""
    return a == b or bool(set(a.split()) & set(b.split()))


def _owner(owner: str | None) -> str | None:
    return owner[:ALIKE_OWNERS] if owner and owner.islower() else owner


def conflicting(a: str | None, b: str | None) -> bool:
    """Are these surely different owners? A code and a name cannot be compared."""
    return a is not None and b is not None and a.islower() == b.islower() and a != b
