# ruff: noqa: E501 (whole lines of what is printed)
"""Events in the ledger for people, letter by letter."""

from __future__ import annotations

import io
import re
import time

import pytest
from rich.cells import cell_len
from rich.console import Console

from reportedly.cli.ledger import ledger
from reportedly.cli.paper import Paper
from reportedly.record import Record
from tests.web.invented_events import hostile_events, many_events, raid
from tests.web.invented_records import harbour

NARROW = """\
What is said to have happened
-----------------------------

e1  ■ shelled  ASSAULT.heavy-weapons  [occurred]
      Rebels → Tarrow · killed 11 people, injured 8+ · Friday · Tarrow
      according to the army (s1)
      also e11 (denied, s4), e12

e2  ◧ marching  MOBILIZE  [ongoing]
      They (Northern Rebels) →
      according to the article

e4  ■ pledged  AID  [occurred]
      Merrow → · USD 3,000,000, 24–99 towns
      according to the article

Not said to have happened
-------------------------

e3  □ flee  RETREAT.withdraw  [attempted]
      The governor →
      according to the article

e5  □ strike  PROTEST.strike  [considered]
      The union →
      according to the article

e6  □ rally  PROTEST  [planned]
      Monday
      according to the article

e7  □ burn  ASSAULT.destroy  [threatened]
      → the depot
      according to a rebel leader (s2)

e8  □ withdraw  RETREAT.withdraw  [urged]
      according to He (s3)

e9  □ end  ASSAULT  [conditional]
      according to the article

e10 □ visit  CONSULT.visit  [called off]
      according to the article

e13 □ fell  untyped  [unknown]
      according to the article"""

AT_110 = """\
What is said to have happened
-----------------------------

      what                   status       according to      actors → recipients   counts        when    where
e1  ■ shelled                occurred     s1 the army       Rebels → Tarrow       killed 11     Friday  Tarrow
      ASSAULT.heavy-weapons                                                       people,
                                                                                  injured 8+
      also e11 (denied, s4), e12
e2  ◧ marching MOBILIZE      ongoing      the article       They (Northern        –             –       –
                                                            Rebels) →
"""

AT_150 = """\
      what                           status       according to       actors → recipients       counts                        when    where
e1  ■ shelled ASSAULT.heavy-weapons  occurred     s1 the army        Rebels → Tarrow           killed 11 people, injured 8+  Friday  Tarrow
      also e11 (denied, s4), e12
e2  ◧ marching MOBILIZE              ongoing      the article        They (Northern Rebels) →  –                             –       –
e4  ■ pledged AID                    occurred     the article        Merrow →                  USD 3,000,000, 24–99 towns    –       –

Not said to have happened
-------------------------

      what                           status       according to       actors → recipients       counts                        when    where
e3  □ flee RETREAT.withdraw          attempted    the article        The governor →            –                             –       –
"""


def test_narrow_each_event_has_lines_of_its_own() -> None:
    assert NARROW in ledger(raid(), Paper(80)).plain


def test_at_110_columns_a_table() -> None:
    assert AT_110 in ledger(raid(), Paper(110)).plain


def test_at_150_columns_nothing_is_wrapped() -> None:
    assert AT_150 in ledger(raid(), Paper(150)).plain


def test_events_follow_the_statements_and_are_counted() -> None:
    shown = ledger(raid(), Paper(80)).plain
    assert "4 statements from 4 sources, 10 events" in shown
    assert shown.index("s4  ○") < shown.index("What is said to have happened")


def test_without_events_there_is_no_section() -> None:
    shown = ledger(harbour(), Paper(80)).plain
    assert "happened" not in shown and "event" not in shown


def test_a_section_without_events_is_left_out() -> None:
    record = raid()
    planned = record.model_copy(update={"events": record.events[5:6]})
    shown = ledger(planned, Paper(80)).plain
    assert "What is said to have happened" not in shown
    assert "Not said to have happened\n-------------------------\n\ne6  □" in shown


@pytest.mark.parametrize("record", [raid(), hostile_events(), many_events(7)], ids=["raid", "hostile", "many"])
@pytest.mark.parametrize("width", [1, 30, 80, 109, 110, 130, 150, 400])
def test_no_line_is_too_long_and_none_ends_in_blanks(record: Record, width: int) -> None:
    for terminal in (False, True):
        for line in ledger(record, Paper(width, terminal)).plain.split("\n"):
            assert cell_len(line) <= max(30, width)
            assert line == line.rstrip()


@pytest.mark.parametrize("width", [80, 150])
def test_hostile_text_is_shown_not_obeyed(width: int) -> None:
    shown = ledger(hostile_events(), Paper(width)).plain
    assert "␛[31m[bold]red[/bold]" in shown
    assert not re.search("[\x00-\x09\x0b-\x1f\x7f-\x9f\u200b\u202e]", shown)


@pytest.mark.parametrize("width", [80, 150])
def test_the_words_are_the_same_with_colour_and_without(width: int) -> None:
    out = io.StringIO()
    console = Console(
        file=out, width=width, force_terminal=True, color_system="truecolor", soft_wrap=True, markup=False
    )
    console.print(ledger(raid(), Paper(width)))
    assert "\x1b[31m□\x1b[0m \x1b[1mburn\x1b[0m" in out.getvalue()
    assert re.sub(r"\x1b\[[0-9;]*m", "", out.getvalue()) == ledger(raid(), Paper(width)).plain + "\n"


def test_a_mention_that_is_repeated_has_no_row_of_its_own() -> None:
    assert not re.search(r"^e1[12] ", ledger(raid(), Paper(150)).plain, re.M)


@pytest.mark.parametrize("width", [80, 150])
def test_400_events_are_quick(width: int) -> None:
    record = many_events(400)
    start = time.perf_counter()
    shown = ledger(record, Paper(width)).plain
    assert time.perf_counter() - start < 5  # about 0.2 s; a quadratic algorithm takes far longer
    assert len(re.findall(r"^e\d+ +[■□]", shown, re.M)) == 320
