"""Origins: how many independent sources something rests on, as a range."""

from __future__ import annotations

from reportedly.connect.happenings import Cluster
from reportedly.connect.nouns import Origins
from reportedly.connect.told import Telling


def origins_of(cluster: Cluster, telling: Telling) -> Origins:
    """The origins of one happening."""
    chains = []
    for a in cluster.articles:
        b = telling.by_id[a]
        chains += [(*v.relay, a) for v in b.voices]
    names = {c[0] for c in chains}
    return Origins(at_least=1, at_most=max(1, len(names)), chains=tuple(dict.fromkeys(chains)))
