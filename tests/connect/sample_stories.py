"""The stories in samples/, linked, beside what should be found in them: sample_stories.toml.

`python -m tests.connect.sample_stories` links them and rewrites sample_stories_known.toml.
"""

from __future__ import annotations

import io
import tomllib
from collections.abc import Iterable, Iterator, Mapping
from pathlib import Path
from typing import Any

import reportedly
from reportedly.connect.nouns import Happening, Linked
from reportedly.intake import Given, read_paths
from reportedly.linking import link_records
from reportedly.record import Record
from tests.known import write_known

FOLDER = Path(__file__).parents[2] / "samples" / "stories"
EXPECTED: dict[str, Any] = tomllib.loads(Path(__file__).with_suffix(".toml").read_text(encoding="utf-8"))
KNOWN = Path(__file__).with_name("sample_stories_known.toml")
COMMAND = "python -m tests.connect.sample_stories"

Found = tuple[dict[str, Record], Linked]


def linked(reader: reportedly.Reader) -> Found:
    """The records of the articles, by id, and what links them."""
    items = read_paths([str(FOLDER)], Given(), io.BytesIO())
    records = {i.article.id: reader.read_item(i) for i in items}
    return records, link_records(records.values())


def cases() -> Iterator[str]:
    """Everything that is compared: "relays", "bombing status"."""
    yield from ("stories", "copies", "originals", "relays")
    for name, told in EXPECTED["happening"].items():
        yield from (f"{name} {field}" for field in told if field != "at")


def wanted(case: str) -> Any:
    """What should be found."""
    if case == "originals":
        return {group[0] for group in EXPECTED["copies"]}
    name, _, field = case.partition(" ")
    told = EXPECTED["happening"][name][field] if field else EXPECTED[name]
    return {_set(x) for x in told} if case in ("stories", "copies") else _plain(field or case, told)


def found(case: str, all_found: Found) -> Any:
    """What is found, in the same form; None where nothing is found at the place named."""
    records, links = all_found
    name, _, field = case.partition(" ")
    match name:
        case "stories":
            return {_set(s.articles) for s in links.stories}
        case "copies":
            return {_set(c.articles) for s in links.stories for c in s.copies}
        case "originals":
            return {c.original for s in links.stories for c in s.copies}
        case "relays":
            return _relays(links)
    article, words = EXPECTED["happening"][name]["at"]
    happening = _at(links, article, records[article].article.text.index(words))
    return happening and _plain(field, _field(happening, field))


def differences(all_found: Found) -> dict[str, str]:
    """Case → what should be found and what is."""
    both = {case: (wanted(case), found(case, all_found)) for case in cases()}
    return {c: f"expected {_told(want)}, got {_told(got)}" for c, (want, got) in both.items() if want != got}


def _relays(links: Linked) -> set[Any]:
    ends = ((x.start.id, x.end) for s in links.stories for x in s.links if x.kind == "relays")
    return {(start, end.id if end.kind == "article" else end.name) for start, end in ends}


def _at(links: Linked, article: str, place: int) -> Happening | None:
    """The happening of which a mention stands there."""
    for story in links.stories:
        for h in story.happenings:
            if any(m.article == article and m.trigger[0] <= place < m.trigger[1] for m in h.mentions):
                return h
    return None


def _field(h: Happening, field: str) -> Any:
    match field:
        case "place":
            return h.place and h.place.name
        case "origins":
            return (h.origins.at_least, h.origins.at_most)
        case "counts":
            return [(c.what, c.low, c.high) for c in h.counts]
        case "disputes":
            return [(d.kind, d.what, *d.sides) for d in h.disputes]
    return getattr(h, field)


def _plain(field: str, value: Any) -> Any:
    """A value as it is compared: where order does not matter, as a set."""
    match field:
        case "articles":
            return _set(value)
        case "counts" | "relays":
            return {tuple(row) for row in value}
        case "disputes":
            return {(kind, what, tuple(_set(side) for side in sides)) for kind, what, *sides in value}
    return tuple(value) if isinstance(value, list) else value


def _set(values: Iterable[str]) -> frozenset[str]:
    return frozenset(values)


def _told(value: Any) -> str:
    """The same words for the same value, whatever the order of its sets."""
    if isinstance(value, set | frozenset):
        return "{" + ", ".join(sorted(map(_told, value))) + "}"
    if isinstance(value, tuple):
        return "(" + ", ".join(map(_told, value)) + ")"
    return f"{value:g}" if isinstance(value, float) else str(value)


def main() -> None:
    """Rewrite what is known to differ."""
    known: Mapping[str, str] = differences(linked(reportedly.load()))
    write_known(KNOWN, known, COMMAND)
    print(f"{len(list(cases())) - len(known)} of {len(list(cases()))} as expected")


if __name__ == "__main__":
    main()
