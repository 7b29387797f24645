"""Reads of budget lines, payments and holds, and the facts of their rules."""

from decimal import Decimal
from typing import Any

from django.db.models import QuerySet, Sum

from banyan.acts.actor import Actor
from banyan.planning.models import BudgetLine, FundKind, Hold, Milestone, Payment, Project
from banyan.planning.queries.projects import holds_on, overseen
from banyan.planning.rules.funds import LineFacts, PaymentFacts

HELD_BY = {
    FundKind.CONSTRUCTION: (Hold.Kind.PAYMENT, Hold.Kind.BUILDING),
    FundKind.OPERATION: (Hold.Kind.OPERATION_FUNDS,),
}
"""Which holds stop which money."""


def _sum(rows: QuerySet[Any]) -> Decimal:
    total: Decimal | None = rows.aggregate(n=Sum("amount"))["n"]
    return total or Decimal(0)


def new_line_facts(on: Any, asked: Any) -> LineFacts:
    """What the rules of ``propose_line`` may know."""
    project: Project | None = asked.project
    kind = str(asked.kind or "")
    others = BudgetLine.objects.filter(project=project, kind=kind).exclude(state=BudgetLine.State.REFUSED)
    return LineFacts(
        project_state=project.state if project else "",
        is_own=bool(project and asked.by and project.body_id == asked.by.body),
        same_line=others.filter(year=asked.year or 0).exists(),
        amount=asked.amount or Decimal(0),
        planned=_sum(others),
        budget=project.budget if project else Decimal(0),
        score=None,
        kind=kind,
        holds=(),
    )


def line_facts(on: BudgetLine, asked: Any) -> LineFacts:
    """What the rules of a line on its way may know."""
    return LineFacts(
        project_state=on.project.state,
        is_own=True,
        same_line=False,
        amount=on.amount,
        planned=Decimal(0),
        budget=on.project.budget,
        score=on.score,
        kind=on.kind,
        holds=holds_on(on.project, *HELD_BY[FundKind(on.kind)]),
    )


def payment_facts(on: Any, asked: Any) -> PaymentFacts:
    """What the rules of asking for and making a payment may know."""
    payment = on if isinstance(on, Payment) else None
    line: BudgetLine | None = payment.line if payment else asked.line
    milestone = payment.milestone if payment else asked.milestone
    paid = Payment.objects.filter(state=Payment.State.PAID)
    return PaymentFacts(
        line_state=line.state if line else "",
        project_state=line.project.state if line else "",
        amount=payment.amount if payment else asked.amount or Decimal(0),
        paid=_sum(paid.filter(line=line)),
        of=line.amount if line else Decimal(0),
        holds=holds_on(line.project, *HELD_BY[FundKind(line.kind)]) if line else (),
        milestone=str(milestone or ""),
        milestone_reached=milestone is None or milestone.state == "reached",
        same_project=bool(milestone and line and milestone.project_id == line.project_id),
        paid_on_milestone=_sum(paid.filter(milestone=milestone)) if milestone else Decimal(0),
        share=milestone.amount if milestone else Decimal(0),
    )


def visible_lines(actor: Actor) -> QuerySet[BudgetLine]:
    return BudgetLine.objects.filter(project__body__in=overseen(actor).values("pk")).select_related(
        "project__body"
    )


def visible_payments(actor: Actor) -> QuerySet[Payment]:
    rows = Payment.objects.filter(line__project__body__in=overseen(actor).values("pk"))
    return rows.select_related("line__project__body", "milestone")


def visible_holds(actor: Actor) -> QuerySet[Hold]:
    return Hold.objects.filter(project__body__in=overseen(actor).values("pk")).select_related("project__body")


def own_projects(on: Any, actor: Actor) -> QuerySet[Project]:
    return Project.objects.filter(body__in=actor.bodies)


def own_lines(on: Any, actor: Actor) -> QuerySet[BudgetLine]:
    return BudgetLine.objects.filter(project__body__in=actor.bodies, state=BudgetLine.State.ARRANGED)


def own_milestones(on: Any, actor: Actor) -> QuerySet[Milestone]:
    return Milestone.objects.filter(project__body__in=actor.bodies)
