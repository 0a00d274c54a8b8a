"""The API's description, its page, and the client in it."""

from __future__ import annotations

import os
import re
import subprocess
import sys
from collections.abc import Iterator
from pathlib import Path
from typing import Any

import jsonschema_rs
import pytest
import schemathesis
from starlette.testclient import TestClient

from reportedly.web.api.reference import description, operations, reference
from tests.browser.screens import served

PAGE = Path(__file__).parents[3] / "docs" / "api.md"
MADE = description()


def test_the_page_is_up_to_date() -> None:
    told = "docs/api.md is not what the API says: python -m reportedly.web.api.reference > docs/api.md"
    assert PAGE.read_text(encoding="utf-8") == reference(), told


@pytest.fixture(scope="module")
def described(client: TestClient) -> dict[str, Any]:
    """What the desk serves."""
    told: dict[str, Any] = client.get("/openapi.json").json()
    return told


def test_the_desk_describes_itself(described: dict[str, Any]) -> None:
    assert described["openapi"].startswith("3.1")
    assert set(MADE["paths"]) <= set(described["paths"])
    assert described["components"]["securitySchemes"]["token"]["scheme"] == "bearer"


def test_every_endpoint_is_described() -> None:
    for path, method, told in operations(MADE):
        assert path.startswith("/api/v1/"), path
        assert told["description"] and told["tags"] and told["summary"], (method, path)
        assert set(told["responses"]) >= {"400", "401", "404", "422", "503"}, (method, path)
        for parameter in told.get("parameters", []):
            known = parameter["in"] == "path" or parameter.get("description") or parameter["schema"].get("description")
            assert known, (path, parameter["name"])


def test_fields_of_records_have_their_meaning() -> None:
    fields = MADE["components"]["schemas"]["Statement"]["properties"]
    assert fields["relay"]["description"].startswith("names through which it reached this article")


def examples() -> Iterator[tuple[str, str, str]]:
    for path, method, told in operations(MADE):
        for status, answer in told["responses"].items():
            if "example" in answer.get("content", {}).get("application/json", {}):
                yield path, method, status


def test_every_answer_in_json_has_an_example() -> None:
    lacking = [
        (method, path)
        for path, method, told in operations(MADE)
        if "application/json" in told["responses"].get("200", {}).get("content", {})
        and (path, method, "200") not in set(examples())
    ]
    assert lacking == []


@pytest.mark.parametrize(("path", "method", "status"), list(examples()))
def test_examples_are_of_the_form_that_is_described(path: str, method: str, status: str) -> None:
    told = MADE["paths"][path][method.lower()]["responses"][status]["content"]["application/json"]
    jsonschema_rs.validator_for(told["schema"] | {"components": MADE["components"]}).validate(told["example"])


@pytest.mark.parametrize(
    "address",
    [
        "articles", "statements", "events?all_events=true", "happenings?all_events=true", "stories", "changes",
        "search?q=said", "search?q=Quillow", "health",
    ],
)  # fmt: skip
def test_answers_are_of_the_form_that_is_described(address: str, client: TestClient, described: dict[str, Any]) -> None:
    path = f"/api/v1/{address.partition('?')[0]}"
    operation = schemathesis.openapi.from_dict(described)[path]["GET"]
    answer = client.get(f"/api/v1/{address}")
    assert answer.status_code == 200
    operation.validate_response(answer)


@pytest.mark.parametrize("list", ["articles", "happenings", "stories"])
def test_single_things_are_of_the_form_that_is_described(
    list: str, client: TestClient, described: dict[str, Any]
) -> None:
    schema = schemathesis.openapi.from_dict(described)
    for found in client.get(f"/api/v1/{list}").json()["items"]:
        id = (found.get("happening") or found.get("story") or found)["id"]
        schema[f"/api/v1/{list}/{{id}}"]["GET"].validate_response(client.get(f"/api/v1/{list}/{id}"))


def test_the_client_of_the_page_works(desk_db: Path) -> None:
    [code] = re.findall(r"```python\n(.*?)```", PAGE.read_text(encoding="utf-8"), re.S)
    with served(desk_db) as address:
        done = subprocess.run(
            [sys.executable, "-W", "error", "-c", code],
            env=os.environ | {"REPORTEDLY_DESK": address}, capture_output=True, text=True, check=False, timeout=60,
        )  # fmt: skip
    assert done.returncode == 0, done.stderr
    assert "considered ASSAULT strike according to Two officials" in done.stdout
    assert "raided, Quillow independent origins" in done.stdout
    assert 'the mayor, Ana Resk, say "Not yet,"' in done.stdout
