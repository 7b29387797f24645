"""Whose something is, until when it is integrated, and who may look at it."""

from datetime import date
from typing import Any

from django.db.models import Q, QuerySet

from banyan.acts import clock
from banyan.acts.actor import Actor, Held
from banyan.acts.by import MACHINE
from banyan.bodies.models import Body
from banyan.bodies.queries import watched, within
from banyan.infrastructure.rules.existing import EntryFacts
from banyan.kit.worktime import months_after
from banyan.law.inforce import pack


def integrated_at_the_latest(entered_on: date) -> date:
    """The last day for integrating what was entered on this day."""
    return months_after(entered_on, pack().parameter("existing_stock.done", on=entered_on).of(int))


def entry_facts(on: Any, asked: Any) -> EntryFacts:
    """What the rules of entering what exists, and of putting its day off, may know."""
    held: Held | None = asked.by
    body: Body | None = on.body if on is not None else asked.body
    today = clock.today()
    entered = today if on is None else on.entered_on or today
    return EntryFacts(
        body_kind=body.kind if body else held.body_kind if held else "",
        level=body.level if body else held.level if held else "",
        ones_own=body is None or (held is not None and is_ones_own(held, body)),
        latest=integrated_at_the_latest(entered),
        today=today,
    )


def to_be_integrated() -> Q:
    """What existed and was to be integrated, whether it is by now or not."""
    return Q(state__in=["to_integrate", "in_review", "interconnected", "integrated"])


def is_ones_own(held: Held, body: Body) -> bool:
    """Whether the body is the officer's own, or in the region that the own department manages."""
    if held.body == body.pk or held.kind == MACHINE.kind:
        return True
    manages = held.body_kind == Body.Kind.MANAGING
    return manages and Body.objects.filter(within(held.region, held.level), pk=body.pk).exists()


def bodies_to_enter_for(on: Any, actor: Actor) -> QuerySet[Body]:
    """The bodies for which the actor may enter what exists."""
    return watched(actor).filter(state=Body.State.ACTIVE)


def own_and_unified(actor: Actor) -> Q:
    """What the actor watches, and what managing departments run for all."""
    return Q(body__in=watched(actor).values("pk")) | Q(body__kind=Body.Kind.MANAGING)
