"""The OpenAPI description held against the desk: whatever a program makes of it, nothing fails inside."""

from __future__ import annotations

import pytest
import schemathesis
from hypothesis import HealthCheck, settings

from .conftest import visit


@pytest.fixture
def api_schema(register):
    """The description as the desk gives it."""
    return schemathesis.openapi.from_asgi("/api/openapi.json", visit(register, hosts=()).app)


schema = schemathesis.pytest.from_fixture("api_schema")


@schema.parametrize()
@settings(max_examples=25, deadline=None, derandomize=True, suppress_health_check=list(HealthCheck))
def test_no_request_that_the_description_allows_fails_inside(case):
    """A refusal may be the answer, an error of the program never."""
    answer = case.call(headers={"x-banggiao": "1"})
    assert answer.status_code < 500, (case.method, case.formatted_path, answer.status_code)
