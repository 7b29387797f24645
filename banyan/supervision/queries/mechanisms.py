"""Reads of the mechanism of security supervision and of its checks, and the facts of their rules."""

from collections.abc import Iterator
from datetime import date
from typing import Any

from django.db.models import Q, QuerySet

from banyan.acts import clock
from banyan.acts.actor import Actor
from banyan.bodies.models import Body
from banyan.bodies.queries import guarded
from banyan.infrastructure.models import System
from banyan.kit.worktime import months_after
from banyan.law.inforce import pack
from banyan.supervision.models import Inspection, SecurityMechanism
from banyan.supervision.rules.mechanisms import MechanismFacts, SecurityCheckFacts

SECURITY = Inspection.How.SECURITY


def in_force(day: date) -> QuerySet[SecurityMechanism]:
    """The issued mechanisms whose period holds the day."""
    return SecurityMechanism.objects.filter(
        state=SecurityMechanism.State.ISSUED, since__lte=day, until__gte=day
    ).select_related("office")


def mechanism_facts(on: Any, asked: Any) -> MechanismFacts:
    """What the rules of a mechanism may know."""
    return MechanismFacts(longest=pack().parameter("security_check.interval", on=clock.today()).of(int))


def security_check_facts(on: None, asked: Any) -> SecurityCheckFacts:
    """What the rules of a security check may know."""
    systems: list[System] = asked.systems or []
    running = Inspection.objects.filter(body=asked.body, how=SECURITY).exclude(
        state=Inspection.State.CONCLUDED
    )
    return SecurityCheckFacts(
        today=clock.today(),
        until=asked.mechanism.until if asked.mechanism else None,
        systems=len(systems),
        foreign=tuple(str(one) for one in systems if asked.body and one.body_id != asked.body.pk),
        running=str(running.first() or "") if asked.body else "",
    )


def own_mechanisms(on: Any, actor: Actor) -> QuerySet[SecurityMechanism]:
    return in_force(clock.today()).filter(office__in=actor.bodies)


def bodies_to_check(on: Any, actor: Actor) -> QuerySet[Body]:
    """The bodies with a system in operation into whose security the actor may look, besides the own."""
    running = System.objects.filter(state=System.State.LIVE).values("body")
    return guarded(actor).filter(pk__in=running, state=Body.State.ACTIVE).exclude(pk__in=actor.bodies)


def systems_to_check(on: Any, actor: Actor) -> QuerySet[System]:
    return System.objects.filter(state=System.State.LIVE, body__in=guarded(actor).values("pk"))


def overdue_checks(day: date) -> QuerySet[Inspection]:
    """Planned security checks whose day has passed and that are not concluded."""
    rows = Inspection.objects.filter(how=SECURITY, planned_on__lt=day)
    return rows.exclude(state=Inspection.State.CONCLUDED).select_related("body", "office")


def without_checks(day: date) -> Iterator[SecurityMechanism]:
    """Mechanisms in force under which no check was concluded for longer than they say themselves."""
    for one in in_force(day):
        since = months_after(day, -one.every_months)
        done = Inspection.objects.filter(how=SECURITY, office=one.office_id, concluded_on__gte=since)
        if one.since < since and not done.exists():
            yield one


def visible_mechanisms(actor: Actor) -> QuerySet[SecurityMechanism]:
    """What is or was in force anybody may read; drafts only their department."""
    mine = Q(office__in=actor.bodies) | ~Q(state=SecurityMechanism.State.DRAFT)
    return SecurityMechanism.objects.filter(mine).select_related("office")
