"""Reads of service rules and levels, and the facts of their rules."""

from decimal import Decimal
from typing import Any

from django.db.models import Q, QuerySet

from banyan.acts import clock
from banyan.acts.actor import Actor
from banyan.bodies.queries import watched
from banyan.law.inforce import pack
from banyan.operations.models import Commission, ServiceLevel, ServiceRule
from banyan.operations.rules.levels import LevelFacts, PublishFacts


def publish_facts(on: ServiceRule | None, asked: Any) -> PublishFacts:
    """What the rules of drafting and publishing may know."""
    replaced: ServiceRule | None = on.replaces if on else asked.replaces
    body = on.body_id if on else asked.by.body if asked.by else None
    kind = on.kind if on else asked.kind
    ours = (
        replaced is not None
        and replaced.body_id == body
        and replaced.kind == kind
        and replaced.state == ServiceRule.State.PUBLISHED
    )
    return PublishFacts(
        today=clock.today(), replaced=str(replaced) if replaced else "", replaced_is_ours=ours
    )


def level_facts(on: Any, asked: Any) -> LevelFacts:
    """What the rules of agreeing a level may know."""
    commission: Commission | None = asked.commission
    own = asked.by.body if asked.by else None
    system = asked.system
    return LevelFacts(
        least_availability=pack().parameter("service_level.least_availability", on=clock.today()).of(Decimal),
        commission_runs=commission is not None
        and commission.state == Commission.State.RUNNING
        and commission.agreement.body_id == own,
        covers=commission is not None and system is not None and commission.systems.contains(system),
        system=str(system or ""),
        has_level=system is not None and system.levels.filter(state=ServiceLevel.State.AGREED).exists(),
    )


def visible_rules(actor: Actor) -> QuerySet[ServiceRule]:
    """What is or was in force anybody may read; drafts only their department."""
    mine = Q(body__in=actor.bodies) | ~Q(state=ServiceRule.State.DRAFT)
    return ServiceRule.objects.filter(mine).select_related("body", "replaces")


def own_published_rules(on: Any, actor: Actor) -> QuerySet[ServiceRule]:
    return ServiceRule.objects.filter(body__in=actor.bodies, state=ServiceRule.State.PUBLISHED)


def visible_levels(actor: Actor) -> QuerySet[ServiceLevel]:
    """The levels of the own and watched bodies, and those that the own unit has to keep."""
    mine = Q(commission__agreement__body__in=watched(actor).values("pk")) | Q(
        commission__agreement__supplier__in=actor.bodies
    )
    return ServiceLevel.objects.filter(mine).select_related(
        "system", "commission__agreement__body", "commission__agreement__supplier"
    )


def own_running_commissions(on: Any, actor: Actor) -> QuerySet[Commission]:
    return Commission.objects.filter(
        agreement__body__in=actor.bodies, state=Commission.State.RUNNING
    ).select_related("agreement__supplier")
