"""A text that is read without being kept."""

from __future__ import annotations

from fastapi import APIRouter

router = APIRouter()
