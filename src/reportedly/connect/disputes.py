"""Disputes: where the claims of one happening differ, and in what way."""

from __future__ import annotations

from reportedly.connect.happenings import Cluster
from reportedly.connect.nouns import Dispute, Figure
from reportedly.connect.told import Telling


def disputes_of(cluster: Cluster, figures: tuple[Figure, ...], telling: Telling) -> tuple[Dispute, ...]:
    """The disputes of one happening."""
    return ()
