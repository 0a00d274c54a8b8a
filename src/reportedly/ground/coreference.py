"""What pronouns and descriptions stand for: one pass over the tokens, in text order."""

from __future__ import annotations

from bisect import bisect_left
from collections.abc import Sequence

from reportedly.ground.antecedents import Reach, Recent
from reportedly.ground.descriptions import FAR_OUTLET, FAR_ROLE, Descriptions
from reportedly.ground.mentions import FEMALE, LETTERS_AFTER, MALE, PLURAL, THING, Gender, Name
from reportedly.ground.nominals import Nominal, is_adjective, mention_phrase, name_phrase, nominal, singular_of
from reportedly.ground.things import Thing
from reportedly.lexicons import Lexicons
from reportedly.reader.phrases import participant_phrase
from reportedly.reader.tokens import Token, Tokens
from reportedly.record import Span, covers
from reportedly.statements.draft import Draft

LONGEST_SOURCE = 40
"""Characters; a longer definite source has an apposition or a clause, and only its first words are the mention."""
NO_REFERENT = frozenset({"acomp", "ccomp", "xcomp", "csubj", "advcl"})
"""What hangs on "is" where its "it" stands for nothing: "it is clear that …", "it is time to …"."""
ABSTRACT = ("tion", "ment", "ing", "ity", "ance", "ence", "sis", "ness", "ship")
"""Endings of nouns that are no people though something is told by them ("her calculations")."""
EMPTY_IT = frozenset(
    {
        "is",
        "was",
        "be",
        "been",
        "'s",
        "seems",
        "seemed",
        "appears",
        "appeared",
        "takes",
        "took",
        "turns",
        "turned",
        "rains",
        "rained",
    }
)
BODIES = ("organisation", "outlet", "state")
THEY = Reach(unlike=(("organisation", -1.5), ("outlet", -1.5), ("state", -3.0), ("decoy", -1.0), ("person", -1.0)))
IT = Reach(unlike=(("decoy", 1.0),))
"""For "they" and "it": things that are no people or bodies (decoys) compete, and where one wins, nothing is said."""
SOMEONE = frozenset({"someone", "somebody", "anyone", "anybody", "person"})
"""Who may be "they", for want of a gender."""


class Resolver:
    """One pass over an article's tokens. It adds mentions to the things that it is given, and unnamed things."""

    def __init__(
        self, tokens: Tokens, things: list[Thing], drafts: Sequence[Draft], lexicons: Lexicons,
        parties: Sequence[Span] = (),
    ) -> None:  # fmt: skip
        self.tokens, self.things, self.lexicons = tokens, things, lexicons
        self.parties = {h.i for s in parties if (h := tokens.head_of(s))}
        self.sources = {h.i: d.source for d in drafts if d.source and (h := tokens.head_of(d.source))}
        self.named = {i: t for t in things for n in t.names for i in range(n.first, n.last + 1)}
        self.person_places = sorted(n.span for t in things if t.kind == "person" for n in t.names)
        self.at: dict[int, Thing] = dict(self.named)
        self.recent = Recent(tokens, drafts, self.at)
        self.pairs: list[Thing] = []
        self.descriptions = Descriptions(tokens, lexicons, self.recent, self.at, self.named)

    def run(self) -> None:
        """Resolve every mention, first to last."""
        firsts = {n.first: n for t in self.things for n in t.names}
        for token in self.tokens.items:
            if token.i in firsts:
                self._name(firsts[token.i], self.tokens.head_of(firsts[token.i].span) or token)
            elif token.i not in self.named:
                self._mention(token)
            if token.relation == "conj" and token.i in self.at:
                self._pair(token)

    def _name(self, name: Name, head: Token) -> None:
        thing = self.named[name.first]
        find = self.descriptions
        other = None if thing.kind == "person" else find.abbreviated(name) or find.known_as(head)
        if other and other is not thing and other.kind == thing.kind:
            self._absorb(thing, other, "alias")
        if not is_adjective(head):
            self.recent.saw(thing, name.span, head)

    def _mention(self, t: Token) -> None:
        if t.tag in ("PRP", "PRP$"):
            best = self._pronoun(t)
            if best:
                self._add(best, (t.start, t.end), "pronoun", t)
            return
        found = nominal(self.tokens, t, self.lexicons.people)
        if found:
            self._nominal(found)
        elif t.text in LETTERS_AFTER and t.i - 1 in self.named:
            self.at[t.i] = self.named[t.i - 1]
        elif t.tag in ("NN", "NNP", "NNS"):
            self._other_noun(t)

    def _add(self, thing: Thing, span: Span, rule: str, head: Token) -> None:
        if span not in thing.spans_seen:
            if thing.members and len(thing.spans_seen) == 1:
                self.things.append(thing)
            thing.others.append((span, rule))
            thing.spans_seen.add(span)
            self._stands_at(thing, head)
            self.recent.saw(thing, span, head)

    def _pair(self, last: Token) -> None:
        """Remember "Ana Resk and her brother" as something that "they" may go back to."""
        tokens = self.tokens
        if any(tokens[c].relation == "conj" for c in tokens.children[last.i]):
            return
        first, heads = last, [last]
        while first.relation == "conj" and first.head < first.i:
            first = tokens[first.head]
            heads.append(first)
        members = tuple(self.at[h.i] for h in reversed(heads) if h.i in self.at)
        kinds = {m.kind for m in members}
        joined = any(tokens[c].relation == "cc" for h in heads for c in tokens.children[h.i])
        if (
            not joined
            or len(members) < len(heads)
            or first.relation == "conj"
            or len(set(map(id, members))) < len(heads)
        ):
            return
        if kinds <= {"person", "group"} or len(kinds) == 1:
            span = self._phrase(first)[0], self._phrase(last)[1]
            kind = "group" if kinds <= {"person", "group"} else kinds.pop()
            pair = Thing(kind, noun="pair", plural=True, described=span, members=members)
            pair.spans_seen.add(span)
            self.recent.saw(pair, span, first)
            self.pairs.append(pair)

    def _phrase(self, head: Token) -> Span:
        words = self.lexicons.sources
        named = self.at[head.i].kind == "person" and head.i in self.named
        return (
            name_phrase(self.tokens, head.i, head.i, words.document | words.outlet)
            if named
            else mention_phrase(self.tokens, head)
        )

    # Pronouns

    def _pronoun(self, t: Token) -> Thing | None:
        if t.lower in FEMALE or t.lower in MALE:
            gender: Gender = "female" if t.lower in FEMALE else "male"
            best = self.recent.best(
                t, lambda x: x.kind == "person" and not x.plural and x.gender in (None, gender), Reach(gender)
            )
            if best:
                best.gender = gender
            return best
        speaks = t.i in self.sources  # no decoy does
        if t.lower in PLURAL:
            best = self.recent.best(t, lambda x: _several(x) and not x.own and not (speaks and x.kind == "decoy"), THEY)
        elif t.lower in THING and not self._empty(t):
            kinds = BODIES if speaks else (*BODIES, "decoy")
            best = self.recent.best(t, lambda x: x.kind in kinds and not x.plural and not x.own, IT)
        else:
            return None
        return None if best and best.kind == "decoy" else best

    def _empty(self, t: Token) -> bool:
        """Does "it" stand for nothing ("it is clear that", "it took years to")?"""
        verb = self.tokens[t.head]
        if t.relation not in ("nsubj", "nsubjpass") or verb.lower not in EMPTY_IT:
            return False
        return any(self.tokens[c].relation in NO_REFERENT for c in self.tokens.children[verb.i] if c > t.i)

    def _stands_at(self, thing: Thing, head: Token) -> None:
        self.at[head.i] = thing
        thing.heads.append(head.i)

    # Nouns of people and bodies

    def _nominal(self, n: Nominal) -> None:
        t = n.head
        source = self.sources.get(t.i)
        short = source is not None and source[1] - source[0] < LONGEST_SOURCE
        span = source if source and short else participant_phrase(self.tokens, t)
        thing, rule = self.descriptions.called_so(n), "names"
        if thing is None:
            thing, rule = self.descriptions.beside(n), "apposition"
        if thing is None and not (source and self._names_person(source)):
            thing, rule = self.descriptions.earlier(n), "description"
        if thing is None and source and self._names_person(source):
            return
        twin = self.descriptions.headline_twin(n)
        if thing is None and twin and not self._only_in_headline(twin):
            thing, rule = twin, "headline"
        if thing is None:
            thing = self._new(n, source or span)
        else:
            if rule == "apposition" and thing.role is None and thing.names and n.kind == "person":
                thing.role = self.descriptions.role(n)
            self._add(thing, span, rule, t)
        if twin and twin is not thing and self._only_in_headline(twin) and thing.kind == twin.kind:
            self._absorb(thing, twin, "headline")
        self.descriptions.by_noun.setdefault(n.noun, []).append(n)

    def _only_in_headline(self, thing: Thing) -> bool:
        """Is a thing without a name still called as the headline calls it?"""
        inside = self.tokens.within(thing.described) if thing.described else ()
        return not thing.names and bool(inside) and inside[0].sentence == self.descriptions.headline

    def _absorb(self, thing: Thing, other: Thing, rule: str) -> None:
        """Two things turned out to be one: `thing` takes the mentions of the other."""
        thing.names = sorted([*thing.names, *other.names], key=lambda n: n.span)
        thing.others += other.others + ([(other.described, rule)] if other.described else [])
        thing.spans_seen |= other.spans_seen
        for n in other.names:
            self.named.update(dict.fromkeys(range(n.first, n.last + 1), thing))
            self.at.update(dict.fromkeys(range(n.first, n.last + 1), thing))
        self.things.remove(other)
        self.recent.forget(other)
        thing.heads += other.heads
        self.at.update(dict.fromkeys(other.heads, thing))

    def _new(self, n: Nominal, described: Span) -> Thing:
        """A thing that is only described, such as "two officials" or "a ministry spokeswoman"."""
        roles, nouns = self.lexicons.roles, self.lexicons.sources
        new = Thing(n.kind, noun=n.noun, plural=n.plural, described=described)
        if n.kind == "organisation" and n.head.lower in nouns.outlet:
            new.kind = "outlet"
        if n.kind == "person":
            new.gender = "female" if n.noun in roles.female else "male" if n.noun in roles.male else None
        first = self.tokens.within(described)[:1]
        new.definite = new.kind == "organisation" and not n.plural and bool(first) and _is_definite(first[0], n.head)
        if n.head.lower in nouns.spokesperson:
            inside = self.tokens.within(described)
            named = (self.named.get(k.i) for k in inside)
            new.body = next((x for x in named if x and x.kind != "person"), None) or self._body(inside)
        self.things.append(new)
        new.spans_seen.add(described)
        self._stands_at(new, n.head)
        self.recent.saw(new, described, n.head)
        return new

    def _body(self, inside: Sequence[Token]) -> Thing | None:
        """The unnamed body of "a ministry spokeswoman", where "the defence ministry" was met before."""
        words = {t.lower for t in inside} & self.lexicons.sources.organisation
        return next(
            (x for x in reversed(self.recent.things.values()) if x.noun in words and x.kind == "organisation"), None
        )

    # Other nouns

    def _other_noun(self, t: Token) -> None:
        """A noun that names no people: a source all the same, or what "it" may stand for instead of a body."""
        source, people = self.sources.get(t.i), self.lexicons.people
        noun, plural = singular_of(t.lower, people), t.tag == "NNS"
        if source and not self._names_person(source):
            self._spoken(t, source, noun, plural)
        elif t.relation in ("nsubj", "nsubjpass", "dobj", "pobj", "attr") and not t.name:
            self.recent.saw(Thing("decoy", noun=noun, plural=plural), (t.start, t.end), t)

    def _spoken(self, t: Token, source: Span, noun: str, plural: bool) -> None:
        definite = definite_phrase(self.tokens, t)
        if definite:
            best = self._outlet(t) or self.recent.best(
                t,
                lambda x: not x.names and x.kind != "decoy" and x.noun == noun and self._fits(definite, x),
                Reach(far=FAR_ROLE),
            )
            if best:
                self._add(best, source if source[1] - source[0] < LONGEST_SOURCE else definite, "description", t)
                return
        new = Thing("other", noun=noun, plural=plural, described=source)
        words = self.lexicons.sources
        if t.lower in words.outlet and not plural:
            new.kind = "outlet"
        elif t.lower in words.organisation and not plural:
            new.kind = "organisation"
        elif noun not in words.organisation | words.document | words.outlet | words.group:
            new.kind = "other" if noun.endswith(ABSTRACT) else "group" if plural else "person"
        first = self.tokens.within(source)[:1]
        new.definite = new.kind == "organisation" and bool(first) and _is_definite(first[0], t)
        self.things.append(new)
        new.spans_seen.add(source)
        self._stands_at(new, t)
        self.recent.saw(new, source, t)

    def _outlet(self, t: Token) -> Thing | None:
        if t.lower not in self.lexicons.sources.outlet:
            return None
        return self.recent.best(t, lambda x: x.kind == "outlet" and not x.own, Reach(far=FAR_OUTLET))

    def _fits(self, definite: Span, thing: Thing) -> bool:
        """May "the latest report" be what was described before: does that have its adjectives and nouns, too?"""
        own = {t.lower for t in self.tokens.within(definite)[:-1] if t.tag[:2] in ("NN", "JJ")}
        before = {t.lower for t in self.tokens.within(thing.described)} if thing.described else own
        return own <= before

    def _names_person(self, source: Span) -> bool:
        """Does a source name a person, and not only whose or of whom it is ("Ana Resk's brother")?"""
        at = bisect_left(self.person_places, (source[0], 0))
        if at == len(self.person_places) or not covers(source, self.person_places[at]):
            return False
        head = self.tokens.head_of(self.person_places[at])
        return head is not None and head.relation not in ("poss", "pobj")


def _several(x: Thing) -> bool:
    return x.plural or x.kind in ("group", *BODIES) or (x.noun in SOMEONE and not x.names)


def definite_phrase(tokens: Tokens, t: Token) -> Span | None:
    """The span of "the … noun" that ends at a token and names nobody."""
    at = t.i
    while (
        at > 0 and t.i - at < 4 and tokens[at - 1].tag in ("NN", "JJ", "NNP", "CD", "HYPH") and not tokens[at - 1].name
    ):
        at -= 1
    if at == 0 or tokens[at - 1].lower not in ("the", "this", "that", "these", "those"):
        return None
    following = tokens[t.i + 1] if t.i + 1 < len(tokens) else None
    if following and following.tag in ("NN", "NNS", "NNP", "POS") and following.gap <= 1:
        return None
    return tokens[at - 1].start, t.end


def _is_definite(first: Token, head: Token) -> bool:
    """Does a phrase tell which body it means ("the interior ministry", "Veshkia's defence ministry")?"""
    return first.lower not in ("a", "an", "some", "one", "another", "any") and head.i - first.i > 1


def singular(noun: str) -> str:
    """The singular of a noun, near enough to match "the officials" with "an official"."""
    if noun == "people":
        return "person"
    if noun.endswith("women") or noun.endswith("men"):
        return noun[:-2] + "an"
    if noun.endswith("ies"):
        return noun[:-3] + "y"
    return noun[:-1] if noun.endswith("s") and not noun.endswith("ss") else noun
