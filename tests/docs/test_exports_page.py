"""docs/exports.md is what the exports do, and its example runs."""

from __future__ import annotations

import re
from pathlib import Path

import pytest

from reportedly.exports import FORMS, acled, polecat
from reportedly.exports.columns import documented
from reportedly.exports.event_columns import EVENT_COLUMNS
from reportedly.exports.statement_columns import STATEMENT_COLUMNS
from reportedly.record import Article, Record
from tests.exports.invented import chosen, exported, strike_record
from tests.web.invented_events import Scene
from tests.web.invented_records import RUN, Text

PAGE = (Path(__file__).parents[2] / "docs" / "exports.md").read_text(encoding="utf-8")
RAIDS = Text("A diplomat said raids on Karpal were planned. Drones raided Karpal on Monday, an official said.")


def raids() -> Record:
    """Planned raids that a diplomat tells, one that has happened, and one planned that a named person tells."""
    t, s = RAIDS, Scene(RAIDS)
    relay = ("a diplomat", "The Inland Gazette")
    statements = (
        t.say("s1", "A diplomat", "said", "raids on Karpal were planned", kind="anonymous", relay=relay),
        t.say(
            "s2", "an official", "said", "Drones raided Karpal on Monday", kind="anonymous", after="Drones", relay=relay
        ),
        t.say("s3", "an official", "said", "Drones", kind="person", named=True, after="Drones", relay=relay),
    )
    named = statements[0].source.model_copy(update={"text": "a diplomat"})
    karpal = s.who("Karpal")
    return Record(
        article=Article(id="raids", outlet="The Inland Gazette", text=t.text),
        statements=(statements[0].model_copy(update={"source": named}), *statements[1:]),
        events=(
            s.event("e1", "raids", "ASSAULT.aerial", "planned", recipients=karpal, according_to="s1"),
            s.event("e2", "raided", "ASSAULT.drone", "occurred", recipients=karpal, according_to="s2"),
            s.event("e3", "raided", "ASSAULT.drone", "planned", recipients=karpal, according_to="s3"),
            s.event("e4", "raided", "ASSAULT.drone", "planned", recipients=karpal),
        ),
        run=RUN,
    )


def test_the_columns_are_on_the_page() -> None:
    for columns in (EVENT_COLUMNS, STATEMENT_COLUMNS):
        assert documented(columns) in PAGE, f"put this into docs/exports.md:\n{documented(columns)}"


@pytest.mark.parametrize("name", [*FORMS, *polecat.OWN_COLUMNS, *acled.OWN_COLUMNS])
def test_forms_and_columns_of_our_own_are_on_the_page(name: str) -> None:
    assert f"`{name}`" in PAGE


def test_the_example_prints_what_the_page_says(
    tmp_path: Path, monkeypatch: pytest.MonkeyPatch, capsys: pytest.CaptureFixture[str]
) -> None:
    code, printed = re.findall(r"```python\n(.*?)```.*?```\n(.*?)```", PAGE, re.S)[0]
    quiet = strike_record().model_copy(update={"events": ()})
    exported("parquet", tmp_path / "strikes", [chosen(strike_record()), chosen(raids(), "b2"), chosen(quiet, "c3")])
    monkeypatch.chdir(tmp_path)
    exec(code, {})
    assert capsys.readouterr().out == printed
