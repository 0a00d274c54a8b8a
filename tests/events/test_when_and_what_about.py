"""When an event is said to happen, what it is about, and the codes of a record's events."""

from __future__ import annotations

import pytest

import reportedly
from reportedly.events.ontology import Settings
from reportedly.reading import Reader

TEXT = "Soldiers shelled the town on Friday. On Sunday the minister said the rebels had killed two farmers."


def test_the_time_that_hangs_on_the_event(reader: Reader) -> None:
    record = reader.read(TEXT)
    times = {t.id: t.text for t in record.times}
    found = {record.words((e.trigger,)): times.get(e.time or "") for e in record.events if e.type}
    assert found["shelled"] == "Friday"
    assert found["killed"] is None  # Sunday is when it was said


def test_contexts_have_their_keyword(reader: Reader) -> None:
    record = reader.read(TEXT)
    event = next(e for e in record.events if record.words((e.trigger,)) == "shelled")
    assert "military" in event.contexts
    assert record.words(event.why["contexts"].evidence)


def test_codes_come_from_the_ontology_and_its_settings(reader: Reader) -> None:
    text = "Norland severed diplomatic ties with Kestria. The army will withdraw its troops from the town."
    kinds = {(e.type, e.quad) for e in reader.read(text).events if e.type}
    assert ("SANCTION", "material_conflict") in kinds
    assert ("RETREAT", "material_cooperation") in kinds
    chosen = reportedly.load(Settings("verbal_conflict", "AGREE")).read(text)
    kinds = {(e.type, e.quad) for e in chosen.events if e.type}
    assert ("SANCTION", "verbal_conflict") in kinds
    assert ("AGREE", "verbal_cooperation") in kinds
    assert not [e for e in chosen.events if e.type == "RETREAT" and e.status == "planned"]
    assert chosen.run.config != reader.read(text).run.config


PUBLISHED = "2025-03-12"


@pytest.mark.parametrize(
    ("text", "times"),
    [
        (
            "Soldiers shelled the town on Friday, killing two farmers.",
            {"shelled": "2025-03-07", "killing": "2025-03-07"},
        ),
        ("In March, police arrested the mayor and seized his passport.", {"arrested": "2025-03", "seized": "2025-03"}),
        ("Officials agreed on Monday to withdraw the troops.", {"agreed": "2025-03-10", "withdraw": None}),
        (
            "PORT SELLA, March 12 (Harbor Wire) - Soldiers shelled the town on Friday, killing two farmers.",
            {"shelled": "2025-03-07", "killing": "2025-03-07"},
        ),
        ("The army, which seized the port in May, released the captain on Friday.", {"seized": "2024-05"}),
        (
            "The two countries will sign a treaty on Friday, officials said on Monday.",
            {"sign": "2025-03-14", "said": "2025-03-10"},
        ),
        ("Police arrested a farmer after clashes on Tuesday.", {"arrested": None, "clashes": "2025-03-11"}),
        ("Soldiers shelled the town.", {"shelled": None}),
    ],
)
def test_the_clause_gives_its_time_to_what_goes_on_from_it(
    reader: Reader, text: str, times: dict[str, str | None]
) -> None:
    record = reader.read(text, published=PUBLISHED)
    values = {t.id: t.value for t in record.times}
    found = {record.words((e.trigger,)): values.get(e.time or "") for e in record.events}
    assert {words: found.get(words) for words in times} == times
    for e in record.events:
        assert (e.time is None) == (e.why["time"].missing == "not_said")
