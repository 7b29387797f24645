"""Stored objects of supervision."""

from collections.abc import Callable

from banyan.acts.governed import Governed
from banyan.planning.models import Hold
from banyan.supervision.models import Order, Referral
from tests.samples.of_planning import a_project
from tests.samples.sample import a_body, inside


def _order() -> Order:
    return Order.objects.create(issued_by=a_body(), body=a_body(), demands="示例")


MAKERS: dict[str, Callable[[], Governed]] = {
    "supervision.order": inside(_order),
    "supervision.referral": inside(
        lambda: Referral.objects.create(order=_order(), item="38.1(1)-a", facts="示例", judged="示例")
    ),
    "planning.hold": inside(
        lambda: Hold.objects.create(project=a_project(), kind="payment", reason="示例", ends_when="示例")
    ),
}
