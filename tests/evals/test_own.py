"""Our own sentences are scored from their marks."""

from __future__ import annotations

from pathlib import Path

import pytest

from evals import own
from evals.measures import MEASURES, OWN
from evals.readings import NotMeasured, values_of
from tests.evals.fake import FakeReader, event

MARKED = """# two lines and a comment
[a|Norway] {bombed|ASSAULT.aerial occurred A=a R=b} [b|a ship] and {said|- occurred} it will {flee|RETREAT planned A=a}.
[a|Chad] {denied|- occurred} {raiding|COERCE denied A=a R=b} [b|a farm].
"""
FIRST, SECOND = "Norway bombed a ship and said it will flee.", "Chad denied raiding a farm."


@pytest.fixture
def files(tmp_path: Path) -> tuple[Path, Path]:
    events, non_events = tmp_path / "events.txt", tmp_path / "non_events.txt"
    events.write_text(MARKED)
    non_events.write_text("# none\nPrices exploded.\nA\\tB\n\nHe fired wide.\nIt may strike.\n")
    return events, non_events


@pytest.fixture
def fake() -> FakeReader:
    return FakeReader(
        {
            FIRST: (
                event((7, 13), "ASSAULT", actors=((0, 6),), recipients=((39, 42),)),  # its recipient is not the ship
                event((25, 29), "AGREE"),  # "said" has no type
                event((38, 42), None),  # "flee" is found, but without a type
            ),
            SECOND: (event((12, 19), "ASSAULT", "occurred", ((0, 4),), ((20, 26),)),),
            "Prices exploded.": (event((7, 15), "ASSAULT"),),
            "A\tB": (),
            "He fired wide.": (event((3, 8), None),),
            "It may strike.": (event((7, 13), "ASSAULT", "considered"),),
        }
    )


def test_figures(fake: FakeReader, files: tuple[Path, Path]) -> None:
    assert own.scores(fake, OWN, *files) == {
        "own sentences": {
            "trigger": {"p": 66.67, "r": 66.67, "gold": 3, "pred": 3},
            "type": {"accuracy": 50.0, "gold": 2},
            "status": {"accuracy": 50.0, "gold": 2},
            "actors": {"r": 66.67, "gold": 3},
            "recipients": {"r": 50.0, "gold": 2},
        },
        "own non-events": {"texts": {"alarms": 25.0, "gold": 4}},
    }


def test_every_measure_of_these_sets_is_among_them(fake: FakeReader, files: tuple[Path, Path]) -> None:
    values = values_of(own.scores(fake, OWN, *files))
    assert set(values) == {m.full_name for m in MEASURES if m.set in OWN}


def test_only_what_is_named_is_read(fake: FakeReader, files: tuple[Path, Path]) -> None:
    assert list(own.scores(fake, [OWN[1]], *files)) == [OWN[1]]
    assert own.scores(fake, []) == {}


def test_the_table_has_a_line_for_each_type_and_status(fake: FakeReader, files: tuple[Path, Path]) -> None:
    lines = [line.split() for line in own.table(own.read_sentences(fake, files[0])).split("\n")]
    assert ["COERCE", "1", "100.0", "0.0", "0.0", "100.0", "100.0", "ASSAULT", "1"] in lines
    assert ["denied", "1", "100.0", "0.0", "0.0", "100.0", "100.0", "occurred", "1"] in lines
    assert ["planned", "1", "0.0", "0.0", "0.0", "0.0", "0.0"] in lines


def test_alarms_are_listed(fake: FakeReader, files: tuple[Path, Path]) -> None:
    assert list(own.alarm_lines(own.read_non_events(fake, files[1]))) == [
        "alarms      25.0 of 4 texts",
        "  exploded ASSAULT: Prices exploded.",
    ]


def test_the_event_that_shares_most_of_a_trigger_answers() -> None:
    near, best = event((0, 6), "AID"), event((5, 12), "AID")
    assert own.answer((4, 10), [near, best]) is best
    assert own.answer((12, 14), [near, best]) is None


def test_a_text_that_fails_is_no_text_without_events(files: tuple[Path, Path]) -> None:
    with pytest.raises(NotMeasured, match="could not be read: unknown"):
        own.scores(FakeReader({}), [OWN[1]], *files)


def test_a_missing_file_is_named(fake: FakeReader, tmp_path: Path) -> None:
    with pytest.raises(NotMeasured, match=r"none\.txt does not exist"):
        own.scores(fake, [OWN[0]], tmp_path / "none.txt")


def test_the_command_explains_itself(capsys: pytest.CaptureFixture[str]) -> None:
    assert own.main(["--help"]) == 2
    assert "usage: python evals/own.py" in capsys.readouterr().err
