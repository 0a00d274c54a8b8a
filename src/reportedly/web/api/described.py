"""The API's own description, /openapi.json: what FastAPI makes of the endpoints, and what fields of records mean."""

from __future__ import annotations

from functools import partial
from typing import Any

from fastapi import FastAPI
from fastapi.openapi.utils import get_openapi

from reportedly.record.reference import MEANINGS

ABOUT = """What a ledger of news holds: who says what happened, on whose authority, in exactly which words.

Nothing here is presented as true: an event is told by someone, with a status, on the strength of words that the record
points at. Spans count Unicode code points. Unknown is null. Ignore fields that you do not know: more may come.

Lists are pages: `next` is the address of the following one. Answers carry an ETag: send it as If-None-Match, and an
answer that has not changed costs next to nothing. Errors have one shape: `{"error": {"code", "message", "remedy"}}`.
Where the desk was started with a token, send it as `Authorization: Bearer TOKEN`."""

TAGS = {
    "articles": "Articles with their records; and reading, of what the ledger does not hold.",
    "statements": "Who says, believes, wants, denies, or would not say.",
    "events": "What each article tells of, and whether it is said to have happened.",
    "happenings": "What several articles tell of one event, the stories that these are part of, what is new.",
    "sources": "Whom it all comes from.",
    "search": "One search over everything.",
    "exports": "The forms of other programs.",
    "health": "Whether the desk runs, and what it does.",
    "desk": "The same as /api/v1/health, for whoever has no token.",
}


def describe(app: FastAPI) -> None:
    """Have the application describe itself so."""
    app.openapi = partial(_described, app)  # type: ignore[method-assign]


def _described(app: FastAPI) -> dict[str, Any]:
    if app.openapi_schema is None:
        app.openapi_schema = _made(app)
    return app.openapi_schema


def _made(app: FastAPI) -> dict[str, Any]:
    made = get_openapi(
        title=app.title, version=app.version, summary=app.summary, description=ABOUT, routes=app.routes,
        tags=[{"name": name, "description": about} for name, about in TAGS.items()],
        license_info={"name": "Apache-2.0", "identifier": "Apache-2.0"},
    )  # fmt: skip
    parts = made.setdefault("components", {})
    for name, schema in parts.get("schemas", {}).items():
        for field, told in schema.get("properties", {}).items():
            if meaning := MEANINGS.get(f"{name}.{field}"):
                told.setdefault("description", meaning)
    for told in (told for methods in made["paths"].values() for told in methods.values()):
        for status, answer in told["responses"].items():
            if status >= "400" and "text/plain" in answer.get("content", {}):  # as FastAPI has it for what answers so
                answer["content"]["application/json"] |= answer["content"].pop("text/plain")
    parts["securitySchemes"] = {"token": {"type": "http", "scheme": "bearer"}}
    made["security"] = [{}, {"token": []}]
    return made
