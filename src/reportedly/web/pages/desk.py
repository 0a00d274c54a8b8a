"""The desk."""

from __future__ import annotations

from fastapi import APIRouter, Request
from starlette.responses import RedirectResponse

router = APIRouter()


@router.get("/", include_in_schema=False)
def desk(request: Request) -> RedirectResponse:
    """Until there is more."""
    return RedirectResponse("/about")
