"""Stored objects of operations."""

from collections.abc import Callable
from datetime import date

from banyan.acts.governed import Governed
from banyan.bodies.models import Agreement
from banyan.operations.models import BackupJob, Commission, Qualification, ServiceLevel, ServiceRule
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


MAKERS: dict[str, Callable[[], Governed]] = {
    "operations.backupjob": inside(lambda: BackupJob.objects.create(system=a_system(), supplier=a_body())),
    "operations.qualification": inside(
        lambda: Qualification.objects.create(
            unit=a_body(), kind="operation", certificate="ITSS-1", issuer="示例", valid_until=UNTIL
        )
    ),
    "operations.commission": inside(a_commission),
    "operations.servicerule": inside(
        lambda: ServiceRule.objects.create(body=a_body(), kind="use", title="示例办法", text="第一条")
    ),
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
