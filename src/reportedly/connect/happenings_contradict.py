"""What two groups of mentions say that cannot hold of one happening."""

from __future__ import annotations

from dataclasses import dataclass

from reportedly.connect.brief import Spot
from reportedly.connect.happenings_seen import Days, Seen

NEAR = 1
"""Days by which two readings of one day may differ: "Tuesday night", time zones, an article dated after midnight."""
A_DAY = 1
"""Days; a time that is wider does not contradict another."""
WORST = 12
"""Different places or days of one group that are kept; more say that it is no single event anyway."""


@dataclass(frozen=True)
class Profile:
    """What a group says of its happening: places, days, ordinals, people acted on, people whom it befalls, and whether its
    mentions are set apart from what happens here and now."""

    places: tuple[Spot, ...]
    days: tuple[Days, ...]
    nths: frozenset[int]
    recipients: frozenset[str]
    people: frozenset[str]
    modes: frozenset[str]
    apart: frozenset[str]

    @classmethod
    def of(cls, s: Seen) -> Profile:
        """What one mention says."""
        m = s.mention
        return cls(
            places=(m.place,) if s.solid and m.place else (),
            days=(s.days,) if s.solid and s.days and s.days.width <= A_DAY else (),
            nths=frozenset({m.nth} if m.nth else ()),
            recipients=s.recipients.people,
            people=s.recipients.people | s.actors.people if s.personal else frozenset(),
            modes=frozenset({m.mode} if m.mode else ()),
            apart=frozenset({APART.get(m.apart or "", "")}),
        )

    def with_(self, other: Profile) -> Profile:
        """What two groups say together."""
        return Profile(
            places=tuple(dict.fromkeys(self.places + other.places))[:WORST],
            days=tuple(dict.fromkeys(self.days + other.days))[:WORST],
            nths=self.nths | other.nths,
            recipients=self.recipients | other.recipients,
            people=self.people | other.people,
            modes=self.modes | other.modes,
            apart=self.apart | other.apart,
        )


APART = {"drill": "unreal", "fiction": "unreal", "other": "other"}
"""Kinds of being set apart that keep a mention from joining one that is not; an anniversary is of the thing itself."""


def contradict(a: Profile, b: Profile) -> bool:
    """Is there something that cannot hold of one happening?"""
    return bool(
        _disjoint(a.nths, b.nths)
        or _disjoint(a.recipients, b.recipients)
        or _disjoint(a.people, b.people)
        or _unreal(a, b)
        or _other_time(a, b)
        or (a.places and b.places and all(places_differ(x, y) for x in a.places for y in b.places))
    )


def _disjoint(a: frozenset[object], b: frozenset[object]) -> bool:
    return bool(a and b and not a & b)


def _unreal(a: Profile, b: Profile) -> bool:
    return ("unreal" in a.apart) != ("unreal" in b.apart)


def _other_time(a: Profile, b: Profile) -> bool:
    if a.days and b.days:
        return min(x.apart(y) for x in a.days for y in b.days) > NEAR
    return (a.apart == {"other"}) != (b.apart == {"other"})


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
    return x.feature == "city" and y.feature == "city"
