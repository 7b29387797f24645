"""What a page costs: few queries, whatever the number of rows, and the same at both ends of a register."""

import json
from collections.abc import Iterator
from contextlib import contextmanager
from http import HTTPStatus
from typing import Any

import pytest
from django.db import connection
from django.test import Client
from django.test.utils import CaptureQueriesContext

from banyan.acts import clock, defence, registry
from banyan.acts.directory import directory
from banyan.acts.governed import Governed, UnderWay, under_way
from banyan.acts.models import Duty, Finding
from banyan.acts.order import Order
from banyan.acts.reading import sortable
from banyan.acts.register import Register
from banyan.bodies.models import Body, Office, Officer
from banyan.bodies.sign_in import open_account
from banyan.catalogue.indexing import index_all
from banyan.catalogue.models import FormField, Resource
from banyan.planning.models import Milestone, PlanItem, Project
from banyan.site.upkeep import keep_statistics
from tests import province
from tests.samples import MAKERS
from tests.works import Cast

pytestmark = pytest.mark.django_db
REGISTERS: dict[str, Register] = {one.noun: one for one in registry.registers}
MOST = {"register": 9, "object": 16, "home": 19, "overview": 40, "law": 10, "found": 12}
"""The overview asks two queries for each figure that it shows or scores by, however many bodies there are."""
MOST_OF_OBJECT = {
    "bodies.body": 20,
    "exchange.grant": 21,
    "infrastructure.system": 23,
    "planning.project": 24,
    "planning.budgetline": 42,
}
"""What can begin from a system is many things, and its gate looks at what it produces and at its incidents, and
beside it stand its checks, its assessments and its risks; beside a body stand the tables of its compliance file
and its yearly scores, beside a grant its rules of use, its audit logs and what it spares, and whether the
reader may open each of its records; the gates of a project look at all that it carries out, produces, spends
and waits for; beside a budget line stands the unit's score of today, with two queries for each figure that
counts in it."""
CONCERNED = {"operations.bulletin": "office", "operations.bulletinreply": "body"}
"""What only the bodies concerned see, and by which of its bodies."""
MANY, FOUND = 1_000_000, 3_000
FILL = """
INSERT INTO acts_finding
  (state, monitor, key, norm, body, region, noun, title, because, facts, evidence, found_at, seen_at)
SELECT 'open', 'acts.duty_is_overdue', 'many/' || i, '25.1-c', {body}, '350000', 'bodies.body', 'x',
       '{{"msgid": "x", "args": {{}}}}', '{{}}', '[]', {moment}, '2026-01-01 00:00:00+00:00' FROM {numbers}
"""


@pytest.fixture(autouse=True)
def known_province() -> None:
    """The name of the province, which a process asks for once."""
    province.load_regions()
    directory().province()


@pytest.fixture
def reader(client: Client) -> Client:
    """Somebody who sees everything in the province, signed in to the desk and with a token for the API."""
    managing = province.body("省数字办", kind="managing_department")
    officer = Officer.objects.get(pk=province.officer(managing, *Office.Kind.values).officer or 0)
    account = open_account(officer.user_name, officer.pk, "long-enough-for-a-test", bytes(20))
    client.force_login(account)
    client.defaults["HTTP_AUTHORIZATION"] = f"Bearer {directory().token(account)}"
    return client


def queries(client: Client, address: str) -> int:
    """How many queries the page asks, those for session and offices of the reader among them."""
    with CaptureQueriesContext(connection) as asked:
        answer = client.get(address)
    assert answer.status_code == 200, address
    return len(asked)


def made(noun: str, number: int) -> list[Governed]:
    return [MAKERS[noun]() for _ in range(number if noun in MAKERS else 0)]


@pytest.mark.parametrize("noun", sorted(REGISTERS))
def test_a_register_asks_few_queries_and_no_more_for_more_rows(noun: str, reader: Client) -> None:
    address = f"/{REGISTERS[noun].path}/"
    made(noun, 2)
    few = queries(reader, address)
    made(noun, 5)
    assert queries(reader, address) == few
    assert queries(reader, f"/api/v1{address[:-1]}") <= few
    assert few <= MOST["register"]


@pytest.mark.parametrize("noun", sorted(set(REGISTERS) & set(MAKERS)))
def test_an_object_asks_few_queries(noun: str, reader: Client) -> None:
    (one,) = made(noun, 1)
    address = f"/{REGISTERS[noun].path}/{one.pk}/"
    if reader.get(address).status_code == HTTPStatus.NOT_FOUND:
        _let_everybody_see(one)
    assert queries(reader, address) <= MOST_OF_OBJECT.get(noun, MOST["object"])


def _let_everybody_see(one: Governed) -> None:
    """A draft is its body's own affair, a bulletin that of those whom it concerns: the last state, and the reader's."""
    with under_way(UnderWay("tests.prepare")):
        one.state = one.State.values[-1]
        if concerned := CONCERNED.get(one._meta.label_lower):
            setattr(one, concerned, Body.objects.get(name="省数字办"))
        one.save()


def _beside(one: Any, number: int) -> None:
    """Put so many rows into the small table of an object."""
    with under_way(UnderWay("tests.prepare")):
        for place in range(number):
            name = f"{number}-{place}"
            if one._meta.label == "planning.Plan":
                PlanItem.objects.create(plan=one, number=name, title=name)
            elif one._meta.label == "planning.Project":
                position = number * 100 + place
                Milestone.objects.create(
                    project=one, position=position, name=name, planned_on="2027-01-01", share=1
                )
            else:
                FormField.objects.create(form=one, position=number * 100 + place, name=name)


@pytest.mark.parametrize("noun", ["planning.plan", "planning.project", "catalogue.collectionform"])
def test_an_object_asks_no_more_for_more_rows_beside_it(noun: str, reader: Client) -> None:
    (one,) = made(noun, 1)
    address = f"/{REGISTERS[noun].path}/{one.pk}/"
    _beside(one, 2)
    queries(
        reader, address
    )  # what the process keeps for the next page, such as the matcher's stock, is fetched once
    few = queries(reader, address)
    _beside(one, 9)
    assert queries(reader, address) == few


@pytest.mark.parametrize(("kind", "address"), [("home", "/"), ("overview", "/overview/"), ("law", "/law")])
def test_the_other_pages_ask_few_queries_and_no_more_for_more_findings(
    kind: str, address: str, reader: Client
) -> None:
    made("acts.finding", 2)
    few = queries(reader, address)
    made("acts.finding", 5)
    assert queries(reader, address) == few
    assert few <= MOST[kind]


def test_duties_ask_no_more_for_more_rows(reader: Client) -> None:
    unit = province.body("甲局")
    _owe(unit, 2)
    few = queries(reader, "/acts/duties/")
    _owe(unit, 9)
    assert queries(reader, "/acts/duties/") == few


def _owe(unit: Body, number: int) -> None:
    """So many duties of a body."""
    with under_way(UnderWay("tests.prepare")):
        for place in range(number):
            Duty.objects.create(
                parameter="filing.reply",
                norm="10.2-b",
                noun="bodies.body",
                object_id=1000 * number + place,
                title="示例",
                body=unit.pk,
                offices="",
                opened_at=clock.now(),
                due_at=clock.now(),
            )


def test_home_asks_no_more_for_more_that_waits_before_a_gate(client: Client) -> None:
    cast = Cast()
    approver = Officer.objects.get(pk=cast.approver.officer or 0)
    client.force_login(open_account(approver.user_name, approver.pk, "long-enough-for-a-test", bytes(20)))
    _designed(cast.unit, 20)
    few = queries(client, "/")
    _designed(cast.unit, 40)
    assert queries(client, "/") == few


def _designed(unit: Body, number: int) -> None:
    """So many projects that wait for their approval."""
    with under_way(UnderWay("tests.prepare")):
        for _ in range(number):
            given: dict[str, Any] = {"number": f"P{Project.objects.count()}", "year": 2027, "budget": 1}
            Project.objects.create(
                body=unit, name="示例", kind="sensing", mode="self_built", state="designed", **given
            )


def test_every_column_that_sorts_has_an_index_that_finds_the_next_page() -> None:
    """On field and number, or on a field whose values are unique."""
    for register in REGISTERS.values():
        options = register.model._meta
        indexed = {tuple(name.lstrip("-") for name in one.fields) for one in options.indexes}
        for column in sortable(register):
            unique = bool(getattr(options.get_field(column.path), "unique", False))
            assert unique or (column.path, "id") in indexed, f"{register.noun}: {column.path}"


@pytest.fixture
def many(reader: Client) -> Client:
    """A million findings, seven of each moment."""
    body = province.body("甲局").pk
    defence.remove(connection)
    if connection.vendor == "postgresql":
        numbers = f"generate_series(1, {MANY}) AS n(i)"
        moment = "timestamptz '2024-01-01 00:00:00+00' + i / 7 * interval '1 minute'"
    else:
        rows = "WITH RECURSIVE n(i) AS (SELECT 1 UNION ALL SELECT i + 1 FROM n WHERE i < 1000000) SELECT i FROM n"
        numbers = f"({rows})"
        moment = "strftime('%%Y-%%m-%%d %%H:%%M:%%S', '2024-01-01', '+' || (i / 7) || ' minutes')"
    with connection.cursor() as cursor:
        cursor.execute(FILL.format(body=body, moment=moment, numbers=numbers), [])
        if connection.vendor == "postgresql":
            cursor.execute("ANALYZE acts_finding")
    keep_statistics()
    return reader


@contextmanager
def _steps() -> Iterator[list[int]]:
    """Counts the steps of SQLite's machine, ten at a time; none of PostgreSQL's."""
    count = [0]
    if connection.vendor != "sqlite":
        yield count
        return

    def step() -> int:
        count[0] += 10
        return 0

    connection.connection.set_progress_handler(step, 10)
    yield count
    connection.connection.set_progress_handler(None, 0)


def _visited(plan: dict[str, Any]) -> int:
    """The rows that PostgreSQL looked at for a query, also those that it left out."""
    mine = plan["Actual Rows"] + plan.get("Rows Removed by Filter", 0)
    return int(mine * plan["Actual Loops"]) + sum(_visited(one) for one in plan.get("Plans", []))


def cost(client: Client, address: str) -> tuple[int, int]:
    """Queries of a page of findings, and what the database did for them: steps on SQLite, rows on PostgreSQL."""
    if connection.vendor == "sqlite":
        with _steps() as steps:
            number = queries(client, address)
        return number, steps[0]
    with CaptureQueriesContext(connection) as asked:
        answer = client.get(address)
    assert answer.status_code == 200
    rows = 0
    with connection.cursor() as cursor:
        for query in asked.captured_queries:
            if 'FROM "acts_finding"' in query["sql"]:
                cursor.execute("EXPLAIN (ANALYZE, FORMAT JSON) " + query["sql"].replace("%", "%%"), [])
                told = cursor.fetchone()[0]
                rows += _visited((json.loads(told) if isinstance(told, str) else told)[0]["Plan"])
    return len(asked), rows


def test_a_page_costs_the_same_at_row_1_and_at_row_1_000_000(many: Client) -> None:
    most = 30_000 if connection.vendor == "sqlite" else 500
    model = Finding._meta
    found_at = next(one for one in model.concrete_fields if one.name == "found_at")
    for asked, order in (
        ("", Order(model.pk, down=True)),
        ("state=open&", Order(model.pk, down=True)),
        ("sort=found_at&", Order(found_at, down=False)),
        ("sort=-found_at&", Order(found_at, down=True)),
        ("sort=-found_at&state=open&", Order(found_at, down=True)),
    ):
        ends = Finding.objects.order_by("pk" if order.down else "-pk")
        first = cost(many, f"/acts/findings/?{asked}")
        last = cost(many, f"/acts/findings/?{asked}after={order.cursor(ends[55])}")
        assert first[0] == last[0], asked
        assert max(first[1], last[1]) <= most, (asked, first, last)
        assert abs(first[1] - last[1]) <= most / 5, (asked, first, last)


@pytest.fixture
def many_found(reader: Client) -> Client:
    """Thousands of published resources that the same words find."""
    sample = province.published_resource(province.body("甲局"), name="高龄津贴名册")
    facts = {one.attname: getattr(sample, one.attname) for one in Resource._meta.concrete_fields}
    others = ({**facts, "id": None, "code": f"X/{number}"} for number in range(1, FOUND))
    with under_way(UnderWay("tests.prepare")):
        Resource.objects.bulk_create(Resource(**given) for given in others)
    index_all()
    return reader


def test_all_that_words_find_is_paged_through_at_the_same_cost(many_found: Client) -> None:
    seen: list[int] = []
    costs: list[tuple[int, int]] = []
    after = ""
    while after or not seen:
        address = f"/api/v1/catalogue/resources?q=高龄津贴&limit=200&after={after}"
        with _steps() as steps, CaptureQueriesContext(connection) as asked:
            page = many_found.get(address).json()
        seen += [one["id"] for one in page["items"]]
        costs.append((len(asked), steps[0]))
        after = page["next"] or ""
    assert len(seen) == len(set(seen)) == FOUND
    full = costs[:-1]
    assert max(number for number, _ in costs) <= MOST["found"]
    assert max(steps for _, steps in full) <= 1.2 * min(steps for _, steps in full)
