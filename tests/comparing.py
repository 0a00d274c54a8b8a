"""Compares predicted statements with expected ones, field by field. Shared by the sentences and the golden samples.

Spans are compared as words: punctuation, white space and a leading "that" at the edges of a fragment do not count,
nor does where a content is cut into fragments. Everything else is compared exactly, `relay` and `role` case aside.
"""

from __future__ import annotations

import re
from collections.abc import Callable, Mapping, Sequence
from dataclasses import dataclass
from typing import Any

from reportedly.record import Entity, Record, Span, Statement, overlaps

Expected = Mapping[str, Any]

EDGES = " \t\n.,;:!?…\"'“”„‘’«»`()[]–—-"
UNNAMED = "rule:description"
"""Maker of an entity that has no name: the expected records call it null."""


@dataclass(frozen=True, slots=True)
class Difference:
    """One field of one expected statement that is not as expected."""

    statement: int
    field: str
    expected: object
    predicted: object

    def __str__(self) -> str:
        return f"[{self.statement}] {self.field}: expected {self.expected!r}, got {self.predicted!r}"


def plain(text: str) -> str:
    """Words as they are compared: single spaces, nothing but words at the edges, no leading "that"."""
    words = re.sub(r"\s+", " ", text).strip(EDGES)
    return words[5:].lstrip(EDGES) if words.lower().startswith("that ") else words


class Comparison:
    """Expected statements of one record, each with the predicted statement that stands at its place."""

    def __init__(self, record: Record, expected: Sequence[Expected], fields: Sequence[str]) -> None:
        self.record, self.expected, self.fields = record, expected, fields
        self.entities = {e.id: e for e in record.entities}
        self.times = {t.id: t.text for t in record.times}
        self.matched: dict[int, Statement] = {}
        taken: set[str] = set()
        for number, want in enumerate(expected):
            near = [s for s in record.statements if s.id not in taken and self._same_place(s, want)]
            if near:
                best = max(near, key=lambda s: self._likeness(s, want))
                self.matched[number] = best
                taken.add(best.id)

    def differences(self) -> list[Difference]:
        """All fields that are not as expected; a statement that was not found is one difference in `found`."""
        return [d for number in range(len(self.expected)) for d in self._differences(number)]

    def extra(self) -> list[Statement]:
        """Predicted outermost statements that no expected one matches."""
        known = {s.id for s in self.matched.values()}
        return [s for s in self.record.statements if s.parent is None and s.id not in known]

    def words(self, statement: Statement) -> str:
        """A statement in one line: source | cue | content."""
        text = self.record.article.text
        parts = (statement.source.spans, statement.cue, statement.content)
        return " | ".join(" … ".join(text[a:b] for a, b in spans) for spans in parts)

    def _same_place(self, s: Statement, want: Expected) -> bool:
        text = self.record.article.text
        if want.get("cue"):
            at = want.get("at")
            places = places_of(want["cue"], text) if at is None else [(at, at + len(want["cue"]))]
            return any(overlaps(c, p) for c in s.cue for p in places)
        places = [p for c in want.get("content", ()) for p in places_of(c, text)]
        return any(overlaps(c, p) for c in s.content for p in places)

    def _likeness(self, s: Statement, want: Expected) -> int:
        compared = {"source", "content", "form", "act", "kind", "addressee"} & set(want)
        equal = sum(SAME.get(f, same)(want[f], self._value(s, f)) for f in compared)
        shared = set(self._value(s, "content").split()) & set(_content(want.get("content", ())).split())
        return 100 * equal + len(shared)

    def _differences(self, number: int) -> list[Difference]:
        want = self.expected[number]
        s = self.matched.get(number)
        if s is None:
            wanted = " | ".join(str(want.get(f, "")) for f in ("source", "cue", "content"))
            return [Difference(number, "found", wanted, None)]
        found = []
        for field in self.fields:
            if field not in want or (field == "role" and not self._has_role(want)):
                continue
            expected, value = want[field], self._value(s, field)
            if field == "parent":
                parent = self.matched.get(expected) if expected is not None else None
                expected = parent.id if parent else None if expected is None else f"of statement {expected}"
            if not SAME.get(field, same)(expected, value):
                found.append(Difference(number, field, want[field], value))
        return found

    def _has_role(self, want: Expected) -> bool:
        """A record has roles of named persons only: an unnamed source's is in its words, a body has none."""
        return bool(want.get("entity")) and want.get("kind", "person") == "person"

    def _value(self, s: Statement, field: str) -> Any:
        match field:
            case "source":
                return s.source.text
            case "cue" | "content":
                return _content([self.record.article.text[a:b] for a, b in getattr(s, field)])
            case "kind" | "named":
                return getattr(s.source, field)
            case "entity":
                entity = self._entity(s)
                return entity.name if entity else None
            case "role":
                entity = self._entity(s)
                return entity.role if entity else None
            case "addressee":
                return s.addressee.text if s.addressee else None
            case "said":
                return self.times[s.said] if s.said else None
            case _:
                return getattr(s, field)

    def _entity(self, s: Statement) -> Entity | None:
        entity = self.entities.get(s.source.entity or "")
        unnamed = entity is not None and "name" in entity.why and entity.why["name"].by.startswith(UNNAMED)
        return None if unnamed else entity


def places_of(words: str, text: str) -> list[Span]:
    """Where words stand in a text, as whole words."""
    pattern = r"\s+".join(map(re.escape, words.split()))
    edges = (r"(?<!\w)" if words[:1].isalnum() else "", r"(?!\w)" if words[-1:].isalnum() else "")
    return [m.span() for m in re.finditer(edges[0] + pattern + edges[1], text)]


def _content(fragments: Sequence[str]) -> str:
    return " ".join(plain(f) for f in fragments)


def same(expected: object, value: object) -> bool:
    """Equal; an empty string stands for null in TOML, which has none."""
    return (expected or None) == (value or None)


def _same_words(expected: str | None, value: str | None) -> bool:
    return plain(expected or "") == plain(value or "")


def _same_content(expected: str | Sequence[str], value: str) -> bool:
    return _content([expected] if isinstance(expected, str) else expected) == value


def _same_relay(expected: Sequence[str] | None, value: Sequence[str]) -> bool:
    """Null: only source and outlet, as tests/golden/README.md has it."""
    if expected is None:
        return len(value) <= 2
    return [e.lower() for e in expected] == [v.lower() for v in value]


def _same_role(expected: str | None, value: str | None) -> bool:
    return _without_article(expected) == _without_article(value)


def _without_article(role: str | None) -> str:
    return re.sub(r"^(?:the|an?)\s+", "", (role or "").lower())


SAME: dict[str, Callable[[Any, Any], bool]] = {
    "source": _same_words,
    "cue": _same_content,
    "content": _same_content,
    "relay": _same_relay,
    "role": _same_role,
}
FIELDS = (
    "source", "cue", "content", "form", "act", "kind", "named", "entity", "role", "parent", "addressee", "said",
    "relay",
)  # fmt: skip
