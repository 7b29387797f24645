"""What goes wrong in supervision: orders that are not met."""

from collections.abc import Iterator
from datetime import datetime

from banyan.acts.monitor import Lapse, monitor
from banyan.kit.sentence import say
from banyan.supervision.models import Order


@monitor("34.1-c", title="Orders not met", ended_by=("supervision.report_correction",))
def order_is_not_met(at: datetime) -> Iterator[Lapse]:
    """Orders that were not met in time and wait for what follows."""
    for order in Order.objects.filter(state=Order.State.ESCALATED).select_related("body").iterator():
        yield Lapse(
            key=f"order/{order.pk}",
            body=order.body_id,
            noun="supervision.order",
            object_id=order.pk,
            title=str(order),
            because=say("The order was not met in time."),
        )
