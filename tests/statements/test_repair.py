"""Repairs of what the heads found."""

from __future__ import annotations

from reportedly.lexicons import load_lexicons
from reportedly.statements.repair import repaired
from tests.handmade import draft, tokens

LEXICONS = load_lexicons()


def words(text: str, spans: tuple[tuple[int, int], ...]) -> list[str]:
    return [text[a:b] for a, b in spans]


def test_a_headlines_statement_stays_in_the_headline() -> None:
    t = tokens("Rebels|NNS hold|VBP towns|NNS _,|, army|NN admits|VBZ", "¶Fighting|NN went|VBD on|RP")
    headline = (0, t.text.index("\n"))
    [made] = repaired(t, [draft(t.text, "admits", "Fighting went on", source="army")], headline, LEXICONS)
    assert words(t.text, made.content) == ["Rebels hold towns"]


def test_a_sentence_that_an_attribution_interrupts_goes_on() -> None:
    t = tokens("Prices|NNS _,|, according|VBG to|IN the|DT office|NN _,|, rose|VBD fast|RB _.|.")
    [made] = repaired(t, [draft(t.text, "according to", "Prices", source="the office")], None, LEXICONS)
    assert words(t.text, made.content) == ["Prices", "rose fast"]


def test_whom_who_stands_for_is_no_content() -> None:
    t = tokens("The|DT driver|NN _,|, who|WP said|VBD he|PRP slept|VBD _,|, left|VBD _.|.")
    [made] = repaired(t, [draft(t.text, "said", "The driver", "he slept", source="who")], None, LEXICONS)
    assert words(t.text, made.content) == ["he slept"]


def test_it_is_no_part_of_a_cue() -> None:
    t = tokens("It|PRP is|VBZ understood|VBN that|IN he|PRP left|VBD _.|.")
    [made] = repaired(t, [draft(t.text, "It is understood", "that he left")], None, LEXICONS)
    assert made.cue is not None
    assert t.text[slice(*made.cue)] == "is understood"


def test_a_later_allegation_is_the_articles_own() -> None:
    t = tokens("He|PRP said|VBD he|PRP ran|VBD _.|.", "¶Soldiers|NNS allegedly|RB fired|VBD _.|.")
    made = draft(t.text, "said", "he ran", "Soldiers allegedly fired", source="He")
    [kept] = repaired(t, [made], None, LEXICONS)
    assert words(t.text, kept.content) == ["he ran"]
