"""One way to make HTML: everything that a template prints is escaped, and what hides in it is made visible."""

from __future__ import annotations

from typing import TYPE_CHECKING, Any
from urllib.parse import urlsplit

from markupsafe import Markup

from reportedly.web.visible import visible
from reportedly.web.words import plural

if TYPE_CHECKING:
    from jinja2 import Environment


_NUMBERED = str.maketrans({c: f"%{ord(c):02X}" for c in "\"'<>`"})


def environment(package: str) -> Environment:
    """The templates of a package. An unknown name in one is an error, not an empty place."""
    from jinja2 import Environment, PackageLoader, StrictUndefined

    made = Environment(
        loader=PackageLoader(package), autoescape=True, undefined=StrictUndefined, finalize=_shown,
        trim_blocks=True, lstrip_blocks=True, auto_reload=False,
    )  # fmt: skip
    made.globals["plural"] = plural
    made.filters["outward"] = outward
    return made


def outward(address: str | None) -> str | None:
    """An address that a link may lead to: http or https with a host, else None. The one place that decides so. What
    could end an attribute is written by its number, should a template ever forget to escape it."""
    if not address or any(c.isspace() or not c.isprintable() for c in address):
        return None
    try:
        parts = urlsplit(address)
    except ValueError:
        return None
    leads = parts.scheme.lower() in ("http", "https") and parts.hostname
    return address.translate(_NUMBERED) if leads else None


def _shown(value: Any) -> Any:
    """Whatever a template prints shows its hidden characters, even what a view forgot."""
    return visible(value) if isinstance(value, str) and not isinstance(value, Markup) else value
