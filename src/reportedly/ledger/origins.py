"""Where an article came from, as the ledger keeps it: a path that holds in whatever folder it is opened again."""

from __future__ import annotations

from pathlib import Path

from reportedly.intake.addresses import is_address
from reportedly.intake.files import STDIN
from reportedly.intake.item import Item, Origin


def origin_of(item: Item) -> Origin:
    """Where an article came from, as it was typed; for one that was made by hand its id."""
    return item.origin or Origin(item.article.id, item.article.id)


def kept_origin(item: Item) -> Origin:
    """The same as it is kept."""
    return absolute(item.origin) if item.origin else origin_of(item)


def absolute(origin: Origin) -> Origin:
    """An origin with paths from the root on, in the source and in the name within it."""
    if origin.source == STDIN or is_address(origin.source):
        return origin
    return origin._replace(source=_absolute(origin.source), name=_absolute_name(origin.name, origin.source))


def _absolute(path: str) -> str:
    """The path from the root on. Links stay as they are: where they lead may change."""
    return str(Path(path).absolute())


def _absolute_name(name: str, source: str) -> str:
    """The name of something in a source ("a.jsonl:3", "folder/b.html"), from the root on like it."""
    for start in (str(Path(source)), source):
        if name.startswith(start):
            return _absolute(_absolute(source) + name.removeprefix(start))
    return name if is_address(name) else _absolute(name)  # what lies in "." does not begin with it
