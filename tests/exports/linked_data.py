"""A JSON-LD parser that never fetches anything, and rows of its graph."""

from __future__ import annotations

import warnings
from typing import Any

from rdflib import Graph


def parsed(json_ld: str) -> Graph:
    """The graph of a document whose context is inside."""
    with warnings.catch_warnings():
        warnings.filterwarnings("ignore", "ConjunctiveGraph is deprecated", DeprecationWarning)  # rdflib's own business
        return Graph().parse(data=json_ld, format="json-ld")


def asked(graph: Graph, query: str) -> set[tuple[str, ...]]:
    """The rows that a SELECT finds."""
    rows: Any = graph.query(query)
    return {tuple(map(str, row)) for row in rows}
