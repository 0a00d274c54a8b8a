"""Styles, scripts and outlines that the pages use: ours, and others' in static/vendor, which `make assets` puts there.

The address of each holds a hash of all of them, so that browsers may keep them for good; a module's relative imports
stay under the same hash.
"""

from __future__ import annotations

import hashlib
from collections.abc import Mapping
from dataclasses import dataclass
from functools import cache
from http import HTTPStatus
from importlib.resources import files
from pathlib import Path

from fastapi import APIRouter
from starlette.responses import FileResponse

from reportedly.errors import RunError
from reportedly.web.errors import Refused

MEDIA = {
    ".css": "text/css; charset=utf-8",
    ".js": "text/javascript; charset=utf-8",
    ".mjs": "text/javascript; charset=utf-8",
    ".json": "application/json",
    ".svg": "image/svg+xml",
    ".txt": "text/plain; charset=utf-8",
}
FOREVER = "public, max-age=31536000, immutable"


@dataclass(frozen=True)
class Assets:
    """The files that may be served, by their names below static/, and the hash of them all. No other path is ever
    opened."""

    edition: str
    files: Mapping[str, Path]

    def address(self, name: str) -> str:
        """Where a file is served. RunError: there is none of that name."""
        if name not in self.files:
            raise RunError(f"the package lacks static/{name}; run `make assets`, which needs npm")
        return f"/static/{self.edition}/{name}"


@cache
def assets() -> Assets:
    """What the package holds, looked through once. RunError: what others made was not put there."""
    folder = Path(str(files("reportedly.web"))) / "static"
    found = {p.relative_to(folder).as_posix(): p for p in sorted(folder.rglob("*")) if p.suffix in MEDIA}
    if "vendor/pico.min.css" not in found:
        raise RunError("the package lacks the styles and scripts of the desk; run `make assets`, which needs npm")
    every = hashlib.sha256()
    for name, path in found.items():
        every.update(name.encode() + b"\0" + path.read_bytes() + b"\0")
    return Assets(every.hexdigest()[:16], found)


router = APIRouter()


@router.api_route("/static/{edition}/{name:path}", methods=["GET", "HEAD"], include_in_schema=False)
def static(edition: str, name: str) -> FileResponse:
    """A file of the package; only under the present hash may it be kept for good."""
    known = assets()
    path = known.files.get(name)
    if path is None:
        raise Refused(HTTPStatus.NOT_FOUND, "there is no such file; load the page again")
    kept = FOREVER if edition == known.edition else "no-cache"
    return FileResponse(path, media_type=MEDIA[path.suffix], headers={"Cache-Control": kept})
