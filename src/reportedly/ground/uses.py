"""How a place's name is used: for the place, for its people, for whoever rules there, or within another name."""

from __future__ import annotations

from reportedly.ground.candidates import Candidate, Run, begins_name
from reportedly.ground.gazetteer import Sense
from reportedly.lexicons import Lexicons
from reportedly.reader.tokens import Token, Tokens
from reportedly.reader.words import Gap
from reportedly.record import Span, Why
from reportedly.record.place import Use

WHOLES = ("ORG", "PERSON", "FAC", "EVENT", "LAW", "PRODUCT", "WORK_OF_ART")
"""Types of names that a place's name is only a part of."""
STILL = frozenset({
    "be", "is", "are", "was", "were", "been", "being", "has", "had", "have", "lies", "lie", "lay", "sits", "sat",
    "borders", "stands", "stood", "became", "becomes", "remains", "remained", "looks", "looked", "boasts", "saw",
    "sees",
    "grew", "experienced", "suffered", "gets", "got", "'s", "’s", "hosts", "hosted",
})  # fmt: skip
"""Verbs of which a place can be the subject as a place."""
DEALING = frozenset({"with", "against", "by", "between"})
"""Prepositions before a party rather than a place ("talks with Tehran"); "by" only after a passive or a noun."""
TOWARDS = frozenset({
    "accuse", "accused", "accuses", "accusing", "urge", "urged", "urges", "urging", "warn", "warned", "warns",
    "warning",
    "tell", "told", "tells", "telling", "ask", "asked", "asks", "asking", "blame", "blamed", "blames", "blaming",
    "pressure", "pressured", "condemn", "condemned", "condemns", "condemning", "criticised", "criticized",
    "criticise", "criticize", "sue", "sued", "thank", "thanked", "persuade", "persuaded", "threaten", "threatened",
    "threatens",
})  # fmt: skip
"""Verbs whose object acts or is spoken to."""


def use_of(c: Candidate, sense: Sense | None, tokens: Tokens, runs: list[Run], lexicons: Lexicons) -> tuple[Use, Why]:
    """The use of a toponym and what decided it."""
    manners = {sense.manner} if sense else {s.manner for s in c.senses}
    if manners == {"adjective"}:
        return "demonym", Why(by="rule:demonym@1", evidence=(c.span,))
    if "seat" in manners:
        return "metonym", Why(by="rule:seat@1", evidence=(c.span,))
    if whole := _part_of(c, tokens, runs, lexicons):
        if _owns(c, sense, tokens, whole):
            return "metonym", Why(by="rule:state-of-a-body@1", evidence=(whole,))
        return "name_part", Why(by="rule:name-part@1", evidence=(whole,))
    acting = acts(c, tokens)
    if acting and (sense is None or sense.level in ("country", "province", "city")):
        return "metonym", Why(by="rule:acting-place@1", evidence=((acting.start, acting.end),))
    return "location", Why(by="rule:location@1", evidence=(c.span,))


def _part_of(c: Candidate, tokens: Tokens, runs: list[Run], lexicons: Lexicons) -> Span | None:
    """The longer name that a place's name is a part of; "Norland's Ministry", "a firm of Tarrow, Norland" are none."""
    n = tokens[c.last + 1] if c.last + 1 < len(tokens) else None
    if n and (n.tag == "POS" or n.lower in ("'s", "’s")):
        return None
    first, last, kind = runs[c.last]
    while first < c.first and not begins_name(tokens[first]):
        first += 1
    while last > c.last and (tokens[last].tag == "POS" or not any(x.isalnum() for x in tokens[last].text)):
        last -= 1
    if kind in WHOLES and (first < c.first or last > c.last) and not _listed(tokens, first, last):
        return tokens[first].start, tokens[last].end
    body = _body_of(c, tokens, lexicons)
    if body is not None:
        return tokens[body].start, c.span[1]
    if n is None or n.gap != Gap.SPACE or not begins_name(n) or n.tag not in ("NNP", "NNPS"):
        return None
    own = tokens[c.last]
    low = n.lower.rstrip(".")
    if own.relation != "compound" or own.head <= c.last or low in lexicons.roles.titles or low in lexicons.roles.nouns:
        return None
    head = tokens[own.head]
    if head.name in ("GPE", "LOC", "PERSON") or head.sentence != own.sentence or not begins_name(head):
        return None
    return c.span[0], head.end


def _body_of(c: Candidate, tokens: Tokens, lexicons: Lexicons) -> int | None:
    """ "Bank of England", "University of Tolm": the first token of the body's name, not "City of Tolm"."""
    of = c.first - 1
    of -= of > 0 and tokens[of].text == "the"
    if of < 1 or tokens[of].text != "of":
        return None
    body = tokens[of - 1]
    if not (begins_name(body) and body.tag.startswith("NNP")) or body.lower in lexicons.places.heads | ROLES_OF:
        return None
    if body.lower in lexicons.roles.nouns or body.lower in lexicons.roles.titles:
        return None
    return body.i


ROLES_OF = frozenset({"republic", "kingdom", "archbishop", "duke", "duchess", "prince", "earl"})


def _owns(c: Candidate, sense: Sense | None, tokens: Tokens, whole: Span) -> bool:
    """ "The U.S. Food and Drug Administration", "the Ministry of Health of Norland": the state whose body it is."""
    if sense is None or sense.level not in ("country", "province"):
        return False
    return any(t.lower in STATE_BODIES for t in tokens.within(whole) if not c.first <= t.i <= c.last)


STATE_BODIES = frozenset({
    "administration", "agency", "ambassador", "army", "attorney", "authority", "bureau", "cabinet", "centers", "centre",
    "commission", "congress", "court", "defense", "defence", "department", "embassy", "energy", "federal", "forces",
    "government", "guard", "health", "institutes", "interior", "justice", "marine", "marines", "military", "minister",
    "ministry", "national", "navy", "office", "parliament", "police", "president", "primary", "prime", "secretary",
    "senate", "senator", "service", "state", "treasury",
})  # fmt: skip
"""Words in the names of bodies and offices of a state."""


def _listed(tokens: Tokens, first: int, last: int) -> bool:
    """Is what the reader took for one name a list, or a place with its province?"""
    return any(tokens[k].text in (",", ";") for k in range(first, last + 1))


def acts(c: Candidate, tokens: Tokens) -> Token | None:
    """The word by which a place acts or is dealt with like a government: "Moscow warned", "talks with Tehran"."""
    inside = [tokens[k] for k in range(c.first, c.last + 1)]
    top = next((t for t in inside if not c.first <= t.head <= c.last or t.head == t.i), inside[-1])
    for _ in range(4):  # up a chain of conjuncts
        if top.relation != "conj" or top.head == top.i or not tokens[top.head].name:
            break
        top = tokens[top.head]
    head = tokens[top.head]
    if head.i == top.i or head.sentence != top.sentence:
        return None
    if top.relation == "nsubj" and head.tag.startswith("VB") and head.lower not in STILL:
        return head
    if top.relation == "dobj" and head.lower in TOWARDS:
        return head
    if top.relation == "pobj" and head.lower in DEALING:
        return head if head.lower != "by" or tokens[head.head].tag in ("VBN", "NN", "NNS") else None
    if top.relation in ("pobj",) and head.relation == "agent":
        return head
    return None
