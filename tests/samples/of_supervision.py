"""Stored objects of supervision."""

from collections.abc import Callable

from banyan.acts import clock
from banyan.acts.governed import Governed
from banyan.acts.models import Finding
from banyan.planning.models import Hold
from banyan.supervision.models import (
    CheckLine,
    Commendation,
    Contest,
    CoordinationCase,
    Inspection,
    InspectionPlan,
    Leadership,
    Material,
    Order,
    Referral,
    YearlyScore,
)
from tests.samples.of_planning import a_project
from tests.samples.sample import a_body, inside


def _order() -> Order:
    return Order.objects.create(issued_by=a_body(), body=a_body(), demands="示例")


def a_finding() -> Finding:
    """A finding that people recorded."""
    return Finding.objects.create(
        monitor=Finding.RECORDED,
        key=f"line/{Finding.objects.count()}",
        norm="22.2-b",
        body=a_body().pk,
        region="350000",
        noun="bodies.body",
        title="示例",
        because={"msgid": "{facts}", "args": {"facts": "示例"}},
        facts={},
        found_at=clock.now(),
        seen_at=clock.now(),
        state=Finding.State.OPEN,
    )


def _contest() -> Contest:
    finding = a_finding()
    return Contest.objects.create(finding=finding, body_id=finding.body, reason="示例")


def _plan() -> InspectionPlan:
    return InspectionPlan.objects.create(
        office=a_body(),
        number=f"闽检〔2026〕{InspectionPlan.objects.count()}号",
        title="示例",
        since=clock.today(),
        until=clock.today(),
        at_random=1,
        by_risk=0,
    )


def _inspection() -> Inspection:
    plan = _plan()
    return Inspection.objects.create(plan=plan, office=plan.office, body=a_body(), how="random", weight=1)


MAKERS: dict[str, Callable[[], Governed]] = {
    "supervision.order": inside(_order),
    "supervision.referral": inside(
        lambda: Referral.objects.create(order=_order(), item="38.1(1)-a", facts="示例", judged="示例")
    ),
    "supervision.contest": inside(_contest),
    "supervision.inspectionplan": inside(_plan),
    "supervision.inspection": inside(_inspection),
    "supervision.checkline": inside(
        lambda: CheckLine.objects.create(inspection=_inspection(), norm="16.2-b")
    ),
    "supervision.material": inside(
        lambda: Material.objects.create(inspection=_inspection(), title="系统清单")
    ),
    "supervision.commendation": inside(
        lambda: Commendation.objects.create(
            office=a_body(),
            body=a_body(),
            since=clock.today(),
            until=clock.today(),
            points=100,
            rank=1,
            peers=1,
            merit="示例",
        )
    ),
    "supervision.coordinationcase": inside(
        lambda: CoordinationCase.objects.create(
            body=a_body(), other=a_body(), subject="示例", statement="示例"
        )
    ),
    "supervision.leadership": inside(
        lambda: Leadership.objects.create(
            body=a_body(), name="示例领导小组", leader="示例，副省长", since=clock.today()
        )
    ),
    "supervision.yearlyscore": inside(
        lambda: YearlyScore.objects.create(
            office=a_body(), body=a_body(), year=2025, points=90, lines=[], counted_on=clock.today()
        )
    ),
    "planning.hold": inside(
        lambda: Hold.objects.create(project=a_project(), kind="payment", reason="示例", ends_when="示例")
    ),
}
