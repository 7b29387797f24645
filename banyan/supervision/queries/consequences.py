"""Reads of holds, and the facts of their rules."""

from collections.abc import Callable
from functools import cache
from typing import Any

from django.db.models import QuerySet

from banyan.acts.actor import Actor
from banyan.acts.models import Finding
from banyan.planning.models import Hold, Project
from banyan.supervision.models import Order
from banyan.supervision.rules.consequences import ConsequenceFacts, HoldFacts


def findings_against(body: int) -> QuerySet[Finding]:
    return Finding.objects.filter(body=body, state=Finding.State.OPEN)


@cache
def consequence_facts(kind: Hold.Kind) -> Callable[[Project, Any], ConsequenceFacts]:
    """What the rules of a consequence may know when it puts a hold of this kind on a project."""

    def facts(on: Project, asked: Any) -> ConsequenceFacts:
        findings = list(asked.findings or [])
        return ConsequenceFacts(
            open_findings=sum(one.state == Finding.State.OPEN for one in findings),
            foreign_findings=tuple(str(one) for one in findings if one.body != on.body_id),
            same_hold=Hold.objects.filter(project=on, kind=kind, state=Hold.State.IN_FORCE).exists(),
            orders_unmet=Order.objects.filter(body=on.body, state=Order.State.ESCALATED).count(),
        )

    return facts


def hold_facts(on: Hold, asked: Any) -> HoldFacts:
    """What the rule of releasing a hold may know."""
    return HoldFacts(tuple(str(one) for one in on.findings.filter(state=Finding.State.OPEN)))


def holds_without_cause() -> QuerySet[Hold]:
    """Holds in force whose findings are all closed."""
    return Hold.objects.filter(state=Hold.State.IN_FORCE).exclude(findings__state=Finding.State.OPEN)


def findings_of_project(on: Project, actor: Actor) -> QuerySet[Finding]:
    return findings_against(on.body_id)
