"""Disputes: where the claims of one happening differ, and in what way."""

from __future__ import annotations

import re
from collections.abc import Sequence

from reportedly.connect.accounts import Account
from reportedly.connect.blame import blame_of
from reportedly.connect.figures import Claim
from reportedly.connect.happenings import Cluster
from reportedly.connect.nouns import Dispute, DisputeKind, Evidence
from reportedly.connect.tallies import disputes_between, tallies_of

BY = "rule:answers@1"
TALK = re.compile(
    r"(?:say|said|tell|told|report|claim|call|state|statement|deny|denied|denial|denie|announc|declar|insist|add|ask|"
    r"answer|write|"
    r"wrote|speak|spoke|publish|post|confirm|is|are|was|were|be|been|being|had|has|have|having|do|did|does|count|"
    r"know|knew|known|"
    r"see|saw|seen|think|thought|expect|believ|according|take|took|taken|make|made|get|got|put|run|ran|built|build|"
    r"can|could|will|"
    r"would|may|might|let|go|went|come|came|name|describ|work|working|question|quot|cit|accus|allege|alleg|blam|"
    r"condemn)"
    r"(?:s|es|d|ed|ing|ions?|ations?)?",
    re.I,
)
"""Words of talk, of states, and light verbs: what a denial names beside what it denies."""


def disputes_of(cluster: Cluster, claims: Sequence[Claim], accounts: Sequence[Account]) -> tuple[Dispute, ...]:
    """The disputes of one happening: over its figures, over whether it happened, over what came of it."""
    deniable = can_be_denied(cluster)
    answerable = accounts if deniable else ()
    own = [c for c in claims if not c.of_part]  # those of a part are judged where they are counted
    found = [
        *_over_occurrence(answerable),
        *_called_off(answerable),
        *(blame_of(cluster) if deniable else ()),
        *disputes_between(tallies_of(own)),
    ]
    return tuple(found)


def is_disputed(accounts: Sequence[Account]) -> bool:
    """Whether it is disputed that something happened that can be denied."""
    return bool(_over_occurrence(accounts))


def _over_occurrence(accounts: Sequence[Account]) -> list[Dispute]:
    denied = _answered("denial", "occurrence", accounts, "denies")
    return denied + _answered("superseded", "occurrence", accounts, "withdraws")


def can_be_denied(cluster: Cluster) -> bool:
    """Whether it is more than talk or a state ("said", "was"), which no denial is about."""
    return cluster.type is not None or not all(TALK.fullmatch(m.word) for _, m in cluster.mentions)


def _answered(kind: DisputeKind, what: str, accounts: Sequence[Account], how: str) -> list[Dispute]:
    """Those who tell it on one side, those who deny or withdraw it on the other, which stands last."""
    tell = [a for a in accounts if a.tells and not a.withdraws and (kind == "denial" or not a.denies)]
    first = min((a.brief.order for a in tell), default=None)
    answer = [a for a in accounts if getattr(a, how) and first is not None and a.brief.order >= first]
    off = min((a.brief.order for a in accounts if a.calls_off), default=None)
    if kind == "denial" and off:  # what is denied from then on is that it goes ahead
        answer = [a for a in answer if a.brief.order < off]
    if not tell or not answer:
        return []
    note = "withdrawn by an outlet that had carried it" if how == "withdraws" else "never settled here"
    return [_dispute(kind, what, (tell, answer), note)]


def _called_off(accounts: Sequence[Account]) -> list[Dispute]:
    """What was planned and then called off: the later report takes the place of the earlier ones."""
    off = [a for a in accounts if a.calls_off]
    if not off:
        return []
    first = min(a.brief.order for a in off)
    plan = [a for a in accounts if not a.calls_off and a.plans and (a.brief.order < first or a.stale)]
    return [_dispute("superseded", "status", (plan, off), "planned, then called off")] if plan else []


def _dispute(kind: DisputeKind, what: str, sides: tuple[Sequence[Account], Sequence[Account]], note: str) -> Dispute:
    return Dispute(
        kind=kind, what=what, sides=tuple(tuple(a.brief.id for a in side) for side in sides), note=note,
        evidence=tuple(Evidence(article=a.brief.id, span=s) for side in sides for a in side for s in a.spans[:2]),
        by=BY,
    )  # fmt: skip
