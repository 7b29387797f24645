"""Reads of drills, and the facts of their rules."""

from datetime import date
from typing import Any

from django.db.models import Q, QuerySet

from banyan.acts import clock
from banyan.acts.actor import Actor
from banyan.bodies.models import Body
from banyan.bodies.queries import watched
from banyan.infrastructure.models import System
from banyan.operations.models import Commission, Drill, DrillPart
from banyan.operations.rules.drills import DrillFacts


def drill_facts(on: Drill | None, asked: Any) -> DrillFacts:
    """What the rules of a drill may know."""
    called = on.parts.count() if on else len(asked.bodies or ())
    return DrillFacts(today=clock.today(), called=called)


def bodies_to_call(on: Any, actor: Actor) -> QuerySet[Body]:
    """The own and watched bodies, and the units that work for them."""
    bodies = watched(actor).values("pk")
    working = Commission.objects.filter(agreement__body__in=bodies, state=Commission.State.RUNNING).values(
        "agreement__supplier"
    )
    return Body.objects.filter(Q(pk__in=bodies) | Q(pk__in=working), state=Body.State.ACTIVE)


def undrilled(since: date) -> QuerySet[Body]:
    """Bodies with a system in operation for longer, that took part in no drill held since that day."""
    running = System.objects.filter(state=System.State.LIVE, live_on__lt=since).values("body")
    drilled = DrillPart.objects.filter(state=DrillPart.State.TOOK_PART, drill__held_on__gte=since).values(
        "body"
    )
    return Body.objects.filter(pk__in=running, state=Body.State.ACTIVE).exclude(pk__in=drilled)


def visible_drills(actor: Actor) -> QuerySet[Drill]:
    """Drills that the own and watched bodies organise or are called to."""
    bodies = watched(actor).values("pk")
    mine = Q(organiser__in=bodies) | Q(pk__in=DrillPart.objects.filter(body__in=bodies).values("drill"))
    return Drill.objects.filter(mine).select_related("organiser")


def visible_parts(actor: Actor) -> QuerySet[DrillPart]:
    bodies = watched(actor).values("pk")
    return DrillPart.objects.filter(Q(body__in=bodies) | Q(drill__organiser__in=bodies)).select_related(
        "drill__organiser", "body"
    )
