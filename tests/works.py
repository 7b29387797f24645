"""One building project of the province for tests: its cast, plans, approval and money, made through acts."""

from datetime import date
from typing import Any

from banyan.acts import clock
from banyan.acts.actor import SYSTEM, Actor
from banyan.acts.acts import open_findings
from banyan.acts.door import perform
from banyan.acts.models import Finding
from banyan.acts.sentences import stored
from banyan.bodies.models import Body
from banyan.kit.sentence import say
from banyan.planning.acts import building, funds, plans, projects, software
from banyan.planning.models import Payment, Plan, Project
from tests import province

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

    def people(self) -> list[Actor]:
        """Everybody who holds an office."""
        return [one for one in vars(self).values() if isinstance(one, Actor)]


def draft(cast: Cast, actor: Actor, kind: str, items: str) -> Plan:
    made = perform(plans.draft_plan, actor, kind=kind, title=kind, items=items).on
    return Plan.objects.get(pk=made)


def published_plan(cast: Cast) -> Plan:
    plan = draft(cast, cast.office, "provincial_plan", "1.1\t统一业务平台\n1.2\t数据共享")
    perform(plans.submit_plan, cast.office, plan, consulted="省财政厅：同意")
    perform(
        plans.approve_plan, cast.leader, plan.pk, approval_number="闽政〔2026〕1号", approved_on=clock.today()
    )
    perform(plans.publish_plan, cast.office, plan.pk)
    plan.refresh_from_db()
    return plan


def planned_software(cast: Cast, name: str, functions: str) -> int:
    return perform(
        software.plan_software,
        cast.builder,
        year=2027,
        name=name,
        purpose="渔船安全监管",
        functions=functions,
        users="省、市、县渔业执法机构",
        consultation="已征求各市意见",
        sector_wide=True,
        reuse_search="检索服务目录，未见可用",
        budget=1000,
    ).on


def proposed_project(cast: Cast, **given: Any) -> int:
    """The number of a project that the unit proposed."""
    return perform(projects.propose_project, cast.builder, year=2027, **given).on


def designed_project(cast: Cast) -> Project:
    """A project of the unit that waits for approval with everything that its gate asks for."""
    plan = published_plan(cast)
    scheme = draft(cast, cast.builder, "scheme", "1\t渔业业务平台\t1.1")
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
    made = proposed_project(
        cast,
        number="FJ-2027-001",
        name="感知资源整合项目",
        kind="sensing",
        mode="self_built",
        purpose="整合海上感知资源",
        budget=1_000_000,
    )
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


def running_project(cast: Cast, milestones: str = "初验\t2027-06-01\t100") -> tuple[Project, Payment]:
    """The project, approved and being built, with a payment asked for."""
    project = designed_project(cast)
    perform(projects.approve_project, cast.approver, project, approval_number="闽发改〔2026〕7号")
    line = perform(
        funds.propose_line, cast.builder, project=project.pk, kind="construction", year=2027, amount=600_000
    ).on
    perform(funds.advise_line, cast.office, line, opinion="同意", weighed="无未结问题")
    perform(funds.arrange_line, cast.treasurer, line)
    perform(building.start_building, cast.builder, project.pk, milestones=milestones)
    milestone = project.milestones.get(position=1)
    perform(building.reach_milestone, cast.builder, milestone.pk, evidence="初验报告")
    payment = perform(
        funds.request_payment, cast.builder, line=line, milestone=milestone.pk, amount=300_000
    ).on
    return Project.objects.get(pk=project.pk), Payment.objects.get(pk=payment)


def finding_against(body: Body) -> Finding:
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
