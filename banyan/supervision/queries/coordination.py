"""Reads of coordination cases, and the facts of their rules."""

from typing import Any

from django.db.models import Q, QuerySet

from banyan.acts.actor import Actor
from banyan.acts.queries import overdue
from banyan.bodies.models import Body
from banyan.bodies.queries import bodies_to_choose, watched
from banyan.supervision.models import CoordinationCase
from banyan.supervision.rules.coordination import CoordinationFacts

ENDED = (CoordinationCase.State.AGREED, CoordinationCase.State.DECIDED)


def opening_facts(on: None, asked: Any) -> CoordinationFacts:
    """What the rules of bringing a dispute may know."""
    own = Body.objects.filter(pk=asked.by.body).first() if asked.by else None
    if own is None or asked.other is None:
        return CoordinationFacts(is_own=False, has_office=True, running="", stated=False, overdue=False)
    sides = Q(body=own, other=asked.other) | Q(body=asked.other, other=own)
    same = CoordinationCase.objects.filter(sides, subject=asked.subject).exclude(state__in=ENDED).first()
    office = CoordinationCase(body=own, other=asked.other).office
    return CoordinationFacts(
        own == asked.other, office is not None, str(same or ""), stated=False, overdue=False
    )


def case_facts(on: CoordinationCase, asked: Any) -> CoordinationFacts:
    """What the rules of coordinating may know."""
    late = overdue().filter(noun=on._meta.label_lower, object_id=on.pk, parameter="coordination.statement")
    return CoordinationFacts(
        is_own=False,
        has_office=True,
        running="",
        stated=on.state != CoordinationCase.State.OPENED,
        overdue=late.exists(),
    )


def other_sides(on: Any, actor: Actor) -> QuerySet[Body]:
    return bodies_to_choose(on, actor).exclude(pk__in=actor.bodies)


def visible_cases(actor: Actor) -> QuerySet[CoordinationCase]:
    """Cases of the own bodies and of those that the actor watches."""
    seen = watched(actor).values("pk")
    cases = CoordinationCase.objects.filter(Q(body__in=seen) | Q(other__in=seen))
    return cases.select_related("body", "other", "leadership")
