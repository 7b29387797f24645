"""Stored objects of planning."""

from collections.abc import Callable
from datetime import date

from banyan.acts.governed import Governed
from banyan.planning.models import (
    BudgetLine,
    KeyPoints,
    ManagementMethod,
    Milestone,
    Payment,
    Plan,
    Project,
    SoftwareEntry,
    Standard,
)
from tests.samples.sample import a_body, inside


def a_project() -> Project:
    """A project of a body of the province, written as it stands."""
    return Project.objects.create(
        number=f"P{Project.objects.count()}",
        name="示例项目",
        body=a_body(),
        kind="software",
        mode="self_built",
        purpose="示例",
        year=2027,
        budget=100,
    )


def _plan() -> Plan:
    return Plan.objects.create(kind="scheme", body=a_body(), title="示例方案", edition=1)


def _entry() -> SoftwareEntry:
    return SoftwareEntry.objects.create(
        body=a_body(), year=2027, name="示例软件", purpose="示例", functions="示例功能", budget=1
    )


def _line() -> BudgetLine:
    return BudgetLine.objects.create(project=a_project(), kind="construction", year=2027, amount=10)


def _milestone() -> Milestone:
    return Milestone.objects.create(
        project=a_project(), position=1, name="初验", planned_on=date(2027, 1, 1), share=100
    )


MAKERS: dict[str, Callable[[], Governed]] = {
    "planning.plan": inside(_plan),
    "planning.softwareentry": inside(_entry),
    "planning.keypoints": inside(
        lambda: KeyPoints.objects.create(body=a_body(), year=2027 + KeyPoints.objects.count())
    ),
    "planning.standard": inside(
        lambda: Standard.objects.create(
            body=a_body(),
            number=f"DB35/T {Standard.objects.count()}",
            title="示例",
            rank="local",
            about="示例",
        )
    ),
    "planning.managementmethod": inside(
        lambda: ManagementMethod.objects.create(body=a_body(), quality=a_body(), title="示例", text="示例")
    ),
    "planning.project": inside(a_project),
    "planning.milestone": inside(_milestone),
    "planning.budgetline": inside(_line),
    "planning.payment": inside(lambda: Payment.objects.create(line=_line(), amount=1)),
}
