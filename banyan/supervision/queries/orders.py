"""Reads of orders, and the facts of their rules."""

from typing import Any

from django.db.models import QuerySet

from banyan.acts import clock
from banyan.acts.actor import Actor
from banyan.acts.models import Duty, Finding
from banyan.bodies.models import Body
from banyan.bodies.queries import watched, within
from banyan.supervision.models import Order
from banyan.supervision.rules.orders import OrderFacts


def order_facts(on: Any, asked: Any) -> OrderFacts:
    """What the rules of an order may know."""
    order = on if isinstance(on, Order) else None
    body: Body | None = order.body if order else asked.body
    findings = list(order.findings.all()) if order else list(asked.findings or [])
    overdue = (
        order is not None
        and Duty.objects.filter(
            noun="supervision.order", object_id=order.pk, closed_at=None, due_at__lt=clock.now()
        ).exists()
    )
    return OrderFacts(
        findings=len(findings),
        foreign_findings=tuple(str(one) for one in findings if body is None or one.body != body.pk),
        still_open=tuple(str(one) for one in findings if one.state == Finding.State.OPEN),
        is_overdue=overdue,
        in_region=_within_region(asked, body),
    )


def _within_region(asked: Any, body: Body | None) -> bool:
    if body is None or asked.by is None:
        return True
    return Body.objects.filter(within(asked.by.region, asked.by.level), pk=body.pk).exists()


def findings_to_order(on: Any, actor: Actor) -> QuerySet[Finding]:
    return Finding.objects.filter(body__in=watched(actor).values("pk"), state=Finding.State.OPEN)


def bodies_to_order(on: Any, actor: Actor) -> QuerySet[Body]:
    return watched(actor).filter(pk__in=findings_to_order(on, actor).values("body"))


def visible_orders(actor: Actor) -> QuerySet[Order]:
    return Order.objects.filter(body__in=watched(actor).values("pk")).select_related("body", "issued_by")
