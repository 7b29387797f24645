"""One project from the plan to the payment, and what stops it on the way (articles 10, 14, 18, 23, 34 to 38)."""

from datetime import date, datetime
from typing import Any
from zoneinfo import ZoneInfo

import pytest

from banyan.acts import clock
from banyan.acts.actor import SYSTEM, Actor
from banyan.acts.acts import open_findings
from banyan.acts.door import confirm, perform
from banyan.acts.errors import Refused
from banyan.acts.models import Finding, Proposal
from banyan.acts.reaction import catch_up
from banyan.acts.sweep import stored, sweep
from banyan.bodies.models import Body
from banyan.infrastructure.acts import centres, systems
from banyan.infrastructure.models import System
from banyan.kit.sentence import say
from banyan.operations.acts import backups, going_live
from banyan.planning.acts import funds, plans, projects, software
from banyan.planning.models import BudgetLine, Hold, KeyPoints, Payment, Plan, Project
from banyan.supervision.acts import consequences, orders, referrals
from banyan.supervision.models import Order, Referral
from banyan.supervision.queries.score import score_of
from tests import province

pytestmark = pytest.mark.django_db
NOW = datetime(2026, 11, 24, 10, tzinfo=ZoneInfo("Asia/Shanghai"))
DAY = date(2026, 11, 24)


class Cast:
    """The bodies and officers of one building project in the province."""

    def __init__(self) -> None:
        self.government = province.body("福建省人民政府", kind="government")
        self.managing = province.body("省数字办", kind="managing_department")
        self.finance = province.body("省财政厅", kind="finance")
        self.approval = province.body("省发展改革委", kind="approval")
        self.organ = province.body("省纪委监委", kind="supervision")
        self.unit = province.body("福建省海洋与渔业局")
        self.cloud = province.body("数字福建云公司", kind="technical_service_unit")
        self.office = province.officer(self.managing, "planning_officer")
        self.inspector = province.officer(self.managing, "inspector")
        self.operator = province.officer(self.managing, "catalogue_officer")
        self.leader = province.officer(self.government, "leader")
        self.builder = province.officer(self.unit, "planning_officer")
        self.head = province.officer(self.unit, "head")
        self.approver = province.officer(self.approval, "approval_officer")
        self.treasurer = province.officer(self.finance, "finance_officer")


def _rules(refused: pytest.ExceptionInfo[Refused]) -> set[str]:
    return {one.rule for one in refused.value.refusals}


def _plan(cast: Cast, actor: Actor, kind: str, items: str) -> Plan:
    made = perform(plans.draft_plan, actor, kind=kind, title=kind, items=items).on
    return Plan.objects.get(pk=made)


def _published_plan(cast: Cast) -> Plan:
    plan = _plan(cast, cast.office, "provincial_plan", "1.1\t统一业务平台\n1.2\t数据共享")
    perform(plans.submit_plan, cast.office, plan, consulted="省财政厅：同意")
    perform(plans.approve_plan, cast.leader, plan.pk, approval_number="闽政〔2026〕1号", approved_on=DAY)
    perform(plans.publish_plan, cast.office, plan.pk)
    plan.refresh_from_db()
    return plan


@pytest.mark.norm("36.2-a", "12.1-b", "10.1-c", "10.1-d")
def test_what_is_not_filed_is_not_issued() -> None:
    cast = Cast()
    _published_plan(cast)
    scheme = _plan(cast, cast.builder, "scheme", "1\t渔业业务平台\t1.1")
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
    first = _published_plan(cast)
    second = _plan(cast, cast.office, "provincial_plan", "1.1\t统一业务平台（续）\n1.3\t一网通办")
    perform(plans.submit_plan, cast.office, second, consulted="省财政厅：同意")
    perform(plans.approve_plan, cast.leader, second.pk, approval_number="闽政〔2026〕2号", approved_on=DAY)
    perform(plans.publish_plan, cast.office, second.pk)
    first.refresh_from_db()
    assert first.state == "superseded"
    second = Plan.objects.get(pk=second.pk)
    assert second.changes == "+ 1.3 一网通办；− 1.2 数据共享；~ 1.1 统一业务平台 → 统一业务平台（续）"


@pytest.mark.norm("14.1-e", "14.2-a", "20.2-a")
@pytest.mark.parametrize("kind", ["data_centre", "channel", "exchange_platform", "grid_platform"])
def test_a_county_unit_may_not_build_what_is_unified(kind: str) -> None:
    unit = province.officer(province.body("鼓楼区卫健局", region="350102"), "planning_officer")
    given: dict[str, Any] = {"number": "P1", "name": "自建", "purpose": "自用", "year": 2027, "budget": 100}
    with pytest.raises(Refused) as refused:
        perform(projects.propose_project, unit, kind=kind, mode="self_built", **given)
    assert all(str(one.instead) for one in refused.value.refusals)


def _planned_software(cast: Cast, name: str, functions: str) -> int:
    return perform(
        software.plan_software,
        cast.builder,
        year=2027,
        name=name,
        purpose="渔船安全监管",
        functions=functions,
        users="省、市、县渔业执法机构",
        consultation="已征求各市意见",
        reuse_search="检索服务目录，未见可用",
        budget=1000,
    ).on


@pytest.mark.norm("18.2-c", "24.1-b", "18.1-c", "3.1-b")
def test_look_alike_software_is_decided_before_it_is_included() -> None:
    cast = Cast()
    perform(software.begin_key_points, cast.office, year=2027)
    first = _planned_software(cast, "渔船动态监控系统", "渔船位置监控\n轨迹回放\n越界告警\n渔船档案")
    second = _planned_software(cast, "智慧渔业综合平台", "船位实时监测\n航迹查询\n越界报警\n船舶台账")
    with pytest.raises(Refused) as refused:
        perform(software.include_entry, cast.office, second)
    assert _rules(refused) == {"planning.similar_software_is_decided"}
    perform(software.merge_entry, cast.office, second, into=first, reason="功能相似，合并建设")
    perform(software.include_entry, cast.office, first)
    points = perform(software.submit_key_points, cast.office, KeyPoints.objects.get().pk).on
    perform(
        software.approve_key_points, cast.leader, points, approval_number="闽政〔2026〕9号", approved_on=DAY
    )


def _designed_project(cast: Cast) -> Project:
    """A project of the unit that waits for approval with everything that its gate asks for."""
    plan = _published_plan(cast)
    scheme = _plan(cast, cast.builder, "scheme", "1\t渔业业务平台\t1.1")
    perform(plans.file_plan, cast.builder, scheme.pk)
    perform(plans.accept_filing, cast.office, scheme.pk)
    perform(plans.publish_plan, cast.builder, scheme.pk)
    standard = perform(
        software.register_standard,
        cast.office,
        number="GB/T 21063.3-2007",
        title="政务信息资源目录体系 核心元数据",
        rank="national",
        about="资源目录",
        in_force_on=DAY,
    ).on
    resource = province.published_resource(cast.unit)
    made = perform(
        projects.propose_project,
        cast.builder,
        number="FJ-2027-001",
        name="感知资源整合项目",
        kind="sensing",
        mode="self_built",
        purpose="整合海上感知资源",
        year=2027,
        budget=1_000_000,
    ).on
    perform(
        projects.complete_project,
        cast.builder,
        made,
        plan_item=plan.items.get(number="1.1").pk,
        framework_conformity="符合总体框架",
        standards=[standard],
        sharing_plan="共享渔船位置",
        resources=[resource.pk],
        protection=3,
    )
    perform(projects.complete_study, cast.builder, made)
    perform(projects.complete_design, cast.builder, made)
    return Project.objects.get(pk=made)


def _running_project(cast: Cast) -> tuple[Project, Payment]:
    """The project, approved and being built, with a payment asked for."""
    project = _designed_project(cast)
    perform(projects.approve_project, cast.approver, project, approval_number="闽发改〔2026〕7号")
    line = perform(
        funds.propose_line, cast.builder, project=project.pk, kind="construction", year=2027, amount=600_000
    ).on
    perform(funds.advise_line, cast.office, line, opinion="同意", score=92, weighed="无未结问题")
    perform(funds.arrange_line, cast.treasurer, line)
    perform(projects.start_building, cast.builder, project.pk, milestones="初验\t2027-06-01\t100")
    milestone = project.milestones.get()
    perform(projects.reach_milestone, cast.builder, milestone.pk, evidence="初验报告")
    payment = perform(
        funds.request_payment, cast.builder, line=line, milestone=milestone.pk, amount=300_000
    ).on
    return Project.objects.get(pk=project.pk), Payment.objects.get(pk=payment)


@pytest.mark.norm("36.2-b", "6.1-c")
def test_a_project_that_fails_a_condition_is_not_approved() -> None:
    cast = Cast()
    made = perform(
        projects.propose_project,
        cast.builder,
        number="FJ-2027-002",
        name="缺项项目",
        kind="software",
        mode="purchased",
        purpose="示例",
        year=2027,
        budget=100,
    ).on
    with pytest.raises(Refused) as refused:
        perform(projects.complete_study, cast.builder, made)
    assert _rules(refused) == {"planning.project_carries_out_a_plan_item", "planning.sharing_is_planned"}
    with pytest.raises(Refused) as refused:
        perform(funds.propose_line, cast.builder, project=made, kind="construction", year=2027, amount=50)
    assert "planning.project_is_approved" in _rules(refused)


def _finding(body: Body) -> Finding:
    """A lapse of this body, as a monitor of collection opens it."""
    row = {
        "key": "1",
        "norm": "16.2-b",
        "body": body.pk,
        "region": "350000",
        "noun": "bodies.body",
        "object_id": body.pk,
        "title": "目录外采集",
        "because": stored(say("Due on {day}, not done.", day="2026-11-01")),
        "facts": {},
    }
    perform(open_findings, SYSTEM, monitor="planning.city_has_no_plan", number=1, lapses={"rows": [row]})
    return Finding.objects.latest("pk")


@pytest.mark.norm("36.2-c", "36.2-d", "36.2-e", "4.1-d", "36.1-a")
def test_money_flows_only_while_no_hold_stands_and_a_hold_ends_by_itself() -> None:
    cast = Cast()
    project, payment = _running_project(cast)
    finding = _finding(cast.unit)
    perform(consequences.hold_payments, cast.inspector, project, findings=[finding.pk], reason="目录外采集")
    perform(
        consequences.suspend_project, cast.inspector, project.pk, findings=[finding.pk], reason="目录外采集"
    )
    with pytest.raises(Refused) as refused:
        perform(funds.pay, cast.treasurer, payment)
    assert _rules(refused) == {"planning.payment_is_not_held", "planning.project_runs"}
    sweep()
    while catch_up():
        pass
    project.refresh_from_db()
    assert project.state == "building"
    assert set(Hold.objects.values_list("state", flat=True)) == {"released"}
    perform(funds.pay, cast.treasurer, payment.pk)
    assert Payment.objects.get().state == "paid"
    assert BudgetLine.objects.get().score == 92


@pytest.mark.norm("36.2-d")
def test_no_consequence_without_a_finding() -> None:
    cast = Cast()
    project, _payment = _running_project(cast)
    other = _finding(cast.managing)
    with pytest.raises(Refused) as refused:
        perform(consequences.hold_payments, cast.inspector, project, findings=[other.pk], reason="示例")
    assert _rules(refused) == {"supervision.consequence_rests_on_findings"}


@pytest.mark.norm("34.1-c", "35.2-d", "36.2-f", "38.1-a", "36.1-a")
def test_who_ignores_an_order_is_escalated_scored_terminated_by_two_and_referred() -> None:
    cast = Cast()
    with clock.at(NOW):
        project, _payment = _running_project(cast)
        finding = _finding(cast.unit)
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
    finding = _finding(cast.unit)
    given: dict[str, Any] = {"body": cast.unit.pk, "findings": [finding.pk], "demands": "停止目录外采集"}
    order = perform(orders.order_correction, cast.inspector, **given).on
    perform(orders.report_correction, cast.head, order, report="已停止")
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
    }
    perform(systems.complete_system, cast.builder, made, network="unified", filing_number="公备1号")
    backup = perform(backups.set_up_backup, cast.builder, system=made, supplier=cast.cloud.pk).on
    perform(backups.record_restore_test, cast.builder, backup, tested_on=DAY)
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
