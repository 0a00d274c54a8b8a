"""Who was killed, hurt, arrested or driven out, sentence by sentence: "nine people lost their lives, not counting the
bomber", "the toll rose to nine from five", "a man, his wife and their two sons were found shot to death".

People are masked first (connect/brief/people.py), so that patterns see "§0§ were killed and §1§ wounded", and
¤0¤ for one person who is described.
"""

from __future__ import annotations

import re
from collections.abc import Iterator, Sequence
from dataclasses import dataclass, replace
from typing import Literal

from reportedly.connect.brief.people import ATTACKERS, People, people_in
from reportedly.record import Span

Harm = Literal["killed", "injured", "shot", "arrested", "displaced", "joined", "rescued", "missing", "aboard"]
How = Literal["stated", "described", "known"]
ANY_HARM = (
    r"(?:kill|dead|died|dies|death|wound|injur|hurt|shot\b|shoot|arrest|detain|displac|murder|fatal|slain|perish|said\b|"
    r"says\b|told\b|could\b|would\b|might\b|may\b|should\b|if\b|and\b|but\b|when\b|while\b|after\b|before\b|as\b|since\b|"
    r"saw\b|heard\b|gave\b|give\b|gives\b|put\b|puts\b|number\b|toll\b|nearly\b|almost\b|not\b|never\b|whose\b)"
)
FILL = rf"(?:\s+(?!{ANY_HARM})[\w’'.-]+){{0,6}}?"
"""Up to six words between people and what befell them, none of them another harm or a new clause."""
ASIDE = r"(?:,(?=\s+(?:was|were|has|had|have|died|is|are|shot|killed|who)\b)|,(?![^,§¤]*\b(?:and|but)\b)[^,§¤]{2,60},|\s+[—–-]+[^—–§¤]{2,60}[—–-]+)?"
GROUPS: dict[str, str] = {"joined": "taking part", "rescued": "rescued", "missing": "missing", "aboard": "aboard"}
"""Counts of people that are no harm, and how a figure of them is labelled."""
DIRECT = frozenset({"bodies", "deaths", "fatalities"})
"""Nouns that are the dead themselves: "14 bodies were recovered"."""
SOLDIERS = frozenset(
    "soldiers men troops fighters sailors crew servicemen guards policemen officers people miners".split()
)
"""Whom a side loses when it loses a number of them."""
ABOARD = re.compile(r"\s+(?:aboard|on\s+board)\b", re.I)
OWN_MEN = re.compile(r"\s+of\s+(?:its|their|his|her)\b", re.I)
DEAD = (
    r"(?:shot\s+dead|killed|dead|died|dies|dying|slain|murdered|perished|drowned|executed|massacred|slaughtered|"
    r"deceased|succumbed|fatally|eliminated|neutrali[sz]ed|wiped\s+out|gunned\s+down|beheaded|(?:lost|losing)\s+(?:their|his|her)\s+li(?:fe|ves)|"
    r"(?:shot|beaten|stabbed|burned|burnt|crushed|trampled|hacked)\s+to\s+death|bodies|deaths|fatalities)"
)
SHOT_AND = r"(?:\s+(?:shot|stabbed|wounded|hit|struck|injured)(?:\s+(?!said|told)[\w’'-]+){0,7}?,?\s+(?:and|before))?"
CONDITION = r"in\s+(?:(?:\w+\s+)?but\s+)?(?:critical|serious|stable|fair|guarded|grave)\s+condition"
HURT = (
    rf"(?:wounded|injured|hurt|hospitali[sz]ed|maimed|injuries|recovering|{CONDITION}|expected\s+to\s+(?:survive|live|"
    r"recover)|(?:suffer|sustain|receiv)\w*\s+(?:\S+\s+){0,5}?(?:wounds?|injur\w+|burns?)|treated|with\s+(?:\S+\s+){0,3}?"
    r"gunshot\s+wounds?|(?:taken|rushed|airlifted|transported|flown|carried|driven|brought)\s+to\s+(?:\S+\s+){0,6}?"
    r"(?:hospitals?|clinics?|medical|infirmary))"
)
AFTER: tuple[tuple[Harm, re.Pattern[str]], ...] = tuple(
    (harm, re.compile(pattern, re.I))
    for harm, pattern in (
        ("killed", rf"{ASIDE}(?P<fill>{FILL}{SHOT_AND}{FILL})\s+(?P<word>{DEAD})\b(?![-])"),
        ("injured", rf"{ASIDE}(?P<fill>{FILL}(?:\s+shot\s+and)?{FILL})\s+(?P<word>{HURT})"),
        ("shot", rf"{ASIDE}(?P<fill>{FILL})\s+(?P<word>shot|hit\s+by\s+(?:\w+\s+){{0,2}}(?:bullets?|gunfire|shots))\b"
                 r"(?!\s+(?:at|a|off)\b)"),
        ("arrested", rf"{ASIDE}(?P<fill>{FILL})\s+(?P<word>arrested|detained|in\s+custody|taken\s+into\s+custody|captured|"
                     r"rounded\s+up|jailed|seized)\b"),
        ("joined", rf"{ASIDE}(?P<fill>{FILL}(?:\s+would)?)\s+(?P<word>called\s+out|tak(?:e|en|ing)\s+part|took\s+part|join(?:ed|ing)?|"
                   r"march(?:ed|ing)?|gather(?:ed|ing)?|demonstrat(?:ed|ing|e)|protest(?:ed|ing)?|rall(?:ied|ying|y)|"
                   r"(?:walk|walked|walking)\s+out|turned\s+(?:out|up)|attend(?:ed|ing)?|stopp(?:ed|ing)\s+work|on\s+strike|"
                   r"stayed\s+away|(?:work|worked|employed)\b(?=.{0,80}\b(?:most|all|half|some|none|many)\s+of\s+them\b.{0,12}"
                   r"\b(?:stay\s+away|strike|walk\s+out|join|take\s+part)))\b"),
        ("rescued", rf"{ASIDE}(?P<fill>{FILL})\s+(?P<word>rescued|saved|picked\s+up|plucked|survived|brought\s+ashore|pulled\s+"
                    r"(?:alive\s+)?(?:from|out)|safe|alive)\b"),
        ("missing", rf"{ASIDE}(?P<fill>{FILL})\s+(?P<word>missing|unaccounted)\b"),
        ("aboard", rf"{ASIDE}(?P<fill>{FILL})\s+(?P<word>aboard|on\s+board|(?:on|in)\s+the\s+(?:ferry|boat|ship|vessel|plane|aircraft|"
                   r"bus|train|helicopter))\b"),
        ("displaced", rf"{ASIDE}(?P<fill>{FILL})\s+(?P<word>displaced|homeless|evacuated|uprooted|fled|driven\s+(?:out|"
                      r"from)|forced\s+(?:out|from|to\s+flee))\b"),
    )
)  # fmt: skip
HAND_OVER = r"\s+(?:(?:another|all|a\s+total\s+of|the|some|its|more|off)\s+)?$"
BEFORE: tuple[tuple[Harm, re.Pattern[str]], ...] = tuple(
    (harm, re.compile(rf"(?P<aux>\b(?:was|were|been|being|be|are|is)\s+(?:\w+\s+)?)?\b(?P<word>{pattern}){HAND_OVER}",
                      re.I))
    for harm, pattern in (
        ("killed", r"killing|killed|kills|kill|fatally\s+(?:shot|shooting|shoots|wounded|wounding|struck|striking|stabbed|"
                   r"injured)|shot\s+dead|eliminated|eliminating|neutrali[sz]ed|wiped\s+out|murdered|murdering|slew|gunned\s+down|massacred|executed|(?:claim|took|taking|"
                   r"tak)\w*\s+the\s+li(?:fe|ves)\s+of|(?:deaths?|murders?|killings?|slayings?|homicides?|bod(?:y|ies)|"
                   r"lives|loss|drowning|fatal\s+(?:\w+\s+)?shooting|manslaughter|lynching)\s+of|claim\w*|lost"),
        ("injured", r"wounding|wounded|wounds|injuring|injured|injures|hurting|hurt|maiming|maimed"),
        ("shot", r"shooting|shot|shoots|shooting\s+of"),
        ("arrested", r"arresting|arrested|arrests?|detaining|detained|detains?|captured|capturing|rounded\s+up|"
                     r"(?:arrests?|detention|capture)\s+of|seized"),
        ("joined", r"called\s+out|drew|drawing|attracted|brought\s+out|mobili[sz]ed"),
        ("rescued", r"rescued|rescuing|saved|saving|picked\s+up|plucked"),
        ("missing", r"missing|(?:search|searching|searched|looking|hunt)\s+for"),
        ("aboard", r"carrying|was\s+carrying|with|had"),
        ("displaced", r"displacing|displaced|displaces|uprooting|uprooted|evacuated|evacuating|expelled|expelling"),
    )
)  # fmt: skip
PARTS: tuple[tuple[str, re.Pattern[str]], ...] = (
    ("admitted", re.compile(rf"\b(?:admitted|admitting|treated|treating|receiving|received|took\s+in|taken\s+in|operated"
                            rf"\s+on|looking\s+after|cared\s+for|caring\s+for){HAND_OVER}", re.I)),
    ("carried", re.compile(rf"\b(?:carried|carrying|transported|transporting|ferried|rescued|brought|took|taken|moved)"
                           rf"{HAND_OVER}", re.I)),
)  # fmt: skip
"""Those whom one hospital or crew saw, in its own words: a part of the hurt."""
TO_HOSPITAL = re.compile(r"(?:\s+[\w’'-]+){0,4}?\s+(?:to|into|in)\s+(?:[\w’'-]+\s+){0,5}?(?:hospitals?|clinics?|theatre)",
                         re.I)  # fmt: skip
BROUGHT = re.compile(r"\b(?:had|have|were|been)\s+(?:been\s+)?brought\s+(?:in|to)\b|\bdead\s+on\s+arrival\b|\bmorgue\b")
TOLL = re.compile(
    r"\b(?:(?:death\s+)?toll|figure(?=\s+(?:of|at|is|was))|(?:loss(?:es)?|dead|casualties)(?=\s+(?:at|to|now\s+at|number(?:ed|s)?)\b)|"
    r"(?:number|tally|count|total)\s+of\s+(?:the\s+)?(?:confirmed\s+|known\s+)?(?P<of>people\s+(?:who\s+)?(?:are\s+|were\s+|have\s+|had\s+|"
    r"been\s+)*(?:killed|died|drowned|injured|wounded|hurt)|deaths|dead|victims|fatalities|those\s+(?:killed|injured|wounded)|"
    r"killed|casualties|injured|wounded)|deaths|fatalities)\b"
    r"(?:[^§.;]{0,110}?)\s(?:to|at|of|is|was|as|reached|hit|hits|passed|topped|now|number(?:ed|s)?)\s+§(?P<k>\d+)§"
    r"(?P<from>[^§.;]{0,40}?\bfrom\s+(?:[\w’'-]+\s+){0,4}?§(?P<old>\d+)§)?",
    re.I,
)
BRINGING = re.compile(r"\b(?:bring|rais|tak|push|lift|ris|rose|climb|increas|jump)\w*\b", re.I)
FROM = re.compile(
    r"\b(?:up|down|revised|raised|lowered|rose|risen)\b[^§]{0,30}?\bfrom\s+(?:[\w’'-]+\s+){0,4}?§(\d+)§", re.I
)
NOT_SO_MANY = re.compile(r"\b(?:not|instead\s+of|rather\s+than)\s+(?:the\s+)?§(\d+)§", re.I)
NO_LONGER = re.compile(
    r"(?:\b(?:not|instead\s+of|rather\s+than|down\s+from|up\s+from)\s+(?:the\s+)?|\b(?:earlier|initial|initially|previous|"
    r"previously|preliminary|first)\s+(?:[\w’'-]+\s+){0,6}?|\b(?:wrongly|mistakenly|incorrectly|in\s+error|by\s+mistake)\s+"
    r"(?:[\w’'-]+\s+){0,8}?)$",
    re.I,
)
"""What makes of a figure one that the text gives as no longer holding."""
INCLUDED = re.compile(r"\b(?:includ\w+|among\s+them|among\s+whom|of\s+whom|of\s+which)\b[^.;§]{0,24}$", re.I)
OF_THEM = re.compile(
    r"\s+of\s+(?:them|whom|those|these|the\s+(?:\w+\s+)?(?:victims|dead|wounded|injured|people))\b", re.I
)
ACTIVE = re.compile(r"(?:\s+(?:shot|shooting|stabbed|wounded|struck|injured|and|or|killed|killing|wounding|up|to|at\s+least))"
                    r"{0,3}\s+(?:(?:another|the|all)\s+)?[§¤]", re.I)  # fmt: skip
PASSIVE = re.compile(
    r"\b(?:was|were|been|being|be|are|is|got|found|left|leaves?|lay|pronounced|declared|confirmed)\b", re.I
)
SELF = re.compile(r"\s+(?:himself|herself|themselves|themself|self)\b", re.I)
NONE = re.compile(
    r"\b(?:no\s+one|nobody|none|neither|no\s+(?:other\s+)?(?:people|persons|injuries|deaths|casualties))\b", re.I
)
PAST = re.compile(
    r"\b(?:in\s+(?:\w+\s+)?(?P<year>(?:19|20)\d\d)|(?:last|previous)\s+(?:year|decade|summer|spring|autumn|winter)|(?:\w+\s+)?"
    r"(?:years?|decades?|months)\s+(?:ago|earlier)|(?:so\s+far\s+)?this\s+year|year[\s-]to[\s-]date|of\s+the\s+year|"
    r"(?:each|every|per|a)\s+year|during\s+the\s+(?:civil\s+)?war|homicides?\s+(?:so\s+far|in))\b",
    re.I,
)
"""What makes of a figure one of other times: "killed 40 in 2009", "the 30th homicide this year"."""
SCOPE_WORDS = re.compile(
    rf"\b(?P<attacker>{'|'.join(sorted(ATTACKERS))}|man\s+who\s+\w+|men\s+who\s+\w+|assailants?)\b|\b(?P<other>crew\s?members|"
    r"crew|staff|contract\s+workers|contractors|subcontractors|missing|unborn|guards|rescuers|soldiers|police\s+officers|"
    r"foreigners|passengers|rebels|militants|fighters|civilians)\b",
    re.I,
)
CREW = re.compile(r"crew\s?members?")
WITH = re.compile(
    r"\b(?:including|includ(?:es|ed|e)|counts?|counting|counted|among\s+(?:them|whom|the\s+dead)(?:\s+(?:is|was|were|are))?)"
    r"\s+(?:also\s+)?(?P<x>[^.;,]{3,40})",
    re.I,
)
WITHOUT = re.compile(
    r"\b(?:not\s+(?:counting|including)|exclud(?:es|ing|ed|e)|leav(?:es|ing)\s+out|left\s+out|without(?:\s+counting)?|"
    r"(?:do|does|did)\s+not\s+(?:include|count)|apart\s+from|other\s+than|besides|in\s+addition\s+to|aside\s+from|"
    r"(?:was|were|is|are)\s+not\s+(?:included|counted))\s+(?P<x>[^.;,]{3,40})",
    re.I,
)
FIGURE_AGAIN = re.compile(r"^[^.]{0,30}\b(?:count|figure|toll|number|total|tally)\b", re.I)


@dataclass(frozen=True, slots=True)
class Toll:
    """One figure: how many, where it stands (`span`), the word of harm (`word`), and what limits it.

    how: "stated" as a number; "described": one or several people whom the text describes or names; "known": someone
    mentioned before. `adds` comes on top of what was counted before ("two more"), `onward` is the new sum; `of` is the
    noun counted; `headline`: the title gives it too.
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


@dataclass(frozen=True)
class Masked:
    """A sentence with groups of people as "§k§" or "¤k¤", and the way back to its offsets."""

    text: str
    groups: tuple[People, ...]
    starts: tuple[tuple[int, int], ...]

    def offset(self, at: int) -> int:
        """The offset in the article of a position in the masked sentence."""
        base = max((pair for pair in self.starts if pair[0] <= at), default=self.starts[0])
        return base[1] + at - base[0]


def tolls_in(text: str, sentence: Span, following: str = "", year: str | None = None) -> list[Toll]:
    """The tolls of one sentence; `following` is the sentence behind it, which may say what a figure leaves out; `year`
    is the year of publication, whose figures are no past ones."""
    past = PAST.search(text, *sentence)
    if past and not (past["year"] and past["year"] == year) and not re.match(r"a\s+year", past.group(), re.I):
        return []
    m = masked(text, sentence)
    if not m.groups:
        return []
    found = {k: t for k in range(len(m.groups)) if (t := _befell(m, k))}
    _by_toll(m, found)
    tolls = [replace(t, scope=scope_of(text[t.span[1] : sentence[1]], following, t.of)) for t in found.values()]
    return sorted(tolls, key=lambda t: t.span)


def masked(text: str, sentence: Span) -> Masked:
    """A sentence whose people are grouped ("a man, his wife and two sons") and masked."""
    people = people_in(text, sentence)
    groups = list(_grouped(text, people))
    parts, starts, at, length = [], [], sentence[0], 0
    kept = [g for g in groups if g.kind != "thing"]
    for k, g in enumerate(kept):
        for piece, origin in ((text[at : g.span[0]], at), (mark(g, k), g.span[0])):
            starts.append((length, origin))
            parts.append(piece)
            length += len(piece)
        at = g.span[1]
    starts.append((length, at))
    parts.append(text[at : sentence[1]])
    return Masked("".join(parts).replace("\n", " "), tuple(kept), tuple(starts))


OUT_OF = re.compile(r"\s+of\s+(?:(?:the|its|their|his|her|all)\s+)?(?:[\w-]+['’]s\s+)?", re.I)
"""What stands between a number and the whole that it is of: "14 of the ferry's 120 passengers"."""


def mark(g: People, k: int) -> str:
    """What stands for a group in a masked sentence: "§k§" for a number of people, "¤k¤" for one who is described."""
    return f"§{k}§" if g.kind == "number" else f"¤{k}¤"


def _grouped(text: str, people: Sequence[People]) -> Iterator[People]:
    """Lists of people as one group; a name behind a description is the same person."""
    k = 0
    while k < len(people):
        run, joined = [people[k]], False
        if k + 1 < len(people) and OUT_OF.fullmatch(text[run[0].span[1] : people[k + 1].span[0]]):
            yield replace(run[0], span=(run[0].span[0], people[k + 1].span[1]), head=people[k + 1].head)
            k += 2
            continue
        while k + len(run) < len(people) and not joined:
            gap = text[run[-1].span[1] : people[k + len(run)].span[0]]
            if "thing" in (run[-1].kind, people[k + len(run)].kind):
                break
            if re.fullmatch(r"\s*,?\s*(?:and|&|as well as|along with)\s*(?:(?:also|his|her|their|the)\s+)?", gap, re.I):
                joined = True
            elif not re.fullmatch(r"(?:\s+of\s+(?:the\s+|his\s+|her\s+)?[\w-]+)?\s*[,:(]\s*", gap):
                break
            run.append(people[k + len(run)])
        if len(run) > 1 and not joined and not all(p.kind == "number" and p.head for p in run):
            named = run[1].kind == "named" or (run[0].kind == "named" and run[1].kind == "one")
            run = run[:2] if named else run[:1]
            yield replace(run[0], span=(run[0].span[0], run[-1].span[1]))
        elif len(run) > 1:
            yield _sum(run)
        else:
            yield run[0]
        k += len(run)


def _sum(run: Sequence[People]) -> People:
    rest = run[1:]
    total = sum(p.low or 0 for p in rest)
    if run[0].kind != "named" and run[0].low == total and all(p.kind == "named" for p in rest):
        chosen: Sequence[People] = run[:1]
    else:
        chosen = run
    stated = any(p.kind == "number" for p in chosen)
    high = None if any(p.high is None for p in chosen) else sum(p.high or 0 for p in chosen)
    return People(
        sum(p.low or 0 for p in chosen), high, (run[0].span[0], run[-1].span[1]),
        (run[0].number[0], chosen[-1].number[1]), "number" if stated else "one",
        basis=run[0].basis if len(chosen) == 1 else "a list, added up", head=run[-1].head, more=chosen[0].more,
    )  # fmt: skip


def _befell(m: Masked, k: int) -> Toll | None:
    """What befell one group: by the words behind it, else by those before it."""
    group = m.groups[k]
    at = m.text.index(mark(group, k))
    end = at + len(mark(group, k))
    before, behind = m.text[:at], m.text[end:]
    if INCLUDED.search(before) or group.head in ATTACKERS or re.match(r"[-\w]", behind):
        return None
    found: list[tuple[int, Toll]] = []
    for harm, pattern in BEFORE:
        if (b := pattern.search(before)) and (not b["aux"] or re.search(r"ing\b| of$", b["word"], re.I)):
            loss = re.match(r"claim|lost", b["word"], re.I)
            if harm == "aboard" and not ABOARD.match(behind) and not b["word"].lower().endswith("carrying"):
                break
            if (
                not loss
                or group.head == "lives"
                or (group.kind == "number" and (group.head in SOLDIERS or OWN_MEN.match(behind)))
            ):
                found.append((0, _toll(m, k, harm, (b.start("word"), b.end("word")))))
            break
    if group.head in DIRECT and group.kind == "number":
        found.append((2, _toll(m, k, "killed", (at, at + 1))))
    for part, pattern in PARTS:
        if not found and pattern.search(before) and (part == "admitted" or TO_HOSPITAL.match(behind)):
            found.append((0, replace(_toll(m, k, "injured", (at, end)), part=part)))
    for harm, pattern in AFTER:
        a = pattern.match(behind)
        if a is None or NONE.search(a.group()) or re.search("[§¤]", a.group()):
            continue
        active = ACTIVE.match(behind, a.end()) and not PASSIVE.search(a["fill"])
        if active and a["word"].split()[0].lower() in ("killed", "shot", "wounded", "injured", "fatally", "murdered", "hurt",
                                                       "arrested", "detained", "captured", "evacuated", "seized"):  # fmt: skip
            continue
        if SELF.match(behind, a.end()) and harm == "killed" and not found:
            continue
        found.append(
            (a.end() if harm != "killed" else 1, _toll(m, k, harm, (end + a.start("word"), end + a.end("word"))))
        )
    if not found:
        return None
    toll = min(found, key=lambda f: f[0])[1]
    if toll.what in GROUPS and group.kind != "number":
        return None
    if group.kind == "known" and toll.what not in ("killed", "injured", "shot"):
        return None
    if (
        OF_THEM.match(behind)
        and toll.part is None
        and any(o is not None and o.what == toll.what for o in (_befell(m, j) for j in range(k)))
    ):
        return None  # "36 were wounded, six of them seriously wounded"
    return toll


def _toll(m: Masked, k: int, harm: Harm, word: Span) -> Toll:
    g = m.groups[k]
    at = m.text.index(mark(g, k))
    how: How = "stated" if g.kind == "number" else "known" if g.kind == "known" else "described"
    part = "brought" if harm == "killed" and BROUGHT.search(m.text) else None
    before = m.text[:at]
    return Toll(
        what=harm, low=g.low, high=g.high, span=g.number, word=(m.offset(word[0]), m.offset(word[1] - 1) + 1), how=how,
        basis=g.basis, of=g.head, part=part, outdated=bool(NO_LONGER.search(before)),
        adds=harm == "killed" and how == "stated" and (g.more or bool(re.search(r"\b(?:another|a\s+further|an\s+additional)\s*$", before, re.I))),
    )  # fmt: skip


def _by_toll(m: Masked, found: dict[int, Toll]) -> None:
    """ "The toll rose to nine from five": the new figure, the old one, and what only adds to it."""
    for t in TOLL.finditer(m.text):
        of = (t["of"] or "").lower()
        harm: Harm = "injured" if re.search(r"injured|wounded|hurt", of) else "killed"
        k = int(t["k"])
        if m.groups[k].kind != "number":
            continue
        if BRINGING.search(m.text):
            for j in [j for j, other in found.items() if j != k and not (other.what == "injured" and harm == "killed"
                      and not re.search(r"\bdied\b|\bdead\b", m.text[m.text.index(mark(m.groups[j], j)) :]))]:  # fmt: skip
                found[j] = replace(found[j], adds=True)
        onward = bool(BRINGING.search(m.text))
        found[k] = replace(_toll(m, k, harm, (t.start(), t.start() + 4)), adds=False, onward=onward)
        if t["old"]:
            j = int(t["old"])
            found[j] = replace(_toll(m, j, harm, (t.start(), t.start() + 4)), outdated=True)
    for f in (*FROM.finditer(m.text), *NOT_SO_MANY.finditer(m.text)):
        j = int(f[1])
        if j not in found and found and m.groups[j].kind == "number":
            found[j] = replace(_toll(m, j, next(iter(found.values())).what, (f.start(), f.end())), outdated=True)


def scope_of(rest: str, following: str, of: str | None) -> str | None:
    """What a figure says that it includes or leaves out, from the words behind it and a sentence that takes it up."""
    places = [rest] + ([following] if FIGURE_AGAIN.match(following) else [])
    for words in places:
        for sign, pattern in (("without", WITHOUT), ("with", WITH)):
            for m in pattern.finditer(words):
                x = SCOPE_WORDS.search(m["x"])
                if x is None:
                    continue
                return f"{sign} {'attacker' if x['attacker'] else CREW.sub('crew', x['other'].lower())}"
    return "without crew" if of == "passengers" else None
