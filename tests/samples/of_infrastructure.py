"""Stored objects of infrastructure."""

from collections.abc import Callable

from banyan.acts.governed import Governed
from banyan.infrastructure.models import DataCentre
from tests.samples.sample import a_body, a_system, inside

MAKERS: dict[str, Callable[[], Governed]] = {
    "infrastructure.system": inside(a_system),
    "infrastructure.datacentre": inside(
        lambda: DataCentre.objects.create(name="示例中心", body=a_body(), work="build", reason="示例")
    ),
}
