"""The codebook's collapse of planned cooperation, on the way out only."""

from __future__ import annotations

from reportedly.events.export import future_as_agree
from reportedly.events.ontology import load_ontology
from reportedly.reading import Reader

TEXT = "Norland will send food to the refugees. Norland will bomb the port. Norland sent food to the refugees."


def test_planned_cooperation_becomes_agree_in_a_copy(reader: Reader) -> None:
    record = reader.read(TEXT)
    out = future_as_agree(record, load_ontology())
    before = {e.trigger: e for e in record.events}
    changed = [e for e in out.events if e != before[e.trigger]]
    assert changed
    for e in changed:
        assert (e.type, e.mode, e.cameo, e.quad) == ("AGREE", None, "03", "verbal_cooperation")
        assert before[e.trigger].status == "planned"
        assert before[e.trigger].quad in ("verbal_cooperation", "material_cooperation")
        assert e.why["type"].by == "export:future-as-agree@1"
    assert record.events == reader.read(TEXT).events
