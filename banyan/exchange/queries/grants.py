"""Reads of grants: their longest term, their use, and the facts of deciding and of expiry."""

from datetime import date, timedelta
from typing import Any

from django.db.models import Q, QuerySet, Sum

from banyan.acts import clock
from banyan.acts.actor import Actor
from banyan.bodies.models import Body
from banyan.bodies.queries import watched
from banyan.catalogue.models import Resource, Sharing
from banyan.exchange.models import DispatchOrder, Grant, ShareRequest, Use
from banyan.exchange.rules.granting import ExpiryFacts, GrantFacts
from banyan.kit.worktime import months_after
from banyan.law.inforce import pack


def longest_until() -> date:
    """The last day that a grant given today may have."""
    years = pack().parameter("grant.longest", on=clock.today()).of(int)
    return months_after(clock.today(), 12 * years)


def grant_facts(on: ShareRequest | DispatchOrder, asked: Any) -> GrantFacts:
    """What the rules of deciding a request, and of carrying out an order, may know."""
    resource = on.resource
    return GrantFacts(
        requested=frozenset(on.items.values_list("pk", flat=True)),
        request_until=on.until,
        longest_until=longest_until(),
        today=clock.today(),
        protection=on.system.protection,
        required_protection=resource.required_protection,
        published=resource.state == Resource.State.PUBLISHED,
        conditional=resource.sharing == Sharing.CONDITIONAL,
    )


def expiry_facts(on: Grant | DispatchOrder, asked: Any) -> ExpiryFacts:
    """What the rule of expiry may know."""
    return ExpiryFacts(until=on.until, today=clock.today())


def visible_grants(actor: Actor) -> QuerySet[Grant]:
    rows = Grant.objects.select_related("consumer", "provider", "resource", "system")
    seen = watched(actor).values("pk")
    return rows.filter(Q(consumer__in=seen) | Q(provider__in=seen))


def scope_of(consumer: Body) -> str:
    """The region whose rows the consumer may read: its own, the whole province for provincial bodies."""
    return consumer.region_code[: {"city": 4, "county": 6}.get(consumer.level, 2)]


def running_use(bodies: Any, days: int = 30) -> tuple[int, int]:
    """Active grants on resources of these bodies, and their reads in the last days."""
    grants = Grant.objects.filter(provider__in=bodies, state=Grant.State.ACTIVE)
    since = clock.today() - timedelta(days=days)
    reads = Use.objects.filter(grant__provider__in=bodies, day__gte=since).aggregate(n=Sum("reads"))["n"]
    return grants.count(), reads or 0
