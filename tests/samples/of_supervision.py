"""Stored objects of infrastructure, operation and supervision."""

from collections.abc import Callable

from banyan.acts.governed import Governed
from banyan.infrastructure.models import DataCentre, System
from banyan.operations.models import BackupJob
from banyan.planning.models import Hold
from banyan.supervision.models import Order, Referral
from tests.samples.of_planning import a_project
from tests.samples.sample import a_body, inside


def _system() -> System:
    return System.objects.create(code=f"S{System.objects.count()}", name="示例系统", body=a_body())


def _order() -> Order:
    return Order.objects.create(issued_by=a_body(), body=a_body(), demands="示例")


MAKERS: dict[str, Callable[[], Governed]] = {
    "infrastructure.system": inside(_system),
    "infrastructure.datacentre": inside(
        lambda: DataCentre.objects.create(name="示例中心", body=a_body(), work="build", reason="示例")
    ),
    "operations.backupjob": inside(lambda: BackupJob.objects.create(system=_system(), supplier=a_body())),
    "planning.hold": inside(
        lambda: Hold.objects.create(project=a_project(), kind="payment", reason="示例", ends_when="示例")
    ),
    "supervision.order": inside(_order),
    "supervision.referral": inside(
        lambda: Referral.objects.create(order=_order(), item="38.1(1)-a", facts="示例", judged="示例")
    ),
}
