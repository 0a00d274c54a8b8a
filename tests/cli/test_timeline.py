"""`reportedly timeline`, as people and programs read it."""

from __future__ import annotations

import csv
import io
import json
import re
from pathlib import Path
from typing import Any

import pytest
from rich.text import Text

from reportedly.cli.paper import Paper
from reportedly.cli.timeline import COLUMNS, parts
from reportedly.connect.clippings import Wording
from reportedly.connect.nouns import MentionRef
from reportedly.connect.timeline import Cuttings, Entry, timeline_of
from reportedly.ledger.connect import open_ledger
from reportedly.linking import link_new
from tests.cli.dossiers import CLIPPINGS
from tests.cli.shelves import Run
from tests.connect.happened import AT, dispute, figure, happening, origin
from tests.ledger.linked.matters import MATTERS, RAID, telling

TOLD = """\
4 March 2025
------------

■ bombing, Deshgar · occurred  ASSAULT  h1
    said 5 March 2025 · published 4–5 March 2025 · 3 articles (1 copy) ·
      independent origins 1 · denial over whether it happened
    figures as they came in: 5 killed (4 March 2025) → 9 killed (5 March 2025,
      according to two officials)
    “They raided Quillow.” (Lantern Wire, according to the ministry)

20 March 2025
-------------

□ [planned] visit  CONSULT.visit  h2
    published 6 March 2025 · 1 article · independent origins 1
    “They raided Quillow.” (Merrow Courier)

No date: none of the articles gives one that could be read
----------------------------------------------------------

□ [unconfirmed] flight, Deshgar  untyped  h3
    published on days not known · 1 article · independent origins 1
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


def worded(article: str, by: str | None = None, words: str = "They raided Quillow.", **more: Any) -> Wording:
    mention = MentionRef(article=article, event="e1", trigger=AT)
    return Wording(mention=mention, words="raided", sentence=words, status="occurred", by=by, **more)


def shown(entries: tuple[Entry, ...], cuttings: Cuttings) -> str:
    return Text("\n\n").join(parts(entries, cuttings, Paper(80))).plain + "\n"


def test_for_people() -> None:
    wordings = [worded("a1", "the ministry", said=("2025-03-05",) * 2), worded("a4", "no source given")]
    cuttings = Cuttings({c.article: c for c in CLIPPINGS}, {(w.mention.article, "e1"): w for w in wordings})
    officials = origin("two officials", "a3", kind="anonymous")
    visit: dict[str, Any] = {"name": "visit", "type": "CONSULT", "mode": "visit", "place": None}
    them = [
        happening("h3", "gone", name="flight", type=None, date=None, status="unconfirmed"),
        happening("h2", "a4", status="planned", date=("2025-03-20",) * 2, **visit),
        happening(
            "h1", "a1", "a2", "a3", counts=(figure(9, "a3", by=[officials]), figure(5, "a1", "a2")),
            disputes=(dispute("denial", "occurrence", ("a1",), ("a3",)),),
        ),
    ]  # fmt: skip
    assert shown(timeline_of(them, cuttings), cuttings) == TOLD


def test_of_many_figures_the_first_and_the_last_are_shown() -> None:
    counts = tuple(figure(n, "a1") for n in range(1, 11))
    out = shown(timeline_of([happening("h1", "a1", counts=counts)], Cuttings()), Cuttings())
    assert len(re.findall(r"\d+ killed", out)) == 4
    assert "6 more" in out


def test_nothing_of_an_article_drives_the_terminal() -> None:
    bad = "\x1b[31mevil\u202e"
    cuttings = Cuttings(
        {"a1": CLIPPINGS[0].model_copy(update={"outlet": bad})}, {("a1", "e1"): worded("a1", bad, words=bad)}
    )  # fmt: skip
    h = happening("h1", "a1", name=bad, counts=(figure(1, "a1", what="other", of=bad, by=[origin(bad, "a1")]),))
    out = shown(timeline_of([h], cuttings), cuttings)
    assert out.count("␛[31mevil⟨U+202E⟩") >= 5
    assert not re.search("[\x00-\x09\x0b-\x1f\x7f-\x9f\u202e]", out)


def ids(out: str) -> list[str]:
    return [json.loads(line)["name"] for line in out.splitlines()]


def test_by_story_by_happening_by_article_and_by_words(run: Run) -> None:
    wanted = ["raided, Quillow"]
    [line] = run("stories", "smugglers", "--json").out.splitlines()
    story = json.loads(line)["story"]
    for what in (
        [story["id"]], [story["id"][:6]], [story["happenings"][0]["id"]], [story["articles"][0]],
        ["https://theharborpost.example/quillow/0"], ["smugglers"], ['"land cigarettes"'], ["lock", "keeper"],
    ):  # fmt: skip
        assert ids(run("timeline", "--json", *what).out) == wanted, what
    assert ids(run("timeline", "--json", "Tarrow").out) == ["raided, Quillow", "blockaded, Port Vell"]


def test_words_that_look_like_an_id_are_looked_for(run: Run) -> None:
    done = run("timeline", "added")
    assert (done.status, done.out, done.err) == (0, "", "no happenings found\n")


@pytest.mark.parametrize(
    ("arguments", "names"),
    [
        (["--type", "PROTEST"], ["blockaded, Port Vell"]),
        (["--status", "planned"], []),
        (["--place", "quillow"], ["raided, Quillow"]),
        (["--happened-since", "2025-03-05"], ["blockaded, Port Vell"]),
        (["--happened-until", "2025-03-04"], ["raided, Quillow"]),
        (["--limit", "0"], ["raided, Quillow", "blockaded, Port Vell"]),
    ],
)
def test_every_option_reaches_the_query(run: Run, arguments: list[str], names: list[str]) -> None:
    assert ids(run("timeline", "--json", "Tarrow", *arguments).out) == names


def test_for_programs(run: Run) -> None:
    done = run("timeline", "quillow", "--json")
    [entry] = [Entry.model_validate_json(line) for line in done.out.splitlines()]
    assert entry.date == ("2025-03-04", "2025-03-04")
    assert entry.published == ("2025-03-10", "2025-03-12")
    assert entry.wordings[0].sentence == "Gunmen raided the customs depot in Quillow on that day, killing 2 people."
    header, row = csv.reader(io.StringIO(run("timeline", "quillow", "--csv").out))
    assert tuple(header) == COLUMNS
    told = dict(zip(header, row, strict=True))
    assert (told["happened_first"], told["said_first"], told["published_last"]) == ("2025-03-04", "", "2025-03-12")


@pytest.mark.parametrize(
    ("arguments", "message"),
    [
        (["s0123456789abcdef0"], "s0123456789abcdef0"),
        (["a0/e1"], "a0"),
        (["quillow", "--status", "gone"], "--status gone: there is no such value"),
        (["quillow", "--db", "nowhere.db"], "there is no ledger at nowhere.db"),
        ([], "STORY|QUERY"),
    ],
)
def test_what_cannot_be_done_is_one_line(run: Run, arguments: list[str], message: str) -> None:
    done = run("timeline", *arguments)
    assert (done.status, done.out, done.err.count("\n")) == (2, "", 1)
    assert message in done.err
