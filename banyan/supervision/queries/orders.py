"""Reads of orders, and the facts of their rules."""

from collections.abc import Iterable
from typing import Any

from django.db.models import QuerySet

from banyan.acts.actor import Actor
from banyan.acts.models import Finding
from banyan.acts.queries import overdue
from banyan.bodies.models import Body
from banyan.bodies.queries import watched, within
from banyan.supervision.models import Order
from banyan.supervision.rules.orders import OrderFacts

NOUN = Order._meta.label_lower


def order_facts(on: Any, asked: Any) -> OrderFacts:
    """What the rules of an order may know."""
    order = on if isinstance(on, Order) else None
    body: Body | None = order.body if order else asked.body
    findings = list(order.findings.all()) if order else list(asked.findings or [])
    is_overdue = order is not None and overdue().filter(noun=NOUN, object_id=order.pk).exists()
    still_open = [one for one in findings if one.state == Finding.State.OPEN]
    return OrderFacts(
        findings=len(findings),
        foreign_findings=tuple(str(one) for one in findings if body is None or one.body != body.pk),
        still_open=tuple(str(one) for one in still_open),
        is_overdue=is_overdue,
        in_region=_within_region(asked, body),
        standing=sum(one.state != Finding.State.WITHDRAWN for one in findings),
        unchecked=tuple(str(one) for one in still_open if one.monitor == Finding.RECORDED),
        pk=order.pk if order else None,
    )


def _within_region(asked: Any, body: Body | None) -> bool:
    if body is None or asked.by is None:
        return True
    return Body.objects.filter(within(asked.by.region, asked.by.level), pk=body.pk).exists()


def recorded_by_people(on: Order, actor: Actor) -> QuerySet[Finding]:
    """The open findings of an order that only a person's check can close."""
    return on.findings.filter(state=Finding.State.OPEN, monitor=Finding.RECORDED)


def orders_overdue(numbers: Iterable[int]) -> list[int]:
    """Which of these orders are issued and past their day."""
    late = overdue().filter(noun=NOUN, object_id__in=list(numbers))
    issued = Order.objects.filter(pk__in=late.values("object_id"), state=Order.State.ISSUED)
    return list(issued.values_list("pk", flat=True))


def findings_to_order(on: Any, actor: Actor) -> QuerySet[Finding]:
    return Finding.objects.filter(body__in=watched(actor).values("pk"), state=Finding.State.OPEN)


def bodies_to_order(on: Any, actor: Actor) -> QuerySet[Body]:
    return watched(actor).filter(pk__in=findings_to_order(on, actor).values("body"))


def visible_orders(actor: Actor) -> QuerySet[Order]:
    return Order.objects.filter(body__in=watched(actor).values("pk")).select_related("body", "issued_by")
