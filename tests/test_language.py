"""Which language a text is in, and when that stops the reading."""

from __future__ import annotations

import re

import pytest
from hypothesis import given, settings

from reportedly.language import SURE_FROM, is_readable, language_of
from reportedly.reading import Reader
from tests.strategies import any_text

ENGLISH = "The port will be closed on Monday, the harbour master said, because the cranes are no longer safe. "
GERMAN = "Der Hafen wird am Montag geschlossen, sagte der Hafenmeister, weil die Kräne nicht mehr sicher sind. "
FRENCH = "Le port sera fermé lundi, a déclaré le capitaine du port, parce que les grues ne sont plus sûres. "
ARABIC = "قال مدير الميناء إن الميناء سيغلق يوم الاثنين لأن الرافعات لم تعد آمنة للعمل. "


@pytest.mark.parametrize(("text", "code"), [(ENGLISH, "en"), (GERMAN, "de"), (FRENCH, "fr"), (ARABIC, "ar")])
def test_the_language_of_a_text(text: str, code: str) -> None:
    assert language_of(text) == code


@pytest.mark.parametrize(("text", "code"), [(ENGLISH, "en"), (GERMAN, "de")])
def test_a_transcript_in_capitals(text: str, code: str) -> None:
    assert language_of(text.upper()) == code
    assert language_of(f"{text.upper()} (applause) {text.upper()}") == code


@pytest.mark.parametrize("text", ["", "  \n", "123 – 456", "…“”"])
def test_no_letters_no_language(text: str) -> None:
    assert language_of(text) is None


def test_only_long_texts_are_refused() -> None:
    assert is_readable("x" * (SURE_FROM - 1), "de")
    assert not is_readable("x" * SURE_FROM, "de")
    assert is_readable("x" * SURE_FROM, "en")
    assert is_readable("x" * SURE_FROM, None)


@pytest.mark.parametrize("text", [GERMAN, FRENCH, ARABIC])
def test_a_long_text_in_another_language_is_refused_with_a_reason(reader: Reader, text: str) -> None:
    record = reader.read(text * 6)
    (problem,) = record.problems
    assert record.failed and problem.stage == "language"
    assert f"({record.article.language})" in problem.message and "English" in problem.message
    assert record.statements == ()


def test_a_short_one_is_read_with_a_note(reader: Reader) -> None:
    record = reader.read("Guten Morgen, sagte der Bürgermeister.")
    assert not record.failed
    assert [p.stage for p in record.problems] == ["language"]
    assert record.article.language == "de"


def test_english_is_read_without_a_note(reader: Reader) -> None:
    record = reader.read(ENGLISH * 6)
    assert record.problems == ()
    assert record.article.language == "en"


@given(any_text)
@settings(max_examples=25)
def test_any_text(text: str) -> None:
    code = language_of(text)
    assert code is None or re.fullmatch("[a-z]{2,3}", code)
