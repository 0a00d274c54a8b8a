"""From the paths of a command line to files, and from a file to its bytes."""

from __future__ import annotations

import os
import re
from collections.abc import Iterator, Sequence
from pathlib import Path
from typing import NamedTuple

from reportedly.intake.sniff import ENDINGS, FEED_ENDINGS, is_article_file

STDIN = "-"

_SITE = re.compile(r"www\.|(?:[a-z0-9-]{1,63}\.){1,9}[a-z]{2,24}(?::\d{1,5})?/", re.IGNORECASE)
"""What an address without its scheme starts with."""


class Listed(NamedTuple):
    """One file to read. `name` is how messages call it, `problem` says why it cannot be read at all."""

    path: str
    name: str
    problem: str | None = None


def list_files(paths: Sequence[str]) -> list[Listed]:
    """The files that `paths` stand for, in the order given; a folder stands for the articles below it, sorted.

    A path that leads nowhere stays in the list, with its problem, so that it is reported in its place.
    """
    return [found for path in paths for found in _list_path(path)]


def file_error(name: str, error: OSError | ValueError) -> str:
    """What to say about a file that the operating system would not hand out."""
    if isinstance(error, FileNotFoundError):
        return f"{name} does not exist (any more): check the path"
    if isinstance(error, PermissionError):
        return f"{name} may not be read: change its permissions or run as a user who may"
    reason = error.strerror if isinstance(error, OSError) and error.strerror else str(error)
    return f"{name} cannot be read ({reason}): check the path"


def _absent(path: str, name: str, error: FileNotFoundError) -> str:
    hint = f", or write https://{name} where it is a web address" if _SITE.match(path) else ""
    return file_error(name, error) + hint


def _list_path(path: str) -> Iterator[Listed]:
    if path == STDIN:
        yield Listed(path, "stdin")
        return
    name = _name_of(path)
    try:
        is_folder = Path(path).is_dir()
        if not is_folder:
            Path(path).stat()
    except FileNotFoundError as error:
        yield Listed(path, name, _absent(path, name, error))
        return
    except (OSError, ValueError) as error:
        yield Listed(path, name, file_error(name, error))
        return
    yield from _list_folder(path) if is_folder else [Listed(path, name)]


def _list_folder(folder: str) -> Iterator[Listed]:
    errors: list[OSError] = []
    found: list[str] = []
    for here, below, names in os.walk(folder, onerror=errors.append):
        below[:] = [b for b in below if not b.startswith(".")]
        files = (Path(here, n) for n in names if not n.startswith(".") and is_article_file(n))
        found.extend(str(f) for f in files if f.is_file())
    for path in sorted(found):
        yield Listed(path, _name_of(path))
    for error in errors:
        name = _name_of(str(error.filename))
        yield Listed(name, name, file_error(name, error))
    if not found and not errors:
        name = _name_of(folder)
        yield Listed(
            folder,
            name,
            f"{name} is a folder without articles: it holds no file ending in {_endings()}, "
            "nor one of them compressed (.gz, .zst); other files, and feeds "
            f"({' '.join(FEED_ENDINGS)}), are named one by one",
        )


def _endings() -> str:
    return " ".join(sorted(ENDINGS))


def _name_of(path: str) -> str:
    """The path as it can be printed: a name that is not UTF-8 would otherwise break the output."""
    return os.fsencode(path).decode("utf-8", "replace") if _is_encodable(path) else ascii(path)


def _is_encodable(path: str) -> bool:
    try:
        os.fsencode(path)
    except UnicodeEncodeError:
        return False
    return True
