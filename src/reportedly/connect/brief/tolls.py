"""Who was killed, hurt, arrested or driven out, sentence by sentence: "nine people lost their lives, not counting the
bomber", "the toll rose to nine from five", "a man, his wife and their two sons were found shot to death".

People are masked first (connect/brief/masked.py).
"""

from __future__ import annotations

import re
from collections.abc import Iterator
from dataclasses import dataclass, replace
from typing import Literal

from reportedly.connect.brief.harms import (
    ABOARD,
    ACTIVE,
    AFTER,
    ALONE,
    AMONG_THE_DEAD,
    AMONG_THEM,
    BEFORE,
    BRINGING,
    BROUGHT,
    CREW,
    DIRECT,
    FIGURE_AGAIN,
    FROM,
    HARMED,
    INCLUDED,
    LEAVES_OUT,
    LIMITING,
    MANY_DOCTORS,
    NO_LONGER,
    NONE,
    NOT_SO_MANY,
    OF_THEM,
    ONE_HOSPITAL,
    ONLY_SOME,
    OWN_MEN,
    OWN_ONLY,
    PARTS,
    PASSIVE,
    PAST,
    SCOPE_WORDS,
    SELF,
    TAKES_IN,
    TO_HOSPITAL,
    TOLL,
    TOLL_BEHIND,
    TOLL_OF,
    TREATED,
    WITH,
    WITHOUT,
    Harm,
)
from reportedly.connect.brief.hints import COUNTED, OF_PEOPLE, hints_in
from reportedly.connect.brief.masked import Masked, masked
from reportedly.lexicons import load_lexicons
from reportedly.record import Span

OWN_PEOPLE = "own people only"
"""The scope of a figure that counts only the people of whoever gives it."""
SOME_ONLY = "some only"
"""The scope of one that counts only some of those whom others count."""
OF_ITS_OWN = "of its own"
"""The part of a figure that says how many of one party are among those whom others count."""
OTHERS = "others"
"""Whom a figure includes or leaves out, where no word for them is known."""
How = Literal["stated", "described", "known"]


SHOT_DEAD = re.compile(
    r"\b(?:shot\s+dead|killed|killing|kill|gunned\s+down|eliminated|neutrali[sz]ed)\s+(?:all\s+)?$", re.I
)
WERE_KILLED = re.compile(r"\s+(?:were|had\s+been|have\s+been|was)\s+(?:shot\s+dead|killed|gunned\s+down)\b", re.I)
ONE_OF = re.compile(r"\b(?:was|is|were|are|be|been|being|as)\s+$", re.I)
OF = re.compile(r"\s+of\b", re.I)
"""Around "one" where it says what somebody is, not how many: "he was one of the men held"."""
ON_TOP = re.compile(r"\b(?:another|a\s+further|an\s+additional)\s*$", re.I)
NEAR = 120
"""Characters before people in which the words are looked for that stand directly before them; the longest have 60."""


@dataclass(frozen=True, slots=True)
class Toll:
    """One figure: how many, where it stands (`span`), the word of harm (`word`), and what limits it.

    how: "stated" as a number; "described": one or several people whom the text describes or names; "known": someone
    mentioned before. `adds` comes on top of what was counted before ("two more"), `onward` is the new sum; `of` is the
    noun counted; `headline`: the title gives it too; `giver` are the words for whoever gives it, where they
    stand with it.
    """

    what: Harm
    low: float | None
    high: float | None
    span: Span
    word: Span
    how: How = "stated"
    basis: str | None = None
    of: str | None = None
    scope: str | None = None
    part: str | None = None
    outdated: bool = False
    adds: bool = False
    onward: bool = False
    headline: bool = False
    giver: str | None = None


def tolls_in(text: str, sentence: Span, following: str = "", year: str | None = None) -> list[Toll]:
    """The tolls of one sentence; `following` is the sentence behind it, which may say what a figure leaves out; `year`
    is the year of publication, whose figures are no past ones."""
    hints = hints_in(text, sentence)
    told = hints & OF_PEOPLE
    if not told or ("number" not in hints and told <= COUNTED):
        return []
    past = PAST.search(text, *sentence) if "past" in hints else None
    if past and not (past["year"] and past["year"] == year) and not re.match(r"a\s+year", past.group(), re.I):
        return []
    m = masked(text, sentence, hints)
    if not m.groups:
        return []
    found = {k: t for k in range(len(m.groups)) if (t := _befell(m, k))}
    if "toll" in hints or found:
        _by_toll(m, found)
    _nth(m, found)
    tolls = [replace(t, scope=_scope(t, text[t.span[1] : sentence[1]], following)) for t in found.values()]
    return sorted(tolls, key=lambda t: t.span)


def _scope(t: Toll, rest: str, following: str) -> str | None:
    """What a figure includes or leaves out; one that is a part of the whole does neither."""
    return None if t.part == OF_ITS_OWN else scope_of(rest, following, t.of)


def _befell(m: Masked, k: int) -> Toll | None:
    """What befell one group: by the words behind it, else by those before it."""
    group = m.groups[k]
    at, end = m.places[k]
    behind = m.text[end:]
    if (
        ("included" in m.hints and INCLUDED.search(m.text, max(0, at - NEAR), at))
        or (group.head in load_lexicons().tolls.attackers and not _is_victim(m, k))
        or re.match(r"[-\w]", behind)
        or (group.low == 1 and ONE_OF.search(m.text, max(0, at - NEAR), at) and OF.match(behind))
    ):
        return None
    found = list(_told_before(m, k))
    if group.head in DIRECT and group.kind == "number":
        found.append((2, _toll(m, k, DIRECT[group.head], (at, at + 1))))
    if all(toll.what == "ill" for _, toll in found):
        found += _as_part(m, k)
    found += _told_after(m, k, bool(found))
    if not found:
        return None
    toll = min(found, key=lambda f: f[0])[1]
    if group.kind == "known" and toll.what not in ("killed", "injured", "shot"):
        return None
    if OF_THEM.match(behind) and toll.part is None:
        others = (_befell(m, j) for j in range(k))
        if any(o is not None and o.what == toll.what for o in others):
            return None  # "36 were wounded, six of them seriously wounded"
    return toll


def _is_victim(m: Masked, k: int) -> bool:
    """Whether a number of attackers is whom somebody killed: "the guards shot dead four gunmen"."""
    at, end = m.places[k]
    killed = SHOT_DEAD.search(m.text, max(0, at - NEAR), at) or WERE_KILLED.match(m.text, end)
    return m.groups[k].kind == "number" and bool(killed)


def _told_before(m: Masked, k: int) -> Iterator[tuple[int, Toll]]:
    """By the word in front of a group: "killing nine", "the deaths of nine", "lost 14 men"."""
    group, words = m.groups[k], load_lexicons().tolls
    at, end = m.places[k]
    behind = m.text[end:]
    for harm, pattern in BEFORE:
        b = pattern.search(m.lower, max(0, at - NEAR), at) if m.may_tell(harm, k) else None
        if b is None or (b["aux"] and not re.search(r"ing\b|\s(?:of|in)$", b["word"], re.I)):
            continue
        if harm == "aboard":
            fits = bool(ABOARD.match(behind)) or b["word"].lower().endswith("carrying")
        elif harm == "joined":
            fits = not HARMED.match(behind)
        elif re.match(r"claim|lost", b["word"], re.I):
            men = group.head in words.soldiers or bool(OWN_MEN.match(behind))
            fits = group.head == "lives" or (group.kind == "number" and men)
        else:
            fits = True
        if fits:
            toll = _toll(m, k, harm, (b.start("word"), b.end("word")))
            yield 0, replace(toll, part="rescued") if harm == "rescued" else toll
        return


def _as_part(m: Masked, k: int) -> Iterator[tuple[int, Toll]]:
    """Those whom one hospital or crew saw: "we have admitted 34 others"."""
    if "part" not in m.hints:
        return
    at, end = m.places[k]
    for part, pattern in PARTS:
        if pattern.search(m.text, max(0, at - NEAR), at) and (part == "admitted" or TO_HOSPITAL.match(m.text[end:])):
            whole = MANY_DOCTORS.search(m.text, 0, at)
            yield 0, replace(_toll(m, k, "injured", (at, end)), part=None if whole else part)
            return


def _told_after(m: Masked, k: int, told: bool) -> Iterator[tuple[int, Toll]]:
    """By the words behind a group: "nine people were killed", unless they are of whom the group harmed."""
    _, end = m.places[k]
    behind = m.lower[end:]
    for harm, pattern in AFTER:
        a = pattern.match(behind) if m.may_tell(harm, k) else None
        if a is None or NONE.search(a.group()) or re.search("[§¤]", a.group()):
            continue
        active = ACTIVE.match(behind, a.end()) and not PASSIVE.search(a["fill"])
        if active and a["word"].split()[0].lower() in load_lexicons().tolls.harming:
            continue
        if SELF.match(behind, a.end()) and harm == "killed" and not told:
            continue
        near = 1 if harm == "killed" else a.end()
        yield near, _toll(m, k, harm, (end + a.start("word"), end + a.end("word")))


def _toll(m: Masked, k: int, harm: Harm, word: Span) -> Toll:
    g = m.groups[k]
    at, end = m.places[k]
    how: How = "stated" if g.kind == "number" else "known" if g.kind == "known" else "described"
    part = "brought" if harm == "killed" and BROUGHT.search(m.text) else None
    if harm == "injured" and TREATED.match(m.text, end) and ONE_HOSPITAL.search(m.text):
        part = "admitted"
    if AMONG_THE_DEAD.match(m.text, end):
        part = OF_ITS_OWN
    if part is None and "alone" in m.text and ALONE.search(m.text):
        part = "there"
    before = m.text[:at]
    adds = harm == "killed" and how == "stated" and (g.more or bool(ON_TOP.search(before)))
    return Toll(
        what=harm, low=g.low, high=g.high, span=g.number, word=(m.offset(word[0]), m.offset(word[1] - 1) + 1), how=how,
        basis=g.basis, of=g.head, part=part, outdated=bool(NO_LONGER.search(before)),
        adds=adds,
    )  # fmt: skip


def _by_toll(m: Masked, found: dict[int, Toll]) -> None:
    """ "The toll rose to nine from five": the new figure, the old one, and what only adds to it."""
    told = (*TOLL.finditer(m.text), *TOLL_BEHIND.finditer(m.text)) if "toll" in m.hints else ()
    for t in told:
        of = (t["of"] or "").lower()
        harm: Harm = next((h for h, pattern in TOLL_OF if pattern.search(of)), "killed")
        k = int(t["k"])
        if m.groups[k].kind != "number":
            continue
        if BRINGING.search(m.text):
            for j, other in found.items():
                behind = m.text[m.places[j][0] :]
                hurt_only = other.what == "injured" and harm == "killed" and not re.search(r"\b(?:died|dead)\b", behind)
                found[j] = other if j == k or hurt_only else replace(other, adds=True)
        onward = bool(BRINGING.search(m.text))
        found[k] = replace(_toll(m, k, harm, (t.start(), t.start() + 4)), adds=False, onward=onward)
        if old := t.groupdict().get("old"):
            j = int(old)
            found[j] = replace(_toll(m, j, harm, (t.start(), t.start() + 4)), outdated=True)
    for f in (*FROM.finditer(m.text), *NOT_SO_MANY.finditer(m.text)):
        j = int(f[1])
        if j not in found and found and m.groups[j].kind == "number":
            found[j] = replace(_toll(m, j, next(iter(found.values())).what, (f.start(), f.end())), outdated=True)


def _who(x: re.Match[str]) -> str:
    """Whom a scope is about, in one word."""
    return "attacker" if x["attacker"] else CREW.sub("crew", x["other"].lower())


def _nth(m: Masked, found: dict[int, Toll]) -> None:
    """ "A third victim has died": the new figure, where the sentence counts nobody else."""
    for k, t in found.items():
        if (nth := m.groups[k].nth) and len(found) == 1 and t.what == "killed" and t.word > t.span:
            found[k] = replace(t, low=float(nth), high=float(nth), how="stated", basis=None, onward=True)


def scope_of(rest: str, following: str, of: str | None) -> str | None:
    """What a figure says that it includes or leaves out, from the words behind it and a sentence that takes it up."""
    said = f"{rest} {following}".lower()
    if not any(word in said for word in LIMITING):
        return "without crew" if of == "passengers" else None
    own = OWN_ONLY.search(following)
    if OWN_ONLY.search(rest) or (own and "number" not in hints_in(following, (0, own.start()))):
        return OWN_PEOPLE
    if ONLY_SOME.search(rest) or ONLY_SOME.search(following):
        return SOME_ONLY
    places = [rest] + ([following] if FIGURE_AGAIN.match(following) else [])
    for words in places:
        for sign, pattern in (("without", WITHOUT), ("with", WITH)):
            for m in pattern.finditer(words):
                x = SCOPE_WORDS.search(m["x"])
                if x is None:
                    continue
                return f"{sign} {_who(x)}"
    among = AMONG_THEM.search(following)
    if among and (x := SCOPE_WORDS.search(among["x"])):
        return f"{'without' if among['not'] else 'with'} {_who(x)}"
    for sign, pattern in (("without", LEAVES_OUT), ("with", TAKES_IN)):
        if any(pattern.search(words) for words in places):
            return f"{sign} {OTHERS}"
    return "without crew" if of == "passengers" else None
