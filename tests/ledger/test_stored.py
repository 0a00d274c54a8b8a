from __future__ import annotations

import json
from contextlib import suppress
from typing import Any

import pytest
import zstandard
from hypothesis import given
from hypothesis import strategies as st

from reportedly.ledger.stored import (
    article_of,
    blob_of,
    canonical,
    content_sha256,
    meta_of,
    parts_of,
    plain,
    record_of,
    unexplained_of,
)  # fmt: skip
from reportedly.record import Article, Entity, Event, Place, Problem, Record, Source, Statement, Time, Why
from tests.ledger.articles import RUN, canonical_record, item, record
from tests.strategies import any_text
from tests.web.invented_events import hostile_events, raid
from tests.web.invented_records import harbour, hostile, unread

SPAN = st.tuples(st.integers(0, 99), st.integers(0, 99))
SCORE = st.none() | st.floats(0, 1)
WHY = st.dictionaries(any_text, st.builds(Why, by=any_text, score=SCORE, evidence=st.tuples(SPAN)), max_size=2)
ANY_RECORD = st.builds(
    Record,
    article=st.builds(Article, id=any_text, text=any_text, title=st.none() | any_text, headline=st.none() | SPAN),
    entities=st.tuples(st.builds(Entity, id=any_text, name=any_text, kind=st.just("group"), why=WHY)),
    places=st.tuples(
        st.builds(Place, id=any_text, span=SPAN, text=any_text, use=st.just("demonym"), lat=st.floats(-90, 90), why=WHY)
    ),
    times=st.tuples(st.builds(Time, id=any_text, span=SPAN, text=any_text, type=st.just("SET"), why=WHY)),
    statements=st.tuples(
        st.builds(
            Statement, id=any_text, source=st.builds(Source, text=any_text), form=st.just("mixed"), act=st.just("say"),
            content=st.lists(SPAN, max_size=3).map(tuple), relay=st.tuples(any_text), why=WHY,
        )
    ),
    events=st.tuples(
        st.builds(Event, id=any_text, trigger=SPAN, sentence=SPAN, factuality=st.none() | st.floats(-3, 3), why=WHY)
    ),
    problems=st.lists(st.builds(Problem, stage=any_text, message=any_text), max_size=1).map(tuple),
    run=st.just(RUN),
)  # fmt: skip


@given(ANY_RECORD)
def test_what_is_read_back_is_what_was_written_byte_for_byte(made: Record) -> None:
    blob, text = blob_of(made), made.article.text
    assert canonical_record(record_of(blob, text)) == canonical_record(made)
    assert blob_of(record_of(blob, text)) == blob
    assert content_sha256(blob) == content_sha256(blob_of(made))


@given(ANY_RECORD)
def test_linking_reads_the_same_record_without_how_its_fields_came_about(made: Record) -> None:
    text = made.article.text
    for blob in (blob_of(made), in_one(made)):
        assert unexplained_of(blob, text).to_json() == without_whys(record_of(blob, text).to_json())


@given(ANY_RECORD)
def test_a_record_whose_explanations_do_not_stand_apart(made: Record) -> None:
    assert canonical_record(record_of(in_one(made), made.article.text)) == canonical_record(made)


def in_one(made: Record) -> bytes:
    """A record as earlier versions stored it."""
    told = json.dumps(made.model_dump(mode="json", exclude={"article": {"text"}}))
    return zstandard.compress(told.encode())


def test_explanations_of_another_record() -> None:
    whole = record(item())
    other = whole.model_copy(update={"statements": ()})
    explanations = blob_of(other)[len(zstandard.compress(parts_of(blob_of(other))[0])) :]
    content = zstandard.compress(parts_of(blob_of(whole))[0])
    assert record_of(blob_of(other), "A text.").statements == ()
    with pytest.raises(ValueError, match="shorter"):
        record_of(content + explanations, "A text.")


def without_whys(value: Any) -> Any:
    """JSON in which every `why` is empty."""
    if isinstance(value, dict):
        return {k: {} if k == "why" else without_whys(v) for k, v in value.items()}
    return [without_whys(v) for v in value] if isinstance(value, list) else value


@pytest.mark.parametrize("make", [harbour, hostile, raid, unread])
def test_invented_records_come_back(make: Any) -> None:
    made: Record = make()
    assert record_of(blob_of(made), made.article.text) == made
    assert article_of(meta_of(made.article), made.article.text) == made.article


def test_a_number_without_an_end_which_no_reading_finds_and_json_has_no_form_for_is_null() -> None:
    made = hostile_events()
    assert made.events[0].counts[0].low == float("inf")
    assert record_of(blob_of(made), made.article.text).events[0].counts[0].low is None


def test_the_text_is_not_stored_twice() -> None:
    assert b"shelled" not in blob_of(record(item()))
    assert len(blob_of(record(item("a" * 50_000)))) < 5_000


@given(st.binary(max_size=200), st.integers(0, 2_000))
def test_a_damaged_blob_is_a_value_error(noise: bytes, at: int) -> None:
    whole = blob_of(record(item()))
    for blob in (noise, whole[:at] + noise + whole[at + len(noise) :]):
        with suppress(ValueError):
            record_of(blob, "A text.")


def test_what_is_cut_off_anywhere_or_goes_on_is_damaged() -> None:
    whole = blob_of(record(item()))
    for blob in (*(whole[:at] for at in range(len(whole))), whole + zstandard.compress(b"{}")):
        with pytest.raises(ValueError):
            record_of(blob, "A text.")


def test_canonical() -> None:
    assert canonical({"b": [1, 2.5, None], "a": "é"}) == '{"a":"é","b":[1,2.5,null]}'
    assert json.loads(canonical(record(item()).to_json())) == record(item()).to_json()


def test_half_characters() -> None:
    made = record(item()).model_copy(update={"article": Article(id="bad\udcff", text="x")})
    assert record_of(blob_of(made), "x") == made
    assert plain("bad\udcff") == r"bad\udcff"
    assert meta_of(made.article).isascii()
