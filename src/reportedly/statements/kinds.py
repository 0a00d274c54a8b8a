"""What kind of source stands behind a statement, and whether the article names it."""

from __future__ import annotations

import re

from reportedly.lexicons import Lexicons
from reportedly.reader.tokens import Token, Tokens
from reportedly.record import Entity, Span, Why
from reportedly.record.statement import SourceKind

COUNTED = frozenset(
    [
        "two",
        "three",
        "four",
        "five",
        "six",
        "seven",
        "eight",
        "nine",
        "ten",
        "several",
        "both",
        "a",
        "one",
        "another",
        "multiple",
        "some",
        "many",
        "few",
    ]
)
FAMILIAR = re.compile(
    r"\b(?:people|persons?|those|officials?|someone|individuals?)\s+(?:\w+\s+){0,2}?(?:familiar|briefed|close|with\s+(?:direct\s+)?knowledge|who\s+(?:spoke|asked|requested|declined))",
    re.I,
)
ANONYMITY = re.compile(
    r"on\s+(?:the\s+)?condition\s+of\s+anonymity|not\s+to\s+be\s+(?:named|identified)|(?:unnamed|anonymous|unidentified)\b",
    re.I,
)
STATE_MEDIA = re.compile(
    r"(?:the\s+)?(?:\w+\s+)?state(?:-run|-owned)?\s+(?:television|tv|radio|media|news\s+agency|broadcaster)\b", re.I
)
PLACE_OF_SPEAKER = frozenset({"ORG", "GPE", "NORP", "FAC", "LOC"})


def source_kind(
    span: Span | None, entity: Entity | None, tokens: Tokens, lexicons: Lexicons
) -> tuple[SourceKind, bool, Why]:
    """Kind, whether the source is named, and why. The kinds are those of the record format."""
    if span is None:
        return "unknown", False, Why(by="rule:no-source@1", missing="not_said")
    text = tokens.text[slice(*span)]
    head = tokens.head_of(span)
    kind, named, rule, at = _decide(text, head, entity, tokens.within(span), lexicons)
    return kind, named, Why(by=f"rule:{rule}@1", evidence=(at,) if at else (span,))


def _decide(
    text: str, head: Token | None, entity: Entity | None, inside: tuple[Token, ...], lexicons: Lexicons
) -> tuple[SourceKind, bool, str, Span | None]:
    nouns = lexicons.sources
    at = (head.start, head.end) if head else None
    word = head.lower if head else text.lower()
    if entity and _is_described(entity):
        entity = None
    if entity and entity.kind == "person":
        return "person", True, "named-person", at
    if STATE_MEDIA.match(text):
        return "outlet", True, "state-media", at
    if ANONYMITY.search(text) or FAMILIAR.search(text):
        return "anonymous", False, "asked-not-to-be-named", at
    if word in nouns.spokesperson:
        return "organisation", entity is not None or _names_body(inside), "spokesperson", at
    if (
        head
        and head.tag in ("NN", "NNS", "NNP", "NNPS")
        and word in nouns.document
        and not (entity and entity.kind == "outlet")
    ):
        return (
            "document",
            any(t.name in ("WORK_OF_ART", "LAW") for t in inside)
            or (word in ("poll", "survey") and _names_body(inside)),
            "document-noun",
            at,
        )
    if entity and entity.kind == "outlet":
        return "outlet", True, "outlet-name", at
    if word in nouns.outlet and head and head.tag.startswith("NN"):
        return "outlet", entity is not None or any(t.tag == "NNP" for t in inside), "outlet-noun", at
    if entity:
        return (
            ("group", False, "people-name", at)
            if entity.kind == "group" and word.endswith("s")
            else ("organisation", True, "named-body", at)
        )
    if head is None:
        return "unknown", False, "no-head", None
    if head.name == "PERSON":
        return "person", True, "named-person", at
    if head.name in ("ORG", "FAC", "GPE") and head.tag.startswith("NNP"):
        return "organisation", True, "named-body", at
    return (*_unnamed(word, head, inside, lexicons), at)


def _is_described(entity: Entity) -> bool:
    """Is an entity only called by a description, and not by a name?"""
    return "name" in entity.why and entity.why["name"].by.startswith("rule:description")


def _unnamed(word: str, head: Token, inside: tuple[Token, ...], lexicons: Lexicons) -> tuple[SourceKind, bool, str]:
    nouns = lexicons.sources
    counted = any(t.lower in COUNTED or t.tag == "CD" for t in inside if t.i < head.i)
    if word in nouns.anonymous:
        return "anonymous", False, "anonymous-noun"
    joined = [
        t for t in inside if t.relation == "conj" and t.tag in ("NNS", "NNPS") and t.lower not in nouns.organisation
    ]
    if joined and head.tag in ("NN", "NNS") and not head.name:
        return "group", False, "several-people"
    if head.tag in ("NNS", "NNPS") or word in ("people", "police", "they", "we", "those", "others"):
        if word in ("police", "authorities") or (word in nouns.organisation and word not in lexicons.roles.nouns):
            return "organisation", False, "body-noun"
        exact = any(t.tag == "CD" or t.lower in ("two", "three", "both") for t in inside if t.i < head.i)
        return ("anonymous", False, "counted-people") if exact else ("group", False, "plural")
    if word in ("one", "another") and len(inside) > 1:
        return "anonymous", False, "one-of-several"
    if word in nouns.group or word.endswith("%") or head.tag == "CD":
        return "group", False, "collective"
    if word in ("he", "she", "i", "him", "her"):
        return ("anonymous", False, "unresolved-pronoun")
    if word in ("it", "its"):
        return "organisation", False, "unresolved-pronoun"
    if word in nouns.organisation:
        return "organisation", _names_body(inside), "body-noun"
    if word in lexicons.roles.nouns or word in lexicons.roles.titles or counted or head.tag in ("NN", "DT", "PRP"):
        return "anonymous", False, "unnamed-person"
    if head.tag in ("NNP", "NNPS"):
        return "organisation", True, "proper-noun"
    return "group", False, "other"


def _names_body(inside: tuple[Token, ...]) -> bool:
    return any(t.name in PLACE_OF_SPEAKER for t in inside)
