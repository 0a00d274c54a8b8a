"""Whatever is asked of the API, the answer is one that its description tells of, and never an error of the server."""

from __future__ import annotations

import inspect
from collections.abc import Iterator
from pathlib import Path
from typing import Any

import pytest
import requests
import schemathesis
from hypothesis import HealthCheck, Phase, given, settings
from hypothesis.errors import Unsatisfiable
from schemathesis.checks import not_a_server_error
from schemathesis.core.result import Ok
from schemathesis.generation import GenerationMode
from schemathesis.schemas import APIOperation
from schemathesis.specs.openapi.checks import (
    content_type_conformance,
    response_schema_conformance,
    status_code_conformance,
)
from starlette.testclient import TestClient

from reportedly.web.options import Limits, Pace
from reportedly.web.worker.room import ReadingLimits, ReadingRoom
from tests.web.desks import SITE, desk
from tests.web.worker.works import obedient

EXAMPLES = 12
"""Requests to each endpoint, of those that are allowed and of the others: under a minute for all."""

CHECKS = [not_a_server_error, status_code_conformance, content_type_conformance, response_schema_conformance]


@pytest.fixture(scope="module")
def asked(desk_db: Path) -> Iterator[TestClient]:
    """The desk over the small ledger; what reads stands in for the models."""
    with desk(desk_db, limits=Limits(reading=Pace(100_000, 100_000))) as client:
        client.app.state.room = ReadingRoom(ReadingLimits(seconds=5.0), run=obedient)  # type: ignore[attr-defined]
        yield client


@pytest.mark.parametrize("mode", [GenerationMode.POSITIVE, GenerationMode.NEGATIVE])
def test_any_request(asked: TestClient, mode: GenerationMode) -> None:
    """Requests as the description has them, and such as it does not allow, to every endpoint."""
    described = schemathesis.openapi.from_dict(asked.get("/openapi.json").json())
    operations = [found.ok() for found in described.get_all_operations() if isinstance(found, Ok)]
    assert len(operations) > 15
    for operation in operations:
        examine(asked, operation, mode)


def examine(client: TestClient, operation: APIOperation[Any, Any, Any, Any], mode: GenerationMode) -> None:
    """Ask one endpoint many things."""

    @given(case=operation.as_strategy(generation_mode=mode))
    @settings(max_examples=EXAMPLES, phases=[Phase.generate], suppress_health_check=list(HealthCheck))
    def ask(case: schemathesis.Case[Any]) -> None:
        answer = client.request(**sendable(case.as_transport_kwargs(base_url=SITE)))
        case.validate_response(answer, checks=CHECKS)

    try:
        ask()
    except Unsatisfiable:  # an endpoint without parameters takes nothing that is wrong
        assert mode is GenerationMode.NEGATIVE


def sendable(made: dict[str, Any]) -> dict[str, Any]:
    """A request as requests would send it, for the desk's own client."""
    kept = {name: value for name, value in made.items() if name in inspect.signature(requests.Request).parameters}
    sent = requests.Request(**kept).prepare()
    own = ("host", "content-length")  # what the client sets itself
    headers = {name: value for name, value in sent.headers.items() if name.lower() not in own}
    return {"method": sent.method, "url": sent.url, "content": sent.body or b"", "headers": headers}
