"""Leading from another name of something to its own address."""

from __future__ import annotations

from fastapi import Request
from starlette.responses import RedirectResponse

from reportedly.web.answers import TWINS


def moved(request: Request, address: str) -> RedirectResponse:
    """To a path of the desk, in the form and with the query that was asked for."""
    twin = next((end for end in TWINS if request.url.path.endswith(end)), "")
    query = f"?{request.url.query}" if request.url.query else ""
    return RedirectResponse(address + twin + query)
