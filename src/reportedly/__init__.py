"""Reportedly reads news and keeps a ledger of who says what happened, on whose authority, in exactly which words.

>>> import reportedly
>>> reader = reportedly.load()
>>> record = reader.read("The port will close, the union said Friday.", published="2025-03-14")
"""

from __future__ import annotations

from typing import TYPE_CHECKING, Any

from reportedly.version import VERSION as __version__

if TYPE_CHECKING:
    from reportedly.reading import Reader, load

__all__ = ["Reader", "__version__", "load"]


def __getattr__(name: str) -> Any:
    """Import the reading part only when it is used: importing the package loads no model and stays fast."""
    if name in ("Reader", "load"):
        from reportedly import reading

        return getattr(reading, name)
    raise AttributeError(f"module 'reportedly' has no attribute {name!r}")
