"""Standing: the status of a happening, when all its tellings are taken together."""

from __future__ import annotations

from collections import Counter
from collections.abc import Iterable, Sequence

from reportedly.connect.accounts import Account
from reportedly.connect.brief.words import is_lasting, tell_an_end
from reportedly.connect.nouns import Dispute, Standing
from reportedly.connect.told import Telling

UNTOLD = frozenset({"deny", "decline", "no_response"})
KNOWING = frozenset({"person", "organisation"})


def standing_of(accounts: Sequence[Account], disputes: Sequence[Dispute], telling: Telling) -> Standing:
    """The status of a happening by README-cross: what the last of its tellings leave standing."""
    denied = any(d.kind == "denial" and d.what == "occurrence" for d in disputes)
    withdrawn = any(d.kind == "superseded" and d.what == "occurrence" for d in disputes)
    usual = _usual(accounts)
    rumoured = (withdrawn and not _took_back(accounts, telling)) or (denied and any(a.doubts for a in accounts))
    if rumoured and not _known(accounts, telling):
        return "unconfirmed"
    if withdrawn:
        return "retracted"
    if _is_dropped(accounts):
        return "called_off"
    if denied:
        after = _settling(accounts, telling)
        return _usual(after) if after else "disputed"
    if all(a.denies for a in accounts):
        return "denied"
    return usual


def _is_dropped(accounts: Sequence[Account]) -> bool:
    """Is it called off, by copies alone if need be, and neither denied nor told as having happened by any later text
    that is no copy? Not where whoever calls it off tells it as having happened too, as most do before: then only what
    was to follow is called off."""
    every = [a for a in accounts if a.calls_off]
    off = [a for a in every if not a.stale] or every
    if not off:
        return False
    last = max(a.brief.order for a in off)
    before = [a for a in accounts if not a.calls_off and not a.stale and a.brief.order < last]
    after = [a for a in accounts if a.brief.order > last and not a.stale]
    happened = any(a.happens for a in off) and 2 * sum(a.happens for a in before) > len(before)
    return not happened and not any(a.happens or a.denies for a in after)


def _took_back(accounts: Sequence[Account], telling: Telling) -> bool:
    """Is it withdrawn by the outlet that told it first, and told it by nobody's word but its own or that of somebody
    who could know it?"""
    first = accounts[0]
    withdraws = any(a.withdraws and a.brief.outlet == first.brief.outlet for a in accounts)
    voices = (telling.voices[first.brief.id].get(m.voice or "") for m in first.mentions)
    return withdraws and not first.brief.passings and all(v is None or v.kind in KNOWING for v in voices)


def _settling(accounts: Sequence[Account], telling: Telling) -> Sequence[Account]:
    """The later tellings that settle a denial: it was denied only while it was still ahead and happened after all, or
    the denier tells it at last, or somebody who could know bears it out whom nobody had heard before. Empty where none
    do."""
    last = max((a.brief.order for a in accounts if a.denies and not a.stale), default=None)
    if last is None:
        return ()
    before = [a for a in accounts if a.brief.order <= last]
    after = [a for a in accounts if a.brief.order > last and a.happens and not a.stale]
    ahead = any(a.plans for a in before) and not any(a.happens for a in before)
    new = _known(after, telling) - _known(before, telling)
    return after if ahead or new or _told_by_deniers(before, after, telling) else ()


def _told_by_deniers(before: Sequence[Account], after: Sequence[Account], telling: Telling) -> bool:
    def bodies(a: Account, statements: Iterable[str | None]) -> set[str]:
        voices = telling.voices[a.brief.id]
        return {v.body for s in statements if (v := voices.get(s or "")) and v.body}

    deny = [bodies(a, (x.voice for x in a.brief.answers if x.kind == "denial")) for a in before if a.denies]
    tell = [bodies(a, (m.voice for m in a.mentions)) for a in after]
    return not set[str]().union(*deny).isdisjoint(set[str]().union(*tell))


def _usual(accounts: Sequence[Account]) -> Standing:
    """The status that most mentions have; what happened stands above what was planned, where most of the last tellings
    say so ("was detained", and later "is in custody", happened)."""
    statuses = [m.status for a in accounts for m in a.mentions if m.status != "unknown"]
    if not statuses:
        return "unknown"
    last = [a for a in accounts[len(accounts) // 2 :] if not a.stale and (a.happens or a.plans)]
    if 2 * sum(a.happens for a in last) > len(last):
        usual: Standing = "occurred" if "occurred" in statuses else "ongoing"
    else:
        usual = Counter(statuses).most_common(1)[0][0] if len(statuses) > 1 else statuses[0]
    return "ongoing" if usual == "occurred" and _goes_on(accounts) else usual


def _goes_on(accounts: Sequence[Account]) -> bool:
    """Is it of a kind that lasts (an outbreak, a siege), and does the last of its tellings not say that it ended?"""
    lasting = any(is_lasting(m.word) for a in accounts for m in a.mentions)
    return lasting and not any(tell_an_end(m.near) for m in accounts[-1].mentions)


def _known(accounts: Sequence[Account], telling: Telling) -> frozenset[str]:
    """The names of those who could know it and say so; an outlet that only passes it on is none."""
    tell = ((a, m) for a in accounts if a.tells and not a.denies for m in a.mentions)
    voices = (telling.voices[a.brief.id].get(m.voice or "") for a, m in tell)
    return frozenset(
        v.name
        for v in voices
        if v and v.name and v.named and v.act not in UNTOLD and v.kind in KNOWING and v.name not in telling.outlets
    )
