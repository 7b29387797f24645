"""The framework, plans, schemes and standards: who makes them, and what later steps cite of them."""

from datetime import date
from typing import Any

import pytest

from banyan.acts import clock
from banyan.acts.actor import Actor
from banyan.acts.door import perform
from banyan.acts.errors import Invalid, Refused
from banyan.planning.acts import plans, projects, software
from banyan.planning.models import Plan, PlanItem, Project, Standard
from tests import province

pytestmark = pytest.mark.django_db
DAY = date(2026, 11, 24)


class Office:
    """The provincial office and government, and a unit of the province."""

    def __init__(self) -> None:
        self.planner = province.officer(
            province.body("省数字办", kind="managing_department"), "planning_officer"
        )
        self.leader = province.officer(province.body("福建省人民政府", kind="government"), "leader")
        self.builder = province.officer(province.body("福建省海洋与渔业局"), "planning_officer")


def drafted(actor: Actor, kind: str, items: str) -> Plan:
    made = perform(plans.draft_plan, actor, kind=kind, title="示例文件", items=items).on
    return Plan.objects.get(pk=made)


def in_force(office: Office, kind: str, items: str) -> Plan:
    """A document of the province, from the draft to its publication."""
    plan = drafted(office.planner, kind, items)
    perform(plans.submit_plan, office.planner, plan, consulted="省财政厅：同意")
    perform(
        plans.approve_plan,
        office.leader,
        plan.pk,
        approval_number="闽政〔2026〕1号",
        approved_on=clock.today(),
    )
    perform(plans.publish_plan, office.planner, plan.pk)
    return Plan.objects.get(pk=plan.pk)


def rules_of(refused: pytest.ExceptionInfo[Refused]) -> set[str]:
    return {one.rule for one in refused.value.refusals}


def proposed(actor: Actor, **more: Any) -> Project:
    given: dict[str, Any] = {
        "number": f"P{Project.objects.count()}",
        "name": "渔船安全平台",
        "kind": "software",
        "mode": "self_built",
        "purpose": "渔船安全监管",
        "year": 2027,
        "budget": 100,
    }
    return Project.objects.get(pk=perform(projects.propose_project, actor, **{**given, **more}).on)


@pytest.mark.norm("5.1-b", "10.1-a")
def test_the_framework_goes_from_draft_to_publication_and_a_new_edition_supersedes_it() -> None:
    office = Office()
    first = in_force(office, "framework", "1\t一个平台\n2\t一个目录")
    second = in_force(office, "framework", "1\t一个平台\n3\t一张网")
    assert (Plan.objects.get(pk=first.pk).state, second.state, second.edition) == (
        "superseded",
        "published",
        2,
    )
    assert [one.title for one in first.items.order_by("number")] == ["一个平台", "一个目录"]


@pytest.mark.norm("5.1-a", "5.1-b")
def test_only_the_provincial_office_drafts_the_framework_and_takes_filings() -> None:
    office = Office()
    with pytest.raises(Refused):
        drafted(office.builder, "framework", "1\t自定框架")
    city = province.officer(
        province.body("福州市数据局", "350100", "managing_department"), "planning_officer"
    )
    in_force(office, "provincial_plan", "1.1\t统一业务平台")
    scheme = drafted(office.builder, "scheme", "1\t渔业平台\t1.1")
    perform(plans.file_plan, office.builder, scheme.pk)
    with pytest.raises(Refused) as refused:
        perform(plans.accept_filing, city, scheme.pk)
    assert rules_of(refused) == {"acts.office_may"}
    perform(plans.accept_filing, office.planner, scheme.pk)


@pytest.mark.norm("5.1-c", "12.1-a")
def test_a_scheme_and_a_project_cite_numbered_items_of_the_plan_above() -> None:
    office = Office()
    in_force(office, "provincial_plan", "1.1\t统一业务平台")
    with pytest.raises(Refused) as refused:
        drafted(office.builder, "scheme", "1\t渔业平台")
    assert rules_of(refused) == {"planning.items_cite_the_plan_above"}
    scheme = drafted(office.builder, "scheme", "1\t渔业平台\t1.1\n2\t渔港视频\t\t沿海特有需要")
    parents = {one.number: one.parent and one.parent.number for one in scheme.items.all()}
    assert parents == {"1": "1.1", "2": None}
    project = proposed(office.builder)
    item = PlanItem.objects.get(number="1.1")
    perform(projects.complete_project, office.builder, project, plan_item=item.pk)
    project.refresh_from_db()
    assert project.plan_item == item


@pytest.mark.norm("12.2-a")
def test_a_task_of_a_central_organ_passes_the_same_gates() -> None:
    office = Office()
    task = proposed(office.builder, is_central_task=True)
    own = proposed(office.builder)
    told = []
    for project in (task, own):
        with pytest.raises(Refused) as refused:
            perform(projects.complete_study, office.builder, project)
        told.append(rules_of(refused))
    assert task.is_central_task
    assert told[0] == told[1] != set()
    with pytest.raises(Refused):
        proposed(office.builder, is_central_task=True, kind="data_centre")


@pytest.mark.norm("5.1-d")
def test_the_provincial_office_keeps_the_standards_and_replaces_them() -> None:
    office = Office()
    given: dict[str, Any] = {"rank": "national", "about": "资源目录", "in_force_on": DAY}
    old = perform(
        software.register_standard,
        office.planner,
        number="GB/T 21063.3-2007",
        title="核心元数据",
        **given,
    ).on
    new = perform(
        software.register_standard,
        office.planner,
        number="GB/T 21063.3-2027",
        title="核心元数据",
        **given,
    ).on
    with pytest.raises(Invalid):
        perform(software.replace_standard, office.planner, old, replaced_by=old)
    perform(software.replace_standard, office.planner, old, replaced_by=new)
    assert dict(Standard.objects.values_list("pk", "state")) == {old: "replaced", new: "in_force"}
    with pytest.raises(Refused):
        perform(software.register_standard, office.builder, number="DB35/T 1-2027", title="渔业标准", **given)


@pytest.mark.norm("10.1-a")
def test_items_are_typed_with_bars_as_well_as_tabs() -> None:
    plan = drafted(Office().planner, "framework", "1 | 一个平台\n1.1｜骨干网")
    assert list(plan.items.values_list("number", "title")) == [("1", "一个平台"), ("1.1", "骨干网")]


@pytest.mark.norm("11.1-b")
@pytest.mark.parametrize(
    ("title", "overlaps"),
    [("福建省统一身份认证接口规范", True), ("福建省网格编码技术规范", False), ("技术规范", False)],
)
def test_a_local_standard_is_held_against_what_the_national_ones_cover(title: str, *, overlaps: bool) -> None:
    office = Office()
    given: dict[str, Any] = {"about": "统一身份认证", "in_force_on": DAY}
    national: dict[str, Any] = {
        "number": "GB/T 1-2026",
        "title": "电子政务 统一身份认证 技术规范",
        "rank": "national",
    }
    perform(software.register_standard, office.planner, **national, **given)
    local: dict[str, Any] = {"number": "DB35/T 1-2027", "title": title, "rank": "local", "consulted": "同意"}
    if overlaps:
        with pytest.raises(Refused) as refused:
            perform(software.register_standard, office.planner, **local, **given)
        assert rules_of(refused) == {"planning.local_standard_has_none_above"}
    else:
        perform(software.register_standard, office.planner, **local, **given)
