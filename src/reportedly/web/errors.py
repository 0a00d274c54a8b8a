"""Errors as programs and people see them: one shape, one page, never a traceback.

{"error": {"code": "not_found", "message": "…", "remedy": "…"}}
"""

from __future__ import annotations

from http import HTTPStatus
from pathlib import Path
from typing import TYPE_CHECKING

from fastapi.exceptions import RequestValidationError
from starlette.exceptions import HTTPException
from starlette.responses import JSONResponse, Response

from reportedly.errors import ArticleError, LedgerError, NotInLedger, ReportedlyError, RunError
from reportedly.record.span import Noun
from reportedly.web.ledgers import Busy

if TYPE_CHECKING:
    from fastapi import FastAPI, Request

RETRY_AFTER = 2
"""Seconds after which a client may come back when the desk was busy: most pages take a tenth of that."""

CODES = {
    HTTPStatus.BAD_REQUEST: "bad_request",
    HTTPStatus.UNAUTHORIZED: "token_required",
    HTTPStatus.FORBIDDEN: "forbidden",
    HTTPStatus.NOT_FOUND: "not_found",
    HTTPStatus.METHOD_NOT_ALLOWED: "method_not_allowed",
    HTTPStatus.REQUEST_ENTITY_TOO_LARGE: "too_large",
    HTTPStatus.MISDIRECTED_REQUEST: "unknown_host",
    HTTPStatus.UNPROCESSABLE_ENTITY: "not_understood",
    HTTPStatus.TOO_MANY_REQUESTS: "too_many_requests",
    HTTPStatus.SERVICE_UNAVAILABLE: "unavailable",
    HTTPStatus.INTERNAL_SERVER_ERROR: "failed",
}

REMEDIES = {
    HTTPStatus.NOT_FOUND: "look for it from the desk, at /",
    HTTPStatus.METHOD_NOT_ALLOWED: "see /openapi.json for what each address takes",
    HTTPStatus.INTERNAL_SERVER_ERROR: "try again; what was kept is safe, and the terminal shows what went wrong",
}


class Problem(Noun):
    """What went wrong: a code for programs, and for people what it is and what to do."""

    code: str
    message: str
    remedy: str = ""


class ProblemAnswer(Noun):
    """The one shape of errors."""

    error: Problem


class Refused(ReportedlyError):
    """A request that is not answered, with the status that says why. The message is "what; what to do"."""

    def __init__(self, status: HTTPStatus, message: str, headers: dict[str, str] | None = None) -> None:
        super().__init__(message)
        self.status, self.headers = status, headers or {}


def status_of(error: ReportedlyError) -> HTTPStatus:
    """What an error of the library is in HTTP."""
    match error:
        case Refused():
            return error.status
        case NotInLedger():
            return HTTPStatus.NOT_FOUND
        case LedgerError() | Busy():
            return HTTPStatus.SERVICE_UNAVAILABLE
        case ArticleError():
            return HTTPStatus.UNPROCESSABLE_ENTITY
        case RunError():
            return HTTPStatus.BAD_REQUEST
        case _:
            return HTTPStatus.INTERNAL_SERVER_ERROR


def problem_of(status: HTTPStatus, message: str) -> Problem:
    """A message of the library, "what; what to do", taken apart."""
    what, _, remedy = message.partition("; ")
    code = CODES.get(status, status.phrase.lower().replace(" ", "_"))
    return Problem(code=code, message=what, remedy=remedy or REMEDIES.get(status, ""))


def answer_problem(path: str, status: HTTPStatus, message: str, headers: dict[str, str] | None = None) -> Response:
    """The answer to a request for `path` that went wrong: JSON for programs, a page for people."""
    problem = problem_of(status, message)
    headers = {"Cache-Control": "no-store"} | (headers or {})
    if for_program(path):
        return JSONResponse(ProblemAnswer(error=problem).to_json(), status, headers)
    from reportedly.web.answers import render

    html = render("error.html", {"problem": problem, "status": status})
    return Response(html, status, headers, "text/html; charset=utf-8")


def for_program(path: str) -> bool:
    """Is this an address that programs ask?"""
    return path.startswith("/api/") or path == "/health" or path.endswith((".json", ".csv"))


def explain_errors(app: FastAPI) -> None:
    """Answer every error that a page or an endpoint raises."""

    def of_library(request: Request, error: Exception) -> Response:
        assert isinstance(error, ReportedlyError)
        status = status_of(error)
        headers = dict(error.headers) if isinstance(error, Refused) else {}
        if isinstance(error, Busy):
            headers["Retry-After"] = str(RETRY_AFTER)
        return answer_problem(request.url.path, status, _without_folders(str(error), app), headers)

    def of_http(request: Request, error: Exception) -> Response:
        assert isinstance(error, HTTPException)
        status = HTTPStatus(error.status_code)
        message = error.detail if error.detail != status.phrase else _plain(status, request.url.path)
        return answer_problem(request.url.path, status, message, dict(error.headers or {}))

    def of_request(request: Request, error: Exception) -> Response:
        assert isinstance(error, RequestValidationError)
        return answer_problem(request.url.path, HTTPStatus.UNPROCESSABLE_ENTITY, _wrong_fields(error))

    app.add_exception_handler(ReportedlyError, of_library)
    app.add_exception_handler(HTTPException, of_http)
    app.add_exception_handler(RequestValidationError, of_request)


def _without_folders(message: str, app: FastAPI) -> str:
    """Where the ledger's file lies is nobody's business who may only read it."""
    path: Path = app.state.options.ledger
    return message.replace(str(path), path.name)


def _plain(status: HTTPStatus, path: str) -> str:
    match status:
        case HTTPStatus.NOT_FOUND:
            return f"there is no page {path}"
        case HTTPStatus.METHOD_NOT_ALLOWED:
            return f"{path} does not take this method"
        case _:
            return status.phrase


def _wrong_fields(error: RequestValidationError) -> str:
    """ "limit: Input should be less than or equal to 500; …": of what was sent only the fields' names are repeated."""
    told = [f"{'.'.join(str(part) for part in e['loc'][1:]) or 'body'}: {e['msg']}" for e in error.errors()[:5]]
    return f"the request cannot be understood ({', '.join(told)}); see /openapi.json"
