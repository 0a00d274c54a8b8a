"""What a description stands for: by apposition, as a predicate, by its noun, by the role or name of something known."""

from __future__ import annotations

from reportedly.ground.antecedents import FAR, Reach, Recent
from reportedly.ground.mentions import Gender, Name, Role, role_in
from reportedly.ground.nominals import Nominal
from reportedly.ground.things import Thing, has_word
from reportedly.lexicons import Lexicons
from reportedly.reader.phrases import participant_phrase
from reportedly.reader.tokens import Token, Tokens

FAR_ROLE, FAR_OUTLET, FAR_BODY = 60, 20, 30
"""Sentences within which "the minister", "the paper" and "the ministry" reach back: they carry more of what they mean
than a pronoun does."""
GENERIC_BODIES = frozenset(
    {
        "company",
        "group",
        "organization",
        "organisation",
        "agency",
        "firm",
        "nonprofit",
        "union",
        "charity",
        "church",
        "team",
        "club",
        "movement",
    }
)
HEADLINE_NOUNS = 8
"""Noun phrases of a headline's noun that are looked at."""
CALLED = frozenset({"known", "called", "named", "dubbed", "nicknamed", "termed"})
ANY_BODY = frozenset({"group", "organization", "organisation", "agency"})
COPULAS = frozenset(
    {
        "is",
        "are",
        "was",
        "were",
        "be",
        "been",
        "being",
        "am",
        "'s",
        "'re",
        "become",
        "becomes",
        "became",
        "remains",
        "remained",
    }
)
NAMED_ROLE, NAMED_OUTLET, NAMED_BODY = (Reach(far=far, named=True) for far in (FAR_ROLE, FAR_OUTLET, FAR_BODY))
ANYBODY = frozenset({"person", "people", "other", "man", "woman", "child"})
"""Nouns too general for two bare plurals of them to mean the same people."""
AS = frozenset(
    {
        "serve",
        "serves",
        "served",
        "serving",
        "work",
        "works",
        "worked",
        "act",
        "acts",
        "acted",
        "appointed",
        "elected",
        "named",
        "hired",
    }
)
"""Verbs whose "as" tells what the subject is."""
NO_ROLE = frozenset(
    {
        "man",
        "woman",
        "boy",
        "girl",
        "child",
        "person",
        "guy",
        "lady",
        "baby",
        "being",
        "human",
        "friend",
        "fan",
        "year-old",
    }
)
"""Nouns that say what somebody is and not what somebody does."""


class Descriptions:
    """Looks for what a noun phrase goes back to. `at` and `named` are what tokens stand for, `by_noun` the noun phrases
    so far; whoever resolves the article fills them."""

    def __init__(
        self, tokens: Tokens, lexicons: Lexicons, recent: Recent, at: dict[int, Thing], named: dict[int, Thing]
    ) -> None:
        self.tokens, self.lexicons, self.recent = tokens, lexicons, recent
        self.at, self.named = at, named
        self.by_noun: dict[str, list[Nominal]] = {}
        self.headline = tokens[0].sentence if len(tokens) else 0

    def abbreviated(self, name: Name) -> Thing | None:
        """What stands before an acronym in brackets: "the Ward Clerks' Union (WCU)"."""
        tokens, before, after = self.tokens, name.first - 2, name.last + 1
        if name.first != name.last or before < 0 or after >= len(tokens) or not tokens[name.first].text.isupper():
            return None
        if (tokens[before + 1].text, tokens[after].text) not in (("(", ")"), ("[", "]")):
            return None
        at = before
        while at not in self.at and tokens[at].head != at and tokens[at].sentence == tokens[name.first].sentence:
            at = tokens[at].head
        return self.at.get(at) if at <= before else None

    def known_as(self, head: Token) -> Thing | None:
        """What goes by a name, too: "the national team, known as the Gulls", "a band called the Locks"."""
        verb = self.tokens[head.head]
        if verb.lower == "as":
            verb = self.tokens[verb.head]
        called = verb.lower in CALLED and verb.relation in ("acl", "relcl", "amod")
        return self.at.get(verb.head) if called and verb.i < head.i else None

    def called_so(self, n: Nominal) -> Thing | None:
        """The body whose name stands right before what it is: "the Yonhap news agency"."""
        if n.kind != "organisation" or n.plural or n.owner:
            return None
        before = (c for c in self.tokens.children[n.head.i] if c in self.named and c < n.head.i)
        found = next((self.named[c] for c in before if self.tokens[c].relation in ("compound", "nmod")), None)
        return found if found and found.kind in ("organisation", "outlet") else None

    def beside(self, n: Nominal) -> Thing | None:
        """The thing that a noun says something of: "Resk, the mayor", "the mayor, Ana Resk", "Resk is the mayor"."""
        t, tokens = n.head, self.tokens
        other: Thing | None = None
        if t.relation == "appos":
            other = self.at.get(t.head)
        elif t.relation == "attr" and tokens[t.head].lower in COPULAS:
            subjects = [c for c in tokens.children[t.head] if tokens[c].relation in ("nsubj", "nsubjpass")]
            negated = any(tokens[c].relation == "neg" for c in tokens.children[t.head])
            other = self.at.get(subjects[0]) if subjects and not negated else None
        elif t.relation == "pobj" and tokens[t.head].lower == "as":
            verb = tokens[tokens[t.head].head]
            subjects = [c for c in tokens.children[verb.i] if tokens[c].relation in ("nsubj", "nsubjpass")]
            other = self.at.get(subjects[0]) if subjects and verb.lower in AS else None
        if other is None:
            beside = (c for c in tokens.children[t.i] if tokens[c].relation == "appos")
            other = next((self.named[c] for c in beside if c in self.named), None) or self._next_name(n)
        return other if other and _agree(n, other) else None

    def role(self, n: Nominal) -> Role | None:
        """What "Resk is the mayor of Hollin" says that she is, without the article."""
        if n.noun in NO_ROLE:
            return None
        inside = list(self.tokens.within(participant_phrase(self.tokens, n.head)))
        while inside and inside[0].tag in ("DT", "PRP$", "POS", "IN", ",") and inside[0] is not n.head:
            inside = inside[1:]
        return role_in(self.tokens, inside) if inside else None

    def _next_name(self, n: Nominal) -> Thing | None:
        """The person whose name follows: "his wife Mary Resk", "the team's coach, Bo Lund,"."""
        tokens, at = self.tokens, n.head.i + 1
        if n.kind != "person" or n.tail or n.determined == "indefinite" or at + 1 >= len(tokens):
            return None
        comma = tokens[at].text == ","
        at += comma
        thing = self.named.get(at)
        if thing is None or thing.kind != "person" or tokens[at].sentence != n.head.sentence:
            return None
        last = at
        while self.named.get(last + 1) is thing and last + 1 < len(tokens):
            last += 1
        closed = last + 1 < len(tokens) and tokens[last + 1].text in (",", ".", ")", ";")
        return thing if not comma or (closed and n.determined in ("definite", "owned")) else None

    def earlier(self, n: Nominal) -> Thing | None:
        """An earlier thing that a definite phrase, or a bare plural with the same words, goes back to."""
        if n.determined in ("definite", "owned"):
            best = self._described(n) if n.determined == "definite" else None
            return best or self._same_noun(n)
        if (
            n.determined == "bare"
            and not n.tail
            and n.noun not in ANYBODY
            and (n.plural or n.kind in ("organisation", "group"))
        ):
            return self._same_noun(n, exactly=True)
        return None

    def _same_noun(self, n: Nominal, *, exactly: bool = False) -> Thing | None:
        owner = self.at.get(n.owner.i) if n.owner else None
        for before in reversed(self.by_noun.get(n.noun, ())):
            thing = self.at[before.head.i]
            if n.head.sentence - before.head.sentence > FAR_ROLE:
                break
            if before.plural != n.plural or (thing.last and thing.last[1] > n.head.end):
                continue
            if n.determined == "owned" and before.determined == "owned":
                earlier = self.at.get(before.owner.i) if before.owner else None
                if owner is None or owner is not earlier:
                    continue
            if before.modifiers == n.modifiers or (not exactly and n.modifiers <= before.modifiers):
                return thing
        return None

    def headline_twin(self, n: Nominal) -> Thing | None:
        """What the headline calls by the same noun without an article, which it leaves out: "Clerk jailed". Once it was
        called something more ("the transport ministry"), what is called otherwise is another one."""
        before = next(iter(self.by_noun.get(n.noun, ())), None)
        if before is None or n.determined == "owned" or n.head.sentence == self.headline:
            return None
        if before.head.sentence != self.headline or before.determined != "bare" or before.plural != n.plural:
            return None
        thing = self.at[before.head.i]
        called = [b.modifiers for b in self.by_noun[n.noun][:HEADLINE_NOUNS] if self.at[b.head.i] is thing]
        near = n.head.sentence - self.headline <= FAR
        return thing if near and all(m <= n.modifiers or n.modifiers <= m for m in called) else None

    def _described(self, n: Nominal) -> Thing | None:
        """A named thing that "the <noun>" stands for: by role, as an outlet, or as a body whose name has the noun."""
        t, roles, nouns = n.head, self.lexicons.roles, self.lexicons.sources
        word, best = t.lower, self.recent.best
        if n.noun == "year-old":
            return best(t, lambda x: x.kind == "person" and not x.plural, Reach())
        if n.kind == "person":
            found = best(t, lambda x: x.role is not None and has_word(x.role.text, word), NAMED_ROLE)
            if found is None and word in ("woman", "man", "girl", "boy"):
                gender: Gender = "female" if word in roles.female else "male"
                found = best(t, lambda x: bool(x.names) and x.gender == gender, Reach(gender, named=True))
            return found
        if n.plural:
            return None
        if n.kind == "state" and not n.modifiers:
            return best(t, lambda x: x.kind == "state" and bool(x.names), NAMED_OUTLET)
        if word in nouns.outlet:
            return best(t, lambda x: x.kind == "outlet" and not x.own, NAMED_OUTLET)
        text = self.tokens.text
        exact = best(t, lambda x: bool(x.names) and x.kind != "person" and has_word(x.name(text), word), NAMED_BODY)
        generic = word in GENERIC_BODIES and not n.tail and not n.modifiers and not t.tag.startswith("NNP")
        if exact is None and generic:
            return best(t, lambda x: x.kind == "organisation" and self._may_be(word, x), NAMED_BODY)
        return exact

    def _may_be(self, word: str, body: Thing) -> bool:
        """May "the company" be a body of this name? Not where the name says that it is a union."""
        own = {w.lower() for n in body.names for w in n.words} & self.lexicons.people.organisation
        return not own or word in ANY_BODY


def _agree(n: Nominal, other: Thing) -> bool:
    """May a noun say what a thing is? A person is no body, and several are not one."""
    if n.kind in ("person", "group"):
        people = other.kind in ("person", "group")
        return people and (other.plural or other.kind == "group") == (n.kind == "group")
    return other.kind not in ("person", "decoy") and other.plural == n.plural
