"""Reads of sensing resources and of access to them, and the facts of their rules."""

from typing import Any

from django.db.models import Q, QuerySet

from banyan.acts import clock
from banyan.acts.actor import Actor
from banyan.bodies.models import Level, Region
from banyan.bodies.queries import watched
from banyan.infrastructure.models import SensingAccess, SensingResource
from banyan.infrastructure.rules.sensing import SensingAccessFacts, SensingFacts


def at_the_same_place(resource: SensingResource, actor: Actor | None = None) -> QuerySet[SensingResource]:
    """What of this kind is in use at the same place already (可复用的感知资源)."""
    rows = SensingResource.objects.filter(
        kind=resource.kind,
        region=resource.region_id,
        place=resource.place,
        state=SensingResource.State.IN_USE,
    )
    return rows.exclude(pk=resource.pk).select_related("body")


def sensing_facts(on: SensingResource | None, asked: Any) -> SensingFacts:
    """What the rules of deciding a report may know."""
    offered: SensingResource | None = asked.existing
    return SensingFacts(
        standing=at_the_same_place(on).count() if on else 0,
        offered_fits=bool(
            offered and on and offered.state == SensingResource.State.IN_USE and offered.kind == on.kind
        ),
        today=clock.today(),
    )


def access_facts(on: SensingAccess | None, asked: Any) -> SensingAccessFacts:
    """What the rules of asking for access may know."""
    resource: SensingResource | None = on.resource if on else asked.resource
    held = asked.by
    return SensingAccessFacts(
        in_use=resource is None or resource.state == SensingResource.State.IN_USE,
        ones_own=on is None and resource is not None and held is not None and resource.body_id == held.body,
        today=clock.today(),
    )


def places_to_choose(on: Any, actor: Actor) -> QuerySet[Region]:
    return Region.objects.filter(level__in=[Level.CITY, Level.COUNTY])


def offered_to_choose(on: SensingResource | None, actor: Actor) -> QuerySet[SensingResource]:
    """What may be offered instead: of the same kind, in use, first what stands at the same place."""
    rows = SensingResource.objects.filter(state=SensingResource.State.IN_USE)
    return rows.filter(kind=on.kind, region=on.region_id) if on else rows


def in_use_elsewhere(on: Any, actor: Actor) -> QuerySet[SensingResource]:
    return SensingResource.objects.filter(state=SensingResource.State.IN_USE).exclude(body__in=actor.bodies)


def accesses(resource: SensingResource, actor: Actor) -> QuerySet[SensingAccess]:
    return resource.accesses.select_related("unit").order_by("-pk")


def visible_sensing(actor: Actor) -> QuerySet[SensingResource]:
    """One's own, and everything in use: nobody can use again what nobody can find."""
    mine = Q(body__in=watched(actor).values("pk")) | Q(state=SensingResource.State.IN_USE)
    return SensingResource.objects.filter(mine).select_related("body", "region", "existing")


def visible_accesses(actor: Actor) -> QuerySet[SensingAccess]:
    seen = watched(actor).values("pk")
    rows = SensingAccess.objects.filter(Q(unit__in=seen) | Q(resource__body__in=seen))
    return rows.select_related("unit", "resource__body")
