"""The status and factuality of every event: by the operators over it, else by what its statement does, else learned."""

from __future__ import annotations

import re
from bisect import bisect_left, bisect_right
from collections.abc import Sequence

from reportedly.events.draft import EventDraft
from reportedly.lexicons import StatusWords
from reportedly.reader.tokens import Tokens
from reportedly.record import Why, covers
from reportedly.record.event import Status
from reportedly.record.statement import REFUSALS
from reportedly.statements.draft import Draft
from reportedly.status.operators import Operator, operators

RANGE: dict[Status, tuple[float, float]] = {
    "occurred": (0.5, 3), "ongoing": (0.5, 3), "attempted": (-3, 1), "planned": (-1, 2.5), "considered": (-2, 2),
    "threatened": (-2, 2), "urged": (-2, 1.5), "conditional": (-2.5, 2), "called_off": (-3, -0.5), "denied": (-3, -1),
    "unknown": (-2, 2),
}  # fmt: skip
"""Between what values a factuality goes with a status: "denied" is at most -1, "occurred" at least 0.5."""
CERTAIN, AS_GOOD_AS = 3.0, 2.2
"""What is said to occur without a doubt is certain; the head, which learned the means of several people, stays below.
Set on the dev rows of UW, UDS and MEANTIME together."""
UNTOLD = frozenset({"occurred", "ongoing", "denied", "unknown"})
"""What an event inside a refusal may look like; "declined to say whether they had demanded money" denies nothing."""
OWN_VOICE = Why(by="rule:own-voice@1", missing="not_said")


def with_status(
    drafts: Sequence[EventDraft], tokens: Tokens, statements: Sequence[Draft], words: StatusWords
) -> list[EventDraft]:
    """Give every event its holder, its status and its factuality."""
    held = _held(drafts, statements)
    return [_with_factuality(_decided(d, tokens, statements, words)) for d in held]


def _held(drafts: Sequence[EventDraft], statements: Sequence[Draft]) -> list[EventDraft]:
    """The innermost statement in whose content each trigger stands; the article's own voice where there is none."""
    contents = sorted((c, i) for i, s in enumerate(statements) for c in s.content)
    starts = [c[0] for c, _ in contents]
    longest = max((b - a for (a, b), _ in contents), default=0)
    sizes = [sum(b - a for a, b in s.content) for s in statements]
    out = []
    for d in drafts:
        near = contents[bisect_left(starts, d.trigger[0] - longest) : bisect_right(starts, d.trigger[0])]
        holder = min(((sizes[i], -i) for c, i in near if covers(c, d.trigger)), default=None)
        if holder is None:
            out.append(d.because("according_to", OWN_VOICE))
            continue
        s = statements[-holder[1]]
        evidence = tuple(x for x in (s.cue, s.source) if x)
        why = Why(by="rule:innermost-content@1", evidence=evidence)
        out.append(d.because("according_to", why, holder=-holder[1]))
    return out


def _decided(d: EventDraft, tokens: Tokens, statements: Sequence[Draft], words: StatusWords) -> EventDraft:
    rule = rule_status(tokens, d, d.holder is not None, words)
    act = statements[d.holder].act if d.holder is not None else "say"
    if act in REFUSALS and d.holder is not None and (rule is None or rule.status in UNTOLD):
        cue = statements[d.holder].cue
        why = Why(by="rule:would-not-say@1", evidence=(cue,) if cue else ())
        return d.because("status", why, status="unknown").because("factuality", why, factuality=0.0)
    learned: Status = max(d.told, key=lambda s: d.told[s])
    main = d.holder is not None and _heads(tokens, d, statements[d.holder])
    if act == "deny" and main and (rule is None or rule.status == "denied"):
        why = Why(by="rule:deny-statement@1", evidence=(statements[d.holder or 0].cue or d.trigger,))
        return d.because("status", why, status="denied").because("factuality", why, factuality=-CERTAIN)
    if rule:
        why = Why(by=f"rule:{rule.rule}@1", evidence=rule.evidence)
        return d.because("status", why, status=rule.status)
    if act == "want" and main:
        why = Why(by="rule:want-statement@1", evidence=(statements[d.holder or 0].cue or d.trigger,))
        return d.because("status", why, status="urged")
    if learned in ("occurred", "ongoing") and _is_generic(tokens, d, words):
        why = Why(by="rule:generic-noun@1", evidence=(d.trigger,))
        return d.because("status", why, status="unknown")
    return d.because(
        "status",
        Why(by=f"head:status@{d.heads}", score=round(d.told[learned], 4), evidence=(d.trigger,)),
        status=learned,
    )


def _heads(tokens: Tokens, d: EventDraft, statement: Draft) -> bool:
    """Is an event what a statement says, and not only mentioned in it: does nothing of the content govern it?"""
    t = tokens[d.token]
    above = tokens[t.head]
    return t.head == t.i or not any(covers(c, (above.start, above.end)) for c in statement.content)


def _is_generic(tokens: Tokens, d: EventDraft, words: StatusWords) -> bool:
    """Talk of attacks or war as such: a noun without parties that nothing makes particular.

    A bare noun; a plural that no article, number or date singles out ("terrorist raids in some areas"); a word for a
    state of affairs that nothing is told of ("the end of the war").
    """
    t = tokens[d.token]
    if d.type is None or t.tag not in ("NNS", "NN") or d.actors or d.recipients:
        return False
    around = [tokens[i] for i in tokens.children[t.i]]
    below = [tokens[i] for c in around if c.relation == "prep" for i in tokens.children[c.i]]
    if any(
        c.relation in ("nummod", "relcl", "acl") or c.name in ("DATE", "TIME", "CARDINAL") for c in (*around, *below)
    ):
        return False
    if t.lower in words.hostilities and t.relation not in ("nsubj", "nsubjpass"):
        return True
    if t.tag == "NNS" and t.relation not in ("nsubj", "nsubjpass"):
        return not any(c.relation in ("det", "poss") for c in around)
    return not any(c.relation in ("det", "poss", "prep", "compound") or c.name for c in around)


def _with_factuality(d: EventDraft) -> EventDraft:
    if d.factuality is not None:
        return d
    low, high = RANGE[d.status]
    value = round(min(max(d.certainty, low), high), 2)
    value = 3.0 if high == CERTAIN and value >= AS_GOOD_AS else value
    by = f"head:factuality@{d.heads}" if value == round(d.certainty, 2) else "rule:factuality-of-status@1"
    return d.because("factuality", Why(by=by, evidence=(d.trigger,)), factuality=value)


HOSTILE = frozenset({"ASSAULT", "COERCE", "SANCTION", "THREATEN", "PROTEST"})
"""Types that, promised to somebody, are a threat."""
VOWS = re.compile(r"(?:vow|swear|swore|sworn|promis|pledg)", re.I)


def rule_status(tokens: Tokens, d: EventDraft, told_by_other: bool, words: StatusWords) -> Operator | None:
    """What the operators over an event come to, the outermost last. `told_by_other`: somebody's statement tells it."""
    best: Operator | None = None
    for o in operators(tokens, d.token, words):
        best = o if best is None else _joined(best, o)
    if best is None:
        return None
    start, end = tokens.sentence_of(tokens[d.token])
    if best.status in ("planned", "conditional", "considered") and tokens.text[start:end].rstrip("”\"'’) ").endswith(
        "?"
    ):
        return Operator("unknown", (*best.evidence, (end - 1, end)), "question")
    if best.rule.startswith("modal-") and best.status == "conditional":
        conditions = [
            t for t in tokens.within((start, end)) if t.relation in ("mark", "prep") and t.lower in ("if", "unless")
        ]
        if conditions:
            marks = tuple((t.start, t.end) for t in conditions[:1])
            return Operator("conditional", (*best.evidence, *marks), "would-if")
        if told_by_other or tokens[d.token].relation == "ccomp":
            return Operator("planned", best.evidence, "would-in-report")
    if best.status == "planned" and d.type in HOSTILE and any(VOWS.match(tokens.text, a) for a, _ in best.evidence):
        return Operator("threatened", best.evidence, "vow-of-harm")
    return best


def _joined(inner: Operator, outer: Operator) -> Operator:
    if inner.status == "denied" and outer.status == "urged":
        return outer  # "urged them not to": what is urged is that it be left undone
    if inner.status == "denied" and outer.rule.startswith("modal-"):
        return inner  # "would not"
    if inner.status in ("denied", "called_off", "unknown") and outer.status not in (
        "denied",
        "conditional",
        "considered",
    ):
        return inner
    if outer.status in ("occurred", "ongoing") and inner.status not in ("occurred", "ongoing"):
        return inner
    if outer.status == "unknown" and inner.status in ("planned", "urged"):
        return Operator("considered", (*outer.evidence, *inner.evidence), "whether-to")
    return outer
