"""Writes docs/api.md from the API's description: `python -m reportedly.web.api.reference > docs/api.md`."""

from __future__ import annotations

import sys
from collections.abc import Iterator
from typing import Any

from fastapi import FastAPI

from reportedly.version import VERSION
from reportedly.web import api
from reportedly.web.api.client import client
from reportedly.web.api.described import ABOUT, TAGS, describe
from reportedly.web.api.told import PROBLEMS

HEAD = """# The API

This page is generated from the description that the desk serves at `/openapi.json` (OpenAPI 3.1):
`python -m reportedly.web.api.reference > docs/api.md`. A test keeps it up to date.

```
reportedly serve --db news.db
curl 'http://127.0.0.1:8700/api/v1/events?type=ASSAULT&status=considered'
```

"""

REST = """
## Limits

An article that is sent has at most 200,000 bytes of text or 5,000,000 of HTML and is read in 40 seconds or refused; one
is read at a time, four may wait, and each client may send 20 at once and 60 a minute. Addresses are fetched as
`reportedly add` does: robots.txt is obeyed, and addresses inside the machine or its network are refused unless the desk
was started with `--allow-private`. Two exports run at once. Beyond these limits the answer is 429 or 503 with
`Retry-After`.

## From Python

A client made from the description. It needs nothing but Python; a test runs it.

"""


def description() -> dict[str, Any]:
    """What the API says of itself."""
    app = FastAPI(title="Reportedly", version=VERSION)
    app.include_router(api.router)
    describe(app)
    made: dict[str, Any] = app.openapi()
    return made


def reference() -> str:
    """The whole page."""
    made = description()
    sections = "".join(_section(tag, made) for tag in TAGS)
    return f"{HEAD}{ABOUT}\n{sections}{_errors()}{REST}```python\n{client(made)}```\n"


def operations(made: dict[str, Any]) -> Iterator[tuple[str, str, dict[str, Any]]]:
    """Every path and method with what is said of it."""
    for path, methods in made["paths"].items():
        for method, told in methods.items():
            yield path, method.upper(), told


def _section(tag: str, made: dict[str, Any]) -> str:
    mine = [(path, method, told) for path, method, told in operations(made) if tag in told["tags"]]
    if not mine:
        return ""
    return f"\n## {tag.capitalize()}\n\n{TAGS[tag]}\n" + "".join(_operation(*one, made) for one in mine)


def _operation(path: str, method: str, told: dict[str, Any], made: dict[str, Any]) -> str:
    asked = {p["name"]: p for p in told.get("parameters", []) if p["in"] == "query"}
    rows = "".join(
        f"| `{name}` | {_type(p['schema'], made)} | {_line(p.get('description') or p['schema']['description'])} |\n"
        for name, p in asked.items()
    )
    table = f"\n| asked for by | type | meaning |\n|---|---|---|\n{rows}" if rows else ""
    return f"\n### {method} {path}\n\n{told['description']}\n{_body(told, made)}{table}"


def _body(told: dict[str, Any], made: dict[str, Any]) -> str:
    if "requestBody" not in told:
        return ""
    schema = _resolved(told["requestBody"]["content"]["application/json"]["schema"], made)
    rows = "".join(
        f"| `{name}` | {_type(field, made)} | {_line(field.get('description', ''))} |\n"
        for name, field in schema["properties"].items()
    )
    return f"\n{schema['description']}\n\n| sent as JSON | type | meaning |\n|---|---|---|\n{rows}"


def _type(schema: dict[str, Any], made: dict[str, Any]) -> str:
    """A type in a few words."""
    schema = _resolved(schema, made)
    if "anyOf" in schema:
        return " or ".join(_type(s, made) for s in schema["anyOf"] if s.get("type") != "null")
    if "enum" in schema:
        return ", ".join(f"`{value}`" for value in schema["enum"])
    if "const" in schema:
        return f"`{schema['const']}`"
    if schema.get("type") == "array":
        return f"several: {_type(schema['items'], made)}"
    limits = [f"{schema[name]}" for name in ("minimum", "maximum") if name in schema]
    between = f" {'–'.join(limits)}" if len(limits) == 2 else ""
    return f"{schema.get('type', 'any')}{between}"


def _resolved(schema: dict[str, Any], made: dict[str, Any]) -> dict[str, Any]:
    if "$ref" not in schema:
        return schema
    found: dict[str, Any] = made["components"]["schemas"][schema["$ref"].rpartition("/")[2]]
    return found


def _line(text: str) -> str:
    return " ".join(text.split()).replace("|", "\\|")


def _errors() -> str:
    rows = ""
    for status, told in PROBLEMS.items():
        code = told["content"]["application/json"]["example"]["error"]["code"]
        rows += f"| {status} | `{code}` | {told['description']} |\n"
    return (
        f"\n## Errors\n\n| status | code | meaning |\n|---|---|---|\n{rows}"
        "| 413 | `too_large` | More was sent than may be. |\n"
        "| 421 | `unknown_host` | The desk was called by a name that it does not have. |\n"
        "| 429 | `too_many_requests` | Too much was sent at once. |\n"
    )


if __name__ == "__main__":
    sys.stdout.write(reference())
