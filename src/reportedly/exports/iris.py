"""Identifiers for linked data. Names are percent-encoded, so that no text of an article can break out of one."""

from __future__ import annotations

from urllib.parse import quote

from reportedly.ledger.nouns import Kept

BASE = "urn:reportedly:"
TERMS = f"{BASE}terms#"
"""Where the few terms live that no vocabulary has."""
_IN_ADDRESS = "%/:?#[]@!$&'()*+,;=~"


def urn(kind: str, *names: str | int) -> str:
    """An identifier of ours: urn:reportedly:KIND:NAME/NAME."""
    return f"{BASE}{kind}:" + "/".join(quote(str(name), safe="") for name in names)


def article_version(kept: Kept) -> str:
    """One text of an article."""
    return urn("article", kept.id, f"v{kept.version}")


def address(kept: Kept) -> str | None:
    """Where the article stands on the web; None where it has no address that a browser may follow."""
    url = kept.url or ""
    return quote(url, safe=_IN_ADDRESS) if url.lower().startswith(("http://", "https://")) else None
