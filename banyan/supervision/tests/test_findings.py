"""Findings: contested, withdrawn, seen from two sides, and overdue orders (article 34)."""

from collections.abc import Iterator
from datetime import datetime, timedelta
from typing import Any

import pytest
from django.utils.translation import override

from banyan.acts import clock, registry
from banyan.acts.door import perform
from banyan.acts.errors import Refused
from banyan.acts.governed import UnderWay, under_way
from banyan.acts.models import Duty, Finding
from banyan.acts.monitor import Lapse, Monitor
from banyan.acts.queries import evidence_of
from banyan.acts.sweep import duty_is_overdue, sweep
from banyan.kit.sentence import say
from banyan.law.norms import Norm
from banyan.supervision.acts import contests, orders
from banyan.supervision.models import Contest, Order
from banyan.supervision.monitors import findings_wait_for_an_order, order_is_not_met
from banyan.supervision.tests.stage import Cast, found, react, refused_by

pytestmark = pytest.mark.django_db


def _order(cast: Cast, finding: Finding) -> Order:
    given: dict[str, Any] = {"body": cast.unit.pk, "findings": [finding.pk], "demands": "停止目录外采集"}
    return Order.objects.get(pk=perform(orders.order_correction, cast.inspector, **given).on)


@pytest.mark.norm("34.1-a")
def test_a_contested_finding_stays_open_and_falls_only_by_a_decision_with_a_reason() -> None:
    cast = Cast()
    finding = found(cast.unit)
    order = _order(cast, finding)
    perform(contests.contest_finding, cast.head, finding, reason="已获批准")
    contest = Contest.objects.get()
    duty = Duty.objects.get(noun="supervision.contest")
    assert (duty.body, duty.parameter) == (cast.managing.pk, "contest.decide")
    with pytest.raises(Refused) as refused:
        perform(contests.contest_finding, cast.head, finding.pk, reason="再次申辩")
    assert refused_by(refused) == {"supervision.finding_is_not_contested_already"}
    finding.refresh_from_db()
    assert finding.state == "open"
    perform(contests.withdraw_finding, cast.inspector, contest, answer="批准文件属实")
    react()
    finding.refresh_from_db()
    order.refresh_from_db()
    assert (finding.state, order.state) == ("withdrawn", "lifted")


@pytest.mark.norm("34.1-a")
def test_an_upheld_finding_is_contested_again_only_with_new_facts() -> None:
    cast = Cast()
    finding = found(cast.unit)
    perform(contests.contest_finding, cast.head, finding, reason="不属实")
    perform(contests.uphold_finding, cast.inspector, Contest.objects.get(), answer="查证属实")
    with pytest.raises(Refused) as refused:
        perform(contests.contest_finding, cast.head, finding.pk, reason="不属实")
    assert refused_by(refused) == {"supervision.contest_brings_something_new"}
    perform(contests.contest_finding, cast.head, finding.pk, reason="不属实", new_facts="补充批文")
    assert Contest.objects.filter(state="raised").count() == 1


@pytest.mark.norm("34.1-a")
def test_a_managing_department_does_not_judge_what_was_found_against_itself() -> None:
    cast = Cast()
    own = found(cast.managing)
    contest = Contest(finding=own, body=cast.managing, reason="不属实")
    assert contest.judge == cast.government


def _watching(*lapses: Lapse) -> Monitor:
    def watch(at: datetime) -> Iterator[Lapse]:
        yield from lapses

    return Monitor("tests.watch", Norm("16.2-b"), "示例", watch)


def _recorded(cast: Cast) -> Finding:
    with under_way(UnderWay("tests.prepare")):
        return Finding.objects.create(
            monitor=Finding.RECORDED,
            key="line/1",
            norm="16.2-b",
            body=cast.unit.pk,
            noun="",
            title="目录外采集",
            because={"msgid": "{facts}", "args": {"facts": "表中有目录外字段"}},
            facts={},
            found_at=clock.now(),
            seen_at=clock.now(),
            state=Finding.State.OPEN,
        )


@pytest.mark.norm("34.1-a")
def test_what_a_monitor_finds_of_a_recorded_lapse_becomes_its_evidence() -> None:
    cast = Cast()
    recorded = _recorded(cast)
    lapse = Lapse("form/1", cast.unit.pk, "bodies.body", cast.unit.pk, "目录外采集", say("Due."))
    other = Lapse("form/2", cast.other.pk, "bodies.body", cast.other.pk, "目录外采集", say("Due."))
    for _again in range(2):
        sweep([_watching(lapse, other)])
    recorded.refresh_from_db()
    assert [one["key"] for one in recorded.evidence] == ["form/1"]
    assert Finding.objects.exclude(pk=recorded.pk).get().body == cast.other.pk
    assert {entry.act for entry in evidence_of(recorded)} >= {"bodies.register_body"}
    sweep([_watching()])
    recorded.refresh_from_db()
    assert recorded.state == "open", "what people recorded is closed by a person's check"


@pytest.mark.norm("34.1-a")
def test_a_withdrawn_finding_is_not_opened_again_while_its_cause_lasts() -> None:
    cast = Cast()
    lapse = Lapse("form/1", cast.unit.pk, "bodies.body", cast.unit.pk, "目录外采集", say("Due."))
    sweep([_watching(lapse)])
    finding = Finding.objects.get()
    perform(contests.contest_finding, cast.head, finding, reason="已获批准")
    perform(contests.withdraw_finding, cast.inspector, Contest.objects.get(), answer="属实")
    sweep([_watching(lapse)])
    assert Finding.objects.count() == 1
    sweep([_watching()])
    assert Finding.objects.get().state == "closed"
    sweep([_watching(lapse)])
    assert Finding.objects.filter(state="open").count() == 1


@pytest.mark.norm("34.1-c")
def test_an_overdue_order_is_escalated_by_the_sweep_that_finds_it_and_closes_after_a_check() -> None:
    cast = Cast()
    finding = _recorded(cast)
    with clock.at(clock.now() - timedelta(days=60)):
        order = _order(cast, finding)
    sweep([duty_is_overdue])
    react()
    order.refresh_from_db()
    assert order.state == "escalated"
    sweep([order_is_not_met])
    assert Finding.objects.filter(monitor=order_is_not_met.name, state="open").count() == 1
    assert Finding.objects.get(monitor=duty_is_overdue.name).norm == "34.1-c"
    perform(orders.report_correction, cast.head, order, report="已停止", evidence="〔2026〕3号")
    with pytest.raises(Refused) as refused:
        perform(orders.close_order, cast.inspector, order.pk, check_result="属实")
    assert refused_by(refused) == {"supervision.cause_is_gone"}
    perform(orders.check_correction, cast.inspector, order.pk, seen="现场查看", put_right=[finding.pk])
    perform(orders.close_order, cast.inspector, order.pk, check_result="属实")
    sweep([order_is_not_met])
    assert not Finding.objects.filter(monitor=order_is_not_met.name, state="open").exists()


@pytest.mark.norm("34.1-c")
def test_a_correction_that_the_check_does_not_find_is_escalated() -> None:
    cast = Cast()
    finding = found(cast.unit)
    order = _order(cast, finding)
    with pytest.raises(Refused) as refused:
        perform(orders.report_correction, cast.head, order, report="已停止")
    assert refused_by(refused) == {"supervision.correction_is_evidenced"}
    perform(orders.report_correction, cast.head, order.pk, report="已停止", evidence="〔2026〕3号")
    perform(orders.find_uncorrected, cast.inspector, order.pk, seen="仍在采集")
    order.refresh_from_db()
    assert order.state == "escalated"


@pytest.mark.norm("34.1-c")
def test_a_finding_tells_its_facts_its_clock_and_its_evidence() -> None:
    cast = Cast()
    finding = found(cast.unit)
    with override("en"):
        assert finding.facts_words == "due at: 2026-11-01"
        assert finding.cited == "art. 16(2)"
    assert finding.due_at > finding.found_at
    assert "acts.open_findings" in {entry.act for entry in evidence_of(finding)}
    assert registry.registers["acts.finding"].related


@pytest.mark.norm("34.1-c", "4.1-b")
def test_findings_past_their_day_without_an_order_are_a_lapse_of_the_managing_department() -> None:
    cast = Cast()
    with clock.at(clock.now() - timedelta(days=30)):
        finding = found(cast.unit)
    found(cast.other)
    sweep([findings_wait_for_an_order])
    lapse = Finding.objects.get(monitor=findings_wait_for_an_order.name)
    assert (lapse.body, lapse.facts) == (cast.managing.pk, {"findings": 1})
    _order(cast, finding)
    sweep([findings_wait_for_an_order])
    lapse.refresh_from_db()
    assert lapse.state == "closed"
