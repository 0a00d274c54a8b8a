"""Who has a public role: the ledger follows what offices and bodies say, and no private people.

A person is followed from article to article only where articles give it a public role. Its words in an article that
gives another role ("a fisherman", "the victim's brother") stay in that article: they may be a namesake's, and whoever
that is, is private there. Where an article gives no role, they count once another article has given a public one.
"""

from __future__ import annotations

import re
from typing import Literal

Standing = Literal["public", "unsaid", "private"]

SECTORS = frozenset({"GOV", "LEG", "PTY", "IGO"})
"""Sectors of which every named person acts in public. Of the others (soldiers, doctors, activists, employees) only
those who hold an office do."""

OFFICES = frozenset(
    """
    adm admiral administrator ambassador archbishop attorney ayatollah bishop brigadier candidate cardinal ceo chair
    chairman chairperson chairwoman chancellor chief co-chair colonel commander commissioner congressman congresswoman
    consul coroner councillor councilman councilwoman dean director emir envoy executive gen general general-secretary
    gov governor harbourmaster head inspector-general judge justice king lawmaker leader legislator lt magistrate
    mayor minister mp nominee officer-in-charge ombudsman patriarch pope premier president presidential prime
    prince princess prosecutor queen rep representative secretary secretary-general sen senator sheriff speaker
    spokesman spokesperson spokeswoman sultan superintendent undersecretary vice-chair vice-president warden
    """.split()  # noqa: SIM905 (a list of words is read more easily so)
)
"""Words of a role that name an office, or whom a body speaks through. Own list."""

_WORDS = re.compile(r"[^\W_]+(?:-[^\W_]+)*")


def standing_of(role: str | None, sector: str | None) -> Standing:
    """How an article has a person: in a public role, in another one, or without saying."""
    if sector in SECTORS or (role and OFFICES.intersection(w.lower() for w in _WORDS.findall(role))):
        return "public"
    return "private" if role or sector else "unsaid"
