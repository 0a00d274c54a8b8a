"""JSON Lines → articles: one object a line, its text taken exactly as given."""

from __future__ import annotations

import codecs
import json
from collections.abc import Iterable, Iterator
from typing import Any, BinaryIO

from reportedly.errors import ArticleError, ReportedlyError
from reportedly.intake.continues import says_it_continues
from reportedly.intake.dates import published_of
from reportedly.intake.decode import refuse_binary
from reportedly.intake.item import MAX_CHARS, Given, Item, Origin, check_length, refused, text_id, too_long
from reportedly.intake.names import names_of
from reportedly.record import Article

MAX_LINE_BYTES = 12 * MAX_CHARS + 1_000_000
r"""Bytes of one line: a text at the limit with every character escaped (`\ud83d\ude00`), and the other fields."""

_REMEDY = 'each line must be one whole JSON object with at least a "text"'


def lines_of(file: BinaryIO) -> Iterator[bytes]:
    """The lines of a file. One longer than the limit comes cut to just over it; what follows of it is skipped."""
    while line := file.readline(MAX_LINE_BYTES + 1):
        yield line
        while len(line) > MAX_LINE_BYTES and not line.endswith(b"\n") and (rest := file.readline(MAX_LINE_BYTES)):
            if rest.endswith(b"\n"):
                break


def articles_of_lines(name: str, lines: Iterable[bytes], given: Given) -> Iterator[Item]:
    """One item for each line that is not blank; a line that cannot be read becomes an item named FILE:LINE."""
    seen = False
    for number, raw in enumerate(lines, 1):
        line = raw.removeprefix(codecs.BOM_UTF8) if number == 1 else raw
        if not line.strip():
            continue
        try:
            if not seen:
                _refuse_whole_file(name, line)
        except ArticleError as error:
            yield refused(name, str(error))
            return
        seen = True
        where = f"{name}:{number}"
        try:
            yield _article_of_line(where, line, given)
        except ReportedlyError as error:
            yield refused(where, str(error))
    if not seen:
        yield refused(name, f"{name} is empty: {_REMEDY}")


def _refuse_whole_file(name: str, line: bytes) -> None:
    """Raise ArticleError where the first line shows that no line of the file can be an article."""
    refuse_binary(name, line)
    if line.startswith((codecs.BOM_UTF16_LE, codecs.BOM_UTF16_BE)):
        raise ArticleError(f"{name} is UTF-16: JSON Lines are UTF-8, convert it with `iconv -f UTF-16 -t UTF-8`")
    if line.strip() in (b"{", b"[", b"[{"):
        raise ArticleError(f"{name} is JSON over several lines: {_REMEDY}; `jq -c` writes it so")


def _article_of_line(where: str, line: bytes, given: Given) -> Item:
    if len(line) > MAX_LINE_BYTES:
        raise too_long(where)
    fields = _object_in(where, line)
    text = fields.get("text")
    if not isinstance(text, str):
        found = 'has no "text"' if text is None else 'has a "text" that is no string'
        raise ArticleError(f'{where} {found}: give it the article\'s text as a string, {{"text": "…"}}')
    if not text.strip():
        raise ArticleError(f'{where} has an empty "text": give it the article\'s text or leave the line out')
    check_length(where, text)
    id_, title = _id_of(where, fields), _string(where, fields, "title") or given.title
    published, problems = published_of(where, _string(where, fields, "published"), given.published)
    article = Article(
        id=id_ or text_id(text),
        url=_string(where, fields, "url") or given.url,
        outlet=_string(where, fields, "outlet") or given.outlet,
        title=title,
        byline=_byline(where, fields),
        published=published,
        text=text,
        headline=(0, len(title)) if title and text.startswith(title) else None,
        truncated=says_it_continues(text),
    )
    return Item(article, problems, Origin(where, where, given_id=id_))


def _object_in(where: str, line: bytes) -> dict[str, Any]:
    try:
        value = json.loads(line.decode("utf-8"))
    except UnicodeDecodeError as error:
        raise ArticleError(f"{where} is not valid UTF-8 (byte {error.start} of the line): write it as UTF-8") from None
    except json.JSONDecodeError as error:
        reason = f"{error.msg}, column {error.colno}"
        raise ArticleError(f"{where} is not valid JSON ({reason}), perhaps cut off: {_REMEDY}") from None
    except (ValueError, RecursionError):
        raise ArticleError(f"{where} holds JSON that is too deep or has a huge number: {_REMEDY}") from None
    if not isinstance(value, dict):
        raise ArticleError(f"{where} is JSON but no object: {_REMEDY}")
    for field in ("id", "url", "outlet", "title", "published", "text", "byline"):
        if _has_surrogate(value.get(field)):
            raise ArticleError(f'{where} has half a surrogate pair in "{field}": write it again as UTF-8')
    return value


def _has_surrogate(value: object) -> bool:
    if isinstance(value, list):
        return any(isinstance(v, str) and _has_surrogate(v) for v in value)
    if not isinstance(value, str):
        return False
    try:
        value.encode("utf-8")
    except UnicodeEncodeError:
        return True
    return False


def _string(where: str, fields: dict[str, Any], field: str) -> str | None:
    """The field as a string, None where it is missing, null or blank."""
    value = fields.get(field)
    if value is not None and not isinstance(value, str):
        raise ArticleError(f'{where} has a "{field}" that is no string: write it as one or leave it out')
    return value if value and value.strip() else None


def _id_of(where: str, fields: dict[str, Any]) -> str | None:
    value = fields.get("id")
    if isinstance(value, int) and not isinstance(value, bool):
        return str(value)
    return _string(where, fields, "id")


def _byline(where: str, fields: dict[str, Any]) -> tuple[str, ...]:
    value = fields.get("byline")
    if isinstance(value, list) and all(isinstance(v, str) for v in value):
        return tuple(v.strip() for v in value if v.strip())
    if value is None or isinstance(value, str):
        return names_of(value or "")
    raise ArticleError(f'{where} has a "byline" that is no string and no list of strings: write it as one')
