"""Reads of orders and referrals, the facts of their rules, and the score of a body."""

from dataclasses import dataclass
from typing import Any

from django.db.models import QuerySet

from banyan.acts import clock
from banyan.acts.actor import Actor
from banyan.acts.models import Duty, Finding
from banyan.bodies.models import Body
from banyan.bodies.queries import watched, within
from banyan.planning.models import Hold, Project
from banyan.supervision.models import Order, Referral
from banyan.supervision.rules import ConsequenceFacts, HoldFacts, OrderFacts


def findings_against(body: int) -> QuerySet[Finding]:
    return Finding.objects.filter(body=body, state=Finding.State.OPEN)


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


def _consequence(on: Project, asked: Any, kind: str) -> ConsequenceFacts:
    findings = list(asked.findings or [])
    return ConsequenceFacts(
        open_findings=sum(one.state == Finding.State.OPEN for one in findings),
        foreign_findings=tuple(str(one) for one in findings if one.body != on.body_id),
        same_hold=Hold.objects.filter(project=on, kind=kind, state=Hold.State.IN_FORCE).exists(),
        orders_unmet=Order.objects.filter(body=on.body, state=Order.State.ESCALATED).count(),
    )


def payment_facts(on: Project, asked: Any) -> ConsequenceFacts:
    """What the rules of holding payments may know."""
    return _consequence(on, asked, Hold.Kind.PAYMENT)


def building_facts(on: Project, asked: Any) -> ConsequenceFacts:
    """What the rules of suspending and terminating may know."""
    return _consequence(on, asked, Hold.Kind.BUILDING)


def acceptance_facts(on: Project, asked: Any) -> ConsequenceFacts:
    """What the rules of stopping an acceptance may know."""
    return _consequence(on, asked, Hold.Kind.ACCEPTANCE)


def operation_facts(on: Project, asked: Any) -> ConsequenceFacts:
    """What the rules of holding operation funds may know."""
    return _consequence(on, asked, Hold.Kind.OPERATION_FUNDS)


def hold_facts(on: Hold, asked: Any) -> HoldFacts:
    """What the rule of releasing a hold may know."""
    return HoldFacts(tuple(str(one) for one in on.findings.filter(state=Finding.State.OPEN)))


def holds_without_cause() -> QuerySet[Hold]:
    """Holds in force whose findings are all closed."""
    return Hold.objects.filter(state=Hold.State.IN_FORCE).exclude(findings__state=Finding.State.OPEN)


def findings_to_order(on: Any, actor: Actor) -> QuerySet[Finding]:
    return Finding.objects.filter(body__in=watched(actor).values("pk"), state=Finding.State.OPEN)


def findings_of_project(on: Project, actor: Actor) -> QuerySet[Finding]:
    return findings_against(on.body_id)


def bodies_to_order(on: Any, actor: Actor) -> QuerySet[Body]:
    return watched(actor).filter(pk__in=findings_to_order(on, actor).values("body"))


def visible_orders(actor: Actor) -> QuerySet[Order]:
    return Order.objects.filter(body__in=watched(actor).values("pk")).select_related("body", "issued_by")


def visible_referrals(actor: Actor) -> QuerySet[Referral]:
    return Referral.objects.filter(order__in=visible_orders(actor).values("pk")).select_related("order__body")


@dataclass(frozen=True)
class Score:
    """The score of a body (评价得分): a hundred less what its open findings, late duties and unmet orders cost."""

    findings: int
    late: int
    unmet: int

    @property
    def points(self) -> int:
        return max(0, 100 - 2 * self.findings - self.late - 10 * self.unmet)


def score_of(body: int) -> Score:
    """The score of a body from live counts (article 36.1)."""
    return Score(
        findings=findings_against(body).count(),
        late=Duty.objects.filter(body=body, closed_at=None, due_at__lt=clock.now()).count(),
        unmet=Order.objects.filter(body=body, state=Order.State.ESCALATED).count(),
    )
