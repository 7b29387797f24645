"""Figures and scores: every number is its rows, the formula is the law pack's, and one act brings what is promised."""

from datetime import datetime
from decimal import Decimal
from zoneinfo import ZoneInfo

import pytest
from django.db import connection
from django.test.utils import CaptureQueriesContext

from banyan.acts import clock, registry
from banyan.acts.actor import SYSTEM, Actor
from banyan.acts.acts import close_findings, open_findings
from banyan.acts.door import perform
from banyan.acts.errors import Invalid
from banyan.acts.figure import Figure, Told
from banyan.acts.figures import score_of, standings, summed, terms, told_by_body, told_of
from banyan.acts.formula import Term, score
from banyan.acts.improving import steps
from banyan.acts.models import Finding
from banyan.acts.reading import Query, read_page
from banyan.acts.sentences import stored
from banyan.bodies.models import Body
from banyan.exchange.models import ServiceItem
from banyan.infrastructure.models import Channel, DataCentre, Network, Platform, System
from banyan.kit.sentence import say
from banyan.law.inforce import pack
from banyan.planning.models import SoftwareEntry
from banyan.supervision.measuring import measure
from banyan.supervision.models import Order
from banyan.supervision.queries.measures import last_measured, measured
from tests import province
from tests.samples.sample import inside

NOW = datetime(2026, 11, 24, 10, tzinfo=ZoneInfo("Asia/Shanghai"))
HALF, COUNT = Term("rate", Decimal(10)), Term("count", Decimal(2), Decimal(5))


def lapses(body: Body, number: int, monitor: str = "catalogue.resource_is_stale") -> list[Finding]:
    rows = [
        {
            "key": f"{body.pk}/{n}",
            "norm": "6.1-d",
            "body": body.pk,
            "region": body.region_code,
            "noun": "catalogue.resource",
            "object_id": n + 1,
            "title": f"问题{n}",
            "because": stored(say("x")),
            "facts": {},
        }
        for n in range(number)
    ]
    perform(open_findings, SYSTEM, monitor=monitor, number=number, lapses={"rows": rows})
    return list(Finding.objects.filter(body=body.pk, monitor=monitor))


def some_rows(body: Body) -> None:
    """A little of everything that figures count."""

    def put() -> System:
        for n, (network, state) in enumerate(
            [("unified", "live"), ("private", "live"), ("none", "registered")]
        ):
            last = System.objects.create(
                code=f"{body.pk}-{n}", name="系统", body=body, network=network, state=state, grade=2
            )
        for state in ("to_integrate", "integrated", "refused"):
            DataCentre.objects.create(name="机房", body=body, work="stock", reason="r", state=state)
        for model in (Network, Channel, Platform):
            for state in ("to_integrate", "integrated", "running"):
                model.objects.create(name="存量", body=body, state=state)
        for state in ("submitted", "merged", "rejected"):
            SoftwareEntry.objects.create(body=body, year=2027, name="软件", state=state, budget=1)
        for saved in (0, 3, 4):
            ServiceItem.objects.create(
                body=body,
                code=f"{body.pk}-{saved}",
                name="事项",
                subject="legal_person",
                statutory_days=20,
                promised_days=10,
                visits=0,
                days_saved=saved,
                visits_saved=saved // 3,
                state="offered",
            )
        Order.objects.create(issued_by=body, body=body, demands="改", state="escalated")
        return last

    inside(put)()
    lapses(body, 3)


@pytest.mark.norm("36.1-a")
def test_the_score_is_a_pure_function_of_figures() -> None:
    told = {"rate": Told(1, 2), "count": Told(2)}
    made = score(told, (HALF, COUNT))
    assert made.points == Decimal(91)
    assert [line.lost for line in made.lines] == [Decimal(5), Decimal(4)]
    assert [line.gain for line in made.lines] == [Decimal(5), Decimal(2)]


def test_a_cap_ends_what_a_count_loses_and_then_one_act_brings_nothing() -> None:
    assert score({"count": Told(9)}, (COUNT,)).points == Decimal(95)
    assert score({"count": Told(9)}, (COUNT,)).lines[0].gain == 0
    assert score({"count": Told(3)}, (COUNT,)).lines[0].gain == 1


def test_a_rate_of_nothing_loses_nothing_and_no_score_is_below_zero() -> None:
    assert score({"rate": Told(0, 0)}, (HALF,)).points == Decimal(100)
    assert score({"count": Told(99)}, (Term("count", Decimal(2)),)).points == 0


@pytest.mark.norm("36.1-a")
def test_the_formula_stands_in_the_law_pack_and_loses_at_most_everything() -> None:
    by = terms(NOW.date())
    assert {one.figure for one in by} == {
        "integration",
        "network",
        "answered",
        "findings",
        "overdue",
        "orders",
    }
    assert sum(one.cap or one.weight for one in by) == 100
    assert all(pack().parameter(f"score.{one.figure}.weight", on=NOW.date()).certainty == "A" for one in by)


@pytest.mark.django_db
@pytest.mark.norm("1.1-a", "1.1-d", "36.1-a")
def test_every_number_opens_to_exactly_its_rows() -> None:
    office = province.officer(province.body("省数字办", kind="managing_department"), "inspector")
    here, there = province.body("甲局", "350102"), province.body("乙局", "350103")
    with clock.at(NOW):
        some_rows(here)
        some_rows(there)
        for scope in ({}, {"body": str(here.pk)}, {"region": "350102"}, {"region": "350100"}):
            for one in registry.figures:
                told = told_of(scope)[one.name]
                assert told.part == opened(office, one, whole=False, scope=scope), (one.name, scope)
                if one.whole:
                    assert told.whole == opened(office, one, whole=True, scope=scope), (one.name, scope)
    mine = told_of({"body": str(here.pk)})
    assert mine["network"] == Told(1, 2)
    for one in ("integration", "networks", "channels", "grids", "joint"):
        assert mine[one] == Told(1, 2), one
    assert told_of({"region": "350100"})["network"] == Told(2, 4)
    assert (mine["days"], mine["visits"]) == (Told(7), Told(2)), "the sum of what the rows show"


def opened(actor: Actor, one: Figure, *, whole: bool, scope: dict[str, str]) -> int:
    rows = one.whole if whole and one.whole else one.part
    page = read_page(rows.register, actor, Query(filters={**rows.filters, **scope})).rows
    return sum(getattr(row, rows.adds) for row in page) if rows.adds else len(page)


@pytest.mark.django_db
def test_bodies_together_are_the_province_and_cost_no_more_queries() -> None:
    bodies = [province.body(f"局{n}", "350102") for n in range(3)]
    for one in bodies:
        some_rows(one)
    with CaptureQueriesContext(connection) as few:
        found = standings()
    assert summed(told_by_body().values()) == told_of({})
    some_rows(province.body("局又", "350103"))
    with CaptureQueriesContext(connection) as more:
        standings()
    assert len(few) == len(more) <= 2 * len(registry.figures) + 1
    assert [one.score.points for one in found] == sorted(one.score.points for one in found)
    assert {one.body: one.score for one in found}[bodies[0].pk] == score_of(bodies[0].pk)


@pytest.mark.django_db
@pytest.mark.norm("36.1-a")
def test_one_act_brings_the_points_that_were_promised() -> None:
    body = province.body("甲局", "350102")
    found = lapses(body, 3)
    before = score_of(body.pk)
    step = next(one for one in steps(body.pk, before) if one.figure.name == "findings")
    assert step.gain == 2
    assert [act.name for act in step.acts] == ["lake.begin_load"]
    perform(close_findings, SYSTEM, found[:1])
    assert score_of(body.pk).points == before.points + step.gain


@pytest.mark.django_db
def test_what_costs_nothing_or_brings_nothing_is_no_step() -> None:
    body = province.body("甲局", "350102")
    assert list(steps(body.pk, score_of(body.pk))) == []
    lapses(body, 20)
    assert list(steps(body.pk, score_of(body.pk))) == []


def test_what_ends_a_lapse_is_a_known_act() -> None:
    named = [name for one in registry.monitors for name in one.ended_by]
    named += [name for one in registry.figures for name in one.done_by]
    assert named
    assert not [name for name in named if name not in registry.acts]


def test_a_figure_counts_rows_of_registers_that_know_body_and_region() -> None:
    for one in registry.figures:
        for rows in filter(None, (one.part, one.whole, one.wanting)):
            assert rows.body_path
            assert "region" in {each.name for each in rows.register.filters}
            assert set(rows.filters) <= {each.name for each in rows.register.filters}
            rows.within({"region": "350100"})
        assert pack().holds(one.norm)
        assert str(one.says)


@pytest.mark.django_db
@pytest.mark.parametrize("query", [{"late": "no"}, {"body": "ten"}, {"settled": "1"}])
def test_a_value_that_is_none_is_refused(query: dict[str, str]) -> None:
    office = province.officer(province.body("省数字办", kind="managing_department"), "inspector")
    with pytest.raises(Invalid) as refused:
        read_page(registry.registers["acts.duty"], office, Query(filters=query))
    assert set(refused.value.fields) == set(query)


@pytest.mark.django_db
@pytest.mark.norm("1.1-b")
def test_a_day_is_measured_as_its_last_sweep_counted_it_and_no_other_day_is() -> None:
    body = province.body("甲局", "350102")
    with clock.at(NOW):
        lapses(body, 1)
        assert measure() == 3 * (len(registry.figures) + 1)
        lapses(body, 2, "catalogue.edition_is_overdue")
        measure()
    with clock.at(NOW.replace(day=27)):
        measure()
        found = measured("350100")
    assert [day.day for day, _ in found["findings"]] == [24, 27]
    assert [told.part for _, told in found["findings"]] == [3, 3]
    assert found["score"][-1][1] == Told(940, 1000)
    assert set(last_measured(2026, ["350102"])["350102"][1]) == {
        *(one.name for one in registry.figures),
        "score",
    }
    assert last_measured(2025, ["350102"]) == {}
