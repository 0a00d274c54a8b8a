"""One source as a page: what it has said, when, to whom, through whom, and what became of it. Counts and links only:
nobody is given marks, and nothing is decided."""

from __future__ import annotations

from collections.abc import Iterator
from typing import TYPE_CHECKING

from reportedly.connect.nouns import Standing
from reportedly.connect.wording import SHARP, days_words, figure_words, subject_words, title_of
from reportedly.ledger.identity import sha256_of
from reportedly.ledger.linked.nouns import FoundHappening
from reportedly.ledger.nouns import Said
from reportedly.ledger.paging import Part
from reportedly.ledger.sourced.nouns import KIND_WORDS, Outcome, Portrait, Press, Stood, Which
from reportedly.ledger.sourced.outcomes import REACH, became
from reportedly.ledger.sourced.portrait import portrait
from reportedly.ledger.sourced.press import press
from reportedly.ledger.sources import statements_of
from reportedly.record.event import Status
from reportedly.record.span import Noun
from reportedly.record.statement import Act
from reportedly.version import VERSION
from reportedly.web.words import plural

if TYPE_CHECKING:
    from reportedly.ledger.connect import Ledger

ACT_WORDS: dict[Act, str] = {
    "say": "said",
    "believe": "believed",
    "want": "wanted",
    "deny": "denied",
    "decline": "declined to say",
    "no_response": "did not respond",
}
"""What a source did, as the page says it."""

COLUMNS = (
    "ref", "day", "outlet", "title", "url", "source", "act", "form", "content", "told_to", "relay", "happenings",
)  # fmt: skip

HAPPENINGS = Part(50)
"""Happenings on one page."""


class SaidLine(Noun):
    """A statement: its name in the ledger, its article, its words, to whom and through whom; `happenings` are the ids
    of those that it tells of, among those of this page."""

    ref: str
    article: str
    day: str
    outlet: str | None = None
    title: str | None = None
    url: str | None = None
    source: str | None = None
    act: Act
    form: str
    content: str
    told_to: str | None = None
    relay: tuple[str, ...] = ()
    happenings: tuple[str, ...] = ()


class OutcomeLine(Noun):
    """A happening as it stands, and how the source told it: the statuses, on which days, in which statements. `over`
    says what it is disputed over and what was superseded."""

    id: str
    title: str
    status: Standing
    when: str
    figures: tuple[str, ...] = ()
    articles: int
    told: tuple[Status, ...]
    days: str
    statements: tuple[str, ...]
    over: tuple[str, ...] = ()


class SourceView(Noun):
    """A source: its portrait, what it said and what became of that, and for an outlet what it published. `asked` is
    what its statements were asked for; `reach` is how many of its newest articles the happenings were looked up in.
    `texts_sha256` is a hash of the hashes of the texts that this page's statements stand in, in order, one a line."""

    portrait: Portrait
    asked: dict[str, str]
    statements: tuple[SaidLine, ...]
    next: str | None = None
    standings: tuple[Stood, ...] = ()
    outcomes: tuple[OutcomeLine, ...] = ()
    next_outcomes: str | None = None
    reach: int = REACH
    press: Press | None = None
    ledger: str
    texts_sha256: str

    @property
    def kind(self) -> str:
        """What it is, in words."""
        return KIND_WORDS[self.portrait.source.kind]

    @property
    def summary(self) -> str:
        """Its numbers and days in a line."""
        s = self.portrait.source
        said = f"{plural(s.statements, 'statement')} in {plural(s.articles, 'article')}"
        days = days_words((s.first_day, s.last_day)) if s.first_day and s.last_day else None
        published = f"published {plural(s.published, 'article')}" if s.published else None
        return " · ".join(filter(None, (said if s.statements else None, days, published)))

    @property
    def titles(self) -> dict[str, str]:
        """What its happenings are called, by their ids."""
        return {o.id: o.title for o in self.outcomes}

    @property
    def most_on_a_day(self) -> int:
        """The longest bar."""
        return max((d.statements for d in self.portrait.days), default=1)

    @property
    def citation(self) -> str:
        """What names this page for good."""
        s = self.portrait.source
        number = plural(len(self.statements), "statement")
        texts = f"texts of the {number} on this page sha256:{self.texts_sha256}" if self.statements else "no statements"
        made = f"Ledger {self.ledger}, Reportedly {VERSION}; {texts}"
        return f"“{s.name}” ({self.kind}), source {s.id}: {self.summary}. {made}"

    def table(self) -> Iterator[tuple[str | None, ...]]:
        """A row for each statement of this page."""
        yield COLUMNS
        for s in self.statements:
            words = (s.source, s.act, s.form, s.content, s.told_to)
            yield s.ref, s.day, s.outlet, s.title, s.url, *words, " → ".join(s.relay), " ".join(s.happenings)


def source_view(ledger: Ledger, words: str, asked: Which, parts: tuple[Part, str | None]) -> SourceView:
    """A source by its id; `parts` are the part of its statements and the cursor of its happenings.

    NotInLedger: there is none, or it is a private person. RunError: what is asked cannot be understood.
    """
    part, after = parts
    seen = portrait(ledger, words)
    said = statements_of(ledger, words, asked, part)
    later = became(ledger, words, Part(HAPPENINGS.limit, after))
    of = _happenings_of(later.page.items)
    return SourceView(
        portrait=seen, asked=_told(asked), statements=tuple(_line(s, of.get(s.ref, ())) for s in said), next=said.next,
        standings=later.standings, outcomes=tuple(map(_outcome, later.page)), next_outcomes=later.page.next,
        press=press(ledger, words), ledger=ledger.path.name,
        texts_sha256=sha256_of("\n".join(sorted({s.kept.text_sha256 for s in said}))),
    )  # fmt: skip


def _told(asked: Which) -> dict[str, str]:
    told = {"outlet": asked.outlet, "role": asked.role, "since": asked.since, "until": asked.until}
    return {k: v for k, v in told.items() if v is not None} | ({"act": ",".join(asked.acts)} if asked.acts else {})


def _happenings_of(became: tuple[Outcome, ...]) -> dict[str, tuple[str, ...]]:
    """The ids of happenings by the statement that tells of them."""
    found: dict[str, tuple[str, ...]] = {}
    for outcome in became:
        for told in outcome.told:
            ids = found.get(told.statement, ())
            found[told.statement] = ids if outcome.found.happening.id in ids else (*ids, outcome.found.happening.id)
    return found


def _line(said: Said, happenings: tuple[str, ...]) -> SaidLine:
    kept, s = said.kept, said.statement
    return SaidLine(
        ref=said.ref, article=kept.id, day=kept.day, outlet=kept.outlet, title=kept.title, url=kept.url,
        source=s.source.text, act=s.act, form=s.form, content=said.content,
        told_to=s.addressee.text if s.addressee else None, relay=s.relay, happenings=happenings,
    )  # fmt: skip


def _outcome(outcome: Outcome) -> OutcomeLine:
    h = outcome.found.happening
    days = sorted(t.day for t in outcome.told)
    return OutcomeLine(
        id=h.id, title=title_of(h), status=h.status, when=days_words(h.date),
        figures=tuple(map(figure_words, h.counts[:3])), articles=len(h.articles),
        told=tuple(dict.fromkeys(t.status for t in outcome.told)), days=days_words((days[0], days[-1])),
        statements=tuple(dict.fromkeys(t.statement for t in outcome.told)), over=_over(outcome.found),
    )  # fmt: skip


def _over(found: FoundHappening) -> tuple[str, ...]:
    """What a happening is disputed over, what was superseded in it; both sides of it without a judgement."""
    named = (d for d in found.happening.disputes if d.kind in SHARP or d.kind == "superseded")
    return tuple(dict.fromkeys(f"{d.kind}: {subject_words(d.what)}" for d in named))
