"""The words behind a figure → whom it includes or leaves out."""

from __future__ import annotations

import pytest

from reportedly.connect.brief.scopes import OTHERS, scope_of

TABLE = [
    (", a sum in which it includes the pensions.", "", f"with {OTHERS}"),
    (" boats, because it counts three that were hired.", "", f"with {OTHERS}"),
    (" were sent away.", "Its figure included 30 pilgrims, it said.", f"with {OTHERS}"),
    (" have died, the mayor said.", "The six include a fireman.", f"with {OTHERS}"),
    (", they said, included four who were let go.", "", f"with {OTHERS}"),
    (" lorries, which the ministry's counters leave out.", "", f"with {OTHERS}"),
    (" guests were abroad.", "The lower figure leaves out those on coaches.", f"with {OTHERS}"),
    (" dead, a figure that leaves out the cook.", "", f"without {OTHERS}"),
    (" ships; the union has 17, because it counts three more.", "", None),
    (" people, including two children.", "", None),
]


@pytest.mark.parametrize(("rest", "following", "scope"), TABLE)
def test_scope(rest: str, following: str, scope: str | None) -> None:
    assert scope_of(rest, following, None) == scope
