"""Styles and scripts: what is served, and how long it may be kept."""

from __future__ import annotations

import json
import re
from itertools import pairwise

import pytest
from starlette.testclient import TestClient

from reportedly.errors import RunError
from reportedly.web.assets import FOREVER, assets


def test_under_the_present_hash_for_good(client: TestClient) -> None:
    answer = client.get(assets().address("base.css"))
    assert (answer.status_code, answer.headers["cache-control"]) == (200, FOREVER)
    assert answer.headers["content-type"] == "text/css; charset=utf-8"
    old = client.get("/static/0123456789abcdef/base.css")
    assert (old.text, old.headers["cache-control"]) == (answer.text, "no-cache")


def test_media(client: TestClient) -> None:
    for name, media in (("notices.js", "text/javascript; charset=utf-8"), ("icon.svg", "image/svg+xml")):
        assert client.get(assets().address(name)).headers["content-type"] == media
    for module in ("vendor/maplibre-gl.mjs", "vendor/maplibre-gl-worker.mjs", "vendor/cytoscape.mjs"):
        assert client.get(assets().address(module)).headers["content-type"].startswith("text/javascript")


@pytest.mark.parametrize("name", ["../app.py", "vendor/../../app.py", "/etc/passwd", "base.css/", "", "vendor", "made"])
def test_nothing_else(client: TestClient, name: str) -> None:
    answer = client.get(f"/static/x/{name.replace('..', '%2e%2e')}")
    assert answer.status_code == 404


def test_an_unknown_name() -> None:
    with pytest.raises(RunError, match="make assets"):
        assets().address("none.css")


def test_scripts_name_no_source_maps_and_styles_nothing_elsewhere() -> None:
    for name, path in assets().files.items():
        if name.endswith((".js", ".mjs")):
            assert "\n//# sourceMappingURL=" not in path.read_text("utf-8"), name
        if name.endswith(".css"):
            for address in re.findall(r"url\(([^)]*)\)", path.read_text("utf-8")):
                assert address.strip("'\"").startswith("data:"), (name, address[:80])


def test_no_outline_runs_across_the_flat_map() -> None:
    """Only the edge along the pole may be longer than half the world."""
    features = json.loads(assets().files["vendor/countries.json"].read_text("utf-8"))["features"]
    assert len(features) > 150
    for feature in features:
        shape = feature["geometry"]
        polygons = [shape["coordinates"]] if shape["type"] == "Polygon" else shape["coordinates"]
        for ring in (ring for polygon in polygons for ring in polygon):
            assert ring[0] == ring[-1]
            for (a, south), (b, _) in pairwise(ring):
                assert abs(a - b) <= 180 or south == -90, feature["properties"]["name"]
