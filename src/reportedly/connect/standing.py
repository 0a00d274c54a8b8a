"""Standing: the status of a happening, when all its tellings are taken together."""

from __future__ import annotations

from collections import Counter

from reportedly.connect.happenings import Cluster
from reportedly.connect.nouns import Dispute, Standing
from reportedly.connect.told import Telling


def standing_of(cluster: Cluster, disputes: tuple[Dispute, ...], telling: Telling) -> Standing:
    """The status that most mentions have."""
    return Counter(m.status for _, m in cluster.mentions).most_common(1)[0][0]
