"""Events found in a ledger."""

from __future__ import annotations

from collections.abc import Iterator
from pathlib import Path

import pytest

from reportedly.errors import RunError
from reportedly.ledger import clauses
from reportedly.ledger.connect import Ledger
from reportedly.ledger.happened import happened
from reportedly.ledger.nouns import Filter
from reportedly.ledger.paging import START, Part
from tests.ledger.shelf import small, strike


@pytest.fixture
def ledger(tmp_path: Path) -> Iterator[Ledger]:
    with small(tmp_path / "l.db") as made:
        yield made


def names(ledger: Ledger, asked: Filter, part: Part = START) -> list[str]:
    return [f"{h.kept.given}/{h.event.id}" for h in happened(ledger, asked, part)]


ALL = ["strike/e3", "strike/e2", "strike/e1", "talks/e1"]

FILTERS = [
    (Filter(), ALL),
    (Filter(all_events=True), ["strike/e4", *ALL]),
    (Filter(types=("ASSAULT",)), ["strike/e3", "strike/e1"]),
    (Filter(types=("assault", "CONSULT")), ["strike/e3", "strike/e1", "talks/e1"]),
    (Filter(modes=("meet",)), ["talks/e1"]),
    (Filter(statuses=("considered", "denied")), ["strike/e2", "strike/e1"]),
    (Filter(statuses=("unknown",)), []),
    (Filter(statuses=("unknown",), all_events=True), ["strike/e4"]),
    (Filter(actor="USA"), ["strike/e3"]),
    (Filter(actor="usa"), ["strike/e3"]),
    (Filter(actor="merrow army"), ["strike/e3"]),
    (Filter(actor="navy"), ["strike/e1"]),
    (Filter(actor="the"), ["strike/e1"]),
    (Filter(actor="harbour"), []),
    (Filter(recipient="old harbor"), ["strike/e3"]),
    (Filter(recipient="USA"), []),
    (Filter(place="VEN"), ["strike/e1"]),
    (Filter(place="Sao Tarmer"), ["strike/e1"]),
    (Filter(place="tarr*"), ["talks/e1"]),
    (Filter(happened_since="2025-08-31", happened_until="2025-09"), ["strike/e3", "strike/e1"]),
    (Filter(happened_since="2025-09"), ["strike/e3"]),
    (Filter(happened_until="2025-08"), ["strike/e1"]),
    (Filter(happened_until="2025-07"), []),
    (Filter(since="2025-09"), ALL[:3]),
    (Filter(until="2025-08"), ["talks/e1"]),
    (Filter(outlet="The Harbor Post"), ALL[:3]),
    (Filter(article="talks"), ["talks/e1"]),
    (Filter(run=1), ALL),
    (Filter(words="shelled cease-fire"), ALL[:3]),
    (Filter(words="prices"), ["talks/e1"]),
    (Filter(types=("ASSAULT",), statuses=("considered", "threatened"), place="VEN", actor="navy"), ["strike/e1"]),
    (Filter(types=("ASSAULT",), statuses=("considered", "threatened"), place="VEN", actor="USA"), []),
]  # fmt: skip


@pytest.mark.parametrize(("asked", "found"), FILTERS)
def test_every_filter(ledger: Ledger, asked: Filter, found: list[str]) -> None:
    assert names(ledger, asked) == found


@pytest.mark.parametrize(("asked", "found"), [f for f in FILTERS if f[0].actor or f[0].recipient])
def test_a_frequent_country_is_found_as_a_rare_one_is(
    ledger: Ledger, asked: Filter, found: list[str], monkeypatch: pytest.MonkeyPatch
) -> None:
    monkeypatch.setattr(clauses, "FREQUENT", 1)
    assert names(ledger, asked) == found


def test_what_is_given_back(ledger: Ledger) -> None:
    [found] = happened(ledger, Filter(place="VEN"))
    record = strike().record()
    assert found.ref == f"{found.kept.id}/e1"
    assert (found.event, found.place, found.time, found.teller) == (
        record.events[0], record.places[0], record.times[0], record.statements[0],
    )  # fmt: skip
    assert found.trigger == "strike"
    [told] = happened(ledger, Filter(actor="USA"))
    assert (told.place, told.teller) == (None, None)


def test_pages_hold_everything_once(ledger: Ledger) -> None:
    first = happened(ledger, Filter(), Part(3))
    assert names(ledger, Filter(), Part(3)) == ALL[:3]
    assert names(ledger, Filter(), Part(3, first.next)) == ALL[3:]
    assert happened(ledger, Filter(), Part(4)).next is None


def test_an_unknown_status_is_refused_with_those_there_are(ledger: Ledger) -> None:
    with pytest.raises(RunError, match=r"--status thought: .*occurred, ongoing, .*, denied, unknown"):
        happened(ledger, Filter(statuses=("thought",)))  # type: ignore[arg-type]


@pytest.mark.parametrize("typed", ["'); DROP TABLE events; --", "a'b", "{place_name} : x", "XX'"])
def test_no_typed_sql_is_run(ledger: Ledger, typed: str) -> None:
    for asked in (Filter(place=typed), Filter(actor=typed)):
        assert names(ledger, asked) == []
    for asked in (Filter(types=(typed,)), Filter(modes=(typed,))):
        with pytest.raises(RunError, match="there is no such value"):
            happened(ledger, asked)
    assert names(ledger, Filter()) == ALL
