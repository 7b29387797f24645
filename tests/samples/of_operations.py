"""Stored objects of operations."""

from collections.abc import Callable
from datetime import date, timedelta

from banyan.acts import clock
from banyan.acts.governed import Governed
from banyan.bodies.models import Agreement
from banyan.operations.models import (
    Acceptance,
    BackupJob,
    BackupSupplier,
    Commission,
    Drill,
    DrillPart,
    Incident,
    Instruction,
    MaintenanceWindow,
    Qualification,
    Rating,
    ServiceLevel,
    ServiceRequest,
    ServiceRule,
)
from tests.samples.sample import a_body, a_system, inside

UNTIL = date(2030, 12, 31)


def a_commission() -> Commission:
    agreement = Agreement.objects.create(
        title="示例协议",
        mode="purchase",
        body=a_body(),
        supplier=a_body(),
        ownership_clause="示例",
        since=date(2026, 1, 1),
        until=UNTIL,
    )
    return Commission.objects.create(
        agreement=agreement, work="run", scope="示例", since=date(2026, 1, 1), until=UNTIL
    )


def a_drill() -> Drill:
    return Drill.objects.create(organiser=a_body(), title="示例演练", scenario="示例", planned_on=UNTIL)


def a_window() -> MaintenanceWindow:
    begins = clock.now() + timedelta(days=3)
    return MaintenanceWindow.objects.create(
        system=a_system(), what="升级数据库", begins_at=begins, ends_at=begins + timedelta(hours=2)
    )


def _supplier() -> BackupSupplier:
    """The one that is named; the database takes no second."""
    return BackupSupplier.objects.filter(state="named").first() or BackupSupplier.objects.create(
        body=a_body()
    )


MAKERS: dict[str, Callable[[], Governed]] = {
    "operations.backupjob": inside(lambda: BackupJob.objects.create(system=a_system(), supplier=_supplier())),
    "operations.backupsupplier": inside(_supplier),
    "operations.qualification": inside(
        lambda: Qualification.objects.create(
            unit=a_body(), kind="operation", certificate="ITSS-1", issuer="示例", valid_until=UNTIL
        )
    ),
    "operations.commission": inside(a_commission),
    "operations.servicerule": inside(
        lambda: ServiceRule.objects.create(body=a_body(), kind="use", title="示例办法", text="第一条")
    ),
    "operations.acceptance": inside(
        lambda: Acceptance.objects.create(
            rule=ServiceRule.objects.create(body=a_body(), kind="use", title="示例办法", text="第一条"),
            body=a_body(),
            since=date(2026, 1, 1),
        )
    ),
    "operations.rating": inside(
        lambda: Rating.objects.create(
            commission=a_commission(),
            since=date(2026, 1, 1),
            until=date(2026, 12, 31),
            score=4,
            remark="示例",
            given_on=date(2026, 12, 1),
        )
    ),
    "operations.servicerequest": inside(
        lambda: ServiceRequest.objects.create(
            commission=a_commission(), what="示例请求", asked_at=clock.now()
        )
    ),
    "operations.instruction": inside(
        lambda: Instruction.objects.create(department=a_body(), unit=a_body(), title="示例", demand="示例")
    ),
    "operations.incident": inside(
        lambda: Incident.objects.create(
            system=a_system(),
            reporter=a_body(),
            title="示例事件",
            what="示例",
            severity="general",
            reported_at=clock.now(),
        )
    ),
    "operations.maintenancewindow": inside(a_window),
    "operations.drill": inside(a_drill),
    "operations.drillpart": inside(lambda: DrillPart.objects.create(drill=a_drill(), body=a_body())),
    "operations.servicelevel": inside(
        lambda: ServiceLevel.objects.create(
            commission=a_commission(),
            system=a_system(),
            availability="99.5",
            response_ms=500,
            reply_hours=8,
            since=date(2026, 1, 1),
        )
    ),
}
