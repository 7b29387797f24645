"""Cases of the monitors of planning."""

from collections.abc import Iterator
from datetime import datetime
from typing import Any

from banyan.acts.door import perform
from banyan.bodies.models import Body
from banyan.planning.acts import building, methods, plans
from banyan.planning.models import Plan, Project, Standard
from tests import province
from tests.monitor_cases.case import Case, a, in_days


def _managing(region: str = "350000") -> Body:
    return province.body("电子政务管理部门", region, "managing_department")


def _plan_waits_for_publication() -> Iterator[datetime]:
    body = _managing()
    approved = {"state": "approved", "approval_number": "闽政〔2026〕1号", "body": body}
    a("planning.plan", **approved, kind="framework", approved_on=in_days(0).date())
    late = a("planning.plan", **approved, kind="provincial_plan", approved_on=in_days(-200).date())
    yield in_days(0)
    perform(plans.publish_plan, province.officer(body, "planning_officer"), late.pk)
    assert Plan.objects.get(pk=late.pk).state == "published"
    yield in_days(0)


def _city_plan_waits_for_publication() -> Iterator[datetime]:
    body = _managing("350100")
    filed = {"state": "filed", "filing_number": "闽数备〔2026〕1号", "approval_number": "榕政〔2026〕1号"}
    a("planning.plan", **filed, kind="scheme", filed_on=in_days(-200).date())
    late = a("planning.plan", **filed, kind="city_plan", body=body, filed_on=in_days(-200).date())
    yield in_days(0)
    perform(plans.publish_plan, province.officer(body, "planning_officer"), late.pk)
    assert Plan.objects.get(pk=late.pk).state == "published"
    yield in_days(0)


def _city_made_no_plan() -> Iterator[datetime]:
    in_force = {"state": "published", "published_on": in_days(-500).date()}
    a("planning.plan", **in_force, kind="provincial_plan", body=_managing())
    city = _managing("350100")
    yield in_days(0)
    a("planning.plan", **in_force, kind="city_plan", body=city)
    yield in_days(0)


def _standard_was_replaced() -> Iterator[datetime]:
    a("planning.project")
    project = Project.objects.get(pk=a("planning.project").pk)
    old = Standard.objects.get(pk=a("planning.standard", state="replaced").pk)
    project.standards.add(old)
    yield in_days(0)
    project.standards.clear()
    yield in_days(0)


def _nobody_says_how_local_standards_are_made() -> Iterator[datetime]:
    office, quality = _managing(), province.body("福建省市场监督管理局")
    national = {"rank": "national", "state": "in_force"}
    a("planning.standard", **national, body=quality)
    a("planning.standard", rank="local", state="in_force", body=office)
    yield in_days(0)
    given: dict[str, Any] = {"title": "地方标准管理办法", "quality": quality, "text": "第一条"}
    made = perform(methods.draft_method, province.officer(office, "planning_officer"), **given).on
    issued: dict[str, Any] = {"number": "闽数〔2026〕1号", "in_force_on": in_days(0).date()}
    perform(methods.issue_method, province.officer(quality, "head"), made, **issued)
    yield in_days(0)


def _project_was_never_evaluated() -> Iterator[datetime]:
    managing = _managing()
    operating = {"state": "operating"}
    a("planning.project", **operating, accepted_on=in_days(-30).date())
    late = a("planning.project", **operating, accepted_on=in_days(-1500).date())
    yield in_days(0)
    officer = province.officer(managing, "planning_officer")
    perform(building.evaluate_project, officer, late.pk, effect="达到目标", score=80)
    yield in_days(0)


CASES: dict[str, Case] = {
    "planning.approved_plan_is_not_published": _plan_waits_for_publication,
    "planning.filed_plan_is_not_published": _city_plan_waits_for_publication,
    "planning.city_has_no_plan": _city_made_no_plan,
    "planning.project_cites_a_replaced_standard": _standard_was_replaced,
    "planning.standards_have_no_method": _nobody_says_how_local_standards_are_made,
    "planning.project_is_not_evaluated": _project_was_never_evaluated,
}
