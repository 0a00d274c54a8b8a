"""Word lists as frozen sets, read once from the TOML files beside this module (see README.md for their origin)."""

from __future__ import annotations

import re
import tomllib
from dataclasses import dataclass
from functools import cache
from importlib.resources import files
from typing import Any


@dataclass(frozen=True, slots=True)
class Acts:
    """Which words believe, want or deny. All inflected forms, lower case, mapped to their base form."""

    believe: dict[str, str]
    want: dict[str, str]
    deny: dict[str, str]
    tell: dict[str, str]
    silent_when_negated: dict[str, str]
    adverbs: frozenset[str]


@dataclass(frozen=True, slots=True)
class SourceNouns:
    """Head nouns by kind of source, singular and plural forms."""

    document: frozenset[str]
    outlet: frozenset[str]
    organisation: frozenset[str]
    spokesperson: frozenset[str]
    group: frozenset[str]
    anonymous: frozenset[str]
    anonymous_plural: frozenset[str]
    body_endings: frozenset[str]


@dataclass(frozen=True, slots=True)
class Roles:
    """What persons are: titles before a name, nouns of function, and the words that show a gender."""

    titles: frozenset[str]
    nouns: frozenset[str]
    female: frozenset[str]
    male: frozenset[str]
    female_names: frozenset[str]
    male_names: frozenset[str]


@dataclass(frozen=True, slots=True)
class Outlets:
    """News outlets by full name, and the last words of names that make an outlet."""

    names: frozenset[str]
    beginnings: frozenset[str]
    endings: frozenset[str]


@dataclass(frozen=True, slots=True)
class TimeWords:
    """Weekdays, their short forms and months that are no names; the words of time expressions stand with their grammar
    (ground/times)."""

    days: frozenset[str]
    months: frozenset[str]


@dataclass(frozen=True, slots=True)
class StatusWords:
    """Words that put an event into a status, by their lower-case form; `modals` by the modal.

    Of the rest, `light` verbs have no meaning beside their object's, `transparent` nouns stand for what their "of"
    leads to, and who is `turning_down` a request grants that there was one. A `hearsay` noun has a clause that somebody
    tells, which may be called `untrue`. `hostilities` are states of affairs more often than events.
    """

    verbs: dict[str, str]
    nouns: dict[str, str]
    adjectives: dict[str, str]
    modals: dict[str, str]
    negation: frozenset[str]
    conditional: frozenset[str]
    open: frozenset[str]
    light: frozenset[str]
    transparent: frozenset[str]
    turning_down: frozenset[str]
    untrue: frozenset[str]
    hearsay: frozenset[str]
    hostilities: frozenset[str]


@dataclass(frozen=True, slots=True)
class Actors:
    """Who acts in the news: `countries` from names, demonyms and seats of government to ISO 3166-1 alpha-3; sectors by
    head noun, by phrase (both lower case, singular) and by the name of a known body; `states`: countries' names."""

    countries: dict[str, str]
    sector_words: dict[str, str]
    sector_phrases: dict[str, str]
    bodies: dict[str, str]
    states: frozenset[str]


@dataclass(frozen=True, slots=True)
class PeopleNouns:
    """Singular nouns that mean a person, several people, a body or a state wherever they head a noun phrase.

    `single` bodies have no plural. `quantity` words leave it to what follows their "of"; `adjectives` are people after
    "the" ("the wounded"); beside `harmed` a bare number is people ("107 killed"). `irregular`: plural to singular.
    """

    person: frozenset[str]
    group: frozenset[str]
    organisation: frozenset[str]
    state: frozenset[str]
    single: frozenset[str]
    quantity: frozenset[str]
    adjectives: frozenset[str]
    harmed: frozenset[str]
    irregular: dict[str, str]


@dataclass(frozen=True, slots=True)
class PlaceWords:
    """Words around and inside the names of places, lower case (places.toml says what each list is for)."""

    before: frozenset[str]
    after: frozenset[str]
    heads: frozenset[str]
    streets: frozenset[str]
    common: frozenset[str]


@dataclass(frozen=True, slots=True)
class TollWords:
    """Words around people who are counted, lower case (tolls.toml says what each list is for)."""

    breaks: frozenset[str]
    attackers: frozenset[str]
    people: frozenset[str]
    person: frozenset[str]
    soldiers: frozenset[str]
    harming: frozenset[str]


@dataclass(frozen=True, slots=True)
class Lexicons:
    """All word lists."""

    acts: Acts
    sources: SourceNouns
    roles: Roles
    outlets: Outlets
    times: TimeWords
    status: StatusWords
    actors: Actors
    people: PeopleNouns
    places: PlaceWords
    place_weights: dict[str, dict[str, float]]
    tolls: TollWords


@dataclass(frozen=True, slots=True)
class Sameness:
    """Words by which mentions are told to be of one happening, all in their base form.

    `senses` by word and `by_type` those that a type allows; `empty` words say little of themselves, `anaphoric` ones
    stand for what was told before, `general` ones for any attack; `apart`: what a word makes of the mentions beside
    it. `causes` and `effects` are senses: what can harm people, and the harm; `attacks` harm on purpose; `personal` is
    what befalls one person. `lasting` words are of what goes on until one of `ended` is said of it. `little` words
    stand near everything, `breaks` end a noun's own phrase. `irregular` leads from a form to its base.
    """

    senses: dict[str, frozenset[str]]
    by_type: dict[str, frozenset[str]]
    empty: frozenset[str]
    anaphoric: frozenset[str]
    general: frozenset[str]
    apart: dict[str, str]
    ordinals: tuple[str, ...]
    causes: frozenset[str]
    effects: frozenset[str]
    attacks: frozenset[str]
    personal: frozenset[str]
    lasting: frozenset[str]
    ended: frozenset[str]
    little: frozenset[str]
    breaks: frozenset[str]
    pronouns: frozenset[str]
    irregular: dict[str, str]


APART = ("drill", "fiction", "commemoration", "other")


@cache
def load_sameness() -> Sameness:
    """Read the word lists of linking."""
    lists = _read("happenings")
    words: dict[str, set[str]] = {}
    for sense, listing in lists["senses"].items():
        for word in _words(listing):
            words.setdefault(word, set()).add(sense)
    of = lists["words"]
    return Sameness(
        {w: frozenset(s) for w, s in words.items()},
        {t: frozenset(_words(listing)) for t, listing in lists["types"].items()},
        frozenset(_words(of["empty"])),
        frozenset(_words(of["anaphoric"])),
        frozenset(_words(of["general"])),
        {w: kind for kind in reversed(APART) for w in _words(of[kind])},
        tuple(_words(of["ordinals"])),
        irregular={form: row.split()[0] for row in of["irregular"] for form in row.split()},
        **{
            k: frozenset(_words(of[k]))
            for k in ("causes", "effects", "attacks", "personal", "lasting", "ended", "little", "breaks", "pronouns")
        },
    )


@cache
def common_words() -> dict[str, float]:
    """Words that news uses whatever it is about, and the share of articles that hold them (common_words.toml)."""
    return {w: int(percent) / 100 for percent, ws in _read("common_words")["percent"].items() for w in _words(ws)}


@cache
def load_lexicons() -> Lexicons:
    """Read the word lists."""
    acts, sources, roles, outlets, times, given = (
        _read(name) for name in ("acts", "sources", "roles", "outlets", "times", "given_names")
    )
    irregular = {row.split()[0]: row.split()[1:] for row in acts["irregular"]}

    def verbs(*keys: str) -> dict[str, str]:
        found: dict[str, str] = {}
        for key in keys:
            for word in _words(acts[key]):
                forms = (
                    {word.replace("-", " ")}
                    if key.endswith("_words") or word.startswith("would-")
                    else verb_forms(word, irregular.get(word))
                )
                found |= dict.fromkeys(forms, word)
        return found

    return Lexicons(
        Acts(
            believe=verbs("believe", "believe_words"),
            want=verbs("want", "want_words"),
            deny=verbs("deny", "deny_words"),
            tell=verbs("tell"),
            silent_when_negated=verbs("silent_when_negated"),
            adverbs=frozenset(_words(acts["adverbs"])),
        ),
        SourceNouns(
            **{
                k: frozenset(_words(sources[k])) | frozenset(plural(w) for w in _words(sources[k]))
                for k in ("document", "outlet", "organisation", "spokesperson", "anonymous", "anonymous_plural")
            },
            group=frozenset(_words(sources["group"])),
            body_endings=frozenset(_words(sources["body_endings"])),
        ),
        Roles(
            **{k: frozenset(_words(roles[k])) for k in ("titles", "nouns", "female", "male")},
            female_names=frozenset(_words(given["female"])),
            male_names=frozenset(_words(given["male"])),
        ),
        Outlets(frozenset(outlets["names"]), *(frozenset(_words(outlets[k])) for k in ("beginnings", "endings"))),
        TimeWords(**{k: frozenset(_words(v)) for k, v in times.items()}),
        _status_words(_read("status")),
        _actors(_read("countries"), _read("sectors")),
        _people(_read("people")),
        PlaceWords(**{k: frozenset(_words(v)) for k, v in _read("places")["words"].items()}),
        _read("place_weights"),
        TollWords(**{k: frozenset(_words(v)) for k, v in _read("tolls").items()}),
    )


@cache
def word_sets(name: str) -> dict[str, frozenset[str]]:
    """The lists of one file that only linking reads, each a set of words that white space parts."""
    return {k: frozenset(_words(v)) for k, v in _read(name).items()}


def _people(lists: dict[str, str]) -> PeopleNouns:
    irregular = dict(row.split(":") for row in _words(lists.pop("irregular")))
    return PeopleNouns(**{k: frozenset(_words(v)) for k, v in lists.items()}, irregular=irregular)


def _actors(countries: dict[str, dict[str, list[str]]], sectors: dict[str, dict[str, Any]]) -> Actors:
    return Actors(
        {name: code for code, row in countries.items() for names in row.values() for name in names},
        {word: code for code, row in sectors.items() for word in _words(row.get("words", ""))},
        {phrase: code for code, row in sectors.items() for phrase in row.get("phrases", ())},
        {name: code for code, row in sectors.items() for name in row.get("names", ())},
        frozenset(name for row in countries.values() for name in row["names"]),
    )


def _status_words(lists: dict[str, Any]) -> StatusWords:
    irregular = {row.split()[0]: row.split()[1:] for row in lists.pop("irregular")}
    words, modals = lists.pop("words"), lists.pop("modals")
    verbs, nouns, adjectives = (
        {form: status for status, row in lists.items() for word in _words(row[key]) for form in forms(word)}
        for key, forms in (
            ("verbs", lambda w: verb_forms(w, irregular.get(w))),
            ("nouns", lambda w: (w, plural(w))),
            ("adjectives", lambda w: (w,)),
        )
    )
    return StatusWords(
        verbs,
        nouns,
        adjectives,
        {m: status for status, listing in modals.items() for m in _words(listing)},
        **{k: frozenset(_words(v)) for k, v in words.items()},
    )


def _read(name: str) -> dict[str, Any]:
    return tomllib.loads(files(__package__).joinpath(f"{name}.toml").read_text(encoding="utf-8"))


def _words(listing: str) -> list[str]:
    """The words of a listing, which white space parts."""
    return listing.split()


def verb_forms(base: str, irregular: list[str] | None = None) -> set[str]:
    """The inflected forms of a verb; `irregular` is its past tense and participle."""
    if "-" in base:
        head, _, rest = base.partition("-")
        return {f"{form} {rest.replace('-', ' ')}" for form in verb_forms(head)}
    if base.endswith(("s", "sh", "ch", "x", "z", "o")):
        third = base + "es"
    elif base.endswith("y") and base[-2] not in "aeiou":
        third = base[:-1] + "ies"
    else:
        third = base + "s"
    doubles = re.fullmatch(r"[^aeiou]*[aeiou][bdgmnprt]", base) or (
        irregular and irregular[0] == base + base[-1] + "ed"
    )
    stem = base + base[-1] if doubles else base[:-1] if base.endswith("e") and not base.endswith("ee") else base
    past = base[:-1] + "ied" if third.endswith("ies") else base + "d" if base.endswith("e") else stem + "ed"
    return {base, third, stem + "ing", *(irregular or [past])}


def plural(noun: str) -> str:
    """The regular plural of a noun."""
    if noun.endswith("y") and noun[-2:-1] not in "aeiou":
        return noun[:-1] + "ies"
    return noun + ("es" if noun.endswith(("s", "sh", "ch", "x", "z")) else "s")
