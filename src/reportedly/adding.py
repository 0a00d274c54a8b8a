"""The whole way in: what sources hold → articles → records → the ledger. What is known already is not read again.

Each article is kept in a transaction of its own, as soon as it is read: whoever interrupts loses only what was being
read, and finds the rest known when running again.
"""

from __future__ import annotations

import re
from collections import deque
from collections.abc import Callable, Iterable, Iterator, Sequence
from itertools import chain, islice

from reportedly.intake.addresses import is_address
from reportedly.intake.files import STDIN
from reportedly.intake.item import Arrival, Finished, Given, Item, Unchanged
from reportedly.ledger.connect import Ledger
from reportedly.ledger.nouns import Kind, Outcome, ProblemRow
from reportedly.ledger.problems import Heard, problems, solve_absent
from reportedly.ledger.write import add_reading, keep, known, remember, versions_to_read
from reportedly.reading import Reader
from reportedly.record import Record, Run
from reportedly.version import VERSION

Read = Callable[[Iterable[Item]], Iterator[Record]]
"""Reads a stream of articles into records, in order."""
Tell = Callable[[Outcome], None]
"""Is told what became of each article, as soon as it is settled."""
Take = Callable[[str, str, Given, Tell], None]
"""Takes in what stands at a place (a path, an address), noting as its source what was once asked for, and saying of it
what was said then."""

LEDGER = "the ledger"
"""The source of texts that are read again."""
NOBODY = Run(reportedly=VERSION, config="none")
"""The run of what was refused before anything read it; no ledger holds a reading by it."""

_NUMBER = re.compile(r"#\d+\Z")


def reading(reader: Reader, jobs: int) -> Read:
    """Reads with so many workers; none starts, and no model is loaded, before there is something to read."""

    def read(items: Iterable[Item]) -> Iterator[Record]:
        items = iter(items)
        first = list(islice(items, 1))
        return reader.read_many(chain(first, items), jobs=jobs) if first else iter(())

    return read


def add(arrivals: Iterable[Arrival], ledger: Ledger, read: Read, tell: Tell) -> None:
    """Take in what arrives. Raises LedgerError where the ledger cannot be written; everything before that is kept."""
    waiting: deque[Item | Finished] = deque()

    def unread() -> Iterator[Item]:
        for arrival in arrivals:
            if isinstance(arrival, Unchanged):
                tell(Outcome(kind="known", source=arrival.source, name=arrival.name))
            elif isinstance(arrival, Finished):
                waiting.append(arrival)  # remembered only once all that came before it is kept
            elif outcome := _without_reading(arrival, ledger):
                tell(outcome)
            else:
                waiting.append(arrival)
                yield arrival

    for record in read(unread()):
        tell(keep(ledger, _next_item(waiting, ledger), record))
    _remember_finished(waiting, ledger)


def read_again(ledger: Ledger, read: Read, run: Run, articles: Sequence[str] | None, tell: Tell) -> None:
    """Read the ledger's texts with the present models, where this run has not read them yet; older readings stay.

    `articles` are ledger ids; None stands for all. What failed before is tried again even by the same run.
    """
    waiting: deque[int] = deque()

    def unread() -> Iterator[Item]:
        for version_key, article in versions_to_read(ledger, run, articles):
            waiting.append(version_key)
            yield Item(article)

    for record in read(unread()):
        add_reading(ledger, waiting.popleft(), record)
        message = "; ".join(p.message for p in record.problems if p.fatal) or None
        kind: Kind = "failed" if message else "read_again"
        tell(Outcome(kind=kind, source=LEDGER, name=record.article.id, message=message))


def retry(ledger: Ledger, take: Take, tell: Tell) -> None:
    """Try what could not be opened again, by `take`. An address is asked for itself, even where a feed named it; a file
    is opened anew, and what it no longer holds is no longer a problem, unless it cannot be opened at all or read to its
    end, or its server only says that nothing changed. Standard input, which cannot be opened again, is left out."""
    failed = [p for p in problems(ledger) if p.article is None and p.source != STDIN]
    tries = [(_place_of(p), p.source, Given(**p.given)) for p in failed]
    for place, source, given in dict.fromkeys(tries):
        heard = Heard(place)

        def hear(outcome: Outcome, heard: Heard = heard) -> None:
            heard.add(outcome)
            tell(outcome)

        take(place, source, given, hear)
        solve_absent(ledger, source, heard)


def _place_of(problem: ProblemRow) -> str:
    """What to open again. An entry without an address is named by its feed and its number: FEED#3."""
    return _NUMBER.sub("", problem.name) if is_address(problem.name) else problem.source


def _without_reading(item: Item, ledger: Ledger) -> Outcome | None:
    """The outcome of an article whose text is known, was forgotten, or is not there."""
    if any(p.fatal for p in item.problems):
        return keep(ledger, item, Record(article=item.article, problems=item.problems, run=NOBODY))
    return known(ledger, item)


def _next_item(waiting: deque[Item | Finished], ledger: Ledger) -> Item:
    _remember_finished(waiting, ledger)
    item = waiting.popleft()
    assert isinstance(item, Item)
    return item


def _remember_finished(waiting: deque[Item | Finished], ledger: Ledger) -> None:
    while waiting and isinstance(waiting[0], Finished):
        finished = waiting.popleft()
        assert isinstance(finished, Finished)
        remember(ledger, finished)
