"""Pages by key: whole, in order, and unmoved by forged keys, in desk and API."""

import base64
import json
from datetime import date, timedelta
from typing import Any

import pytest
from django.test import Client

from banyan.acts import registry
from banyan.acts.actor import ANYONE
from banyan.acts.errors import Invalid
from banyan.acts.reading import Query, read_page, sortable
from banyan.planning.models import Plan
from tests import province
from tests.monitor_cases.case import a

pytestmark = pytest.mark.django_db
PLANS = registry.registers["planning.plan"]
TYPES: list[Any] = [
    "",
    None,
    True,
    -1,
    1.5,
    10**400,
    "x",
    "2026-02-31",
    "0000-00-00",
    "\0",
    "\ud800",
    [],
    {},
    [1],
    "9" * 5000,
]
NUMBERS: list[Any] = [None, "x", True, -1, 2**63, 10**400, 1.5, [], {}]
FORGED: list[Any] = [
    *([value, 1] for value in TYPES),
    *(["2026-01-01", pk] for pk in NUMBERS),
    [],
    [1],
    [1, 2, 3],
    {"a": 1, "b": 2},
    7,
    None,
    "ab",
]
TEXTS = ["x", "%00", "=", "....", "é", "-1", "²", "9" * 30, base64.urlsafe_b64encode(b"[" * 9000).decode()]


def key(value: Any) -> str:
    return base64.urlsafe_b64encode(json.dumps(value).encode()).decode().rstrip("=")


@pytest.mark.parametrize("sort", ["", *(one.path for one in sortable(PLANS))])
@pytest.mark.parametrize("surface", ["", "/api/v1"])
def test_a_forged_key_gets_a_clear_answer(sort: str, surface: str, client: Client) -> None:
    province.load_regions()
    address = f"{surface}/planning/plans" + ("" if surface else "/")
    for after in [*map(key, FORGED), *TEXTS]:
        answer = client.get(address, {"sort": sort, "after": after})
        assert answer.status_code in {200, 422}, after
        if answer.status_code == 422:
            assert "续读标记无效。" in answer.content.decode(), after


@pytest.mark.parametrize(
    "register", [one for one in registry.registers if sortable(one)], ids=lambda one: one.noun
)
def test_a_key_of_another_type_is_refused_by_every_sorted_register(register: Any) -> None:
    for column in sortable(register):
        kind = register.model._meta.get_field(column.path).get_internal_type()
        wrong = {"CharField": [1], "TextField": [1]}.get(kind, "x")
        with pytest.raises(Invalid) as invalid:
            read_page(register, ANYONE, Query(sort=column.path, after=key([wrong, 1])))
        assert set(invalid.value.fields) == {"after"}


@pytest.mark.parametrize("what", ["q", "kind", "in_force_on", "sort", "after", "limit"])
@pytest.mark.parametrize("value", ["\0", "²", "9" * 5000, "'", "%"])
@pytest.mark.parametrize("surface", ["/planning/plans/", "/api/v1/planning/plans"])
def test_no_query_breaks_a_register(what: str, value: str, surface: str, client: Client) -> None:
    province.load_regions()
    assert client.get(surface, {what: value}).status_code in {200, 422}


@pytest.mark.parametrize("sort", ["", "published_on", "-published_on"])
def test_pages_hold_every_row_once_and_in_order(sort: str) -> None:
    """Rows of the same day follow each other, and rows without a day come last, whichever way and database."""
    for number in range(23):
        day = None if number % 3 == 0 else date(2026, 1, 1) + timedelta(days=number // 4)
        a("planning.plan", state="superseded", published_on=day)
    seen: list[Plan] = []
    after = ""
    while True:
        page = read_page(PLANS, ANYONE, Query(sort=sort, after=after, limit=5))
        seen += page.rows
        after = page.more
        if not after:
            break
    assert len({one.pk for one in seen}) == len(seen) == 23
    days = [one.published_on for one in seen if one.published_on]
    if sort:
        assert days == sorted(days, reverse=sort.startswith("-"))
        assert all(one.published_on is None for one in seen[len(days) :])
    else:
        assert [one.pk for one in seen] == sorted((one.pk for one in seen), reverse=True)
