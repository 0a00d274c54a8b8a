"""Who says something is who acts in it: "according to the ministry", "officials pointed out"."""

from __future__ import annotations

from bisect import bisect_right
from collections.abc import Sequence

from reportedly.events.draft import EventDraft
from reportedly.record import Why, covers
from reportedly.statements.draft import Draft


def with_speakers(drafts: Sequence[EventDraft], statements: Sequence[Draft]) -> list[EventDraft]:
    """An event without a type in a statement's cue has the statement's source as actor, its addressee as recipient."""
    told = sorted((s.cue, i) for i, s in enumerate(statements) if s.cue and s.source)
    out = []
    for d in drafts:
        at = bisect_right(told, d.trigger[0], key=lambda x: x[0][0]) - 1
        cue, i = told[at] if at >= 0 else ((0, 0), 0)
        if d.type is None and told and covers(cue, d.trigger):
            s = statements[i]
            for name, span in (("actors", s.source), ("recipients", s.addressee)):
                if span:
                    d = d.because(name, Why(by="rule:speaker@1", evidence=(cue, span)), **{name: (span,)})  # noqa: PLW2901
        out.append(d)
    return out
