"""Disputes: where the claims of one happening differ, and in what way."""

from __future__ import annotations

from collections.abc import Sequence

from reportedly.connect.figures import Claim
from reportedly.connect.happenings import Cluster
from reportedly.connect.nouns import Dispute
from reportedly.connect.told import Telling


def disputes_of(cluster: Cluster, claims: Sequence[Claim], telling: Telling) -> tuple[Dispute, ...]:
    """The disputes of one happening."""
    return ()
