"""Reads of dispatch orders, and the facts of their rules."""

from datetime import timedelta
from typing import Any

from django.db.models import Q, QuerySet

from banyan.acts import clock
from banyan.acts.actor import Actor
from banyan.bodies.queries import watched
from banyan.catalogue.models import Resource
from banyan.exchange.models import ConsumerSystem, DispatchOrder
from banyan.exchange.rules.dispatch import DispatchFacts
from banyan.law.inforce import pack

HIGHEST = 5
"""The highest protection level (MLPS)."""


def named(items: str) -> list[str]:
    """The names of items, typed one a line."""
    return [line.strip() for line in items.splitlines() if line.strip()]


def dispatch_facts(on: Any, asked: Any) -> DispatchFacts:
    """What the rules of ordering a supply may know."""
    resource: Resource | None = asked.resource
    system: ConsumerSystem | None = asked.system
    today = clock.today()
    longest = pack().parameter("dispatch_order.longest", on=today).of(int)
    known = set(resource.items.values_list("name", flat=True)) if resource else set()
    return DispatchFacts(
        published=resource is None or resource.state == Resource.State.PUBLISHED,
        foreign_items=tuple(name for name in named(asked.items or "") if name not in known),
        own=bool(system and resource and system.body_id == resource.body_id),
        protection=system.protection if system else HIGHEST,
        required_protection=resource.required_protection if resource else 1,
        longest_until=today + timedelta(days=longest),
        today=today,
    )


def visible_orders(actor: Actor) -> QuerySet[DispatchOrder]:
    """Orders to the own body, in its favour, and in the watched region."""
    rows = DispatchOrder.objects.select_related("consumer", "resource__body", "system")
    seen = watched(actor).values("pk")
    return rows.filter(Q(consumer__in=seen) | Q(resource__body__in=seen))
