"""A change in words, for lists of what is new."""

from __future__ import annotations

from reportedly.connect.changes import Change
from reportedly.connect.wording import listed, subject_words


def told(c: Change) -> str:
    """What is new, in words; who says so is named."""
    by = f", according to {listed(c.by)}" if c.by else ""
    note = f" ({c.note})" if c.note else ""
    if c.kind == "merged":
        return f"{listed(c.others)} {'is' if len(c.others) == 1 else 'are'} now taken for the same: {c.after}"
    if c.kind == "split":
        return f"no longer taken for the same as {listed(c.others)}: {c.after}"
    if c.kind == "new_origin":
        return f"{listed(c.by)}; independent origins were {c.before}, now {c.after}{note}"
    if c.kind == "conflict":
        subject = "" if c.what is None else f"over {subject_words(c.what)}: "
        return f"{subject}{c.before} against {c.after}{note}" if c.before else f"{subject}{c.note or ''}"
    changed = f"{c.before} → {c.after}" if c.before and c.before != c.after else c.after or ""
    return f"{changed}{by}{note}"
