"""Planning and money in the demo: plans in force, projects before both gates, a held payment, two look-alikes."""

from datetime import timedelta
from typing import Any

from banyan.acts import clock
from banyan.acts.actor import Actor
from banyan.acts.door import perform
from banyan.acts.models import Finding
from banyan.bodies.queries import actor_by_user_name
from banyan.catalogue.models import Resource
from banyan.demo.timeline import days_ago
from banyan.infrastructure.acts import systems
from banyan.planning.acts import building, funds, plans, projects, software
from banyan.planning.models import Plan, Project, SoftwareEntry, Standard
from banyan.supervision.acts import consequences

OFFICE, LEADER, APPROVER, TREASURER, INSPECTOR = (
    "gaoyanggui",
    "zhanglihai",
    "tangyangshen",
    "hongyangjing",
    "heshicha",
)
WELFARE, WATER = "lailiqi", "luyangshui"
"""The planning officers of the two departments that build."""
ITEMS = "1.1\t统一业务平台\n1.2\t数据共享与开放\n1.3\t数据中心集约"
CONFORMITY = "接入省统一感知平台，不另建传输网络"
PLANNED, APPROVED, BUILT, TRIED = 300, 120, 60, 15
WAITING, HELD, ON_TRIAL = "养老机构智能感知设备整合", "小流域水雨情感知整合", "居家养老安全感知接入"
LOOK_ALIKE = (
    ("河长制巡河管理系统", "巡河任务下发\n河湖问题上报\n问题整改跟踪\n河湖档案管理"),
    ("河湖巡查一体化平台", "巡河任务派发\n河湖问题上报\n整改跟踪督办\n河湖档案查询"),
)


def is_there() -> bool:
    return SoftwareEntry.objects.filter(name=LOOK_ALIKE[-1][0]).exists()


def prepare() -> None:
    """Plans of the past, then three projects as far as they have come, and the software planned for next year."""
    if not Standard.objects.exists():
        with days_ago(PLANNED):
            _provincial_plan()
            _scheme(WELFARE, "民政系统信息化建设方案", "养老服务平台")
            _scheme(WATER, "水利系统信息化建设方案", "水利感知平台")
            _standard()
    if not Project.objects.filter(name=WAITING).exists():
        with days_ago(APPROVED):
            _approved(WATER, HELD, 2_800_000, "闽发改高技〔2026〕61号")
            _approved(WELFARE, ON_TRIAL, 900_000, "闽发改高技〔2026〕62号")
            _designed(WELFARE, WAITING, 1_200_000)
    _build(Project.objects.get(name=HELD))
    _try(Project.objects.get(name=ON_TRIAL))
    for name, functions in LOOK_ALIKE:
        _plan_software(name, functions)


def actor(user_name: str) -> Actor:
    return actor_by_user_name(user_name)


def _provincial_plan() -> None:
    office = actor(OFFICE)
    given: dict[str, Any] = {"kind": "provincial_plan", "title": "福建省电子政务发展总体规划"}
    plan = perform(plans.draft_plan, office, items=ITEMS, **given).on
    perform(plans.submit_plan, office, plan, consulted="省财政厅、省发改委：同意")
    approved: dict[str, Any] = {"approval_number": "闽政〔2026〕1号", "approved_on": clock.today()}
    perform(plans.approve_plan, actor(LEADER), plan, **approved)
    perform(plans.publish_plan, office, plan)


def _scheme(author: str, title: str, item: str) -> None:
    plan = perform(plans.draft_plan, actor(author), kind="scheme", title=title, items=f"1\t{item}\t1.1").on
    perform(plans.file_plan, actor(author), plan)
    perform(plans.accept_filing, actor(OFFICE), plan)
    perform(plans.publish_plan, actor(author), plan)


def _standard() -> None:
    given: dict[str, Any] = {
        "number": "GB/T 21063.3-2007",
        "title": "政务信息资源目录体系 第3部分：核心元数据",
    }
    given |= {"rank": "national", "about": "信息资源目录", "in_force_on": clock.today()}
    perform(software.register_standard, actor(OFFICE), **given)


def _designed(author: str, name: str, budget: int, **more: Any) -> int:
    """A project that waits for its approval, with its item of the plan, what it shares, and what is given besides."""
    builder = actor(author)
    body = builder.offices[0].body
    project = _proposed(builder, name, budget)
    shared = Resource.objects.filter(body=body, state="published").order_by("pk")[:1]
    given = {
        "framework_conformity": CONFORMITY,
        "plan_item": Plan.objects.get(body=body, kind="scheme", state="published").items.get().pk,
        "sharing_plan": "感知数据汇聚到省公共数据平台，按目录共享",
        "resources": [one.pk for one in shared],
        **more,
    }
    perform(projects.complete_project, builder, project, **given)
    perform(projects.complete_study, builder, project)
    perform(projects.complete_design, builder, project)
    return project


def _approved(author: str, name: str, budget: int, number: str) -> None:
    """A project through its gate."""
    project = _designed(author, name, budget, standards=[Standard.objects.get().pk], protection=3)
    perform(projects.approve_project, actor(APPROVER), project, approval_number=number)


def _proposed(builder: Actor, name: str, budget: int) -> int:
    given: dict[str, Any] = {
        "number": f"FJ-{Project.objects.count() + 1:05d}",
        "name": name,
        "kind": "sensing",
    }
    given |= {"mode": "self_built", "purpose": name, "year": clock.today().year, "budget": budget}
    return int(perform(projects.propose_project, builder, **given).on)


def _arranged(builder: Actor, project: Project, amount: int) -> int:
    """Money for building, in the budget of the year."""
    given: dict[str, Any] = {"project": project.pk, "kind": "construction", "amount": amount}
    line = perform(funds.propose_line, builder, year=clock.today().year, **given).on
    perform(funds.advise_line, actor(OFFICE), line, opinion="同意安排", weighed="得分良好，按进度安排")
    perform(funds.arrange_line, actor(TREASURER), line)
    return line


def _build(project: Project) -> None:
    """Money in the budget and a milestone reached; the payment waits, for the body has a finding against it."""
    builder = actor(WATER)
    year, planned = clock.today().year, clock.today() - timedelta(days=7)
    with days_ago(APPROVED - 20):
        line = _arranged(builder, project, 2_000_000)
    with days_ago(BUILT):
        perform(
            building.start_building,
            builder,
            project,
            milestones=f"设备到场\t{planned}\t60\n初验\t{planned + timedelta(days=90)}\t40",
        )
    milestone = project.milestones.get(position=1)
    perform(building.reach_milestone, builder, milestone.pk, evidence="设备到场验收单〔2026〕12号")
    perform(funds.request_payment, builder, line=line, milestone=milestone.pk, amount=800_000)
    given: dict[str, Any] = {"project": project.pk, "kind": "operation", "year": year + 1, "amount": 300_000}
    perform(funds.propose_line, builder, **given)
    found = Finding.objects.filter(body=builder.offices[0].body, state="open").first()
    if found:
        reason = "信息资源未按期更新，影响共享"
        perform(consequences.hold_payments, actor(INSPECTOR), project.pk, findings=[found], reason=reason)


def _try(project: Project) -> None:
    """Built and on trial: its system is registered and not in operation, and its archives are not handed over."""
    builder = actor(WELFARE)
    with days_ago(APPROVED - 20):
        _arranged(builder, project, 900_000)
    with days_ago(BUILT):
        perform(building.start_building, builder, project, milestones=f"终验\t{clock.today()}\t100")
    with days_ago(TRIED):
        perform(
            building.reach_milestone, builder, project.milestones.get().pk, evidence="初验意见〔2026〕3号"
        )
        given: dict[str, Any] = {"code": "MZ-JJ-01", "central": "no", "grade": 3, "interface": "https"}
        system = perform(
            systems.register_information_system, builder, name="居家养老安全感知系统", **given
        ).on
        tests = "功能测试、性能测试通过"
        perform(building.begin_trial, builder, project, systems=[system], acceptance_tests=tests)


def _plan_software(name: str, functions: str) -> None:
    given: dict[str, Any] = {
        "year": clock.today().year + 1,
        "name": name,
        "purpose": "河湖长制",
        "budget": 900_000,
    }
    given |= {"functions": functions, "users": "省、市、县水利部门", "consultation": "已征求市县水利部门意见"}
    given |= {"sector_wide": True}
    perform(software.plan_software, actor(WATER), reuse_search="检索登记簿和服务目录，未见可用", **given)
