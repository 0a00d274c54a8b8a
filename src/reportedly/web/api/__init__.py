"""The API for programs, under /api/v1: what the ledger holds, as the record's own types."""

from __future__ import annotations

from fastapi import APIRouter

from reportedly.web.api import articles, events, exports, happenings, health, search, statements
from reportedly.web.api.told import PROBLEMS

ROUTERS = (articles, statements, events, happenings, search, exports, health)

router = APIRouter(responses=PROBLEMS)
for module in ROUTERS:
    router.include_router(module.router)
