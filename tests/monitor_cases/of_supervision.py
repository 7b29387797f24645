"""Cases of the monitors of supervision."""

from collections.abc import Iterator
from datetime import datetime

from banyan.acts.door import perform
from banyan.supervision.acts import orders
from banyan.supervision.models import Order
from tests import province
from tests.monitor_cases.case import Case, a, in_days


def _order_was_not_met() -> Iterator[datetime]:
    a("supervision.order")
    late = Order.objects.get(pk=a("supervision.order", state="escalated").pk)
    yield in_days(0)
    perform(orders.report_correction, province.officer(late.body, "head"), late.pk, report="已停止采集")
    yield in_days(0)


CASES: dict[str, Case] = {"supervision.order_is_not_met": _order_was_not_met}
