"""Reads of service items and of their materials, and the facts of their rules."""

from typing import Any

from django.db.models import Q, QuerySet

from banyan.acts.actor import Actor
from banyan.bodies.queries import watched
from banyan.exchange.models import Grant, ServiceItem, ServiceMaterial
from banyan.exchange.rules.effects import ItemFacts


def item_facts(on: ServiceItem | ServiceMaterial | None, asked: Any) -> ItemFacts:
    """What the rules of service items and of their materials may know."""
    item = on.item if isinstance(on, ServiceMaterial) else on
    grant: Grant | None = asked.grant
    return ItemFacts(
        code_taken=item is None and ServiceItem.objects.filter(code=asked.code).exists(),
        days=item.promised_days if item else 0,
        visits=item.visits if item else 0,
        first_days=item.promised_days + item.days_saved if item else 0,
        first_visits=item.visits + item.visits_saved if item else 0,
        share_is_in_force=bool(
            item and grant and grant.consumer_id == item.body_id and grant.state == Grant.State.ACTIVE
        ),
    )


def grants_that_spare(on: Any, actor: Actor) -> QuerySet[Grant]:
    """The grants in force by which the own body reads."""
    rows = Grant.objects.filter(consumer__in=actor.bodies, state=Grant.State.ACTIVE)
    return rows.select_related("consumer", "resource")


def visible_service_items(actor: Actor) -> QuerySet[ServiceItem]:
    """Service items of the own body, and of those that the actor may look into."""
    return ServiceItem.objects.filter(body__in=watched(actor).values("pk")).select_related("body")


def visible_materials(actor: Actor) -> QuerySet[ServiceMaterial]:
    """Materials of the service items that the actor sees."""
    rows = ServiceMaterial.objects.filter(item__body__in=watched(actor).values("pk"))
    return rows.select_related("item__body", "grant__resource", "grant__consumer")


def spared_without_share() -> QuerySet[ServiceMaterial]:
    """Materials that are not asked for although the share that supplied them is no longer in force."""
    rows = ServiceMaterial.objects.filter(
        state=ServiceMaterial.State.SPARED, item__state=ServiceItem.State.OFFERED
    )
    ended = rows.exclude(grant__state=Grant.State.ACTIVE)
    return ended.select_related("item", "grant__resource", "grant__consumer")


def of_offered_items() -> Q:
    """Materials of service items that are offered."""
    return Q(item__state=ServiceItem.State.OFFERED)


def spared() -> Q:
    """Materials of offered service items that a share supplies."""
    return of_offered_items() & Q(state=ServiceMaterial.State.SPARED)


def quicker() -> Q:
    """Offered service items that take fewer days than they began with."""
    return Q(state=ServiceItem.State.OFFERED, days_saved__gt=0)


def fewer_visits() -> Q:
    """Offered service items that take fewer visits than they began with."""
    return Q(state=ServiceItem.State.OFFERED, visits_saved__gt=0)
