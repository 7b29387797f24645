"""What supervision has in hand in the demo: an issued plan, an inspection, a contest, a dispute, a commendation."""

from datetime import timedelta
from typing import Any

from banyan.acts import clock
from banyan.acts.actor import Actor
from banyan.acts.door import perform
from banyan.acts.models import Finding
from banyan.bodies.models import Body, Officer
from banyan.bodies.queries import actor_by_user_name, actor_of
from banyan.demo.timeline import days_ago, working_days
from banyan.ledger.sequence import sequence_all
from banyan.supervision.acts import checking, commendations, contests, coordination, inspections, orders
from banyan.supervision.models import CheckLine, CoordinationCase, Inspection, InspectionPlan, Order
from banyan.supervision.queries.commendations import proposable
from banyan.supervision.queries.inspections import digest_now

IGNORING = "11350000DEM0002847"
"""The provincial department that leaves an order unmet in the story."""
OF_THE_STORY = (IGNORING, "11350000DEM000081J")
"""Bodies that the story inspects itself."""
INSPECTED, ORDERED = 26, 25
"""So many working days ago; an order is to be met within fifteen."""
INSPECTOR = "heshicha"
LINE = "16.2-b"
DISPUTE = "不动产登记结果共享方式"


def under_inspection(body: int) -> Inspection | None:
    """The inspection of a body that is planned or under way: lots may have drawn it; security is checked besides."""
    rows = Inspection.objects.filter(body=body).exclude(how=Inspection.How.SECURITY)
    return rows.exclude(state=Inspection.State.CONCLUDED).first()


def ignored_order() -> Order:
    """An order of the past that the body did not answer: found by an inspection for cause, issued the day after."""
    inspector, body = actor_by_user_name(INSPECTOR), Body.objects.get(code=IGNORING)
    with days_ago(working_days(INSPECTED)):
        under_way = under_inspection(body.pk)
        cause = "群众反映重复填报水库巡查信息"
        number = (
            under_way.pk
            if under_way
            else perform(inspections.inspect_for_cause, inspector, body=body, cause=cause).on
        )
        if under_way is None or under_way.state == Inspection.State.PLANNED:
            perform(inspections.begin_inspection, inspector, number)
        line = CheckLine.objects.get(inspection=number, norm=LINE)
        perform(checking.find_not_kept, inspector, line.pk, facts="巡查表采集目录外的家庭成员信息")
        perform(checking.find_rest_kept, inspector, number, facts="查阅台账，未见不符")
        perform(inspections.conclude_inspection, inspector, number, result="一项不符，责令整改")
    line.refresh_from_db()
    with days_ago(working_days(ORDERED)):
        given: dict[str, Any] = {"body": body, "findings": [line.finding_id], "demands": "停止采集目录外信息"}
        made = perform(orders.order_correction, inspector, **given).on
    return Order.objects.get(pk=made)


def is_there() -> bool:
    return CoordinationCase.objects.filter(subject=DISPUTE).exists()


def prepare() -> None:
    """Begin what the desks of supervision show."""
    inspector = actor_by_user_name(INSPECTOR)
    _plan(inspector)
    _contest()
    _commendation(inspector)
    _dispute()


def _plan(inspector: Actor) -> None:
    """A plan drawn from its list, and its first inspection begun."""
    if not InspectionPlan.objects.exists():
        year = clock.today().year
        given: dict[str, Any] = {"number": f"闽数检〔{year}〕1号", "title": f"{year}年度电子政务监督检查计划"}
        given |= {"since": clock.today(), "until": clock.today() + timedelta(days=180)}
        made = perform(inspections.draft_inspection_plan, inspector, at_random=3, by_risk=3, **given).on
        plan = InspectionPlan.objects.get(pk=made)
        perform(inspections.fix_list, inspector, plan, digest=digest_now(plan, inspector))
        sequence_all()
        perform(inspections.issue_inspection_plan, inspector, plan.pk)
    planned = Inspection.objects.filter(state=Inspection.State.PLANNED).exclude(body__code__in=OF_THE_STORY)
    first = planned.order_by("pk").first()
    if first and not Inspection.objects.filter(state=Inspection.State.RUNNING).exists():
        perform(inspections.begin_inspection, inspector, first)
        perform(inspections.request_material, inspector, first.pk, items="信息系统清单\n采集表及依据")


def _contest() -> None:
    """A finding that its body contests."""
    for finding in Finding.objects.filter(state=Finding.State.OPEN).order_by("pk")[:200]:
        officer = Officer.objects.filter(
            terms__office__body=finding.body, terms__office__kind__in=["data_officer", "head"]
        ).first()
        if officer and not finding.contests.exists():
            perform(
                contests.contest_finding, actor_of(officer), finding, reason="已在期限内办理，系统尚未反映"
            )
            return


def _commendation(inspector: Actor) -> None:
    body = proposable(None, inspector).filter(level="province", kind=Body.Kind.APPLICATION).first()
    if body:
        since, until = clock.today() - timedelta(days=365), clock.today() - timedelta(days=1)
        given: dict[str, Any] = {"body": body, "since": since, "until": until, "merit": "目录完整，更新及时"}
        perform(commendations.propose_commendation, inspector, **given)


def _dispute() -> None:
    other = Body.objects.get(name="福建省自然资源厅")
    given: dict[str, Any] = {"subject": DISPUTE, "statement": "建议由接口共享改为批量交换"}
    perform(coordination.open_coordination, actor_by_user_name("luyangshui"), other=other, **given)
