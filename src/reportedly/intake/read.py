"""From the paths of a command line to a stream of articles. What cannot be read becomes an item that says why."""

from __future__ import annotations

from collections.abc import Iterable, Iterator, Sequence
from io import BufferedReader
from itertools import chain
from pathlib import Path
from typing import BinaryIO

from reportedly.errors import ArticleError, ReportedlyError
from reportedly.intake.decode import refuse_binary
from reportedly.intake.files import STDIN, Listed, file_error, list_files
from reportedly.intake.item import Given, Item, refused, too_long
from reportedly.intake.json_lines import articles_of_lines, lines_of
from reportedly.intake.limits import MAX_FEED_BYTES, MAX_PAGE_BYTES, MAX_TEXT_BYTES
from reportedly.intake.page import article_of_page
from reportedly.intake.sniff import HEAD_BYTES, Format, format_by_content, format_by_ending, is_feed, is_json_array
from reportedly.intake.text import article_of_text
from reportedly.intake.unpack import GZIP, PACKED, is_packed, replayed, unpacked
from reportedly.intake.warc import articles_of_warc


def read_paths(paths: Sequence[str], given: Given, stdin: BinaryIO) -> Iterator[Item]:
    """The articles that `paths` hold, in order; a folder stands for all below it, "-" for standard input."""
    return read_files(list_files(paths), given, stdin)


def read_files(files: Iterable[Listed], given: Given, stdin: BinaryIO) -> Iterator[Item]:
    """The articles of listed files, in order. One that cannot be read never stops the others."""
    for file in files:
        yield from read_file(file, given, stdin)


def read_file(file: Listed, given: Given, stdin: BinaryIO) -> Iterator[Item]:
    """The articles of one file: one, or several where it holds JSON Lines or is a WARC file; compressed or not."""
    if file.problem is not None:
        yield refused(file.name, file.problem)
        return
    try:
        if file.path == STDIN:
            yield from _read_open(file.name, stdin, None, given)
        else:
            with Path(file.path).open("rb") as opened:
                form = format_by_ending(file.path)
                yield from _read_open(file.name, _content(file, form, opened), form, given)
    except ReportedlyError as error:
        yield refused(file.name, str(error))
    except (OSError, ValueError) as error:
        yield refused(file.name, file_error(file.name, error))


def _content(file: Listed, form: Format | None, opened: BufferedReader) -> BinaryIO:
    """The file, decompressed where its name and its content say so; a WARC file in gzip is read member by member."""
    if not file.path.lower().endswith(PACKED) or not is_packed(opened.peek(4)):
        return opened
    if form == "warc" and opened.seekable() and opened.peek(2).startswith(GZIP):
        return opened
    return unpacked(file.name, opened)


def _read_open(name: str, file: BinaryIO, known: Format | None, given: Given) -> Iterator[Item]:
    if known is not None:
        yield from _read_as(known, name, [], file, given)
        return
    start = _first_lines(name, file)
    if start and is_packed(start[0]):
        file = unpacked(name, replayed(b"".join(start), file))
        start = _first_lines(name, file)
    line = start[-1] if start else b""
    form = format_by_content(line, b"".join(start))
    if form in ("page", "text"):
        start.append(file.read(min(HEAD_BYTES, MAX_TEXT_BYTES)))
    elif line.strip() == b"{":  # JSON over several lines: no article, perhaps a feed
        start.append(file.read(MAX_FEED_BYTES))
    _refuse_collection(name, b"".join(start))
    yield from _read_as(form, name, start, file, given)


def _refuse_collection(name: str, head: bytes) -> None:
    """Raise ArticleError for what would otherwise pass for the text of one article and is none."""
    if is_feed(head):
        raise ArticleError(
            f"{name} is a feed, no article: give its address to `reportedly add`, "
            "or a file of it that is not compressed and ends in .xml or .json"
        )
    if is_json_array(head):
        raise ArticleError(f"{name} is a JSON array: JSON Lines hold one object a line; `jq -c '.[]'` makes them")


def _read_as(form: Format, name: str, start: list[bytes], file: BinaryIO, given: Given) -> Iterator[Item]:
    if form == "json_lines":
        yield from articles_of_lines(name, chain(start, lines_of(file)), given)
    elif form == "warc":
        yield from articles_of_warc(name, replayed(b"".join(start), file) if start else file, given)
    else:
        yield _read_whole(name, b"".join(start), file, form, given)


def _first_lines(name: str, file: BinaryIO) -> list[bytes]:
    """The lines up to the first that is not blank: no more is read, so that a stream can be sniffed as it arrives."""
    found: list[bytes] = []
    for line in lines_of(file):
        found.append(line)
        if line.strip():
            break
        if len(found) > MAX_TEXT_BYTES:
            raise ArticleError(f"{name} is empty: it starts with millions of blank lines")
    return found


def _read_whole(name: str, start: bytes, file: BinaryIO, form: Format, given: Given) -> Item:
    """One article from `start` and the rest of its file, of which no more than the limit is ever held."""
    limit = MAX_PAGE_BYTES if form == "page" else MAX_TEXT_BYTES
    data = start + file.read(max(0, limit + 1 - len(start)))
    if len(data) > limit:
        refuse_binary(name, data)
        raise _too_large(name, form)
    return article_of_page(name, data, given) if form == "page" else article_of_text(name, data, given)


def _too_large(name: str, form: Format) -> ArticleError:
    if form == "text":
        return too_long(name)
    limit = f"{MAX_PAGE_BYTES // 1_000_000} MB"
    return ArticleError(f"{name} is larger than {limit}, the limit for a page: save it without images or pass its text")
