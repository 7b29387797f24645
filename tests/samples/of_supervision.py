"""Stored objects of supervision."""

from collections.abc import Callable

from banyan.acts import clock
from banyan.acts.governed import Governed
from banyan.acts.models import Finding
from banyan.planning.models import Hold
from banyan.supervision.models import Contest, Order, Referral
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


MAKERS: dict[str, Callable[[], Governed]] = {
    "supervision.order": inside(_order),
    "supervision.referral": inside(
        lambda: Referral.objects.create(order=_order(), item="38.1(1)-a", facts="示例", judged="示例")
    ),
    "supervision.contest": inside(_contest),
    "planning.hold": inside(
        lambda: Hold.objects.create(project=a_project(), kind="payment", reason="示例", ends_when="示例")
    ),
}
