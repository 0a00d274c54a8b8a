"""The ledger for people, letter by letter."""

from __future__ import annotations

import io
import re

import pytest
from rich.cells import cell_len
from rich.console import Console

from reportedly.cli.ledger import key, ledger
from reportedly.cli.paper import Paper
from reportedly.record import Record
from tests.web.invented_records import harbour, hostile, quiet, unread

NARROW = """\
Strike would close Tarrow port – union chief
============================================
The Harbor Post · 2025-03-14 · by Jon Vale
12 statements from 8 sources, 2 would not say · the text continues elsewhere

s1  ○ union chief → Ana Resk, leader of the dockers' union  [unnamed person]
      says, indirect · “–”
      Strike would close Tarrow port

s2  ○ Two officials  [anonymous]
      says, indirect · “told” · Friday (2025-03-14) · to Sky Tirana
      via Two officials → Sky Tirana → The Harbor Post
      the navy was considering a blockade of the Tarrow strait before the end of
      the month, a plan that the defence ministry has “never discussed”

  └ s3  ● the defence ministry → Ministry of Defence  [organisation]
          denies, mixed · “discussed”
          never discussed

s4  ● Ana Resk, who leads the dockers' union → leader of the dockers' union
      [person]
      says, direct · “said”
      “The port will close on Monday,” … “and it will stay closed until the
      ministry talks to us.”

s5  ● She → Ana Resk, leader of the dockers' union  [person]
      says, indirect · “added”
      shipping companies had been warned last month
"""

END = """\
s11 ? no source given  [unknown source]
      says, indirect · “Reportedly”
      three freighters have already turned back

s12 ○ The press secretary → Karim Dema  [unnamed person]
      denies, indirect · “denied”
      any order had been given

Would not say
-------------

s13 ● The defence ministry → Ministry of Defence  [organisation]
      “declined to comment”
      about: the blockade

s14 ● Corran Lines  [organisation]
      “did not respond to a request for comment” · Thursday

People and bodies
-----------------

n1  Ana Resk  [leader of the dockers' union]  ×3

Problems
--------

warning: text: the text says that it continues elsewhere; give the whole
  article"""

WIDE = """\
s2  ○ Two officials  [anonymous]                            the navy was considering a blockade of the Tarrow strait before the end of the
      says, indirect · “told” · Friday (2025-03-14) · to    month, a plan that the defence ministry has “never discussed”
      Sky Tirana
      via Two officials → Sky Tirana → The Harbor
          Post

"""  # noqa: E501


def test_at_80_columns() -> None:
    shown = ledger(harbour(), Paper(80)).plain
    assert shown.startswith(NARROW)
    assert shown.endswith(END)


def test_at_140_columns_content_stands_beside_its_source() -> None:
    assert WIDE in ledger(harbour(), Paper(140)).plain


def test_an_article_without_statements_says_so() -> None:
    assert ledger(quiet(), Paper(80)).plain == (
        "quiet\n=====\nThe Inland Gazette\nno statements found\n\nNo statements were found in this article."
    )


def test_an_article_that_was_not_read_says_why() -> None:
    assert ledger(unread(), Paper(80)).plain == (
        "broken.bin\n==========\nnot read\n\nProblems\n--------\n\n"
        "error: intake: the file is not text; save the article as text or HTML"
    )


def test_hostile_text_is_shown_not_obeyed() -> None:
    shown = ledger(hostile(), Paper(80)).plain
    assert "[red]Title[/red] <img src=x onerror=alert(1)>" in shown
    assert "␛[31m[bold]red[/bold] & ⟨U+202E⟩drawkcab⟨U+202C⟩ things" in shown
    assert not re.search("[\x00-\x09\x0b-\x1f\x7f-\x9f\u200b\u202e]", shown)


@pytest.mark.parametrize(
    "record", [harbour(), hostile(), quiet(), unread()], ids=["harbour", "hostile", "quiet", "unread"]
)
@pytest.mark.parametrize("width", [1, 30, 80, 109, 110, 140, 400])
def test_no_line_is_too_long_and_none_ends_in_blanks(record: Record, width: int) -> None:
    for terminal in (False, True):
        for line in ledger(record, Paper(width, terminal)).plain.split("\n"):
            assert cell_len(line) <= max(30, width)
            assert line == line.rstrip()


def test_the_words_are_the_same_with_colour_and_without() -> None:
    out = io.StringIO()
    console = Console(file=out, width=80, force_terminal=True, color_system="truecolor", soft_wrap=True, markup=False)
    console.print(ledger(hostile(), Paper(80)))
    assert "\x1b[" in out.getvalue()
    assert re.sub(r"\x1b\[[0-9;]*m", "", out.getvalue()) == ledger(hostile(), Paper(80)).plain + "\n"


def test_nothing_is_called_confirmed() -> None:
    assert "confirmed" not in ledger(harbour(), Paper(80)).plain


def test_long_content_is_shortened() -> None:
    record = harbour()
    long = record.statements[0].model_copy(update={"content": ((0, 600),)})
    shown = ledger(record.model_copy(update={"statements": (long,)}), Paper(80)).plain
    assert " …\n\nPeople and bodies" in shown


def test_the_key_explains_the_marks() -> None:
    assert key().plain == (
        "● named   ○ not named   ? no source given\n"
        "■ said to have occurred   ◧ said to be going on   □ not said to have happened"
    )


def test_what_is_said_stands_out_and_how_is_dim() -> None:
    out = io.StringIO()
    console = Console(file=out, width=80, force_terminal=True, color_system="standard", soft_wrap=True, markup=False)
    console.print(ledger(harbour(), Paper(80)))
    lines = out.getvalue().split("\n")
    assert "      shipping companies had been warned last month" in lines
    assert "\x1b[2ms5\x1b[0m  \x1b[1;34m●\x1b[0m \x1b[1;34mShe\x1b[0m" in out.getvalue()
    console.print(ledger(harbour(), Paper(140)))
    assert "    month, a plan that the defence ministry has “never discussed”\n" in out.getvalue()
    assert any("\x1b[35munknown source" in line or "\x1b[35m  [unknown source]" in line for line in lines)
