"""One way for the API to answer: a noun as JSON, lists page by page, nothing where the client has it already."""

from __future__ import annotations

import hashlib
import json
from collections.abc import Callable
from http import HTTPStatus
from typing import TYPE_CHECKING, Any, Generic, TypeVar
from urllib.parse import urlencode

from pydantic_core import PydanticSerializationError
from starlette.responses import Response

from reportedly.ledger.moment import moment_of
from reportedly.record.span import Noun
from reportedly.version import VERSION
from reportedly.web.answers import known_tags
from reportedly.web.errors import ProblemAnswer, problem_of

if TYPE_CHECKING:
    from fastapi import APIRouter
    from starlette.requests import Request

    from reportedly.ledger.connect import Ledger
    from reportedly.ledger.paging import Page

API = "/api/v1"
"""Where the API is."""

T = TypeVar("T")
Function = TypeVar("Function", bound=Callable[..., Any])


class Listed(Noun, Generic[T]):
    """Some of what was found. `next` is the address of the rest; null where this is the end."""

    items: tuple[T, ...]
    next: str | None = None


def _problem(status: HTTPStatus, about: str, message: str) -> dict[str, Any]:
    example = ProblemAnswer(error=problem_of(status, message)).to_json()
    return {"model": ProblemAnswer, "description": about, "content": {"application/json": {"example": example}}}


PROBLEMS: dict[int | str, dict[str, Any]] = {
    400: _problem(
        HTTPStatus.BAD_REQUEST,
        "What was asked for cannot be understood.",
        "--since soon: no date; write a year, a month or a day: 2025, 2025-09 or 2025-09-01",
    ),
    401: _problem(
        HTTPStatus.UNAUTHORIZED,
        "The desk was started with a token, and none or a wrong one was sent.",
        "the desk asks for its token; send it as: Authorization: Bearer TOKEN",
    ),
    403: _problem(
        HTTPStatus.FORBIDDEN,
        "A page of another site asked.",
        "another site's page may not ask for this; open the desk itself",
    ),
    404: _problem(
        HTTPStatus.NOT_FOUND, "The ledger does not hold it.", 'the ledger holds no article "a3f9"; look for it at /'
    ),
    422: _problem(
        HTTPStatus.UNPROCESSABLE_ENTITY,
        "A parameter or the body is not of the form described here, or an article cannot be read.",
        "the request cannot be understood (limit: Input should be less than or equal to 500); see /openapi.json",
    ),
    503: _problem(
        HTTPStatus.SERVICE_UNAVAILABLE,
        "Too much is asked at once, or the ledger cannot be read. Retry-After says when to come back.",
        "too many requests at once; try again in a few seconds",
    ),
}
"""How every endpoint may fail."""


def reads(router: APIRouter, path: str, **told: Any) -> Callable[[Function], Function]:
    """Serve a function at an address to GET and HEAD; `told` is what FastAPI is told of it."""

    def add(function: Function) -> Function:
        router.add_api_route(path, function, methods=["HEAD"], include_in_schema=False)
        router.add_api_route(path, function, methods=["GET"], **told)
        return function

    return add


def shown(model: Any, example: Noun, about: str = "Found.") -> dict[str, Any]:
    """What FastAPI is told of an answer: its type, an example, and that the client may have it already."""
    content = {"application/json": {"example": example.to_json()}}
    return {
        "response_model": model,
        "response_description": about,
        "responses": {200: {"content": content}, 304: {"description": "As the client has it (If-None-Match)."}},
    }


def fresh(request: Request, ledger: Ledger, made: Callable[[], Noun]) -> Response:
    """What is made, unless the client has it as it is: the tag says in which state of the ledger it was asked for what,
    so that whoever asks again costs a few look-ups (RFC 9110, 13.1.2)."""
    told = "\n".join((VERSION, moment_of(ledger), request.url.path, request.url.query))
    tag = f'"{hashlib.sha256(told.encode("utf-8", "surrogateescape")).hexdigest()[:32]}"'
    headers = {"ETag": f"W/{tag}", "Cache-Control": "private, no-cache", "Vary": "Cookie, Authorization"}
    if tag in known_tags(request):
        return Response(None, HTTPStatus.NOT_MODIFIED, headers)
    noun = made()
    if isinstance(noun, Listed) and noun.next:
        headers["Link"] = f'<{noun.next}>; rel="next"'
    return as_json(noun, HTTPStatus.OK, headers)


def listed(request: Request, page: Page[T]) -> Listed[T]:
    """A page with the address of the next one: the same question, behind its cursor."""
    if page.next is None:
        return Listed(items=page.items)
    asked = [(name, value) for name, value in request.query_params.multi_items() if name != "after"]
    return Listed(items=page.items, next=f"{request.url.path}?{urlencode([*asked, ('after', page.next)])}")


def as_json(noun: Noun, status: HTTPStatus, headers: dict[str, str] | None = None) -> Response:
    """A noun as JSON. Half a character, which a file's name may hold and UTF-8 may not, becomes its JSON escape."""
    try:
        data = noun.model_dump_json().encode()
    except PydanticSerializationError:
        data = json.dumps(noun.to_json()).encode()
    return Response(data, status, headers, "application/json")
