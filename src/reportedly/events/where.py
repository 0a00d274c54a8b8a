"""Where an event is said to take place: by its place in the sentence, or by the event that it goes on from.

Only what is used as a location counts, never a demonym or a metonym, and no capital stands in for a country.

| rule | example |
|---|---|
| preposition | they met *near Tarrow*; a blast at a market *in Tarrow*; *In Tarrow*, police fired |
| before-noun | the *Tarrow* hospital bombing (no countries: "a Norland strike" is Norland's) |
| target | rebels shelled *Tarrow*; the bombing of *Tarrow*; a strike on *Tarrow* ; he visited *Tarrow* |
| same-clause | gunmen attacked a market in *Tarrow*, killing two; a bomb went off in *Tarrow* |
| same-event | a later mention of the event |
| goes-on | after a sentence with one place, one with "there", or one that begins "They …", "The …" with the same type |
"""

from __future__ import annotations

from collections.abc import Sequence

from reportedly.events.draft import EventDraft
from reportedly.reader.tokens import Token, Tokens
from reportedly.record import Place, Why

LOCATIVE = frozenset({
    "in", "at", "near", "off", "outside", "inside", "around", "across", "throughout", "along", "within", "over",
    "beside", "beyond", "amid", "above", "below", "between",
})  # fmt: skip
TARGETS = frozenset({"on", "of", "against"})
BEFORE_NOUN = frozenset({"compound", "nmod", "poss", "amod"})
OBJECTS = frozenset({"dobj", "nsubjpass"})
SUBJECTS = frozenset({"nsubj", "nsubjpass"})
HAPPENING = frozenset({
    "began", "begin", "blew", "broke", "carried", "conducted", "continued", "convened", "erupted", "exploded", "held",
    "happened", "hit", "hold", "holds", "injured", "killed", "launched", "mounted", "occurred", "opened", "staged",
    "stage", "started", "struck", "took", "went", "wounded",
})  # fmt: skip
"""Verbs whose subject or object happens where they do ("held talks", "a bomb went off"), not "condemned the raid"."""
SHARES = frozenset({"conj", "advcl", "xcomp"})
LONGEST_PATH = 8
GOES_ON = frozenset(
    {"he", "she", "they", "it", "the", "this", "these", "those", "another", "both", "his", "her", "their"}
)
HERE = frozenset({"there", "here"})
NEAREST = 3
"""Characters at most between a place and the larger one that stands behind it ("Tarrow, Norland")."""
NOT_SAID = Why(by="rule:place-on-event@1", missing="not_said")
Found = tuple[Place, str]
"""A place, and the rule that gave it."""


def with_places(drafts: list[EventDraft], tokens: Tokens, places: Sequence[Place]) -> list[EventDraft]:
    """Give each event the place where it happened, or the reason why it has none."""
    by_token = {d.token: k for k, d in enumerate(drafts)}
    found = _by_syntax(drafts, tokens, places, by_token)
    _shared(drafts, tokens, by_token, found)
    for k, d in enumerate(drafts):
        if k not in found and d.same_as is not None and d.same_as in found:
            found[k] = found[d.same_as][0], "same-event"
    _going_on(drafts, tokens, places, found)
    out = []
    for k, d in enumerate(drafts):
        if k in found:
            place, rule = found[k]
            why = Why(by=f"rule:place-by-{rule}@1", evidence=(place.span,))
            out.append(d.because("place", why, place=place.id))
        else:
            out.append(d.because("place", NOT_SAID, place=None))
    return out


def _by_syntax(
    drafts: Sequence[EventDraft], tokens: Tokens, places: Sequence[Place], by_token: dict[int, int]
) -> dict[int, Found]:
    """The nearest place that hangs on each event."""
    found: dict[int, Found] = {}
    before: Place | None = None
    for p in places:
        larger = before is not None and p.span[0] - before.span[1] <= NEAREST and before.use == "location"
        between = tokens.text[before.span[1] : p.span[0]] if before else ""
        before = p
        if p.use != "location" or (larger and "," in between):
            continue
        head = tokens.head_of(p.span)
        hit = _event_above(drafts, tokens, head, by_token) if head else None
        if hit is None or (hit[1] == "before-noun" and p.feature == "country"):
            continue  # "a Norland strike" is Norland's
        k, rule = hit
        at = drafts[k].trigger[0]
        if k not in found or abs(p.span[0] - at) < abs(found[k][0].span[0] - at):
            found[k] = p, rule
    return found


def _event_above(
    drafts: Sequence[EventDraft], tokens: Tokens, head: Token, by_token: dict[int, int]
) -> tuple[int, str] | None:
    """The first event upwards in the parse that a place's word tells the place of, and by which rule."""
    at, located, target = _governor(tokens, head), False, False
    if at.tag == "IN":
        located, target = at.lower in LOCATIVE, at.lower in TARGETS
    for step in range(LONGEST_PATH):
        if at.head == at.i:
            return None
        up = tokens[at.head]
        if up.sentence != head.sentence or (located and at.relation in ("relcl", "ccomp", "acl")):
            return None
        if at.relation == "pobj" or up.tag == "IN":
            located = located or up.lower in LOCATIVE
            target = target or (not located and up.lower in TARGETS)
        k = by_token.get(up.i)
        if k is not None:
            rule = _told(drafts[k], at, (located, target, step))
            return (k, rule) if rule else None
        if located and up.tag.startswith("VB"):  # a light verb: "held a rally in Tarrow"
            near = [by_token[c] for c in tokens.children[up.i] if c in by_token and tokens[c].relation in OBJECTS]
            return (near[0], "preposition") if near else None
        at = up
    return None


REACHES = frozenset({"ASSAULT", "CONSULT", "RETREAT"})
"""Types of events that happen at the place which is their object."""


def _governor(tokens: Tokens, head: Token) -> Token:
    """The preposition right before a place that the parse hangs on something else; else the place's own word."""
    before = tokens[head.i - 1] if head.i else head
    astray = head.relation not in ("pobj", "conj") and before.tag == "IN" and before.sentence == head.sentence
    return before if astray and before.head != head.i else head


def _told(d: EventDraft, below: Token, path: tuple[bool, bool, int]) -> str | None:
    """The rule by which a place on this path is where the event happened."""
    located, target, step = path
    if located:
        return "preposition"
    if below.relation in BEFORE_NOUN and not target and step <= 2:
        return "before-noun"
    if d.type == "ASSAULT" and target and step <= 1:
        return "target"
    return "target" if d.type in REACHES and below.relation in OBJECTS and step == 0 else None


def _shared(drafts: Sequence[EventDraft], tokens: Tokens, by_token: dict[int, int], found: dict[int, Found]) -> None:
    """Events that are joined to one that has a place, hang on it, or are its subject or object."""
    for k in range(len(drafts)):
        if k in found:
            continue
        other = _joined(k, drafts, tokens, by_token, found)
        if other is not None:
            found[k] = found[other][0], "same-clause"


def _joined(
    k: int, drafts: Sequence[EventDraft], tokens: Tokens, by_token: dict[int, int], found: dict[int, Found]
) -> int | None:
    """The event of the same clause whose place an event shares."""
    at = tokens[drafts[k].token]
    for c in tokens.children[at.i]:  # "the blast in Tarrow killed two"
        subject = by_token.get(c) if tokens[c].relation in SUBJECTS else None
        if subject is not None and subject in found and drafts[subject].type:
            return subject
    verb = by_token.get(at.head) if at.relation in SUBJECTS | OBJECTS and at.head != at.i else None
    if verb is not None and verb in found:  # "a bomb went off in Tarrow"
        return verb if tokens[at.head].lower in HAPPENING or drafts[verb].type == drafts[k].type else None
    while at.relation in SHARES and at.head < at.i and tokens[at.head].sentence == at.sentence:
        above = by_token.get(at.head)
        if above is None or drafts[above].type is None:
            return None
        if above in found:
            return above
        at = tokens[at.head]
    return None


def _going_on(drafts: Sequence[EventDraft], tokens: Tokens, places: Sequence[Place], found: dict[int, Found]) -> None:
    """Events of a sentence that clearly goes on from the one before it, which has one place."""
    first: dict[int, Token] = {}
    here: set[int] = set()
    for t in tokens.items:
        if t.text[0].isalnum():
            first.setdefault(t.sentence, t)
        if t.lower in HERE and t.relation == "advmod":
            here.add(t.sentence)
    named = {tokens.within(p.span)[0].sentence for p in places if p.use == "location" and tokens.within(p.span)}
    by_sentence: dict[int, list[int]] = {}
    for k, d in enumerate(drafts):
        by_sentence.setdefault(tokens[d.token].sentence, []).append(k)
    for sentence, group in by_sentence.items():
        known = [(k, found[k][0]) for k in by_sentence.get(sentence - 1, ()) if k in found and drafts[k].type]
        if len({p.name or p.text for _, p in known}) != 1 or sentence in named:
            continue
        kinds = {drafts[k].type for k, _ in known}
        for k in group:
            same_kind = drafts[k].type in kinds and first[sentence].lower in GOES_ON
            if k not in found and (same_kind or sentence in here):
                found[k] = known[-1][1], "goes-on"
