"""What can be asked for in an address: the options of the command line, with underscores."""

from __future__ import annotations

from typing import Annotated, Any

from pydantic import BaseModel, BeforeValidator, ConfigDict, Field

from reportedly.connect.changes import ChangeKind
from reportedly.connect.nouns import DisputeKind, Standing
from reportedly.ledger.anywhere import WHERE, Where
from reportedly.ledger.linked.nouns import News, Sought
from reportedly.ledger.nouns import Filter
from reportedly.ledger.paging import PAGE, Part
from reportedly.record.event import Status
from reportedly.record.statement import Act, SourceKind

MOST = 500
"""Items of a page: some megabytes of records."""

MOST_STORIES = 50
"""Stories of a page: each may hold hundreds of articles."""

SEARCHED = 20
"""Items of a page of a search where nothing else is asked for."""

LONGEST = 1_000
"""Characters of what is looked for."""

LONGEST_CURSOR = 100


def _split(given: Any) -> Any:
    """Several values may be given apart or with commas between, as on the command line."""
    if not isinstance(given, (list, tuple)) or not all(isinstance(x, str) for x in given):
        return given
    return [value.strip() for several in given for value in several.split(",") if value.strip()]


Words = Annotated[str | None, Field(max_length=LONGEST)]
Several = BeforeValidator(_split)
Names = Annotated[tuple[str, ...], Several, Field(max_length=50)]
Day = Annotated[str | None, Field(max_length=30, examples=["2025-09-01", "2025-09", "2025"])]


class Asked(BaseModel):
    """What every question has in common: what it does not know is refused, not passed over."""

    model_config = ConfigDict(frozen=True, extra="forbid")


class Paged(Asked):
    """Which part of a list."""

    limit: int = Field(PAGE, ge=1, le=MOST, description="At most so many.")
    after: str | None = Field(
        None, max_length=LONGEST_CURSOR, description="The cursor of an earlier page, as its `next` holds it."
    )

    @property
    def part(self) -> Part:
        """The same for the ledger."""
        return Part(self.limit, self.after)


class OfArticles(Asked):
    """What can be asked of an article."""

    q: Words = Field(
        None, description='Words, all of them; "a phrase" in quotation marks, cease* for a beginning, -word for none.'
    )
    article: Words = Field(None, description="Of this article: its id, the beginning of it, or its address.")
    outlet: Words = Field(None, description="Of this outlet.")
    since: Day = Field(None, description="Of articles from this day, month or year on.")
    until: Day = Field(None, description="Of articles up to this day, month or year.")
    run: int | None = Field(
        None, ge=1, le=2**31, description="As an older run has read it; by default the latest reading."
    )

    def fields(self) -> dict[str, Any]:
        """The fields of the ledger's filter."""
        names = {"q": "words", "kind": "kinds", "act": "acts", "type": "types", "mode": "modes", "status": "statuses"}
        told = self.model_dump(exclude={"limit", "after", "table", "include_unrealised"})
        return {names.get(name, name): value for name, value in told.items()}

    @property
    def filter(self) -> Filter:
        """The same for the ledger."""
        return Filter(**self.fields())


class OfStatements(OfArticles):
    """What can be asked of a statement."""

    by: Words = Field(None, description="Words of the source, as the article has it or by its name.")
    kind: Annotated[tuple[SourceKind, ...], Several] = Field((), description="Kinds of source.")
    act: Annotated[tuple[Act, ...], Several] = Field((), description="What is done with the content.")


class OfEvents(OfArticles):
    """What can be asked of an event."""

    type: Names = Field((), description="PLOVER types.", examples=[["ASSAULT"]])
    mode: Names = Field((), description="PLOVER modes.", examples=[["aerial"]])
    status: Annotated[tuple[Status, ...], Several] = Field((), description="Did it happen, is it planned, denied …")
    actor: Words = Field(None, description="Who does it: words of a name, or a country's code.")
    recipient: Words = Field(None, description="To whom: words of a name, or a country's code.")
    place: Words = Field(None, description="Where: words of a name, or a country's code.")
    happened_since: Day = Field(None, description="Of this time or later.")
    happened_until: Day = Field(None, description="Of this time or earlier.")
    all_events: bool = Field(False, description="Also those that PLOVER has no type for.")


class ArticleQuery(OfArticles, Paged):
    """Articles."""


class StatementQuery(OfStatements, Paged):
    """Statements."""


class EventQuery(OfEvents, Paged):
    """Events."""


class OfHappenings(Asked):
    """What can be asked of a happening."""

    q: Words = Field(None, description="Words in the title or text of an article that tells of it.")
    type: Names = Field((), description="PLOVER types.", examples=[["PROTEST"]])
    mode: Names = Field((), description="PLOVER modes.")
    status: Annotated[tuple[Standing, ...], Several] = Field((), description="As all articles together tell it.")
    dispute: Annotated[tuple[DisputeKind, ...], Several] = Field((), description="How those who tell it differ.")
    place: Words = Field(None, description="Where: words of a name, or a country's code.")
    since: Day = Field(None, description="Told of by an article from this day, month or year on.")
    until: Day = Field(None, description="Told of by an article up to this day, month or year.")
    happened_since: Day = Field(None, description="Of this time or later.")
    happened_until: Day = Field(None, description="Of this time or earlier.")
    article: Words = Field(None, description="Told of by this article.")
    story: Words = Field(None, description="Of this story.")
    outlet: Words = Field(None, description="Told of by this outlet.")
    all_events: bool = Field(False, description="Also those without a type in which nobody came to harm.")

    @property
    def sought(self) -> Sought:
        """The same for the ledger."""
        names = {"q": "words", "type": "types", "mode": "modes", "status": "statuses", "dispute": "disputes"}
        told = self.model_dump(exclude={"limit", "after"})
        return Sought(**{names.get(name, name): value for name, value in told.items()})


class HappeningQuery(OfHappenings, Paged):
    """Happenings."""


class StoryQuery(OfHappenings, Paged):
    """Stories, by their happenings."""

    limit: int = Field(20, ge=1, le=MOST_STORIES, description="At most so many.")


class ChangeQuery(Paged):
    """Changes, the oldest first."""

    since: Day = Field(None, description="Found since this day, month, year or moment (UTC).")
    kind: Annotated[tuple[ChangeKind, ...], Several] = Field((), description="What sort of news.")
    story: Words = Field(None, description="Of this story, or the one of this happening or article.")

    @property
    def news(self) -> News:
        """The same for the ledger."""
        return News(kinds=self.kind, story=self.story)


class SearchQuery(Paged):
    """One search over everything."""

    q: str = Field(
        max_length=LONGEST, description='Words, all of them; "a phrase", cease* for a beginning, -word for none.',
        examples=["ceasefire"],
    )  # fmt: skip
    within: Annotated[tuple[Where, ...], Several] = Field(WHERE, description="What to look through.")
    limit: int = Field(SEARCHED, ge=1, le=MOST, description="At most so many.")
