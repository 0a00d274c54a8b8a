from __future__ import annotations

from reportedly.ledger.rows import COLUMNS, rows_of
from tests.ledger.articles import item, record
from tests.web.invented_events import hostile_events


def test_the_rows_of_a_record() -> None:
    rows = rows_of(record(item()), "2025-03-14")
    assert rows.entities == (("n1", "Ana Resk", "person", "person:ana resk", "mayor", None, None, 1),)
    assert rows.places == (("p1", "Tarrow", "Tarrow", None, "location", None, 1.5, 2.0, "XAA"),)
    assert rows.times == (("t1", "Friday", "DATE", "2025-03-14", "2025-03-14", "2025-03-14"),)
    first, second = (dict(zip(COLUMNS["statements"], row, strict=True)) for row in rows.statements)
    assert first == {
        "id": "s1", "day": "2025-03-14", "source": "Two officials", "source_kind": "anonymous", "named": 0,
        "source_name": None, "source_key": None, "act": "say", "form": "indirect",
        "content": "the navy had shelled Tarrow", "relay": '["Two officials","The Harbor Post"]',
        "said_earliest": "2025-03-14", "said_latest": "2025-03-14",
    }  # fmt: skip
    assert (second["source_name"], second["source_key"], second["said_earliest"]) == (
        "Ana Resk, mayor",
        "person:ana resk",
        None,
    )
    [event] = rows.events
    assert dict(zip(COLUMNS["events"], event, strict=True)) | {
        "trigger": "shelled", "type": "ASSAULT", "status": "occurred", "place_name": "Tarrow", "country": "XAA",
        "lat": 1.5, "earliest": "2025-03-14", "according_to": "s1",
    } == dict(zip(COLUMNS["events"], event, strict=True))  # fmt: skip
    assert rows.parties == (
        (
            ("actor", 0, "the navy", None, None, None, None),
            ("recipient", 0, "Ana Resk", "Ana Resk", "person:ana resk", None, None),
        ),
    )


def test_pointers_that_lead_nowhere_and_words_that_no_text_can_hold() -> None:
    made = hostile_events()
    name = made.entities[0].model_copy(update={"name": "half\ud800"})
    rows = rows_of(made.model_copy(update={"entities": (name,)}), "2025-03-14")
    assert rows.entities[0][1] == r"half\ud800"
    assert len(rows.parties) == len(rows.events) == len(made.events)
