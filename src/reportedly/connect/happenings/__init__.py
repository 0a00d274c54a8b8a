"""Happenings: which event mentions of different articles are one real-world event."""

from reportedly.connect.happenings.cluster import Cluster
from reportedly.connect.happenings.clusters import clusters_of
from reportedly.connect.happenings.rulings import Ruling

__all__ = ["Cluster", "Ruling", "clusters_of"]
