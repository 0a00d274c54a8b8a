"""Happenings: which event mentions of different articles are one real-world event."""

from __future__ import annotations

from collections import Counter
from collections.abc import Sequence
from dataclasses import dataclass
from hashlib import sha256

from reportedly.connect.brief import Brief, Mention
from reportedly.connect.nouns import Dispute, Figure, Happening, MentionRef, Origins, Standing, Where
from reportedly.record.span import Span


@dataclass(frozen=True)
class Ruling:
    """A person's word on two mentions, each named by its text's hash and its trigger: they must be of one happening,
    or (`same` false) must not be. It goes before any score; of two that clash, the later in the list holds."""

    same: bool
    first: tuple[str, Span]
    second: tuple[str, Span]


@dataclass(frozen=True)
class Cluster:
    """Mentions that are one happening, each with its article."""

    mentions: tuple[tuple[Brief, Mention], ...]

    @property
    def articles(self) -> tuple[str, ...]:
        """The articles that speak of it."""
        return tuple(dict.fromkeys(b.id for b, _ in self.mentions))

    def happening(
        self, origins: Origins, counts: tuple[Figure, ...], disputes: tuple[Dispute, ...], status: Standing
    ) -> Happening:
        """What is told of it, put together."""
        types = Counter(m.type for _, m in self.mentions if m.type)
        days = [(m.earliest, m.latest) for _, m in self.mentions if m.earliest and m.latest]
        places = Counter(m.place for _, m in self.mentions if m.place)
        place = places.most_common(1)[0][0] if places else None
        first, mention = self.mentions[0]
        return Happening(
            id=sha256(f"{first.text_sha256} {mention.trigger}".encode()).hexdigest()[:16],
            type=types.most_common(1)[0][0] if types else None,
            name=mention.word,
            date=(min(d for d, _ in days)[:10], min(d for _, d in days)[:10]) if days else None,
            place=Where(name=place.name, country=place.country, lat=place.lat, lon=place.lon) if place else None,
            mentions=tuple(MentionRef(article=b.id, event=m.event, trigger=m.trigger) for b, m in self.mentions),
            articles=self.articles, origins=origins, counts=counts, disputes=disputes, status=status,
        )  # fmt: skip


def clusters_of(briefs: Sequence[Brief], rulings: Sequence[Ruling] = ()) -> list[Cluster]:
    """The happenings of one story."""
    groups: dict[str, list[tuple[Brief, Mention]]] = {}
    for b in briefs:
        for m in b.mentions:
            groups.setdefault(m.type or m.lemma, []).append((b, m))
    return [Cluster(tuple(g)) for g in groups.values()]
