"""Reads of management methods of local standards, and the facts of their rules."""

from typing import Any

from django.db.models import Q, QuerySet

from banyan.acts.actor import Actor
from banyan.bodies.models import Body, Level
from banyan.bodies.queries import bodies_to_choose
from banyan.planning.models import ManagementMethod
from banyan.planning.rules.methods import MethodFacts

PUBLIC = ["in_force", "replaced"]


def method_facts(on: Any, asked: Any) -> MethodFacts:
    """What the rules of ``draft_method`` may know."""
    partner: Body | None = asked.quality
    other = ManagementMethod.objects.filter(state=ManagementMethod.State.DRAFTED).first()
    return MethodFacts(
        partner=str(partner or ""),
        partner_level=partner.level if partner else "",
        partner_kind=partner.kind if partner else "",
        in_work=str(other or ""),
    )


def departments_of_the_province(on: Any, actor: Actor) -> QuerySet[Body]:
    return bodies_to_choose(on, actor).filter(level=Level.PROVINCE, kind=Body.Kind.APPLICATION)


def visible_methods(actor: Actor) -> QuerySet[ManagementMethod]:
    """What is in force or was, for everybody; what is in work for the two departments that make it."""
    makers = Q(body__in=actor.bodies) | Q(quality__in=actor.bodies)
    return ManagementMethod.objects.filter(Q(state__in=PUBLIC) | makers).select_related("body", "quality")
