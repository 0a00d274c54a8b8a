"""How many were killed, hurt, arrested or driven out, how much money, how many of anything else."""

from __future__ import annotations

import re
from collections.abc import Iterator
from typing import Literal

from reportedly.events.draft import EventDraft
from reportedly.events.harm import suffered
from reportedly.events.numbers import TENS, UNITS, VAGUE, Number, number_at
from reportedly.reader.phrases import participant_phrase
from reportedly.reader.tokens import Token, Tokens
from reportedly.record import Count, Span, Why, overlaps

What = Literal["killed", "injured", "arrested", "displaced", "money", "other"]
WHATS: tuple[tuple[What, re.Pattern[str]], ...] = (
    ("killed", re.compile(
        r"kill|slain|slay|slew|murder|massacr|assassinat|execut|death|dead|die[ds]?$|dying|lynch|behead|gunned|fatal|drown|"
        r"slaughter|casualt|perish|martyr", re.I)),
    ("injured", re.compile(r"injur|wound|hurt|maim|hospitali", re.I)),
    ("arrested", re.compile(r"arrest|detain|detention|custody|jail|imprison|round(?:ed|ing)?$|captur|nab", re.I)),
    ("displaced", re.compile(r"displac|flee|fled|evacuat|evict|uproot|deport|expel|expuls|homeless", re.I)),
)  # fmt: skip
CURRENCY = {
    "$": "USD", "€": "EUR", "£": "GBP", "¥": "JPY", "₹": "INR", "₽": "RUB", "us$": "USD", "rs": "INR", "dollars": "USD",
    "dollar": "USD", "euros": "EUR", "euro": "EUR", "pounds": "GBP", "yen": "JPY", "rupees": "INR", "yuan": "CNY",
    "rubles": "RUB", "roubles": "RUB", "pesos": "MXN", "francs": "CHF", "won": "KRW", "rials": "IRR", "riyals": "SAR",
    "shekels": "ILS", "naira": "NGN", "rand": "ZAR", "lira": "TRY", "zlotys": "PLN", "dirhams": "AED",
    "hryvnias": "UAH",
}  # fmt: skip
"""Signs and words to ISO 4217; "$" and words that several countries share stand for the currency meant most often."""
SIGN = re.compile(r"((?<!\w)(?:US)?\$|[€£¥₹₽]|\bRs\.?)\s*\Z")
TOLLS = re.compile(r"\b(?P<what>dead|killed|wounded|injured|hurt|arrested|detained|displaced|homeless)\b", re.I)
NUMERIC = frozenset({*UNITS, *TENS, *VAGUE, "tens", "a", "an"})
REACH = 60
"""Characters behind a number in which the thing counted is looked for."""
NO_COUNT = re.compile(
    r"[-\s]?(?:year|month|day|hour|minute|week|km|mile|per\s?cent|percent|%|metre|meter|th\b|st\b|nd\b|rd\b)", re.I
)
"""What stands behind a number that is an age, a length, a share or a rank."""
SHOT_DEAD = re.compile(r"shot\s+dead\b", re.I)
ARGUMENTS = frozenset({"dobj", "nsubjpass", "nsubj", "pobj"})


def with_counts(d: EventDraft, tokens: Tokens) -> EventDraft:
    """Numbers inside the event's participants, and beside its trigger in the same clause ("11 died in the raid")."""
    if d.type is None:
        return d
    t = tokens[d.token]
    areas = [*suffered(tokens, t), *((a, d.trigger) for a in (*d.recipients, *d.actors, *_beside(tokens, t)))]
    counts: list[Count] = []
    for area, told_by in areas:
        for n in _numbers(tokens, area):
            span = (n.start, n.end)
            if any(overlaps(span, c.span) for c in counts):
                continue
            count = _count(d, tokens, n, area, told_by)
            if count:
                counts.append(count)
    why = Why(by="rule:numbers@1", evidence=tuple(c.span for c in counts), missing=None if counts else "not_said")
    return d.because("counts", why, counts=tuple(sorted(counts, key=lambda c: c.span)))


def _beside(tokens: Tokens, t: Token) -> Iterator[Span]:
    """Objects, subjects and "of" phrases of the trigger that are no participants ("pledged $3 million")."""
    for i in tokens.children[t.i]:
        child = tokens[i]
        if child.relation in ARGUMENTS or child.relation in ("nummod", "npadvmod", "attr", "dative"):
            yield participant_phrase(tokens, child)
        elif child.relation == "prep" and child.lower in ("of", "with", "in", "for", "by"):
            yield from (
                participant_phrase(tokens, tokens[k]) for k in tokens.children[i] if tokens[k].relation == "pobj"
            )
    if t.relation == "prep" or t.tag.startswith("NN"):
        head = tokens[t.head]
        if head.tag.startswith("VB"):  # light verbs: "carried out 24 strikes", "sent $3 million in aid"
            yield from (
                participant_phrase(tokens, tokens[k]) for k in tokens.children[head.i] if tokens[k].relation == "dobj"
            )
        yield participant_phrase(tokens, t)


def _numbers(tokens: Tokens, area: Span) -> Iterator[Number]:
    """Numbers of an area, left to right. Dates and ages are none."""
    at = area[0]
    for t in tokens.within(area):
        if t.start < at or t.name in ("DATE", "TIME"):
            continue
        digit = t.text[:1].isdigit()
        article = t.lower in ("a", "an")
        if not (digit or t.lower in NUMERIC):
            continue
        n = number_at(tokens.text, t.start, min(area[1] + 12, len(tokens.text)))
        if n is None or (article and n.basis is None and n.low == 1) or NO_COUNT.match(tokens.text, n.end, n.end + 12):
            continue
        at = n.end
        yield n


def _count(d: EventDraft, tokens: Tokens, n: Number, area: Span, told_by: Span) -> Count | None:
    text = tokens.text
    sign = SIGN.search(text[max(0, n.start - 6) : n.start])
    following = tokens.within((n.end, min(n.end + REACH, area[1] + 20)))[:6]
    unit = CURRENCY.get(sign.group(1).lower().rstrip(".")) if sign else None
    if unit is None and following and following[0].end <= area[1] and following[0].tag.startswith("NN"):
        weight = len(following) > 1 and following[1].lower == "of"  # "200 pounds of cocaine"
        unit = CURRENCY.get(following[0].lower) if not weight else None
    start = n.start - len(sign.group(0)) if sign else n.start
    if unit:
        return Count(what="money", low=n.low, high=n.high, unit=unit, of=None, basis=n.basis, span=(start, n.end))
    head = next((t for t in following if t.tag.startswith("NN") and t.end <= max(area[1], n.end + 1)), None)
    for t in following:  # the last noun of a compound
        if head is not None and t.i == head.i + 1 and t.tag.startswith("NN") and t.end <= area[1]:
            head = t
    what = _what(d, tokens, n, area, told_by)
    if what == "other" and head is None:
        return None
    return Count(
        what=what, low=n.low, high=n.high, of=head.lower if head else None, basis=n.basis, span=(n.start, n.end)
    )


def _what(d: EventDraft, tokens: Tokens, n: Number, area: Span, told_by: Span) -> What:
    """By the word beside the number ("11 dead"), else by what it is counted for, for whoever suffers it."""
    near = TOLLS.search(tokens.text, n.end, min(area[1] + 1, n.end + 40))
    words = [near.group()] if near else []
    if d.actors and any(overlaps((n.start, n.end), a) for a in d.actors) and not near:
        return "other"
    words.append("gunned" if SHOT_DEAD.match(tokens.text, told_by[0]) else tokens.text[slice(*told_by)])
    for word in words:
        for what, pattern in WHATS:
            if pattern.search(word):
                return what
    if d.mode in ("assassinate", "execute", "massacre"):
        return "killed"
    return "arrested" if d.type == "COERCE" and d.mode == "arrest" else "other"
