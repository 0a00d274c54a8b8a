"""Where an expression stands: the day of publication, the date that the text is talking about, the tense around it."""

from __future__ import annotations

import re
from collections.abc import Sequence
from dataclasses import dataclass
from datetime import date
from functools import cached_property
from typing import Literal

from reportedly.ground.times.calendar import moved, quarter_of, start_of, year_in
from reportedly.ground.times.words import listed
from reportedly.reader.tokens import Token, Tokens
from reportedly.record import Span

Tense = Literal["past", "present", "future"]

FUTURE_AUX = frozenset({"will", "'ll", "’ll", "shall", "wo", "would", "'d", "may", "might", "should", "must"})
PLANS = frozenset(
    listed(
        "schedule scheduled planned expect expects expected due slated hope hopes intend intends intended "
        "upcoming forthcoming "
        "expire expires mature matures maturing payable effective redeemable"
    )
)
"""Words that, governing a date, put it ahead."""
PROSPECTS = frozenset(
    listed(
        "plan plans decision decisions agreement agreements deal deals order orders vote votes proposal proposals bid "
        "bids effort efforts promise promises pledge pledges intention intentions deadline offer offers call calls "
        "threat threats demand demands invitation request requests permission right time need chance opportunity date"
    )
)
"""Nouns whose infinitive lies ahead ("a plan to meet on Friday")."""
SAYING = frozenset(listed("says say adds add reports report notes tells writes"))
LONGEST_PATH = 8
"""Words from an expression up to its verb, in the parse."""
OLD = 25
"""Years; a date so old one sentence before makes it a story of that time."""
NEAR_AHEAD, LONG_AGO = 100, 265
"""Days: in a past-tense sentence a date without a year is ahead if it is so near, and was so long ago the year "
"before."""


@dataclass(frozen=True, slots=True)
class Focus:
    """The date that the text is talking about: a value, the span that gave it, and its sentence."""

    value: str
    span: Span
    sentence: int


@dataclass(frozen=True)
class Scene:
    """Everything around one expression that its value depends on.

    `focus` is the last date before it, `quarter` the last fiscal quarter, `historic` whether the article tells of other
    times than its own, so that dates without a year count from the focus; `joined_year` the year of a date that this
    one is joined with ("May 15 to August 16, 1988"); `dates` all dates before it.
    """

    tokens: Tokens
    span: Span
    published: date | None
    focus: Focus | None = None
    quarter: Focus | None = None
    historic: bool = False
    joined_year: int | None = None
    dates: Sequence[Focus] = ()

    @property
    def text(self) -> str:
        """The article's text."""
        return self.tokens.text

    @cached_property
    def inside(self) -> tuple[Token, ...]:
        """The tokens of the expression."""
        found = self.tokens.within(self.span)
        if found:
            return found
        return self.tokens.within((max(0, self.span[0] - 40), self.span[0] + 1))[-1:]

    @cached_property
    def sentence(self) -> int:
        """The number of its sentence."""
        return self.inside[0].sentence if self.inside else 0

    @cached_property
    def before(self) -> Token | None:
        """The token before it in its sentence."""
        first = self.inside[0].i if self.inside else 0
        found = self.tokens[first - 1] if first else None
        return found if found and found.sentence == self.sentence else None

    @cached_property
    def after(self) -> Token | None:
        """The token after it in its sentence."""
        last = self.inside[-1].i + 1 if self.inside else len(self.tokens)
        found = self.tokens[last] if last < len(self.tokens) else None
        return found if found and found.sentence == self.sentence else None

    @property
    def now(self) -> date | None:
        """The day that "last week" and "two days ago" count from: in a story of other times, that of the story."""
        if self.historic and self.focus and (at := start_of(self.focus.value)):
            return at
        return self.published

    @property
    def told(self) -> str | None:
        """The value that "the following day" counts from: the focus, else the day of publication."""
        return self.focus.value if self.focus else self.published.isoformat() if self.published else None

    @property
    def told_here(self) -> str | None:
        """The focus where it is at most two sentences back."""
        near = self.focus and self.sentence - self.focus.sentence <= 2
        return self.focus.value if self.focus and near else None

    @cached_property
    def tense(self) -> Tense | None:
        """The tense of the verb that governs it, or future by a word of planning on the way; None without a verb."""
        head = self.tokens.head_of(self.span) or (self.inside[0] if self.inside else None)
        found = self._climbed(head)
        ahead = self.before is not None and self.before.lower in ("by", "until", "till", "through")
        if self.before is not None and self.before.lower == "as" and self.before.i > 1:
            ahead, found = True, None  # "as early as Tuesday"
        until = self.before is not None and self.before.lower in ("until", "till")
        return "future" if ahead and (until or found != "past") else found

    def _climbed(self, head: Token | None) -> Tense | None:
        at = head
        for _ in range(LONGEST_PATH):
            if at is None:
                return None
            if at is not head and self._plans(at):
                return "future"
            if at.tag[:2] in ("VB", "MD") and (found := self._of_verb(at)):
                return found
            if at.head == at.i:
                return None
            at = self.tokens[at.head]
        return None

    def _plans(self, word: Token) -> bool:
        """Does a word put ahead what hangs on it: "scheduled for", "set for", "plans to", "payable"?"""
        if word.lower == "set":
            return word.tag == "VBN" and any(
                self.tokens[k].lower in ("for", "to") for k in self.tokens.children[word.i]
            )
        return (word.lower in PLANS and word.tag != "VBD") or (word.lower in ("plan", "plans") and word.tag[:2] == "VB")

    def _of_verb(self, verb: Token) -> Tense | None:
        """The tense of a verb with its auxiliaries; None where it takes that of the verb above."""
        helpers = [self.tokens[k] for k in self.tokens.children[verb.i]]
        helpers = [t for t in helpers if t.relation in ("aux", "auxpass")]
        if any(t.lower in FUTURE_AUX for t in helpers) or verb.tag == "MD":
            return "past" if any(t.lower == "have" for t in helpers) else "future"
        if any(t.lower == "to" for t in helpers):
            return self._of_infinitive(verb)
        if verb.tag == "VBD" or any(t.tag == "VBD" for t in helpers):
            return "past"
        if verb.tag == "VBN":
            return "past" if any(t.lower in ("has", "have", "'ve") for t in helpers) or not helpers else "present"
        if verb.tag in ("VBZ", "VBP"):
            return None if verb.lower in SAYING else "present"
        return "future" if verb.tag == "VB" and not helpers else None

    def _of_infinitive(self, infinitive: Token) -> Tense | None:
        """Ahead ("plans to meet on Friday"), or None where it has the tense of what governs it: a purpose ("a parade to
        mark the entry on Friday"), the first to do something. "Ways around Wednesday's ruling" go around what was."""
        possessive = self.after is not None and self.after.tag == "POS"
        above = self.tokens[infinitive.head]
        if above.tag.startswith("NN") and above.lower not in PROSPECTS:
            return "past" if possessive else None
        return None if infinitive.relation == "advcl" else "future"

    def nearest_year(self, month: int, day: int = 15) -> int | None:
        """The year of a month or day that has none, by the focus in a story of other times, else by tense."""
        if self.historic and self.focus:
            return self._year_of_story(month)
        if self.published is None:
            return year_in(self.focus.value) if self.focus else None
        now = self.published
        gap = self.sentence - self.focus.sentence if self.focus else 9
        here, same = year_in(self.focus.value) if self.focus and gap < 2 else None, gap == 0
        if here is not None and here <= now.year - (2 if same else OLD) and self.tense != "future":
            return self._year_of_story(month)
        gaps = {
            y: (y - now.year) * 365 + (month - now.month) * 30.4 + day - now.day
            for y in range(now.year - 1, now.year + 2)
        }
        if day == 15:
            gaps = {y: (y - now.year) * 365 + (month - now.month) * 30.4 for y in gaps}
        if self.tense == "past":
            back = max(y for y, gap in gaps.items() if gap <= 0.5)
            ahead = back + 1
            near = day != 15 and gaps.get(ahead, 999) <= NEAR_AHEAD and -gaps[back] > LONG_AGO
            return ahead if near else back
        if self.tense == "future":
            ahead = min(y for y, gap in gaps.items() if gap >= -0.5)
            back = ahead - 1
            return back if gaps[ahead] > LONG_AGO and -gaps.get(back, -999) <= NEAR_AHEAD else ahead
        return min(gaps, key=lambda y: (abs(gaps[y]), y))

    def _year_of_story(self, month: int) -> int | None:
        assert self.focus
        year = year_in(self.focus.value)
        if year is None:
            start = start_of(self.focus.value)
            return start.year if start else None
        last = re.match(r"(?:BC)?\d{4}-(\d\d)", self.focus.value)
        if last and int(last[1]) - month >= 8:
            return year + 1
        return year

    def weekday(self, day: int, *, strictly: bool = False, way: Tense | None = None) -> date | None:
        """The day of publication's nearest such weekday (Monday 0), backwards unless the tense says otherwise."""
        now = self.now
        if now is None:
            return None
        back = (now.weekday() - day) % 7
        ahead = (day - now.weekday()) % 7
        if (way or self.tense) == "future":
            return moved(now, ahead or (7 if strictly else 0))
        return moved(now, -(back or (7 if strictly else 0)))

    def last_quarter(self, number: int | None = None) -> str | None:
        """The quarter of that number nearest before publication, or the last one that is over."""
        now = self.now
        if now is None:
            return None
        at = now.year * 4 + quarter_of(now) - 1
        if number is None:
            at -= 1
        else:
            ahead, back = (number - 1 - at) % 4, (at - number + 1) % 4
            at += ahead if ahead < back + {"future": 1.5, "past": -9.0}.get(self.tense or "", -1.5) else -back
        return f"{at // 4}-Q{at % 4 + 1}"
