"""British and American spellings of one word, so that a search for either finds both. Own list, words of the news."""

from __future__ import annotations

import re
from functools import cache

GROUPS = """
defence defense
offence offense
offences offenses
licence license
licences licenses
pretence pretense
labour labor
harbour harbor
harbours harbors
neighbour neighbor
neighbours neighbors
neighbouring neighboring
favour favor
favoured favored
honour honor
honours honors
honoured honored
armour armor
armoured armored
behaviour behavior
rumour rumor
rumours rumors
colour color
colours colors
endeavour endeavor
humour humor
vapour vapor
centre center
centres centers
theatre theater
theatres theaters
metre meter
metres meters
kilometre kilometer
kilometres kilometers
litre liter
litres liters
fibre fiber
programme program
programmes programs
catalogue catalog
dialogue dialog
analyse analyze
analysed analyzed
paralyse paralyze
paralysed paralyzed
travelling traveling
travelled traveled
traveller traveler
travellers travelers
cancelled canceled
cancelling canceling
labelled labeled
fuelled fueled
signalled signaled
counsellor counselor
counsellors counselors
councillor councilor
councillors councilors
modelling modeling
marshalled marshaled
enrol enroll
enrolment enrollment
fulfil fulfill
instalment installment
instalments installments
skilful skillful
wilful willful
aeroplane airplane
aeroplanes airplanes
aluminium aluminum
grey gray
plough plow
manoeuvre maneuver
manoeuvres maneuvers
paediatric pediatric
anaesthetic anesthetic
haemorrhage hemorrhage
sceptic skeptic
sceptical skeptical
ageing aging
judgement judgment
acknowledgement acknowledgment
sulphur sulfur
artefact artifact
artefacts artifacts
ceasefire cease-fire
ceasefires cease-fires
peacekeeper peace-keeper
peacekeepers peace-keepers
"""
"""A line holds the spellings of one word; a hyphen stands where some write two words."""

_ISE = re.compile(r"(?P<stem>[^\W\d_]{4,})i(?P<letter>[sz])(?P<end>e|ed|es|er|ers|ing|ation|ations|ational)")
"""organise, organize: the list of those words has no end. A spelling that nobody uses finds nothing."""


def spellings(word: str) -> tuple[str, ...]:
    """A word in lower case as it was written, then its other spellings."""
    if match := _ISE.fullmatch(word):
        return word, f"{match['stem']}i{'z' if match['letter'] == 's' else 's'}{match['end']}"
    others = _groups().get(word, ())
    return (word, *(w for w in others if w != word))


@cache
def _groups() -> dict[str, tuple[str, ...]]:
    """Each spelling's group; one that stands in several lines has the words of all of them."""
    found: dict[str, tuple[str, ...]] = {}
    for line in GROUPS.strip().splitlines():
        words = tuple(line.split())
        for word in words:
            found[word] = found.get(word, ()) + words
    return found
