"""When an event is said to happen, what it is about, and the codes of a record's events."""

from __future__ import annotations

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
