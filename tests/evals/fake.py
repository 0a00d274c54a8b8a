"""A reader that answers as a test says, and events for it."""

from __future__ import annotations

from collections.abc import Mapping

from reportedly.intake.item import Item
from reportedly.reading import Reader
from reportedly.record import Event, Problem, Record, Run, Span
from reportedly.record.event import Participant, Status


class FakeReader(Reader):
    """Finds the events that are given for a text; a text that is not among them cannot be read."""

    def __init__(self, events: Mapping[str, tuple[Event, ...]]) -> None:
        super().__init__()
        self.events = events

    def read_item(self, item: Item) -> Record:
        """The record that the test made up."""
        article, run = item.article, Run(reportedly="0", config="none")
        if article.text not in self.events:
            return Record(article=article, problems=(Problem(stage="test", message="unknown", fatal=True),), run=run)
        return Record(article=article, events=self.events[article.text], run=run)


def event(
    trigger: Span,
    type: str | None,
    status: Status = "occurred",
    actors: tuple[Span, ...] = (),
    recipients: tuple[Span, ...] = (),
) -> Event:
    """An event with what these tests look at."""
    parties = [tuple(Participant(span=s, text="x") for s in spans) for spans in (actors, recipients)]
    return Event(
        id=f"e{trigger[0]}", trigger=trigger, sentence=(0, 99), type=type, status=status,
        actors=parties[0], recipients=parties[1],
    )  # fmt: skip
