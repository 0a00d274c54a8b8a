"""What holds for every type of the record: frozen, lenient to newer writers, the same after a trip through JSON."""

from __future__ import annotations

import json

import pytest
from hypothesis import given
from pydantic import BaseModel, ValidationError

from reportedly.record import Article, Problem, Record, Source, Statement
from reportedly.record.reference import TYPES, example
from tests.record.examples import RUN, one_of_each, records


def name_of(thing: BaseModel) -> str:
    """For the names of tests."""
    return type(thing).__name__


@pytest.mark.parametrize("noun", TYPES, ids=lambda t: t.__name__)
def test_every_type_is_frozen_and_ignores_unknown_fields(noun: type[BaseModel]) -> None:
    assert noun.model_config["frozen"] is True
    assert noun.model_config["extra"] == "ignore"


@pytest.mark.parametrize("thing", one_of_each(), ids=name_of)
def test_nothing_can_be_assigned(thing: BaseModel) -> None:
    name = next(iter(type(thing).model_fields))
    with pytest.raises(ValidationError, match="frozen"):
        setattr(thing, name, getattr(thing, name))


@pytest.mark.parametrize("thing", one_of_each(), ids=name_of)
def test_a_field_of_a_later_format_is_ignored(thing: BaseModel) -> None:
    newer = {**thing.model_dump(mode="json"), "a_field_of_tomorrow": {"x": [1]}}
    assert type(thing).model_validate(newer) == thing


def test_fields_of_a_later_format_are_ignored_at_any_depth() -> None:
    row = example().to_json()
    row["statements"][0]["source"]["trust"] = 0.5
    row["statements"][0]["why"]["spans"]["model_card"] = "x"
    assert Record.model_validate(row) == example()


def test_another_version_of_the_format_is_refused() -> None:
    with pytest.raises(ValidationError, match="record"):
        Record.model_validate({**example().to_json(), "record": 2})


@given(records())
def test_a_record_survives_json(record: Record) -> None:
    line = json.dumps(record.to_json(), ensure_ascii=False)
    assert "\n" not in line
    assert Record.model_validate(json.loads(line)) == record
    assert Record.model_validate_json(line) == record


def test_json_holds_every_field_with_null_for_unknown_and_lists_for_nothing() -> None:
    row = Record(article=Article(id="a", text="x"), run=RUN).to_json()
    assert list(row) == list(Record.model_fields)
    assert row["article"]["outlet"] is None
    assert [row[k] for k in ("entities", "places", "times", "statements", "events", "problems")] == [[]] * 6


def test_spans_count_code_points() -> None:
    text = "🛳️ “Fermé”, dit-elle."
    start = text.index("“")
    record = Record(article=Article(id="a", text=text), run=RUN)
    assert record.words(((start, start + 7), (len(text) - 1, len(text)))) == "“Fermé” ."


@pytest.mark.parametrize("span", [(-1, 3), (0.5, 3), (1,), (1, 2, 3), "12"])
def test_a_span_is_two_whole_numbers_from_0(span: object) -> None:
    with pytest.raises(ValidationError):
        Article.model_validate({"id": "a", "headline": span})


def test_kinds_forms_and_acts_are_enumerated() -> None:
    with pytest.raises(ValidationError):
        Source.model_validate({"kind": "witness"})
    with pytest.raises(ValidationError):
        Statement.model_validate({"id": "s1", "source": {}, "form": "loud", "act": "say"})
    with pytest.raises(ValidationError):
        Statement.model_validate({"id": "s1", "source": {}, "form": "direct", "act": "shout"})


@pytest.mark.parametrize(("fatal", "failed"), [(True, True), (False, False)])
def test_a_record_failed_where_a_problem_is_fatal(fatal: bool, failed: bool) -> None:
    problem = Problem(stage="text", message="the text is empty", fatal=fatal)
    assert Record(article=Article(id="a"), problems=(problem,), run=RUN).failed is failed


def test_texts_stay_out_of_a_representation() -> None:
    assert "would close" not in repr(example().article)
