"""Word lists and the inflection that fills them."""

from __future__ import annotations

import dataclasses

import pytest

from reportedly.lexicons import load_lexicons, plural, verb_forms

LEXICONS = load_lexicons()


@pytest.mark.parametrize(
    ("base", "irregular", "forms"),
    [
        ("deny", None, "deny denies denied denying"),
        ("believe", None, "believe believes believed believing"),
        ("wish", None, "wish wishes wished wishing"),
        ("express", None, "express expresses expressed expressing"),
        ("convey", None, "convey conveys conveyed conveying"),
        ("decree", None, "decree decrees decreed decreeing"),
        ("veto", None, "veto vetoes vetoed vetoing"),
        ("say", ["said", "said"], "say says said saying"),
        ("know", ["knew", "known"], "know knows knew known knowing"),
        ("write", ["wrote", "written"], "write writes wrote written writing"),
        ("foresee", ["foresaw", "foreseen"], "foresee foresees foresaw foreseen foreseeing"),
        ("plan", ["planned", "planned"], "plan plans planned planning"),
        ("admit", ["admitted", "admitted"], "admit admits admitted admitting"),
        ("prefer", ["preferred", "preferred"], "prefer prefers preferred preferring"),
        ("deem", ["deemed", "deemed"], "deem deems deemed deeming"),
        ("put", ["put", "put"], "put puts putting"),
        ("beg", ["begged", "begged"], "beg begs begged begging"),
    ],
)
def test_verb_forms(base: str, irregular: list[str] | None, forms: str) -> None:
    assert verb_forms(base, irregular) == set(forms.split())


def test_verbs_of_two_words() -> None:
    assert verb_forms("hope-for") == {"hope for", "hopes for", "hoped for", "hoping for"}
    assert verb_forms("hope-for-better-days") == {f"{h} for better days" for h in ("hope", "hopes", "hoped", "hoping")}


@pytest.mark.parametrize(
    ("noun", "many"),
    [
        ("report", "reports"),
        ("ministry", "ministries"),
        ("survey", "surveys"),
        ("church", "churches"),
        ("press", "presses"),
    ],
)
def test_plural(noun: str, many: str) -> None:
    assert plural(noun) == many


def test_the_lists_hold_what_the_rules_look_for() -> None:
    acts, sources = LEXICONS.acts, LEXICONS.sources
    assert acts.believe["thought"] == acts.believe["thinks"] == "think"
    assert acts.want["hoping"] == "hope" and acts.deny["denies"] == "deny"
    assert acts.tell["told"] == "tell" and acts.silent_when_negated["said"] == "say"
    assert {"reportedly", "allegedly"} <= acts.adverbs
    assert {"report", "reports", "lawsuit"} <= sources.document
    assert {"ministry", "ministries"} <= sources.organisation
    assert {"newspaper", "newspapers"} <= sources.outlet
    assert {"spokesman", "spokeswoman", "spokespeople"} <= sources.spokesperson
    assert "Friday".lower() in LEXICONS.times.days
    assert LEXICONS.roles.female_names and LEXICONS.outlets.names


def test_every_list_is_lower_case_and_not_empty() -> None:
    for group in dataclasses.fields(LEXICONS):
        lists = getattr(LEXICONS, group.name)
        if group.name == "place_weights":
            continue  # numbers
        for field in dataclasses.fields(lists):
            words = getattr(lists, field.name)
            assert words, f"{group.name}.{field.name} is empty"
            if field.name in ("countries", "bodies", "states"):  # names keep their case
                continue
            assert not [w for w in words if w != w.lower().strip() or not w], f"{group.name}.{field.name}"


def test_no_verb_has_two_acts() -> None:
    acts = LEXICONS.acts
    lists = {"believe": acts.believe, "want": acts.want, "deny": acts.deny}
    names = sorted(lists)
    both = {(a, b): set(lists[a]) & set(lists[b]) for a in names for b in names if a < b}
    assert {k: v for k, v in both.items() if v} == {}


def test_the_lists_are_read_once() -> None:
    assert load_lexicons() is LEXICONS
