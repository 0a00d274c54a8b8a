"""Files that appear under their names only once they are whole."""

from __future__ import annotations

import hashlib
import io
import os
from collections.abc import Iterator, Sequence
from contextlib import ExitStack, contextmanager
from pathlib import Path
from typing import BinaryIO, TextIO

from reportedly.errors import RunError
from reportedly.exports.nouns import Exported, Form, Target

TABLES: dict[Form, tuple[str, ...]] = {
    "parquet": ("events.parquet", "statements.parquet"),
    "csv": ("events.csv", "statements.csv"),
}
"""The files of the forms that are a folder."""


def paths_of(form: Form, path: Path) -> tuple[Path, ...]:
    """The files of an export, its manifest last."""
    if form in TABLES:
        return (*(path / name for name in TABLES[form]), path / "manifest.json")
    return path, path.with_name(f"{path.name}.manifest.json")


def check(form: Form, target: Target) -> None:
    """RunError where the export cannot or should not be written to this path."""
    path, folder = target.path, form in TABLES
    if not path.parent.is_dir():
        raise RunError(f"{path} cannot be written: there is no folder {path.parent}; make it or choose another path")
    if folder and path.exists() and not path.is_dir():
        raise RunError(f"{path} is a file, and {form} writes a folder of two tables: choose another path")
    if not folder and path.is_dir():
        raise RunError(f"{path} is a folder, and {form} writes one file: name a file, as in {path / 'events'}")
    there = [p for p in paths_of(form, path) if p.exists()]
    if there and not target.force:
        raise RunError(f"{there[0]} exists: choose another path, or replace it with --force")


@contextmanager
def written(paths: Sequence[Path]) -> Iterator[tuple[BinaryIO, ...]]:
    """Open files to write; they get their names when the block ends well, else nothing is left of them.

    RunError where the system does not let them be written.
    """
    parts = [_part(path) for path in paths]
    try:
        with ExitStack() as stack:
            files = tuple(stack.enter_context(part.open("wb")) for part in parts)
            yield files
            for file in files:
                file.flush()
                os.fsync(file.fileno())
        for part, path in zip(parts, paths, strict=True):
            part.replace(path)
    except OSError as error:
        raise RunError(
            f"{paths[0]} cannot be written ({error.strerror or error}): check the permissions and the free space, "
            "or choose another path"
        ) from error
    finally:
        for part in parts:
            part.unlink(missing_ok=True)


@contextmanager
def folder_for(form: Form, path: Path) -> Iterator[None]:
    """Makes the folder of a form that needs one, and takes it away again where the export fails and left it empty."""
    made = form in TABLES and not path.exists()
    try:
        if made:
            path.mkdir()
        yield
    except OSError as error:
        raise RunError(f"{path} cannot be made ({error.strerror or error}): choose another path") from error
    finally:
        if made and path.is_dir() and not any(path.iterdir()):
            path.rmdir()


@contextmanager
def as_text(file: BinaryIO) -> Iterator[TextIO]:
    """The file as UTF-8 text, with line ends as they are written."""
    text = io.TextIOWrapper(file, encoding="utf-8", newline="")
    try:
        yield text
        text.flush()
    finally:
        text.detach()


def described(path: Path) -> Exported:
    """A written file for the manifest."""
    with path.open("rb") as file:
        digest = hashlib.file_digest(file, "sha256").hexdigest()
    return Exported(name=path.name, bytes=path.stat().st_size, sha256=digest)


def _part(path: Path) -> Path:
    """Where a file grows; of this process, so that two exports do not write into one."""
    return path.with_name(f".{path.name}.{os.getpid()}.part")
