"""What two groups of mentions say that cannot hold of one happening."""

from __future__ import annotations

import math
from typing import NamedTuple

from reportedly.connect.brief import Spot
from reportedly.connect.happenings.seen import NOBODY, Days, Seen

NEAR = 1
"""Days by which two readings of one day may differ: "Tuesday night", time zones, an article dated after midnight. A
vaguer time may miss by half its length."""
SUBURB = 30
"""Kilometres between the centres of two places that may still be one town and its suburb."""
PROVINCE = 500
"""Kilometres between a town and the centre of a province that may still hold it; few stretch further."""
WORST = 12
"""Different places or days of one group that are kept; more say that it is no single event anyway."""


class Profile(NamedTuple):
    """What a group says of its happening: places, days, ordinals, people acted on, people whom it befalls, and whether
    its mentions are set apart from what happens here and now. A mention that names some of several people tells
    nothing of who else it was."""

    places: tuple[Spot, ...]
    days: tuple[Days, ...]
    before: int | None
    published: int | None
    nths: frozenset[int]
    recipients: frozenset[str]
    people: frozenset[str]
    modes: frozenset[str]
    apart: frozenset[str]

    @classmethod
    def of(cls, s: Seen) -> Profile:
        """What one mention says."""
        m = s.mention
        suffer = NOBODY.people if m.joint else s.recipients.people
        return cls(
            places=(s.place,) if s.kind.solid and s.place else (),
            days=(s.when,) if s.kind.solid and s.when else (),
            before=s.long_before,
            published=s.published,
            nths=frozenset({m.nth} if m.nth else ()),
            recipients=suffer,
            people=suffer | s.actors.people if s.kind.personal and not m.joint else NOBODY.people,
            modes=frozenset({m.mode} if m.mode else ()),
            apart=frozenset({APART.get(m.apart or "", "")}),
        )

    def with_(self, other: Profile) -> Profile:
        """What two groups say together."""
        return Profile(
            places=tuple(dict.fromkeys(self.places + other.places))[:WORST],
            days=tuple(dict.fromkeys(self.days + other.days))[:WORST],
            before=min((x for x in (self.before, other.before) if x is not None), default=None),
            published=min((x for x in (self.published, other.published) if x is not None), default=None),
            nths=self.nths | other.nths,
            recipients=self.recipients | other.recipients,
            people=self.people | other.people,
            modes=self.modes | other.modes,
            apart=self.apart | other.apart,
        )


SECOND = 2
APART = {"drill": "unreal", "fiction": "unreal", "other": "other"}
"""Kinds of being set apart that keep a mention from joining one that is not; an anniversary is of the thing itself."""


def contradict(a: Profile, b: Profile) -> bool:
    """Is there something that cannot hold of one happening?"""
    return bool(
        ((a.nths or b.nths) and _other_number(a, b))
        or (a.recipients and b.recipients and a.recipients.isdisjoint(b.recipients))
        or (a.people and b.people and a.people.isdisjoint(b.people))
        or (a.apart != b.apart and ("unreal" in a.apart) != ("unreal" in b.apart))
        or _other_time(a, b)
        or (a.places and b.places and all(places_differ(x, y) for x in a.places for y in b.places))
    )


def _other_number(a: Profile, b: Profile) -> bool:
    """Are they numbered otherwise, or is one called the second or a later one, and the other told before without a
    number?"""
    if a.nths and b.nths:
        return a.nths.isdisjoint(b.nths)
    numbered, other = (a, b) if a.nths else (b, a)
    if min(numbered.nths) < SECOND or numbered.published is None or other.published is None:
        return False
    return other.published < numbered.published


def _other_time(a: Profile, b: Profile) -> bool:
    if a.days and b.days:
        return all(x.apart(y) > NEAR + max(x.width, y.width) // 2 for x in a.days for y in b.days)
    if (a.before is None) != (b.before is None) and (_remembers(a, b) or _remembers(b, a)):
        return True
    return a.apart != b.apart and (a.apart == {"other"}) != (b.apart == {"other"})


def _remembers(a: Profile, b: Profile) -> bool:
    """Is one remembered long after, and the other told of as new?"""
    if a.before is None or b.before is not None:
        return False
    if b.days:
        return min(x.first for x in b.days) > a.before
    return b.published is None or b.published > a.before


def one_place(x: Spot, y: Spot) -> bool:
    """Is it one place: one number in the gazetteer, else one name in one country?"""
    if x.geonames_id and y.geonames_id:
        return x.geonames_id == y.geonames_id
    return x.name == y.name and (x.country == y.country or None in (x.country, y.country))


def places_differ(x: Spot, y: Spot) -> bool:
    """Are these two places of which neither can hold the other?"""
    if one_place(x, y):
        return False
    if x.country and y.country and x.country != y.country:
        return True
    exact = {x.feature, y.feature}
    if None in (x.lat, x.lon, y.lat, y.lon) or not exact <= {"city", "admin"}:
        return exact == {"city"}
    far = kilometres(x, y)
    return far > SUBURB if exact == {"city"} else "city" in exact and far > PROVINCE


def kilometres(x: Spot, y: Spot) -> float:
    """Between two places with coordinates, along a great circle."""
    a, b, c, d = (math.radians(v or 0.0) for v in (x.lat, x.lon, y.lat, y.lon))
    h = math.sin((c - a) / 2) ** 2 + math.cos(a) * math.cos(c) * math.sin((d - b) / 2) ** 2
    return 2 * 6371 * math.asin(math.sqrt(h))
