"""One project from the plan to the payment, and what stops it on the way (articles 10, 14, 18, 23, 34 to 38)."""

from datetime import datetime, timedelta
from typing import Any
from zoneinfo import ZoneInfo

import pytest
from django.test import Client

from banyan.acts import clock
from banyan.acts.door import confirm, perform
from banyan.acts.errors import Refused
from banyan.acts.figures import score_of
from banyan.acts.models import Proposal
from banyan.acts.reaction import follow_all
from banyan.acts.sweep import sweep
from banyan.infrastructure.acts import centres, systems
from banyan.infrastructure.models import System
from banyan.operations.acts import backups, going_live
from banyan.planning.acts import funds, plans, projects, software
from banyan.planning.models import BudgetLine, Hold, KeyPoints, Milestone, Payment, Plan, Project
from banyan.supervision.acts import consequences, orders, referrals
from banyan.supervision.models import Order, Referral
from tests import province
from tests.monitor_cases.case import let
from tests.works import (
    DAY,
    Cast,
    draft,
    finding_against,
    planned_software,
    proposed_project,
    published_plan,
    running_project,
)

pytestmark = pytest.mark.django_db
NOW = datetime(2026, 11, 24, 10, tzinfo=ZoneInfo("Asia/Shanghai"))


def _rules(refused: pytest.ExceptionInfo[Refused]) -> set[str]:
    return {one.rule for one in refused.value.refusals}


@pytest.mark.norm("36.2-a", "12.1-b", "10.1-c", "10.1-d")
def test_what_is_not_filed_is_not_issued() -> None:
    cast = Cast()
    published_plan(cast)
    scheme = draft(cast, cast.builder, "scheme", "1\t渔业业务平台\t1.1")
    with pytest.raises(Refused) as refused:
        perform(plans.publish_plan, cast.builder, scheme)
    assert "planning.plan_is_filed_before_it_is_issued" in _rules(refused)
    perform(plans.file_plan, cast.builder, scheme.pk)
    perform(plans.accept_filing, cast.office, scheme.pk)
    perform(plans.publish_plan, cast.builder, scheme.pk)
    scheme.refresh_from_db()
    assert scheme.state == "published"
    assert scheme.filing_number


@pytest.mark.norm("10.2-a")
def test_a_county_makes_no_plan_and_an_item_cites_the_plan_above() -> None:
    county = province.officer(
        province.body("鼓楼区数字办", region="350102", kind="managing_department"), "planning_officer"
    )
    with pytest.raises(Refused) as refused:
        perform(plans.draft_plan, county, kind="city_plan", title="规划", items="1\t自建平台")
    assert _rules(refused) >= {"planning.plan_is_made_at_its_level", "planning.items_cite_the_plan_above"}


@pytest.mark.norm("10.1-d")
def test_a_new_edition_supersedes_the_former_and_tells_what_changed() -> None:
    cast = Cast()
    first = published_plan(cast)
    second = draft(cast, cast.office, "provincial_plan", "1.1\t统一业务平台（续）\n1.3\t一网通办")
    perform(plans.submit_plan, cast.office, second, consulted="省财政厅：同意")
    perform(
        plans.approve_plan,
        cast.leader,
        second.pk,
        approval_number="闽政〔2026〕2号",
        approved_on=clock.today(),
    )
    perform(plans.publish_plan, cast.office, second.pk)
    first.refresh_from_db()
    assert first.state == "superseded"
    second = Plan.objects.get(pk=second.pk)
    assert second.changes == "+ 1.3 一网通办；− 1.2 数据共享；~ 1.1 统一业务平台 → 统一业务平台（续）"


@pytest.mark.norm("14.1-e", "14.2-a", "15.1-c", "20.2-a")
@pytest.mark.parametrize(
    "kind", ["data_centre", "basic_database", "channel", "exchange_platform", "grid_platform"]
)
def test_a_county_unit_may_not_build_what_is_unified(kind: str) -> None:
    unit = province.officer(province.body("鼓楼区卫健局", region="350102"), "planning_officer")
    given: dict[str, Any] = {"number": "P1", "name": "自建", "purpose": "自用", "year": 2027, "budget": 100}
    with pytest.raises(Refused) as refused:
        perform(projects.propose_project, unit, kind=kind, mode="self_built", **given)
    assert all(str(one.instead) for one in refused.value.refusals)


@pytest.mark.norm("18.2-c", "24.1-b", "18.1-c", "3.1-b")
def test_look_alike_software_is_decided_before_it_is_included() -> None:
    cast = Cast()
    perform(software.begin_key_points, cast.office, year=2027)
    first = planned_software(cast, "渔船动态监控系统", "渔船位置监控\n轨迹回放\n越界告警\n渔船档案")
    second = planned_software(cast, "智慧渔业综合平台", "船位实时监测\n航迹查询\n越界报警\n船舶台账")
    with pytest.raises(Refused) as refused:
        perform(software.include_entry, cast.office, second)
    assert _rules(refused) == {"planning.similar_software_is_decided"}
    perform(software.merge_entry, cast.office, second, into=first, reason="功能相似，合并建设")
    perform(software.include_entry, cast.office, first)
    points = perform(software.submit_key_points, cast.office, KeyPoints.objects.get().pk).on
    perform(
        software.approve_key_points,
        cast.leader,
        points,
        approval_number="闽政〔2026〕9号",
        approved_on=clock.today(),
    )


@pytest.mark.norm("36.2-b", "6.1-c")
def test_a_project_that_fails_a_condition_is_not_approved() -> None:
    cast = Cast()
    made = proposed_project(
        cast,
        number="FJ-2027-002",
        name="缺项项目",
        kind="software",
        mode="purchased",
        purpose="示例",
        budget=100,
    )
    with pytest.raises(Refused) as refused:
        perform(projects.complete_study, cast.builder, made)
    assert _rules(refused) == {"planning.project_carries_out_a_plan_item", "planning.sharing_is_planned"}
    with pytest.raises(Refused) as refused:
        perform(funds.propose_line, cast.builder, project=made, kind="construction", year=2027, amount=50)
    assert "planning.project_is_approved" in _rules(refused)


@pytest.mark.norm("36.2-c", "36.2-d", "36.2-e", "4.1-d", "36.1-a")
def test_money_flows_only_while_no_hold_stands_and_a_hold_ends_by_itself() -> None:
    cast = Cast()
    project, payment = running_project(cast)
    finding = finding_against(cast.unit)
    perform(consequences.hold_payments, cast.inspector, project, findings=[finding.pk], reason="目录外采集")
    perform(
        consequences.suspend_project, cast.inspector, project.pk, findings=[finding.pk], reason="目录外采集"
    )
    with pytest.raises(Refused) as refused:
        perform(funds.pay, cast.treasurer, payment)
    assert _rules(refused) == {"planning.payment_is_not_held", "planning.project_runs"}
    sweep()
    follow_all()
    project.refresh_from_db()
    assert project.state == "building"
    assert set(Hold.objects.values_list("state", flat=True)) == {"released"}
    perform(funds.pay, cast.treasurer, payment.pk)
    assert Payment.objects.get().state == "paid"
    assert BudgetLine.objects.get().score == 100


@pytest.mark.norm("4.1-d")
def test_the_payments_on_a_milestone_stay_within_its_share_of_the_budget() -> None:
    cast = Cast()
    project, first = running_project(cast, "初验\t2027-06-01\t40\n终验\t2027-12-01\t60")
    perform(funds.pay, cast.treasurer, first)
    second = perform(
        funds.request_payment, cast.builder, line=first.line_id, milestone=first.milestone_id, amount=100_001
    ).on
    with pytest.raises(Refused) as refused:
        perform(funds.pay, cast.treasurer, second)
    assert _rules(refused) == {"planning.milestone_is_paid_within_its_share"}
    assert "100,000" in str(refused.value.refusals[0].instead)
    rest = perform(
        funds.request_payment, cast.builder, line=first.line_id, milestone=first.milestone_id, amount=100_000
    ).on
    perform(funds.pay, cast.treasurer, rest)
    paid = Payment.objects.filter(milestone__project=project, state="paid")
    assert sum(one.amount for one in paid) == 400_000


@pytest.mark.norm("4.1-d")
def test_a_line_pays_for_no_milestone_of_another_project() -> None:
    cast = Cast()
    _project, payment = running_project(cast)
    other = Project.objects.get(
        pk=proposed_project(
            cast, number="P2", name="另一项目", kind="software", mode="self_built", purpose="自用", budget=100
        )
    )
    foreign = let(Milestone(project=other, position=1, name="初验", planned_on=DAY, share=100))
    with pytest.raises(Refused) as refused:
        perform(funds.request_payment, cast.builder, line=payment.line_id, milestone=foreign.pk, amount=10)
    assert _rules(refused) == {"planning.milestone_is_of_the_project"}


@pytest.mark.norm("36.2-d")
def test_no_consequence_without_a_finding() -> None:
    cast = Cast()
    project, _payment = running_project(cast)
    other = finding_against(cast.managing)
    with pytest.raises(Refused) as refused:
        perform(consequences.hold_payments, cast.inspector, project, findings=[other.pk], reason="示例")
    assert _rules(refused) == {"supervision.consequence_rests_on_findings"}


@pytest.mark.norm("34.1-c", "35.2-d", "36.2-f", "38.1-a", "36.1-a")
def test_who_ignores_an_order_is_escalated_scored_terminated_by_two_and_referred() -> None:
    cast = Cast()
    with clock.at(NOW):
        project, _payment = running_project(cast)
        finding = finding_against(cast.unit)
        order = perform(
            orders.order_correction,
            cast.inspector,
            body=cast.unit.pk,
            findings=[finding.pk],
            demands="停止目录外采集",
        ).on
        with pytest.raises(Refused) as refused:
            perform(orders.escalate_order, cast.inspector, order)
        assert _rules(refused) == {"supervision.order_is_overdue"}
        before = score_of(cast.unit.pk).points
    with clock.at(NOW.replace(month=12, day=31)):
        perform(orders.escalate_order, cast.inspector, order)
        assert score_of(cast.unit.pk).points < before
        perform(consequences.terminate_project, cast.inspector, project.pk, seriousness="拒不整改")
        assert Project.objects.get().state == "building"
        confirm(Proposal.objects.get(), cast.approver)
        assert Project.objects.get().state == "terminated"
        given: dict[str, Any] = {"item": "38.1(3)-a", "facts": "目录外采集", "judged": "涉及两千人"}
        perform(referrals.draw_up_referral, cast.inspector, order, **given)
        referral = Referral.objects.get()
        perform(referrals.refer, cast.inspector, referral)
        auditor = province.officer(cast.organ, "auditor")
        perform(referrals.accept_referral, auditor, referral.pk)
        perform(referrals.conclude_referral, auditor, referral.pk, outcome="警告，六个月")
    assert Referral.objects.get().state == "concluded"


@pytest.mark.norm("35.2-c", "34.1-c")
def test_an_order_closes_when_its_cause_is_gone() -> None:
    cast = Cast()
    finding = finding_against(cast.unit)
    given: dict[str, Any] = {"body": cast.unit.pk, "findings": [finding.pk], "demands": "停止目录外采集"}
    order = perform(orders.order_correction, cast.inspector, **given).on
    perform(orders.report_correction, cast.head, order, report="已停止", evidence="闽渔整〔2026〕3号")
    with pytest.raises(Refused) as refused:
        perform(orders.close_order, cast.inspector, order, check_result="核查")
    assert _rules(refused) == {"supervision.cause_is_gone"}
    sweep()
    perform(orders.close_order, cast.inspector, order, check_result="核查属实")
    assert Order.objects.get().state == "closed"


@pytest.mark.norm("23.1-a", "23.1-b", "14.4-a", "32.1-a")
def test_a_system_goes_live_only_on_the_unified_network_with_a_tested_backup() -> None:
    cast = Cast()
    made = perform(
        systems.register_information_system,
        cast.builder,
        code="S1",
        name="渔业系统",
        central="no",
        grade=3,
        interface="https",
    ).on
    with pytest.raises(Refused) as refused:
        perform(going_live.go_live, cast.operator, made)
    assert _rules(refused) == {
        "operations.system_runs_on_the_unified_network",
        "operations.system_is_backed_up",
        "operations.protection_is_filed",
        "operations.its_audit_log_is_kept",
    }
    audit: dict[str, Any] = {"audit_log": "日志审计平台", "audit_months": 6}
    complete: dict[str, Any] = {"network": "unified", "filing_number": "公备1号", **audit}
    perform(systems.complete_system, cast.builder, made, **complete)
    backup = perform(backups.set_up_backup, cast.builder, system=made, supplier=cast.cloud.pk).on
    perform(backups.record_backup, cast.builder, backup)
    perform(backups.record_restore_test, cast.builder, backup, tested_on=clock.today())
    perform(going_live.go_live, cast.operator, made)
    assert System.objects.get().state == "live"


@pytest.mark.norm("14.1-e", "14.2-a")
def test_a_data_centre_is_approved_before_it_is_built_and_a_county_gets_none() -> None:
    cast = Cast()
    county = province.officer(province.body("鼓楼区大数据局", region="350102"), "planning_officer")
    with pytest.raises(Refused) as refused:
        perform(centres.request_data_centre, county, name="机房", work="build", reason="自用")
    assert _rules(refused) == {"infrastructure.county_asks_for_no_centre"}
    asked = perform(
        centres.request_data_centre, cast.builder, name="机房", work="extend", reason="容量不足"
    ).on
    perform(centres.refuse_data_centre, cast.office, asked, answer="使用省级政务数据中心")


@pytest.mark.norm("10.1-d")
def test_the_edition_in_force_on_a_day_is_found_without_signing_in(client: Client) -> None:
    cast = Cast()
    with clock.at(NOW):
        first = published_plan(cast)
    with clock.at(NOW + timedelta(days=30)):
        second = draft(cast, cast.office, "provincial_plan", "1.1\t统一业务平台（续）")
        perform(plans.submit_plan, cast.office, second, consulted="省财政厅：同意")
        perform(
            plans.approve_plan,
            cast.leader,
            second.pk,
            approval_number="闽政〔2026〕2号",
            approved_on=clock.today(),
        )
        perform(plans.publish_plan, cast.office, second.pk)
    address = "/api/v1/planning/plans"
    for day, found in (("2026-11-25", first), ("2026-12-24", second), ("2026-11-01", None)):
        items = client.get(address, {"in_force_on": day}).json()["items"]
        assert [one["id"] for one in items] == ([found.pk] if found else [])
    assert client.get(address, {"in_force_on": "gestern"}).status_code == 422
