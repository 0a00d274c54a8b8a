"""`reportedly happenings` and `stories`, as people and programs read them."""

from __future__ import annotations

import csv
import io
import json
import re
from pathlib import Path

import pytest
from rich.cells import cell_len
from rich.text import Text

from reportedly.cli.happenings import COLUMNS, STORY_COLUMNS, story_text, text
from reportedly.cli.paper import Paper
from reportedly.ledger.connect import open_ledger
from reportedly.ledger.linked.nouns import FoundHappening, FoundStory
from reportedly.linking import link_new
from tests.cli.shelves import Run
from tests.connect.happened import dispute, figure, happening, origins, story
from tests.ledger.linked.matters import MATTERS, RAID, telling

LIST = """\
What is said to have happened
-----------------------------

h1  ■ bombing, Deshgar · occurred  ASSAULT
    4 March 2025 · 11 killed · at least 3 injured · 2 articles · independent
      origins 1–2 · conflict over killed

Not said to have happened
-------------------------

h2  □ [called off] visit, Deshgar  CONSULT
    date not known · 1 article · independent origins 1
h3  □ [disputed] bombing, Deshgar  untyped
    4 March 2025 · 2 articles · independent origins 1 · denial over whether it
      happened
"""

STORIES = """\
s1  4–7 March 2025 · 3 articles (1 copy) · 2 happenings
    ■ bombing, Deshgar · occurred
    □ [planned] visit, Deshgar
"""


@pytest.fixture
def db(tmp_path: Path) -> Path:
    """Three matters, told by three outlets each, linked."""
    with open_ledger(tmp_path / "l.db") as ledger:
        for matter in MATTERS:
            for outlet in range(3):
                telling(matter, outlet, killed=2 + outlet if matter is RAID else None).keep(ledger)
        link_new(ledger)
    return tmp_path / "l.db"


def found(*happenings: object) -> list[FoundHappening]:
    return [FoundHappening(happening=h, story="s1", since="2025-03-04T10:00:00Z") for h in happenings]  # type: ignore[arg-type]


def test_what_did_not_happen_is_apart() -> None:
    counts = (figure(11, "a"), figure(9, "b"), figure(3, "a", what="injured", high=None))
    clash = dispute("conflict", "killed", ("a",), ("b",))
    range_ = origins().model_copy(update={"at_least": 1, "at_most": 2})
    denied = dispute("denial", "occurrence", ("a",), ("b",))
    them = found(
        happening("h1", "a", "b", counts=counts, disputes=(clash, clash), origins=range_),
        happening("h2", "a", type="CONSULT", name="visit", date=None, status="called_off"),
        happening("h3", "a", "b", type=None, status="disputed", disputes=(denied,)),
    )
    assert Text("\n\n").join(text(them, Paper(80))).plain + "\n" == LIST


def test_a_story_is_told_by_its_main_happenings() -> None:
    whole = story(
        happening("h2", "a", name="visit", status="planned"), happening("h1", "a", "b"),
        happening("h3", "a", "b", "c", type=None), copies=[("a", "c")],
    )  # fmt: skip
    them = [FoundStory(story=whole, since="2025-03-04T10:00:00Z", day="2025-03-07", first_day="2025-03-04")]
    assert Text("\n\n").join(story_text(them, Paper(80))).plain + "\n" == STORIES


@pytest.mark.parametrize(
    ("arguments", "names"),
    [
        ([], {"blockaded, Port Vell", "raided, Quillow"}),
        (["--type", "assault,protest", "--status", "occurred"], {"blockaded, Port Vell", "raided, Quillow"}),
        (["--place", "quillow"], {"raided, Quillow"}),
        (["smugglers", "cigarettes"], {"raided, Quillow"}),
        (["--happened-since", "2025-03-05"], {"blockaded, Port Vell"}),
        (["--happened-until", "2025-03-04", "--outlet", "tarrow echo"], {"raided, Quillow"}),
        (["--since", "2025-03-13"], set()),
        (["--until", "2025-03-09"], set()),
        (["--dispute", "denial"], set()),
        (["--article", "https://theharborpost.example/quillow/0"], {"raided, Quillow"}),
        (["seismologists", "--all-events", "--status", "occurred"], {"quake, Sellisham"}),
    ],
)
def test_every_option_reaches_the_query(run: Run, arguments: list[str], names: set[str]) -> None:
    header, *rows = csv.reader(io.StringIO(run("happenings", "--csv", *arguments).out))
    assert tuple(header) == COLUMNS
    assert {row[2] for row in rows} == names


def test_of_one_story(run: Run) -> None:
    [line] = run("stories", "smugglers", "--json").out.splitlines()
    of = FoundStory.model_validate_json(line)
    lines = run("happenings", "--json", "--all-events", "--story", of.story.id).out.splitlines()
    assert {json.loads(x)["happening"]["id"] for x in lines} == {h.id for h in of.story.happenings}


def test_json_is_the_library_s_type(run: Run) -> None:
    for command, noun in (("happenings", FoundHappening), ("stories", FoundStory)):
        lines = run(command, "--json").out.splitlines()
        assert lines
        assert [noun.model_validate_json(x).to_json() for x in lines] == [json.loads(x) for x in lines]


def test_stories_of_what_has_no_type_are_found_too(run: Run) -> None:
    header, row = csv.reader(io.StringIO(run("stories", "seismologists", "--csv").out))
    assert tuple(header) == STORY_COLUMNS
    told = dict(zip(header, row, strict=True))
    assert (told["articles"], told["happenings"]) == ("3", "0")
    assert "quake, Sellisham (occurred)" in told["main"]


def test_more_and_nothing_are_told_beside_the_list(run: Run) -> None:
    first = run("happenings", "--limit", "1", "--json")
    after = first.err.split("--after ")[1].split(",")[0]
    rest = run("happenings", "--limit", "1", "--json", "--after", after)
    assert first.out + rest.out == run("happenings", "--limit", "0", "--json").out
    assert run("happenings", "nonsense").err == "no happenings found\n"
    assert run("stories", "nonsense").err == "no stories found\n"


@pytest.mark.parametrize("width", ["30", "80", "130"])
def test_no_line_is_too_long(run: Run, width: str, monkeypatch: pytest.MonkeyPatch) -> None:
    monkeypatch.setenv("COLUMNS", width)
    for command in (["happenings", "--all-events"], ["stories"], ["timeline", "quillow"], ["changes"]):
        for line in run(*command).out.splitlines():
            assert cell_len(line) <= int(width), line
            assert line == line.rstrip()


def test_nothing_of_an_article_drives_the_terminal() -> None:
    bad = "\x1b[31mevil\u202e"
    h = happening("h1", "a", name=bad, type="X\x07", counts=(figure(1, "a", what="other", of=bad),))
    out = Text("\n").join(text(found(h), Paper(80))).plain
    assert "␛[31mevil⟨U+202E⟩" in out
    assert not re.search("[\x00-\x09\x0b-\x1f\x7f-\x9f\u202e]", out)


@pytest.mark.parametrize(
    ("arguments", "message"),
    [
        (["happenings", "--status", "gone"], "--status gone: there is no such value; choose from: occurred, "),
        (["happenings", "--dispute", "row"], "--dispute row: there is no such value; choose from: superseded, "),
        (["stories", "--since", "soon"], "--since soon: no date"),
        (["happenings", "--json", "--csv"], "--json and --csv: choose one of them"),
        (["stories", "--db", "nowhere.db"], "there is no ledger at nowhere.db"),
    ],
)
def test_what_cannot_be_done_is_one_line(run: Run, arguments: list[str], message: str) -> None:
    done = run(*arguments)
    assert (done.status, done.out, done.err.count("\n")) == (2, "", 1)
    assert message in done.err
