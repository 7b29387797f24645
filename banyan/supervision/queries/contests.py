"""Reads of contests, and the facts of their rules."""

from typing import Any

from django.db.models import QuerySet

from banyan.acts.actor import Actor
from banyan.acts.models import Finding
from banyan.bodies.queries import watched
from banyan.supervision.models import Contest, Order
from banyan.supervision.rules.contests import ContestFacts


def contest_facts(on: Finding, asked: Any) -> ContestFacts:
    """What the rules of contesting may know."""
    states = list(Contest.objects.filter(finding=on).values_list("state", flat=True))
    return ContestFacts(waiting=Contest.State.RAISED in states, upheld=states.count(Contest.State.UPHELD))


def visible_contests(actor: Actor) -> QuerySet[Contest]:
    """Contests of the bodies that the actor may look into."""
    return Contest.objects.filter(body__in=watched(actor).values("pk")).select_related("body", "finding")


def orders_without_ground() -> QuerySet[Order]:
    """Orders under way whose findings are all withdrawn."""
    running = Order.objects.filter(
        state__in=[Order.State.ISSUED, Order.State.REPORTED, Order.State.ESCALATED]
    )
    return (
        running.filter(findings__state=Finding.State.WITHDRAWN)
        .exclude(findings__state__in=[Finding.State.OPEN, Finding.State.CLOSED])
        .distinct()
    )
