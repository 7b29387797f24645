"""Stored objects of infrastructure."""

from collections.abc import Callable
from datetime import date

from banyan.acts.governed import Governed
from banyan.infrastructure.models import AccessWork, DataCentre, Network
from tests.samples.sample import a_body, a_system, inside

DAY = date(2027, 1, 1)

MAKERS: dict[str, Callable[[], Governed]] = {
    "infrastructure.system": inside(a_system),
    "infrastructure.datacentre": inside(
        lambda: DataCentre.objects.create(name="示例中心", body=a_body(), work="build", reason="示例")
    ),
    "infrastructure.network": inside(
        lambda: Network.objects.create(
            kind="private",
            name="示例专网",
            body=a_body(),
            review_on=DAY,
            retained_until=DAY,
        )
    ),
    "infrastructure.accesswork": inside(
        lambda: AccessWork.objects.create(
            body=a_body(), unit=a_body(), access_point="示例", bandwidth=100, planned_for=DAY
        )
    ),
}
