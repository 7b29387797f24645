"""The API as its own document describes it: whatever fits the document gets an answer that fits it too."""

from collections import Counter
from collections.abc import Iterator
from typing import Any, cast

import pytest
import schemathesis
from django.core.signals import request_finished, request_started
from django.core.wsgi import get_wsgi_application
from django.db import close_old_connections
from hypothesis import HealthCheck, Phase, given, settings
from schemathesis.checks import not_a_server_error
from schemathesis.specs.openapi import checks as conformity

from banyan.acts import registry
from banyan.bodies.models import Office
from tests import province
from tests.samples import MAKERS
from tests.test_api import API, headers
from tests.test_sharing import Town

pytestmark = pytest.mark.django_db
EXAMPLES = {True: 2, False: 1}
CHECKED: list[Any] = [
    not_a_server_error,
    conformity.status_code_conformance,
    conformity.content_type_conformance,
    conformity.response_schema_conformance,
]
"""No 5xx; status, media type and body as the document says. That what fits may be refused is documented too (422)."""


def _known() -> dict[str, int]:
    """An object of each noun, by the beginning of its addresses."""
    made = {noun: make() for noun, make in MAKERS.items() if noun in registry.registers}
    return {f"/{registry.registers[noun].path}/": one.pk for noun, one in made.items()}


def _try(
    operation: Any, who: dict[str, str], known: dict[str, int], examples: int, told: list[tuple[str, str]]
) -> None:
    """Ask an operation by generated examples; every second one about an object that is there."""
    number = 0

    @settings(
        max_examples=examples,
        deadline=None,
        database=None,
        derandomize=True,
        phases=[Phase.generate],
        suppress_health_check=list(HealthCheck),
    )
    @given(case=operation.as_strategy())
    def ask(case: Any) -> None:
        nonlocal number
        number += 1
        there = next((pk for start, pk in known.items() if operation.path.startswith(start)), None)
        if number % 2 and there and "id" in (case.path_parameters or {}):
            case.path_parameters["id"] = there
        answer = case.call(headers=who)
        fault = ""
        try:
            case.validate_response(answer, checks=CHECKED, headers=who)
        except* Exception as group:  # noqa: BLE001  every fault is told in the end
            fault = "; ".join(str(one)[:300] for one in group.exceptions)
        told.append((f"{operation.label}: {answer.status_code}", fault))

    ask()


@pytest.fixture
def open_connection() -> Iterator[None]:
    """Requests end without closing the connection, which is the test's own."""
    ends = (request_started, request_finished)
    for one in ends:
        one.disconnect(close_old_connections)
    yield
    for one in ends:
        one.connect(close_old_connections)


@pytest.mark.usefixtures("open_connection")
@pytest.mark.parametrize("signed_in", [True, False], ids=["an officer", "anybody"])
def test_every_answer_is_as_the_document_says(signed_in: bool) -> None:  # noqa: FBT001  a parameter of the test
    Town().request()
    managing = province.body("省数字办", "350100", kind="managing_department")
    who = headers(province.officer(managing, *Office.Kind.values)) if signed_in else {}
    schema = schemathesis.openapi.from_wsgi(f"{API}/openapi.json", get_wsgi_application())
    described: list[Any] = [cast("Any", one).ok() for one in schema.get_all_operations()]
    operations = [one for one in described if "servers" not in one.definition.raw]  # not the gateway's
    assert len(operations) > 200
    known = _known()
    told: list[tuple[str, str]] = []
    for operation in operations:
        _try(operation, who, known, EXAMPLES[signed_in], told)
    assert not [f"{what} {fault}" for what, fault in told if fault]
    answered = Counter(what[-3:] for what, _fault in told)
    wanted = {"200", "201", "404", "409", "422"} if signed_in else {"200", "401", "404", "422"}
    assert wanted <= set(answered), answered
